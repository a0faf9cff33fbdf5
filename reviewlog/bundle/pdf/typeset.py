"""Setting a document by typst: stored text goes in as data, and no letter is ever lost.

A PDF for keeping may not hold a letter that no font of the machine can draw. Such a letter is
shown by its number instead, everywhere in the document.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from reviewlog.domain.harmless import harmless

STANDARDS = ("a-3b", "ua-1")
ROUNDS = 8
"""How often letters without a font are looked for; each time finds all that it can see."""
_SPECIMEN = b"""#set document(title: "specimen")
#set text(lang: "en")
#for letter in json("data.json").letters [#letter #h(1em)]
"""
_UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)", re.DOTALL)


class Typeset(NamedTuple):
    """A document that was set."""

    pdf: bytes
    unshown: str
    """The letters that no font of the machine can draw, each once."""


class NotTypesetError(Exception):
    """The document could not be set; `said` is what typst says of it."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def typeset(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], at: datetime
) -> Typeset:
    """Return a template filled with data, as PDF/A-3b and PDF/UA-1; the same bytes every time.

    `at` becomes the date of the document. Raises NotTypesetError.
    """
    text = json.dumps(_harmless(data), ensure_ascii=False)
    source = files("reviewlog.bundle").joinpath("templates", template).read_bytes()
    unshown = _letters_without_font(text)
    for _ in range(ROUNDS):
        shown = text.translate({ord(letter): _numbered(letter) for letter in unshown})
        made = _compiled({"main.typ": source, "data.json": shown.encode(), **pictures}, at)
        if isinstance(made, bytes):
            return Typeset(made, "".join(sorted(unshown)))
        unshown |= _at_fault(made, shown)
    raise NotTypesetError("letters without a font were found again and again")


def _letters_without_font(text: str) -> set[str]:
    """Ask for every letter by itself: that takes no time, and the document is set only once."""
    letters = sorted({letter for letter in text if not letter.isascii()})
    if not letters:
        return set()
    specimen = json.dumps({"letters": letters}, ensure_ascii=False).encode()
    made = _compiled({"main.typ": _SPECIMEN, "data.json": specimen}, datetime.fromtimestamp(0, UTC))
    return set() if isinstance(made, bytes) else made


def _compiled(sources: Mapping[str, bytes], at: datetime) -> bytes | set[str]:
    """Return the document, or the letters that must not be in it."""
    import typst

    # Its annotations do not know that the files of a document may come from memory.
    compiled: Callable[..., bytes] = typst.compile
    try:
        return compiled(
            dict(sources),
            format="pdf",
            pdf_standards=list(STANDARDS),
            timestamp=at.replace(microsecond=0),
        )
    except typst.TypstError as error:
        unshown = unshown_in(error.diagnostic)
        if not unshown:
            raise NotTypesetError(error.message) from error
        return unshown


def unshown_in(diagnostic: str) -> set[str]:
    """Return the letters of which typst says that no font can draw them."""
    found = (_ESCAPED.sub(_letter, said) for said in _UNSHOWN.findall(diagnostic))
    return {letter for text in found for letter in text if not letter.isascii()}


def _at_fault(found: set[str], text: str) -> set[str]:
    """What to replace of letters that can be drawn, but not as they stand in a text.

    The marks on a letter come first: it can be drawn without them, and stands in many words.
    """
    marks = {letter for letter in found if _is_mark(letter)}
    on_them = {mark for letter, mark in pairwise(text) if letter in found and _is_mark(mark)}
    return marks or on_them or found


def _is_mark(letter: str) -> bool:
    """Whether a letter stands on or in the one before it."""
    return not letter.isascii() and unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")


def _letter(escape: "re.Match[str]") -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def _numbered(letter: str) -> str:
    return f"⟨U+{ord(letter):04X}⟩"


def _harmless(value: Any) -> Any:
    """Every text of the data as it may be shown; most are so already."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Mapping):
        return {name: _harmless(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_harmless(inner) for inner in value]
    return value
