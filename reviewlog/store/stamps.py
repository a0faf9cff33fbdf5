"""How much of our log each service has stamped, kept so that the asking costs next to nothing."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.owing import Covered
from reviewlog.domain.sealing import open_disclosure
from reviewlog.domain.time.moment import utc_from_text, utc_text
from reviewlog.store.connection import BrokenRowError
from reviewlog.store.projections import Projections

STAMPED = "stamped"
"""By service: the size of the log that it stamped last, and when; a projection of the anchors."""
MISSED = "stamps_missed"
"""By service that gave nothing when it was asked last: since when it is left alone, if it is.

Of this machine only: no entry tells it."""


class Stamps:
    """What is known of the services, and what was written since they stamped."""

    def __init__(self, connection: sqlite3.Connection, ours: str) -> None:
        self._db = connection
        self._ours = ours
        self._projections = Projections(connection)

    def covered(self) -> dict[str, Covered]:
        """Return by service how much of our log it has stamped.

        What is not in the log was not stamped: such a row would keep the services from being asked.
        """
        query = "SELECT coalesce(max(seq), 0) FROM entries WHERE log = ?"
        (end,) = self._db.execute(query, (self._ours,)).fetchone()
        read = {url: _covered(value) for url, value in self._kept(STAMPED).items()}
        return {url: one for url, one in read.items() if one is not None and one.size <= end}

    def has_grown(self, size: int) -> bool:
        """Whether anything but anchors was written after the first entries."""
        query = "SELECT 1 FROM entries WHERE log = ? AND seq > ? AND kind <> 'anchor' LIMIT 1"
        return self._db.execute(query, (self._ours, size)).fetchone() is not None

    def kinds_after(self, size: int) -> set[str]:
        """Return the kinds of entries that were written after the first ones."""
        query = "SELECT DISTINCT kind FROM entries WHERE log = ? AND seq > ?"
        return {kind for (kind,) in self._db.execute(query, (self._ours, size))}

    def threats_after(self, size: int) -> set[str]:
        """Return the threats that were written down after the first entries."""
        query = "SELECT seq, text FROM disclosures WHERE log = ? AND seq > ? AND name = 'threat'"
        found = self._db.execute(query, (self._ours, size))
        return {_value(seq, text) for seq, text in found}

    def note(self, anchor: Entry) -> None:
        """Take an anchor into account; the caller holds the transaction."""
        true = self.covered()
        kept = {url: one for url, one in self._kept(STAMPED).items() if url in true}
        self._put(STAMPED, _with(kept, anchor))
        missed = self._kept(MISSED)
        if missed.pop(str(anchor.fields.get("service")), missed) is not missed:
            self._put(MISSED, missed)

    def project(self, anchors: Iterable[Entry]) -> None:
        """Make the projection again out of the anchor entries of our log."""
        self._put(STAMPED, stamped_by(anchors, self._ours))

    def missed(self) -> dict[str, datetime | None]:
        """Return the services that gave nothing, with the time since when one is left alone."""
        return {url: utc_from_text(at) if at else None for url, at in self._kept(MISSED).items()}

    def miss(self, services: Mapping[str, datetime | None]) -> None:
        """Note that services gave nothing; the caller holds the transaction."""
        said = {url: utc_text(at) if at else None for url, at in services.items()}
        self._put(MISSED, self._kept(MISSED) | said)

    def _kept(self, key: str) -> dict[str, Any]:
        """Return what is kept; nothing where it was changed by hand, so that it is asked again."""
        try:
            kept = json.loads(self._projections.meta(key) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _put(self, key: str, kept: Mapping[str, Any]) -> None:
        self._projections.set_meta(key, json.dumps(kept, sort_keys=True))


def _covered(value: Any) -> Covered | None:
    try:
        size, at = value
        return Covered(int(size), utc_from_text(at))
    except (ValueError, TypeError):
        return None


def stamped_by(anchors: Iterable[Entry], ours: str) -> dict[str, Any]:
    """Return what the anchor entries of our log give, as it is kept."""
    kept: dict[str, Any] = {}
    for anchor in anchors:
        if anchor.id.log == ours:
            kept = _with(kept, anchor)
    return kept


def _with(kept: dict[str, Any], anchor: Entry) -> dict[str, Any]:
    service, size = anchor.fields.get("service"), anchor.fields.get("size")
    if not isinstance(size, int) or size < kept.get(str(service), (0,))[0]:
        return kept
    return kept | {str(service): [size, utc_text(anchor.recorded_at)]}


def _value(seq: int, text: str) -> str:
    try:
        return str(open_disclosure(text)[1])
    except ValueError as error:
        raise BrokenRowError(f"entry {seq}") from error
