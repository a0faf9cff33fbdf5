"""Making every agenda again when something changed that lies outside the incidents."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.order import as_written
from reviewlog.domain.time.calendar import Calendar
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.surroundings import AWAY, absences, calendar_of
from reviewlog.store.book import Store

FOR_EVER = "9999-12-31"


def project_agendas(store: Store, calendar: Calendar) -> None:
    """Make every agenda again: of the open incidents, and of the closed ones that have one.

    With a retention every closed one may have one.
    """
    projector = Projector(store, calendar)
    asking = {item[0] for item in store.projections.due("", FOR_EVER)}
    done: set[str] = set()
    for row in store.projections.incidents():
        may_ask = calendar.retention is not None or row["state"] == "open"
        if row["id"] not in done and (may_ask or row["number"] in asking):
            done |= projector.update([row["id"]]).keys()


def settle_absences(store: Store) -> dict[str, Any]:
    """Keep the absences that stand, and make every agenda again; return the settings."""
    fields = kept_settings(store) | {AWAY: absence_dates(general_entries(store))}
    keep_settings(store, fields)
    project_agendas(store, calendar_of(fields))
    return fields


def absence_dates(general: Sequence[Entry]) -> list[list[str]]:
    """Return first and last day of each absence that stands, as `settings` keep them."""
    return [[a.first.isoformat(), a.last.isoformat()] for a in absences(general)]


def general_entries(store: Store) -> list[Entry]:
    """Return the entries of no incident, in the order they were written."""
    return as_written(store.log.general())


def kept_settings(store: Store) -> dict[str, Any]:
    """Return the settings that hold, absences included; none in a new logbook."""
    kept: dict[str, Any] = json.loads(store.projections.meta("settings") or "{}")
    return kept


def keep_settings(store: Store, fields: Mapping[str, Any]) -> None:
    """Keep the settings where the daily verbs find them."""
    store.projections.set_meta("settings", json.dumps(fields))
    store.projections.set_meta("zone", fields["time_zone"])
