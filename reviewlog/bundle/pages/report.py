"""The report: the whole story on one page that needs nothing else."""

from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.drawing.lying import lying
from reviewlog.bundle.drawing.sketch import SHAPES, legend
from reviewlog.bundle.drawing.standing import standing
from reviewlog.bundle.drawing.timeline import columns
from reviewlog.bundle.pages.cards import Card, cards
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.telling.claimed import claims_shown
from reviewlog.bundle.telling.listed import exhibits_shown, picture_uri
from reviewlog.bundle.telling.parts import TITLES, cover_of, parts_of
from reviewlog.bundle.telling.staying import staying_of
from reviewlog.bundle.telling.story import reviews_of, strongest, summary_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit

_SEARCHES = frozenset(("lookup", "claim"))
"""Kinds that are work of ours on the record, not things that happened."""


def report(
    dossier: Dossier, zone: ZoneInfo, picture: Callable[[Exhibit], str] = picture_uri
) -> Iterator[str]:
    """Yield the report piece by piece; `picture` gives the address that a picture is shown from.

    Raises BrokenProofError when a picture is no longer what was taken in.
    """
    return page("report.html.j2", **report_context(dossier, zone), picture=picture)


def report_context(dossier: Dossier, zone: ZoneInfo) -> dict[str, Any]:
    """Return all that a report shows, for any form of it."""
    every = cards(dossier, zone)
    known: dict[str, Any] = {
        "cover": cover_of(dossier),
        "titles": TITLES,
        "number": harmless_line(dossier.number),
        "summary": summary_of(dossier, zone),
        "drawing": columns(dossier.timeline, zone),
        "decisive": _decisive(dossier, every),
        "cards": [card for card in every if card.kind not in _SEARCHES],
        "searches": [card for card in every if card.kind in _SEARCHES],
        "reviews": reviews_of(dossier, zone),
        "claims": claims_shown(dossier),
        "exhibits": exhibits_shown(dossier, zone),
        "staying": staying_of(dossier),
        "shapes": SHAPES,
    }
    drawn = known["drawing"]
    if drawn:
        known |= {"sketches": (lying(drawn), standing(drawn)), "legend": legend(drawn)}
    return known | {"parts": [part for part in parts_of(dossier) if _has(part, known)]}


def _has(part: str, known: dict[str, Any]) -> bool:
    """Whether there is anything to show under a part."""
    if part == "pictures":
        return any(exhibit.pictured for exhibit in known["exhibits"])
    sources = {"timeline": "cards", "withheld": "staying", "words": "decisive"}
    return bool(known[sources.get(part, part)])


def _decisive(dossier: Dossier, every: list[Card]) -> Card | None:
    """The contact with the plainest demand tied to a review, where their own words are noted."""
    told = strongest(dossier)
    if told is None or not told.fields.get("quote"):
        return None
    return every[dossier.timeline.index(told)]
