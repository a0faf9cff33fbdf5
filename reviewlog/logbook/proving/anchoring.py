"""Anchor: ask for a time from outside over the log, when the owner says so or when it is owed."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.logbook.proving.anchors import anchors, heal, keep, service_at
from reviewlog.logbook.proving.checkpointing import Proving
from reviewlog.logbook.proving.owed import is_behind, named_services, owing
from reviewlog.store.book import Store
from reviewlog.store.checkpoints import Kept
from reviewlog.sync.asking import ask_all
from reviewlog.sync.timestamps import SECONDS, Service

PATIENCE = 2.0
"""Seconds; a service that took longer and gave nothing is left alone for a while."""

Waiting = Callable[[Sequence[Service]], object]
"""What is told, and only once, when services take long to answer."""


class Anchored(NamedTuple):
    """What came of asking."""

    checkpoint: Kept | None
    """What was to be stamped; None when nobody had to be asked."""
    new: tuple[Entry, ...]
    """The anchors that were logged."""
    errors: tuple[NoStampError, ...] = ()
    """Why the others gave nothing."""
    paused: bool = False
    """Whether all of those are left alone for a while."""
    standing: tuple[Entry, ...] = ()
    """The newest anchors of the services that have stamped all that was written."""


def anchor(book: Proving, waiting: Waiting, seconds: float = SECONDS) -> Anchored:
    """Ask every service that has not stamped all that was written; without any, sign only.

    Raises KeyFileError, CheckpointError, BookError.
    """
    named = named_services(book)
    with book.store.reading():
        found = heal(book)
        behind = [url for url in named if is_behind(book.store, url)]
        standing = _newest(book.store, [url for url in named if url not in behind])
        if named and not behind:
            return Anchored(None, found, standing=standing)
        return _asked(book, behind, waiting, seconds)._replace(standing=standing)


def catch_up(book: Proving, waiting: Waiting, seconds: float = SECONDS) -> Anchored | None:
    """Ask the services that owe a time stamp and are not left alone; None when none does.

    A folder that cannot be written to is let be: nothing could be kept.
    Raises KeyFileError, CheckpointError, BookError.
    """
    with book.store.reading():
        if not owing(book) or not os.access(book.store.folder, os.W_OK):
            return None
        heal(book)
        urls = owing(book)
        return _asked(book, urls, waiting, seconds) if urls else None


def _newest(store: Store, urls: Sequence[str]) -> tuple[Entry, ...]:
    """Return the newest anchor of each service."""
    said = {str(entry.fields.get("service")): entry for entry in anchors(store)} if urls else {}
    return tuple(said[url] for url in urls if url in said)


def _asked(book: Proving, urls: Sequence[str], waiting: Waiting, seconds: float) -> Anchored:
    """Ask some services, never under the write lock; what each gives is kept as it comes."""
    kept = book.checkpoint()
    services, errors = _services(book, urls)
    new: list[Entry] = []
    tiring: set[str] = set()
    for answer in ask_all(services, kept.note, book.now, waiting, seconds):
        if answer.stamp is not None:
            new.append(keep(book, kept, answer, answer.stamp))
        elif answer.error is not None:
            errors.append(answer.error)
            if answer.error.reason == "slow" or answer.seconds > PATIENCE:
                tiring.add(answer.error.service)
    now = book.now()
    if len(errors) < len(named_services(book)):
        tiring = {error.service for error in errors}  # another time stamp is there: no hurry
    _miss(book, {error.service: now if error.service in tiring else None for error in errors})
    new.sort(key=lambda entry: urls.index(entry.fields["service"]))
    errors.sort(key=lambda error: urls.index(error.service))
    paused = bool(errors) and len(tiring) == len(errors)
    return Anchored(kept, tuple(new), tuple(errors), paused)


def _services(book: Proving, urls: Sequence[str]) -> tuple[list[Service], list[NoStampError]]:
    """Return the services that can be asked, and what is wrong with the others."""
    services: list[Service] = []
    errors: list[NoStampError] = []
    for url in urls:
        try:
            services.append(service_at(book, url))
        except NoStampError as error:
            errors.append(error)
    return services, errors


def _miss(book: Proving, services: dict[str, datetime | None]) -> None:
    """Note who gave nothing: the next call asks again, or one after a while."""
    before = book.store.stamps.missed()
    if before | services != before:
        with book.store.writing():
            book.store.stamps.miss(services)
