"""Entries and steps that are not there, in sentences."""

from reviewlog.domain import errors
from reviewlog.domain.harmless import harmless_line


def unknown_entry(e: errors.UnknownEntryError) -> str:
    """Return that there is no such entry, or that it is no open demand."""
    word = harmless_line(e.word)
    if e.incident:
        known = ", ".join(e.open) or "none"
        return f"Entry “{word}” is no open demand of incident {e.incident}. Open: {known}"
    last = f" The last one is {e.last}." if e.last else ""
    return f"There is no entry “{word}” that can be corrected.{last}"


def unknown_step(e: errors.UnknownStepError) -> str:
    """Return that no such step is open, with those that are."""
    known = ", ".join(e.open_steps) or "none"
    return f"Incident {e.incident} has no open step “{harmless_line(e.word)}”. Open: {known}"


def no_such_step(e: errors.NoSuchStepError) -> str:
    """Return that an incident never has such a step, with the nearest."""
    near = f" Did you mean {e.near}?" if e.near else ""
    first = f"Incident {e.incident} has no step “{harmless_line(e.word)}”.{near}"
    return f"{first}\nKnown: {', '.join(e.known)}"
