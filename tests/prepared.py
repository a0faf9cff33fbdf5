"""A logbook in which every line of the help can be typed: incident 12 is Dana Smith's."""

import shlex
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from reviewlog.commands.catalogue import COMMANDS, GROUPS
from reviewlog.commands.describing import page_of
from reviewlog.playbook.shelf import shipped_site_texts, shipped_texts

OTHERS = tuple("ABCDEFGHIJK")
STORY = """
log 'Says the cake was dry and wants her money back' --who 'Dana Smith' --at 'today 09:00'
 --threat open --site google --quote 'Refund me or I post one star' --demand 'the full price'
 --amount 240.00 --by friday --phone '07700 900123'
log --incident 12 --via email 'She sent two pictures' --at 'today 09:30'
attach 12 order.png --how photo
attach 12 message.png --how screenshot
review 12 --site google --stars 1 --as CakeFan77 --posted 'today 10:00'
 --text 'Dry cake. It was a day old. They never answered. Stay away.'
playbook use 12 bad-review
note 12 'Jo Miller saw it in Main Street 4'
log 'Would like a receipt' --who 'Kim Cole'
"""
MAIL = "From: dana@example.com\nTo: shop@example.com\nSubject: The cake\n\nIt was dry.\n"
SCRIPT = "- {day: 0, entry: interaction, direction: in, channel: phone}\n"
MY_SHOP = shipped_texts()["complaint"].replace("playbook: complaint", "playbook: my-shop", 1)


ANSWER = """\
Thank you for telling us. We are sorry: a birthday cake has to be fresh, and ours was not.
Please ring the number on our page and ask for Ann; I would like to put it right.
Ann Vale, owner
"""
SETTINGS = """\
business: Cakes and More
trade: bakery
voice: {name: Ann Vale, role: owner, phone: 020 7946 0321}
"""


DRAFT = "reviewlog reply 12 --case 'A birthday cake has to be fresh.' --no-edit"
BEFORE = {
    "reviewlog attempt 12 delivered --id A": [
        "reviewlog attempt 12 offered 'A new cake'", "reviewlog attempt 12 accepted",
    ],
    "reviewlog done 12": [
        "reviewlog log --incident 12 --out 'Said sorry'", "reviewlog assess 12 partly",
    ],
    "reviewlog hold 12 --lift --why 'Her lawyer wrote that it is settled'": [
        "reviewlog hold 12 --until 'in 1 year' --why 'She spoke of her lawyer'",
    ],
    "reviewlog reply 12 --print": [DRAFT, "reviewlog reply 12 --now 'It is urgent'"],
    "reviewlog reply 12 --posted --url 'https://maps.google.com/...'": [
        DRAFT, "reviewlog reply 12 --now 'It is urgent'",
    ],
    "reviewlog reply 12 --private --posted --channel email": [
        f"{DRAFT} --private", "reviewlog reply 12 --private --now 'It is urgent'",
    ],
    "reviewlog verify incident-12-google.zip": ["reviewlog export 12 --for google"],
}  # fmt: skip
"""What must have happened before a line makes sense."""


def examples() -> list[str]:
    """Return every line that the help of a verb or an action shows."""
    actions = [f"{verb} {action}" for verb, (table, _) in GROUPS.items() for action in table]
    verbs = [verb for verb in COMMANDS if verb not in GROUPS] + actions
    return sorted({line for verb in verbs for line in page_of(verb).examples})


def lines_of(text: str) -> list[list[str]]:
    """Return command lines as words; a line that is set in goes on with the one before."""
    return [shlex.split(line) for line in text.strip().replace("\n ", " ").splitlines()]


def prepare(run: Callable[..., object], folder: Path) -> None:
    """Write the story down, and lay files beside it."""
    for name, content in papers().items():
        (folder / name).write_bytes(content)
    (folder / "folder").mkdir()
    (folder / "playbooks" / "sites").mkdir(parents=True)
    (folder / "playbooks" / "sites" / "yelp.yaml").write_text(shipped_site_texts()["yelp"])
    (folder / "book").mkdir(mode=0o700)
    (folder / "book" / "config.yaml").write_text(SETTINGS)
    for letter in OTHERS:
        run("log", "Asks for a receipt", "--who", f"Customer {letter}", "--new")
    for words in lines_of(STORY):
        run(*words)


def papers() -> dict[str, bytes]:
    """Return the files that the examples name."""
    pictures = ("order.png", "message.png", "screenshot.png", "page.png")
    return {name: picture() for name in pictures} | {
        "mail.eml": MAIL.encode(),
        "invoice.pdf": b"%PDF-1.4\n%%EOF\n",
        "report.pdf": b"%PDF-1.4\n%%EOF\n",
        "call.m4a": b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42isom",
        "answer.txt": ANSWER.encode(),
        "words.txt": b"Thank you for telling me. I am sorry for the trouble.",
        "my-shop.yaml": MY_SHOP.encode(),
        "answers.yaml": SCRIPT.encode(),
    }


def picture(side: int = 400) -> bytes:
    """Return a grey PNG."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * side) * side)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
