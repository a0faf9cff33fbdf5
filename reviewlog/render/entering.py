"""What is wrong with entries that a script hands over, in sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import entering_errors as wrong
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import BadAmountError, ConsentMissingError, MissingError
from reviewlog.render.words.moments import count

SHOWN = 20
"""So many faults are told; who has more has one reason for most of them."""
LONGEST = 40
KEYS = "Every key and what it holds: reviewlog schema log-input"
TEXT_ALONE = "To hand over a plain text, leave out --json."
DONE_NOTHING = " Nothing was written."
"""It stands once behind all faults, and not behind each."""
RECORDING = (
    "{path} is a recording. Say who agreed to being recorded: one-party (you alone knew),"
    " everybody (everybody in it agreed) or unknown."
)
UNREADABLE = {
    "empty": "Nothing came in on standard input. Nothing was written.",
    "syntax": f"Line {{line}}, column {{column}}: no JSON goes on like this. {TEXT_ALONE}",
    "bytes": "Line {line}: this is not UTF-8. Save the file as UTF-8 and hand it over again.",
    "deep": "Line {line}: this is nested too deeply for an entry.",
    "large": "That is more than 64 million bytes; hand it over in parts. Nothing was written.",
    "number": "Line {line}: {key} is no number in JSON.",
    "twice": "Line {line}: “{key}” stands twice in one entry; say it once.",
}
WANTED = {
    "text": "a text in quotation marks belongs here.",
    "number": "a text or a number belongs here.",
    "incident": "the number of an incident belongs here, or the name.",
    "empty": "there is nothing in it; leave the key out.",
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
    return "\n".join([*lines, *([KEYS] if unknown else []), DONE_NOTHING.strip()])


def _fault(fault: wrong.Fault, of: int) -> str:
    which = f"Entry {fault.number}" if of > 1 else "The entry"
    where = f"{which}, “{_short(fault.key)}”" if fault.key else which
    return f"{where}: {fault_words(fault)}"


def fault_words(fault: wrong.Fault) -> str:
    """Return what is wrong in words for a file: nothing of the shell, and nobody is asked."""
    from reviewlog.render.sentences import explain

    match fault.cause:
        case BadAmountError() as e:
            return f'“{_short(e.text)}” is no amount. Try: 240, 240.00 or "£240".'
        case MissingError() as e:
            return f"Missing: {' and '.join(e.names)}."
        case ConsentMissingError() as e:
            return RECORDING.format(path=harmless_line(e.path))
    return explain(fault.cause).removesuffix(DONE_NOTHING)


ENTERING: dict[type[ReviewlogError], Callable[[Any], str]] = {
    wrong.UnreadableEntriesError: _unreadable,
    wrong.UnknownKeyError: _unknown_key,
    wrong.BadValueError: lambda e: WANTED[e.wanted],
    wrong.BadEntriesError: _bad_entries,
}
