"""The story of one incident, from the call to the bundle: the demo plays it, the README shows it."""

import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reviewlog.commands.session import Replay
from reviewlog.store.fast import CONFIG_NAME

MAIL = """From: Dana Smyth <dana@example.org>
To: Cakes and More <hello@cakes.example>
Subject: My cake
Date: Sat, 21 Nov 2026 19:02:00 +0000
Message-ID: <1@example.org>

I told you what will happen. 240 back by Friday or the whole town reads about it.
"""
CONFIG = "trade: bakery\n"
BUNDLE = "incident-1-google.zip"
FILES = ("mail.eml", "page.png", BUNDLE)


class Scene(NamedTuple):
    """One command line at its moment (UTC)."""

    day: int
    hour: int
    minute: int
    line: str

    @property
    def at(self) -> datetime:
        """The moment, in November 2026."""
        return datetime(2026, 11, self.day, self.hour, self.minute, tzinfo=UTC)


SCENES = (
    Scene(21, 16, 52, "log 'Says the birthday cake was dry and wants her money back.'"
          " --who 'Dana Smith' --phone '07700 900123' --at 16:40 --threat open --site google"
          " --quote 'Refund me or I post one star' --demand 'the full price' --amount 240.00"
          " --by friday"),
    Scene(21, 17, 15, "log --incident 1 --out --via email"
          " 'Thanked her, said sorry for the trouble, asked what happened.'"),
    Scene(21, 19, 30, "log --incident 1 --via email --at 19:02 --attach mail.eml"
          " 'She says it again in writing, with a date.'"),
    Scene(21, 19, 45, "log --incident 1 --out --via email"
          " 'Thanked her, told her she hears from me on Monday.'"),
    Scene(23, 8, 45, "review 1 --site google --stars 1 --as CakeFan77 --posted 'today 08:20'"
          " --text 'Dry cake, rude owner. Stay away.' --url https://maps.example/review/1"),
    Scene(23, 8, 46, "playbook use 1 bad-review"),
    Scene(23, 8, 50, "attach 1 page.png --text 'The page as it stood'"),
    Scene(23, 9, 5, "assess 1 partly 'The base was dry.' --for 'Baked a day early'"
          " --against 'The owner was polite' --needs partly"),
    Scene(23, 9, 6, "done 1"),
    Scene(23, 9, 7, "amend 3 --who 'Dana Smyth' --why 'read the name on her e-mail'"),
    Scene(23, 9, 40, "done 1"),
    Scene(23, 10, 10, "attempt 1 offered 'A new cake for Saturday, or the price of this one'"
          " --kind redo --cost 60"),
    Scene(24, 9, 0, "due"),
    Scene(24, 9, 30, "attempt 1 accepted"),
    Scene(28, 10, 0, "attempt 1 delivered 'New cake brought to her door'"),
    Scene(28, 10, 5, f"export 1 --for google -y -o {BUNDLE}"),
    Scene(28, 10, 6, f"verify -q {BUNDLE}"),
)  # fmt: skip


def play(replay: Replay, folder: Path) -> Iterator[str]:
    """Play every scene in a logbook below the folder; yield each command with what it printed."""
    (folder / "mail.eml").write_text(MAIL, encoding="utf-8")
    (folder / "page.png").write_bytes(_picture())
    (folder / "logbook").mkdir(mode=0o700, exist_ok=True)
    (folder / "logbook" / CONFIG_NAME).write_text(CONFIG, encoding="utf-8")
    for scene in SCENES:
        words = [in_folder(word, folder) for word in shlex.split(scene.line)]
        printed = replay(words, scene.at, folder / "logbook")
        yield f"$ reviewlog {scene.line}\n{printed}".replace(f"{folder}/", "")


def in_folder(word: str, folder: Path) -> str:
    """Return a word of a scene, with the folder before it when it names a file."""
    return str(folder / word) if word in FILES else word


def _picture() -> bytes:
    """A grey PNG that stands for the screenshot."""
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    width, height = 320, 120
    pixels = (b"\x00" + b"\xd8" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
