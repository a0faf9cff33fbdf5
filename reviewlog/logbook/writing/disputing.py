"""Disputes: the ground that was chosen, what was sent to a site, and what it answered."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import NOTHING, Draft
from reviewlog.domain.facts.disputes import (
    ALL_REVIEWS,
    Dispute,
    dispute_of,
    disputed_review,
    review_key,
)
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.time.moment import Moment, moment_to_field
from reviewlog.logbook.base import Book, checked_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt


class Told(NamedTuple):
    """One moment in the life of a dispute, as `dispute` takes it."""

    state: str
    site: str
    review: str | None = ALL_REVIEWS
    ground: str | None = None
    ground_name: str | None = None
    """The ground in the site's own words, so that it can be read in years to come."""
    at: Moment | None = None
    text: str | None = None
    """What we wrote."""
    said: str | None = None
    """What the site wrote."""
    reference: str | None = None
    due: Moment | None = None
    fields: Mapping[str, str] = NOTHING
    """What was put into the fields of the site's form."""
    exhibits: tuple[str, ...] = ()
    """The labels of what went with it."""
    answers: Mapping[str, str] = NOTHING
    """What the owner answered while choosing."""
    gone: bool = False
    """Whether the review is to be noted as gone with it."""


def write_dispute(book: Book, incident: str, told: Told) -> Receipt:
    """Write down what became of a dispute; of a report also which try it was."""
    _check(told)
    with book.store.writing():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        standing = dispute_of(facts.entries, told.site, told.review)
        drafts = [Draft("dispute", _fields(book, told, standing), row["id"])]
        drafts += [Draft("review", fields, row["id"]) for fields in _gone(book, told, facts)]
        return book.receipt(book.record(drafts))


def choose_ground(book: Book, incident: str, told: Told) -> Receipt | None:
    """Write down the ground that was chosen; None where the same choice stands already."""
    _check(told)
    with book.store.writing():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        standing = dispute_of(facts.entries, told.site, told.review)
        # The last choice at a site decides what its bundle is about: another one needs a new one.
        is_last = disputed_review(facts.entries, told.site) == told.review
        if is_last and _is_same(standing, told):
            return None
        draft = Draft("dispute", _fields(book, told, standing), row["id"])
        return book.receipt(book.record([draft]))


def _check(told: Told) -> None:
    """Refuse empty and endless texts before anything is written."""
    checked_text(told.text, "the text")
    checked_text(told.said, "their words")
    checked_text(told.reference, "--reference")
    for label, text in told.fields.items():
        checked_text(label, "--field")
        checked_text(text, "--field")


def reviews_on(facts: Facts, site: str) -> tuple[Track, ...]:
    """Return the reviews that stand on a site."""
    return tuple(t for t in facts.standing_reviews if t.fields.get("site") == site)


def is_gone(facts: Facts, site: str, review: Track | None) -> bool:
    """Whether what was reviewed on a site is gone from it, so that nothing is left to dispute."""
    if review is not None:
        return review.state == "gone"
    here = [t for t in facts.reviews if t.fields.get("site") == site]
    return bool(here) and all(t.state == "gone" for t in here)


def _is_same(standing: Dispute, told: Told) -> bool:
    if standing.chosen is None or standing.ground != told.ground:
        return False
    known = standing.own_fields
    named = standing.chosen.fields.get("of")
    return named == told.review and all(known.get(n) == text for n, text in told.fields.items())


def _fields(book: Book, told: Told, standing: Dispute) -> dict[str, Any]:
    is_report = told.state in ("sent", "early")
    ground, name = told.ground, told.ground_name
    if is_report and ground is None:
        ground, name = standing.ground, standing.ground_name
    return {
        "happened_at": book.happened(told.at),
        "state": told.state,
        "site": told.site or None,
        "of": told.review,
        "ground": ground,
        "ground_name": name,
        "text": told.text,
        "said": told.said,
        "reference": told.reference,
        "due": moment_to_field(told.due) if told.due else None,
        "fields": dict(told.fields) or None,
        "exhibits": list(told.exhibits) or None,
        "answers": dict(told.answers) or None,
        "try": standing.tries + 1 if told.state == "sent" else None,
    }


def _gone(book: Book, told: Told, facts: Facts) -> list[dict[str, Any]]:
    """Return the reviews that are gone with the answer: the disputed one, or all on the site."""
    standing = reviews_on(facts, told.site) if told.gone else ()
    return [
        {
            "happened_at": book.happened(told.at),
            "state": "gone",
            "of": review_key(review),
            "site": told.site,
            "nick": review.fields.get("nick"),
        }
        for review in standing
        if told.review in (ALL_REVIEWS, review_key(review))
    ]
