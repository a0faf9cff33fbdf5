"""The README's pictures: real runs of the program, drawn by rich as SVG."""

import contextlib
import html
import io
import re
import shlex
from datetime import datetime
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from reviewlog.cli import main, replay
from reviewlog.commands.story import SCENES, in_folder, play
from reviewlog.environment import Machine
from tests.pictures.frame import FRAME

FOLDER = Path(__file__).parent
WIDTH = 78
PAPER = TerminalTheme(
    (251, 250, 247),
    (38, 40, 44),
    [(38, 40, 44), (176, 42, 32), (44, 110, 60), (150, 100, 0), (40, 84, 150), (120, 60, 130),
     (20, 110, 120), (110, 110, 110)],
)  # fmt: skip
"""Dark letters on warm paper: it reads on a light page and on a dark one."""
SHOWN = {
    "log": (0, None),
    "due": (9, "due"),
    "week": (9, "due --week"),
    "show": (5, "show 1"),
}
"""By name: after how many scenes of the story, and what is typed then (None: the next scene)."""


class Terminal(Machine):
    """This machine at a moment of the story, with a terminal that nobody answers at."""

    def __init__(self, at: datetime, book: Path) -> None:
        self.at, self.book = at, book

    def now(self) -> datetime:
        return self.at

    def local_zone(self) -> str:
        return "Europe/London"

    def default_book(self) -> Path:
        return self.book

    def is_interactive(self) -> bool:
        return False

    def draws(self) -> bool:
        return True

    def columns(self) -> int:
        return WIDTH


def picture(name: str, folder: Path) -> str:
    """Return the picture of a screen as SVG, taken in a logbook that the story made."""
    typed, printed = screen(name, folder)
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.assemble(("$ ", "dim"), (typed, "bold")), Text.from_ansi(f"\n{printed}"))
    return console.export_svg(
        title="", theme=PAPER, code_format=FRAME, unique_id=name, font_aspect_ratio=0.602
    )


def screen(name: str, folder: Path) -> tuple[str, str]:
    """Return what is typed and what the program prints then, at that moment of the story."""
    scenes, line = SHOWN[name]
    list(islice(play(replay, folder), scenes))
    scene = SCENES[scenes]
    words = [in_folder(word, folder) for word in shlex.split(line or scene.line)]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = main(words, Terminal(scene.at, folder / "logbook"))
    if code:
        raise RuntimeError(printed.getvalue())
    return f"reviewlog {line or scene.line}", printed.getvalue().replace(f"{folder}/", "")


def words_of(svg: str) -> str:
    """Return the text of a picture: what does not depend on the version of rich."""
    rows = re.findall(r"<text [^>]*>(.*?)</text>", svg)
    return " ".join(html.unescape(" ".join(rows)).split())
