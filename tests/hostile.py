"""Texts that want to do something to a terminal, and a logbook that holds them everywhere."""

import json
from collections.abc import Iterable
from pathlib import Path

from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact
from tests.builders import HOUSE
from tests.bundle.test_bundle_naughty import drafts_for
from tests.fakes import FakeClock

PAYLOADS = {
    "title": "\x1b]0;owned\x07",
    "icon title, C1": "\x9d2;owned\x9c",
    "screen title": "\x1bkowned\x1b\\",
    "link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clear": "\x1b[2J\x1b[H",
    "colour": "\x1b[31;5mred",
    "a sequence of ours": "\x1b[1mbold \x1b[1;31mbold \ufdd1bold",
    "colour, C1": "\x9b31;7mred",
    "cursor hidden": "\x1b[?25l",
    "alternate screen": "\x1b[?1049h",
    "mouse": "\x1b[?1000h\x1b[?1003h\x1b[?1006h",
    "scroll region": "\x1b[3;7r",
    "keypad": "\x1b=\x1b[?1h",
    "charset": "\x1b)0\x1b(0\x0e",
    "insert and origin mode": "\x1b[4h\x1b[?6h",
    "no wrap": "\x1b[?7l",
    "bracketed paste": "\x1b[?2004h",
    "asks for an answer": "\x1b[6n\x1b[c\x1b[21t",
    "DCS": "\x1bP$q\"p\x1b\\",
    "APC and PM": "\x1b_Gi=1\x1b\\\x1b^x\x1b\\",
    "reset": "\x1bc",
    "backspace, return, bell, NUL, DEL": "safe\b\b\b\bevil\rover\x07\x00\x7f\x0b\x0c\x85",
    "bidi": "\u202egnp.exe\u2066\u2069 \u200f\u061c",
    "unseen": "a\u200bb\ufeff\u2060\U000e0041\U000e007f\u00ad\u2028\u2029\ue000",
    "markup": "[red]x[/red] [link=http://evil.example]y[/link] [/] %s {0} {x}",
}  # fmt: skip
"""26 ways of doing harm, by what they are after."""
ALL = " ".join(PAYLOADS.values())
"""Everything at once."""


def hostile_book(folder: Path, texts: Iterable[str], each: int = 1) -> Path:
    """Return a logbook with an incident for every `each` texts, all in every field of every kind."""
    folder.mkdir(mode=0o700)
    several = [text for text in texts if text.strip()]
    config = {
        "business": "Cakes\x1b]0;owned\x07",
        "trade": "bakery",
        "voice": {"name": "Ann\x1b[1m"},
    }
    (folder / "config.yaml").write_text(json.dumps(config))
    (folder / "playbooks").mkdir()
    (folder / "playbooks" / "house.yaml").write_text(HOUSE)
    picture = folder / "x.txt"
    picture.write_bytes(b"text")
    book = Logbook.open(folder, FakeClock(), "Europe/London")
    for start in range(0, len(several), each):
        _written(book, several[start : start + each], picture)
    picture.unlink()
    book.close()
    return folder


def _written(book: Logbook, texts: list[str], picture: Path) -> None:
    first = texts[0]
    said = Contact(who=first, text=first, quote=first, phone=first, demand=first, amount="1.00",
                   threat="open", sites=("google",), new=True, files=(picture,))  # fmt: skip
    entry = book.log(said).main
    number = str(len(book.incidents()))
    stored = [e.fields["file"] for e in book.view(number).every if e.fields.get("file")]
    with book.store.writing():
        book.record(
            [
                draft._replace(incident=entry.incident)
                for text in texts
                for draft in drafts_for(text, book.happened(None), entry.id, stored[0])
            ]
        )
