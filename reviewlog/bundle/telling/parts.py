"""Which parts a report has for which reader, in which order, and what its cover says."""

from collections.abc import Collection
from typing import NamedTuple

from reviewlog.bundle.telling.story import business_of, customer_of, reader_of
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier

SUMMARY, DRAWING, WORDS, CLAIMS, REVIEWS, TIMELINE, SEARCHES, EXHIBITS, PICTURES, WITHHELD = (
    "summary", "drawing", "words", "claims", "reviews", "timeline", "searches", "exhibits",
    "pictures", "withheld",
)  # fmt: skip
TITLES = {
    SUMMARY: "In short",
    DRAWING: "Who acted when",
    WORDS: "The words that matter",
    CLAIMS: "The review, sentence by sentence",
    REVIEWS: "The review",
    TIMELINE: "Everything, in order",
    SEARCHES: "Where we looked",
    EXHIBITS: "List of exhibits",
    PICTURES: "The pictures",
    WITHHELD: "What is not in here",
}
_ORDERS = {
    "site": (DRAWING, WORDS, SUMMARY, REVIEWS, CLAIMS, EXHIBITS, PICTURES, TIMELINE, SEARCHES, WITHHELD),
    "court": (SUMMARY, DRAWING, EXHIBITS, REVIEWS, TIMELINE, CLAIMS, SEARCHES, PICTURES, WITHHELD),
    "police": (SUMMARY, WORDS, DRAWING, REVIEWS, TIMELINE, EXHIBITS, PICTURES, SEARCHES, CLAIMS, WITHHELD),
    "insurer": (DRAWING, SUMMARY, REVIEWS, TIMELINE, CLAIMS, SEARCHES, EXHIBITS, PICTURES, WITHHELD),
    "lawyer": (DRAWING, SUMMARY, WORDS, REVIEWS, CLAIMS, TIMELINE, SEARCHES, EXHIBITS, PICTURES, WITHHELD),
}  # fmt: skip
_PAPER = (
    SUMMARY,
    DRAWING,
    WORDS,
    EXHIBITS,
    REVIEWS,
    TIMELINE,
    CLAIMS,
    SEARCHES,
    PICTURES,
    WITHHELD,
)
"""A moderator wants the words first, a judge the list of exhibits, the police what was said."""
_ABOUT = {
    "site": "What happened around a review, with the words that were used and the files that show them.",
    "lawyer": "The whole record of one matter: what both sides said, as noted at the time, and the files.",
    "court": "A record kept day by day, with numbered exhibits. Each entry shows when it happened and when it was written down.",
    "police": "What was said to us, when, by which way, and how we know. Nothing here is an opinion.",
    "insurer": "What was asked of us, what we offered and did, and what it cost.",
    "self": "Everything that our logbook has of this incident, notes and opinions too. Not to be handed on.",
}  # fmt: skip


_DISTANCE = "the number in brackets says how far it is from UTC"


class Cover(NamedTuple):
    """What stands on top: every text is harmless."""

    business: str
    title: str
    about: str
    """What this is, in one sentence."""
    lines: tuple[tuple[str, str], ...]
    """Labels and texts."""


def parts_of(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the parts that a reader gets, in their order; empty ones are left out later."""
    return _ORDERS.get(dossier.reader, _ORDERS["lawyer"])


def paper_parts(parts: Collection[str]) -> list[str]:
    """Return the parts as they are read on paper: what happened, with what to look for it in."""
    return [part for part in _PAPER if part in parts]


def cover_of(dossier: Dossier) -> Cover:
    """Return what the first page says."""
    number = harmless_line(dossier.number)
    return Cover(
        business=business_of(dossier),
        title=f"Incident {number}: what happened, in order",
        about=_ABOUT.get(dossier.reader, _ABOUT[EVERYTHING]),
        lines=(
            ("Customer", customer_of(dossier)),
            ("Made for", reader_of(dossier)),
            ("Kept by", f"{business_of(dossier)}, called “we” on this page"),
            (
                "Times",
                f"in the time zone of the business, {harmless_line(dossier.zone)}; {_DISTANCE}",
            ),
        ),
    )
