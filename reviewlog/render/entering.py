"""What is wrong with entries that a script hands over, in sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import entering_errors as wrong
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.harmless import harmless_line
from reviewlog.render.words.moments import count

SHOWN = 20
"""So many faults are told; who has more has one reason for most of them."""
LONGEST = 40
KEYS = "Every key and what it holds: reviewlog schema log-input"
TEXT_ALONE = "To hand over a plain text, leave out --json."
UNREADABLE = {
    "empty": "Nothing came in on standard input. Nothing was written.",
    "syntax": f"Line {{line}}, column {{column}}: no JSON goes on like this. {TEXT_ALONE}",
    "deep": "Line {line}: this is nested too deeply for an entry.",
    "large": "That is more than 64 million characters; hand it over in parts. Nothing was written.",
    "number": "Line {line}: {key} is no number in JSON.",
    "twice": "Line {line}: “{key}” stands twice in one entry; say it once.",
}
WANTED = {
    "text": "a text in quotation marks belongs here.",
    "number": "a text or a number belongs here.",
    "flag": "true or false belongs here.",
    "texts": "a text, or a list of texts, belongs here.",
    "object": 'an entry is an object: {"who": "Dana Smith", "text": "The cake was dry"}',
    "whole": "the text holds half a character; write it again as UTF-8.",
    "short": "that is longer than 1,000 characters, too long for what belongs here.",
    "zero": "the text holds a zero character (U+0000); leave it out.",
}


def _short(word: str) -> str:
    line = harmless_line(word)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _unreadable(e: wrong.UnreadableEntriesError) -> str:
    return UNREADABLE[e.reason].format(line=e.line, column=e.column, key=_short(e.key))


def _unknown_key(e: wrong.UnknownKeyError) -> str:
    return f"there is no such key.{f' Did you mean “{e.near}”?' if e.near else ''}"


def _bad_entries(e: wrong.BadEntriesError) -> str:
    told = [_fault(fault, e.of) for fault in e.faults[:SHOWN]]
    more = len(e.faults) - len(told)
    lines = [*told, *([f"And {count(more, 'fault')} more."] if more else [])]
    unknown = any(isinstance(fault.cause, wrong.UnknownKeyError) for fault in e.faults)
    return "\n".join([*lines, *([KEYS] if unknown else []), "Nothing was written."])


def _fault(fault: wrong.Fault, of: int) -> str:
    from reviewlog.render.sentences import explain

    which = f"Entry {fault.number}" if of > 1 else "The entry"
    where = f"{which}, “{_short(fault.key)}”" if fault.key else which
    return f"{where}: {explain(fault.cause)}"


ENTERING: dict[type[ReviewlogError], Callable[[Any], str]] = {
    wrong.UnreadableEntriesError: _unreadable,
    wrong.UnknownKeyError: _unknown_key,
    wrong.BadValueError: lambda e: WANTED[e.wanted],
    wrong.BadEntriesError: _bad_entries,
}
