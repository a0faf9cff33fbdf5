"""A text in its sentences, in any language: each piece as it stands, only the gaps are dropped.

Where it is not sure that a sentence ends, it goes on: half a sentence set against proof would be
worse than two taken together.
"""

import re

from reviewlog.domain.redacting.folding import Span

_ENDS = re.compile(
    "[.!?\u2026\u203c\u203d\u2047-\u2049\u3002\uff01\uff1f\uff0e\uff61\u061f\u06d4\u0964\u0965\u0589\u1362\u1367\u104b\u17d4]+"
    "[\"'\u2019\u201d\u00bb\u203a\\)\\]\u300d\u300f\uff09\u3011]*"
    "|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+"
)
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_CLOSING = frozenset("\"'\u2019\u201d\u00bb\u203a)]\u300d\u300f\uff09\u3011")
_FULL = frozenset("\u3002\uff01\uff1f\uff0e\uff61")
"""Ends of scripts that put no gap after them."""
_CAPITAL = re.compile(r"[.!?\u2026]\s+(\S)")
_MARKS = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a()[]\u00bf\u00a1-\u2013\u2014*"
_TOKEN = 24
"""Letters to look back for the word before a full stop; a longer one is no abbreviation."""
_SHORT = frozenset(
    (
        "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "hr", "fr", "hrn", "frl", "mme",
        "mlle", "sra", "srta", "sig", "dott", "ing", "mag", "dipl", "no", "nr", "nos", "nro", "art",
        "approx", "ca", "circa", "tel", "ph", "ext", "vs", "e.g", "i.e", "z.b", "d.h", "u.a", "o.a",
        "p.ej", "bzw", "usw", "vgl", "inkl", "exkl", "zzgl", "bspw", "ggf", "evtl", "max",
        "min", "abs", "str", "ave", "blvd", "rd", "fig", "vol", "pp", "tav", "enz", "resp", "dept",
        "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov",
        "dec", "dez", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    )
)  # fmt: skip
"""Words after which a full stop seldom ends a sentence."""
_DAYS = frozenset(("am", "vom", "den", "der", "dem", "bis", "zum", "seit", "ab", "nr", "no"))
"""German words before the number of a day: the full stop after it belongs to it."""


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, in order; a line break ends one too."""
    return tuple(text[span.start : span.end] for span in sentence_spans(text))


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return where the sentences of a text stand, in order and without the gaps between them."""
    spans: list[Span] = []
    start = 0
    has_capitals = any(found[1].isupper() for found in _CAPITAL.finditer(text))
    for end in _ENDS.finditer(text):
        if _is_end(text, start, end, has_capitals=has_capitals):
            spans.append(_stripped(text, start, end.end()))
            start = end.end()
    spans.append(_stripped(text, start, len(text)))
    return tuple(span for span in spans if span.start < span.end)


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a stretch without the gaps at its ends."""
    piece = text[start:end]
    begins = end - len(piece.lstrip())
    return Span(begins, max(begins, start + len(piece.rstrip())))


def _is_end(text: str, start: int, end: "re.Match[str]", *, has_capitals: bool) -> bool:
    mark, after = end[0], text[end.end() : end.end() + 1]
    if mark[0] in _BREAKS or not after:
        return True
    if mark[-1] in _FULL:
        return not after.isdecimal()
    if not after.isspace():
        return False
    begins_small = _next_letter(text, end.end()).islower()
    if not mark.startswith((".", "\u2026")):
        return not (begins_small and mark[-1] in _CLOSING)
    return not ((begins_small and has_capitals) or _is_shortened(text, start, end))


def _is_shortened(text: str, start: int, end: "re.Match[str]") -> bool:
    """Whether a full stop belongs to the word or the number before it."""
    if end[0] != ".":
        return False
    words = text[max(start, end.start() - _TOKEN) : end.start()].split()
    if not words:
        return False
    last = words[-1].strip(_MARKS)
    if last.isdecimal():
        return _is_number_of(text, start, end.start(), words)
    return _is_letter(last) or last.casefold() in _SHORT or _is_dotted(last)


def _is_letter(word: str) -> bool:
    """Whether a word is one letter that stands for more, as in `J. Smith` and `z. B.`."""
    return len(word) == 1 and word != "I" and word.lower() != word.upper()


def _is_number_of(text: str, start: int, at: int, words: list[str]) -> bool:
    """Whether a number counts a point, `1. The cake`, or a day, `am 3. Mai`."""
    last = words[-1].strip(_MARKS)
    if len(last) > 2:
        return False
    begins = at - start <= _TOKEN and text[start:at].strip() == last
    return begins or (len(words) > 1 and words[-2].strip(_MARKS).casefold() in _DAYS)


def _is_dotted(word: str) -> bool:
    """Whether a word is of single letters with full stops between, `U.S` or `p.m`."""
    letters = word.split(".")
    return len(letters) > 1 and all(len(letter) == 1 and letter.isalpha() for letter in letters)


def _next_letter(text: str, at: int) -> str:
    """Return the next character that is neither a gap nor an opening mark, if it is near."""
    for char in text[at : at + _TOKEN]:
        if not char.isspace() and char not in _MARKS:
            return char
    return ""
