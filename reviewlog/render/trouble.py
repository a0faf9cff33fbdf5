"""A refusal for scripts."""

import re
from typing import TYPE_CHECKING

from reviewlog.domain.entering_errors import BadEntriesError, Fault
from reviewlog.domain.errors import ReviewlogError
from reviewlog.render.entering import fault_words
from reviewlog.render.promised.refusals import OURS, USAGE
from reviewlog.render.sentences import explain

if TYPE_CHECKING:
    from reviewlog.render.promised.troubles import EntryFault, Trouble

OUR_FAULT = 3


def trouble_shape(error: ReviewlogError) -> "Trouble":
    """Return a refusal, with all faults of entries that were handed over."""
    shape: Trouble = {
        "error": error_name(type(error)),
        "text": explain(error),
        "exit_code": error.exit_code,
    }
    if isinstance(error, BadEntriesError):
        shape["faults"] = [_fault(fault) for fault in error.faults]
    return shape


def usage_shape(text: str, exit_code: int) -> "Trouble":
    """Return what the command line itself says no to."""
    return {"error": USAGE, "text": text, "exit_code": exit_code}


def our_fault_shape(text: str) -> "Trouble":
    """Return that the program itself is at fault."""
    return {"error": OURS, "text": text, "exit_code": OUR_FAULT}


def error_name(kind: type[Exception]) -> str:
    """Return what a refusal is called for ever, `unknown-incident`."""
    words = re.findall(r"[A-Z][a-z]*", kind.__name__.removesuffix("Error"))
    return "-".join(words).lower()


def _fault(fault: Fault) -> "EntryFault":
    return {
        "number": fault.number,
        "key": fault.key,
        "error": error_name(type(fault.cause)),
        "text": fault_words(fault),
    }
