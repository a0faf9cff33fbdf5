"""Places of a text that were left for somebody to fill in."""

import re
from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.lettering import plain_words
from reviewlog.reply.checks.marks import TAG
from reviewlog.reply.checks.slots import ADDRESS, FILLING, OWING, SLOTS, WAITING, WEAK

_WIDE = 200
"""Characters between two brackets."""
_NEAR = 24
"""Characters in which the word before a place is looked for."""
_SQUARE = re.compile(rf"[\[\uff3b]([^\[\]\uff3b\uff3d\n]{{0,{_WIDE}}})[\]\uff3d]")
_CURLY = re.compile(
    rf"\$?(?:\{{\{{[^{{}}\n]{{0,{_WIDE}}}\}}\}}|[{{\uff5b][^{{}}\uff5b\uff5d\n]{{0,{_WIDE}}}[}}\uff5d])"
)
_ANGLE = re.compile(r"<([^\W\d_][^<>\n@:/]{0,60})>")
_ROUND = re.compile(r"\(([^()\n]{1,60})\)|\uff08([^\uff08\uff09\n]{1,60})\uff09|\*([^*\n]{1,60})\*")
_MARKED = re.compile(
    r"\xab([^\xab\xbb\n]{1,60})\xbb|\u3010([^\u3010\u3011\n]{1,60})\u3011|%([A-Za-z_]{2,30})%"
)
_MERGED = re.compile(r"\*\|[A-Za-z0-9_:]{1,40}\|\*|%\([A-Za-z_]{1,40}\)s|%%[A-Za-z_]{1,40}%%")
_LINES = re.compile(r"_{3,}|\uff3f{2,}|(?<!\S)[.\u2026\xb7\u2024\uff0e]{8,}(?=\s|[,;:]|$)")
_CROSSES = re.compile(
    r"(?<![^\W\d_])[xX\u0425\u0445\u03a7\u03c7\xd7]{3,}(?![^\W\d_])"
    r"|(?<![^\W_])[xX]{2}(?:[./:-][xX]{2,4}){1,2}(?![^\W_])"
    r"|[\xa3$\u20ac\xa5][^\S\n]?[xX]{1,6}(?![^\W_])"
)
_TASKS = re.compile(
    r"(?<![^\W_])(?:TODO|TO-DO|FIXME|TBD|TKTK)(?![^\W_])|(?i:lorem ipsum)"
    r"|[\u25cb\u25ef]{2,}|\u3007{2,}(?=\u69d8|\u3055\u3093|\u6c0f)"
)
_DOTS = re.compile(r"(?<!\.)\.{3,4}(?![.\w])|\u2026(?!\w)")
_EMPTY = re.compile(r"(?<=[^\S\n])[.,](?=\s|$)")
_TO_NOBODY = re.compile(
    r"(?:^|(?<=\n))[^\S\n]{0,9}(?:dear|liebe[rs]?|(?:sehr )?geehrte[rs]?|ch(?:er|\xe8re)|estimad[oa]"
    r"|gentile|prezad[oa]|szanown[ya]|k(?:\xe6|j\xe6|\xe4)re)"
    r"(?: (?:mr|mrs|ms|miss|dr|frau|herrn?|sig|sra?|madame|monsieur)\.?)?[^\S\n]{0,9}[,:!]",
    re.IGNORECASE,
)
"""A salutation without a name."""
_NOTES = frozenset(("sic",))
"""What an editor adds to a quotation in square brackets."""


def gaps(original: str) -> Iterator[Span]:
    """Yield every place that was left to be filled in."""
    for found in _found(original):
        yield Span(*found.span())


def _found(original: str) -> Iterator[re.Match[str]]:
    for sign in (_CURLY, _MERGED, _LINES, _TASKS, _TO_NOBODY):
        yield from sign.finditer(original)
    yield from (found for found in _SQUARE.finditer(original) if _is_slot(found[1]))
    yield from (found for found in _ANGLE.finditer(original) if _is_no_tag(found))
    yield from (found for found in _MARKED.finditer(original) if _named(found))
    yield from (found for found in _ROUND.finditer(original) if _is_owed(found))
    yield from (found for found in _CROSSES.finditer(original) if _is_no_kiss(found))
    yield from (found for found in _DOTS.finditer(original) if _is_awaited(found))
    yield from (found for found in _EMPTY.finditer(original) if _is_empty(found))


def _is_slot(inside: str) -> bool:
    """Whether square brackets hold more than a note to a quotation or its number."""
    words = plain_words(inside)
    return not (set(words) <= _NOTES and words) and not inside.strip().isdigit()


def _is_no_tag(found: re.Match[str]) -> bool:
    return not TAG.fullmatch(found[0]) or found[1].lower() in SLOTS


def _named(found: re.Match[str]) -> set[str]:
    """Return the words in brackets that hold nothing but what stands for something else."""
    inside = next(filter(None, found.groups()), "")
    words = set(plain_words(inside.replace("_", " ")))
    return words if words <= SLOTS and (words - WEAK or len(words) > 1) else set()


def _is_owed(found: re.Match[str]) -> bool:
    """Whether round brackets stand where a word must come; others explain one: `ring me (phone)`."""
    words = _named(found)
    before = _before(found)
    return bool(words) and (bool(words & FILLING) or before in WAITING or not before)


def _is_no_kiss(found: re.Match[str]) -> bool:
    """Whether crosses stand for something: small ones at the end of a line are kisses."""
    line = found.string[found.end() : found.end() + 3].split("\n", 1)[0].strip(" .!\r")
    return bool(line) or not found[0].islower() or _before(found) in WAITING


def _is_awaited(found: re.Match[str]) -> bool:
    """Whether dots stand where a word must come; others are a pause."""
    gap = found.start() > 0 and found.string[found.start() - 1].isspace()
    behind = found.string[found.end() : found.end() + 1]
    before = _before(found)
    if before in ADDRESS and behind in (",", ":", "!"):
        return True
    return gap and before in WAITING and behind in ("", ",", ".", ";", ":", "\n")


def _is_empty(found: re.Match[str]) -> bool:
    """Whether nothing stands between a full stop or a comma and a word that ends no sentence."""
    last = found.string[max(0, found.start() - _NEAR) : found.start()].rstrip()[-1:]
    return (last.isalnum() or last == ".") and _before(found) in OWING


def _before(found: re.Match[str]) -> str:
    """Return the word before a place, on the same line."""
    line = found.string[max(0, found.start() - _NEAR) : found.start()].rsplit("\n", 1)[-1]
    words = plain_words(line)
    return words[-1] if words else ""
