"""Which exhibits are copies with parts blacked out, and of what."""

from typing import NamedTuple

from reviewlog.bundle.telling.fieldwords import Fields
from reviewlog.domain.exhibits import label_order
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier

_KEPT = "a copy with parts blacked out; the original is kept and can be shown"


class Copied(NamedTuple):
    """An exhibit that was made by us out of a file that stays here."""

    label: str
    parent: str
    """The SHA-256 of the original, nothing where it is not told."""


def copies_of(dossier: Dossier) -> list[Copied]:
    """Return the copies in a bundle, in the order of their numbers."""
    told = {t.settled.entry.id: t.fields for t in dossier.timeline}
    every = ((exhibit.label, told[exhibit.entry.id]) for exhibit in dossier.exhibits)
    found = [Copied(label, _parent(fields)) for label, fields in every if fields.get("redacts")]
    return sorted(found, key=lambda copy: label_order(copy.label))


def _parent(fields: Fields) -> str:
    return harmless_line(str(fields.get("parent") or ""))


def original_words(fields: Fields) -> str:
    """Return what is said of the original of a copy, nothing for a file that is none."""
    # Its SHA-256 stands where it is told how the copy came about.
    return _KEPT if fields.get("redacts") else ""
