"""Comparing the projections with what the entries give, incident by incident, without writing."""

import gc
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from reviewlog.domain.errors import BookError
from reviewlog.logbook.opening.projecting import Projector, shown_of
from reviewlog.logbook.opening.redating import general_entries, kept_settings
from reviewlog.logbook.opening.refresh import logged_settings
from reviewlog.logbook.opening.shelving import put_logged
from reviewlog.logbook.opening.surroundings import calendar_of
from reviewlog.store.book import Store
from reviewlog.store.checking.found import Found, Watch
from reviewlog.store.look import Look
from reviewlog.store.rows import item_to_row
from reviewlog.store.schema import migrate
from reviewlog.store.stamps import STAMPED, stamped_by
from reviewlog.store.stored import Stored
from reviewlog.version import VERSION

BATCH = 250
WORTH_A_PROCESS = 2000
"""Incidents from which on other processes help: starting one takes half a second."""
MOST_PROCESSES = 2
UNREADABLE = (BookError, sqlite3.Error, ValueError, LookupError, TypeError, AttributeError)
"""What rows that were changed by hand may lead to."""
Odd = tuple[str, str]
"""A place among the projections that differs, and how."""
Batch = list[tuple[str, int]]
"""Incidents, with the number that each must have."""


class Comparing:
    """The comparison; a large logbook is compared beside what else is checked meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.settings: dict[str, Any] = {}
        """The settings that the entries give."""
        self.is_current = False
        """Whether this very program kept the projections: another one keeps others."""
        self._batches: list[Batch] = []
        self._odd: list[Odd] = []
        self._pool: ProcessPoolExecutor | None = None
        self._futures: list[Future[list[Odd]]] = []

    def begin(self) -> None:
        """Compare what is small, and let other processes begin with the incidents.

        What cannot be read is left to the check of the log, which names the place.
        """
        try:
            self._begin()
        except UNREADABLE as error:
            self._odd = [("incidents", f"they cannot be read ({type(error).__name__})")]

    def _begin(self) -> None:
        store = Look.open(self._folder)
        try:
            with store.still():
                self.is_current = store.stored.meta("version") == VERSION
                general = general_entries(store)
                self.settings = logged_settings(general)
                numbers = {one: number for number, one in enumerate(store.log.incidents(), 1)}
                self._odd = [*_surroundings(store, self.settings), *_numbers(store.stored, numbers)]
        finally:
            store.close()
        order = list(numbers.items())
        self._batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        if self.is_current and len(order) >= WORTH_A_PROCESS:
            self._start()

    def _start(self) -> None:
        workers = min(MOST_PROCESSES, os.cpu_count() or 1)
        try:
            self._pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin_work)
            self._futures = [
                self._pool.submit(compared, self._folder, self.settings, batch)
                for batch in self._batches
            ]
        except OSError:
            self.stop()

    def finish(self, found: Found, watch: Watch) -> None:
        """Name every place where what is kept is not what its entries give."""
        for place, what in self._odd:
            found.fault("projections", place, what)
        total = sum(map(len, self._batches))
        for batch, odd in zip(self._batches, self._results(), strict=True):
            for place, what in odd:
                found.fault("projections", place, what)
            found.counts["projections"] += len(batch)
            watch("projections", found.counts["projections"], total)

    def _results(self) -> Iterator[list[Odd]]:
        done = 0
        try:
            for future in self._futures:
                yield future.result()
                done += 1
        except BrokenProcessPool:
            self.stop()
        for batch in self._batches[done:]:
            yield compared(self._folder, self.settings, batch)

    def stop(self) -> None:
        """Let go of the other processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool, self._futures = None, []


def _surroundings(store: Look, settings: Mapping[str, Any]) -> Iterator[Odd]:
    """Compare what the agenda depends on besides the incidents: settings and playbooks."""
    try:
        same = kept_settings(store) == settings
    except ValueError:
        same = False
    if not same or store.stored.meta("zone") != settings["time_zone"]:
        yield "settings", "they are not what the entries give"
    if _kept_stamps(store) != stamped_by(store.log.general(("anchor",)), store.log.ours):
        yield "time stamps", "how much was stamped is not what the entries give"
    for key in store.stored.strange_meta():
        yield f"meta {key}", "it is none of ours"
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(memory)
        put_logged(Store(store.folder, memory, store.log.ours), general_entries(store))
        kept, wanted = store.stored.playbooks(), Stored(memory).playbooks()
    finally:
        memory.close()
    for digest in sorted(kept.keys() | wanted.keys()):
        if kept.get(digest) != wanted.get(digest):
            named = kept.get(digest) or wanted[digest]
            yield f"playbook {named['id']}", "it is not what the entries give"


def _kept_stamps(store: Look) -> Any:
    try:
        return json.loads(store.stored.meta(STAMPED) or "{}")
    except ValueError:
        return None


def _numbers(stored: Stored, wanted: Mapping[str, int]) -> Iterator[Odd]:
    kept = stored.numbers()
    for incident, number in kept.items():
        if incident not in wanted:
            yield f"incident {number}", "no entry belongs to it"
    for incident, number in wanted.items():
        if kept.get(incident) != number:
            yield f"incident {number}", "its number is not what the entries give"
    for table, incident in stored.strays():
        if incident not in wanted:
            yield table, "a row belongs to no incident"


def _begin_work() -> None:
    """Nothing of what is folded refers to itself: looking for that costs a tenth of the time."""
    gc.disable()


def compared(folder: Path, settings: Mapping[str, Any], batch: Batch) -> list[Odd]:
    """Return which incidents of a batch are not kept as their entries give them."""
    first, last = batch[0][1], batch[-1][1]
    try:
        store = Look.open(folder)
        try:
            with store.still():
                return list(_odd(store, settings, batch))
        finally:
            store.close()
    except UNREADABLE as error:
        # Whatever stands there by hand, it is a place that does not hold and no fault of ours.
        return [(f"incidents {first} to {last}", f"they cannot be read ({type(error).__name__})")]


def _odd(store: Look, settings: Mapping[str, Any], batch: Batch) -> Iterator[Odd]:
    projector = Projector(store, calendar_of(settings))
    projector.read_ahead(incident for incident, _ in batch)
    for incident, number in batch:
        for what in _of(store.stored, projector, incident, number):
            yield f"incident {number}", what


def _of(stored: Stored, projector: Projector, incident: str, number: int) -> Iterator[str]:
    """Say what is odd about one incident.

    What it is joined with follows from its entries alone, the person from its entries and moves,
    facts and agenda from all of these: where each of them is right, all are what a rebuild gives.
    """
    for table, others in projector.pairs(incident).items():
        if stored.pairs(table, incident) != others:
            yield f"its {table} are not what the entries give"
    facts = projector.facts(incident)
    row = projector.row(facts, number)
    if stored.row(incident) != row:
        yield "its row is not what the entries give"
    items = enumerate(projector.items(facts))
    shown, calendar = shown_of(row), projector.calendar
    if stored.agenda_rows(incident) != [item_to_row(i, n, calendar) | shown for n, i in items]:
        yield "its agenda is not what the entries give"
