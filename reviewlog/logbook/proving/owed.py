"""Which services are to be asked for a time stamp now: decided after every verb, so it is cheap."""

from collections.abc import Mapping
from datetime import datetime

from reviewlog.domain.owing import DAILY, PAUSE, Covered, is_over, is_weighty
from reviewlog.logbook.base import Book
from reviewlog.store.book import Store


def named_services(book: Book) -> dict[str, Mapping[str, str]]:
    """Return the services that the settings name, by their address."""
    return {one["url"]: one for one in book.settings.get("time_stamps") or ()}


def willing(book: Book) -> list[str]:
    """Return the services that are not left alone: none that cost the owner time a while ago."""
    missed, now = book.store.stamps.missed(), book.now()
    left = {url for url, since in missed.items() if since and not is_over(since, PAUSE, now)}
    return [url for url in named_services(book) if url not in left]


def owing(book: Book) -> list[str]:
    """Return the services to ask: what weighs is stamped at once, the rest at most daily.

    One that gave nothing when it was asked last is asked again.
    """
    stamps, now = book.store.stamps, book.now()
    covered, missed = stamps.covered(), stamps.missed()
    return [
        url
        for url in willing(book)
        if (url in missed and is_behind(book.store, url))
        or _owes(book.store, covered.get(url), now)
    ]


def is_behind(store: Store, url: str) -> bool:
    """Whether anything was written that a service has not stamped."""
    covered = store.stamps.covered().get(url)
    return covered is None or store.stamps.has_grown(covered.size)


def _owes(store: Store, covered: Covered | None, now: datetime) -> bool:
    if covered is None:
        return True
    if not store.stamps.has_grown(covered.size):
        return False
    if is_over(covered.at, DAILY, now):
        return True
    kinds = store.stamps.kinds_after(covered.size)
    return is_weighty(kinds, store.stamps.threats_after(covered.size))
