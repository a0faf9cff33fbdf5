"""What a verb answers: what was written down, and what to do next."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.facts import Facts


class Receipt(NamedTuple):
    """The answer to every entry."""

    row: Mapping[str, Any]
    """The incident as the projection keeps it."""
    facts: Facts
    entries: tuple[Entry, ...]
    """What this command wrote, the main entry first."""
    agenda: tuple[Item, ...]
    before: tuple[Item, ...] = ()
    """The agenda as it was before this command."""
    opened: bool = False
    """Whether the incident is new."""
    joined: bool = False
    """Whether a name found its only open incident."""
    breached: bool = False
    """Whether we got in touch although they had asked for peace, or were to be left in peace."""
    lifted: bool = False
    """Whether they got in touch although they had asked to be left alone."""

    @property
    def main(self) -> Entry:
        """The entry that the command is about."""
        return self.entries[0]


class View(NamedTuple):
    """One incident in full, for `show`, `next` and the bundle."""

    row: Mapping[str, Any]
    facts: Facts
    agenda: tuple[Item, ...]
    timeline: tuple[Any, ...]
    """`Settled` entries in fold order."""
    every: tuple[Entry, ...]
    """Every stored entry that concerns it, relations included, in the order of the log."""
    labels: Mapping[EntryId, str] = MappingProxyType({})
    """The numbers of its exhibits, where somebody needs them."""


class Undone(NamedTuple):
    """What `undo` took back."""

    entries: tuple[Entry, ...]
    rows: tuple[Mapping[str, Any], ...]
    """The incidents concerned, as they are now."""
