"""Why something is not taken back, erased or held, in calm sentences."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from reviewlog.domain import errors, keeping_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.render.lists import incident_line
from reviewlog.render.words.days import short_date


def _held(e: keeping_errors.HeldError) -> str:
    why = f" Reason: {harmless_line(e.why)}" if e.why else ""
    last = (e.until - timedelta(milliseconds=1)).date().isoformat()
    return (
        f"Incident {e.incident} is on hold until {short_date(last, '')}: nothing of it is erased."
        f"{why}\nYou alone can lift it; where a claim may come, ask your lawyer first:\n"
        f"  reviewlog hold {e.incident} --lift --why TEXT"
    )


def _nobody(e: keeping_errors.NobodyCalledError) -> str:
    first = f"Nobody called “{harmless_line(e.name)}” is in the logbook."
    lines = [incident_line(row, str(row["last_at"])) for row in e.near]
    return "\n".join([f"{first} The nearest:", *lines]) if lines else first


KEEPING: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    keeping_errors.NoSuchEntryError: lambda e: (
        f"There is no entry “{harmless_line(e.word)}”. The last one is {e.last}; see show N."
    ),
    keeping_errors.NobodyCalledError: _nobody,
    keeping_errors.NoSuchFieldError: lambda e: (
        f"Entry {e.entry} has no field “{harmless_line(e.word)}”."
        f" It has: {harmless_line(', '.join(e.known)) or 'none'}"
    ),
    keeping_errors.NotYourWordsError: lambda e: (
        f"Entry {e.entry} ({harmless_line(e.kind)}) is what reviewlog wrote for itself. It stays."
    ),
    keeping_errors.TakenBackError: lambda e: f"Entry {e.entry} was taken back already.",
    keeping_errors.NothingToEraseError: lambda _: "Nothing is left there that identifies anybody.",
    keeping_errors.HeldError: _held,
    keeping_errors.NotHeldError: lambda e: f"Incident {e.incident} is not on hold.",
    keeping_errors.NamedInReasonError: lambda _: (
        "The reason stays in the log, so it must not name whom it is to forget."
        " Try: 'asked for it by letter'"
    ),
}
