"""The exhibits of a statement: on its page by where they lie, in its text by their bare names."""

from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_path
from reviewlog.bundle.telling.listed import exhibits_shown, in_order
from reviewlog.domain.shows import PICTURES, SHOWS_WORDS, shown_by, weight
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit

MOST = 8
"""On the page; the report has the rest."""


def exhibit_lines(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """Return the strongest first, each with what it shows."""
    fields = {told.settled.entry.id: told.fields for told in dossier.timeline}
    weights = {e.label: weight(shown_by(fields[e.entry.id])) for e in dossier.exhibits}
    every = sorted(exhibits_shown(dossier, zone), key=lambda one: -weights[one.label])
    lines = [f"{one.label}: {one.file}{one.strength and ', ' + one.strength}" for one in every]
    rest = len(lines) - MOST
    return [*lines[:MOST], f"and {rest} more, in report.html"] if rest > 0 else lines


def file_lines(dossier: Dossier) -> list[str]:
    """Return the pictures by the names that they have beside the text, then what is no picture."""
    fields = {told.settled.entry.id: told.fields for told in dossier.timeline}
    every = sorted(in_order(dossier), key=lambda one: one.type not in PICTURES)
    shows = {one.label: SHOWS_WORDS.get(shown_by(fields[one.entry.id]), "a file") for one in every}
    return [f"{_name(one)}: {shows[one.label]}" for one in every]


def _name(exhibit: Exhibit) -> str:
    name = exhibit_path(exhibit).rpartition("/")[2]
    return name if exhibit.type in PICTURES else exhibit.label
