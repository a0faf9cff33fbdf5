"""Whether all is well: they said so, and nothing from them since says otherwise."""

from collections.abc import Iterable

from reviewlog.domain.entry import Entry

CONTENT_STARS = 4
"""A review of so many stars takes nothing back."""


def pleased_entry(entries: Iterable[Entry]) -> Entry | None:
    """Return the contact in which they said that all is well, while it holds.

    Whatever they bring up after it needs an answer again: a contact that does not say so, a new
    demand, a new bad review. `entries` come in fold order.
    """
    said: Entry | None = None
    for entry in entries:
        if entry.fields.get("pleased"):
            said = entry
        elif said is not None and _takes_back(entry):
            said = None
    return said


def _takes_back(entry: Entry) -> bool:
    fields = entry.fields
    if entry.kind == "interaction":
        return fields.get("direction") == "in"
    if fields.get("of") is not None:
        return False
    if entry.kind == "review":
        return fields.get("state") == "up" and (fields.get("stars") or 0) < CONTENT_STARS
    return entry.kind == "demand" and fields.get("state") == "open"
