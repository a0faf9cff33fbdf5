"""How a dispute stands: the ground, what was sent, how often, and what the site answered.

Nothing of it is on the way of a daily verb: what the agenda needs of disputes are anchors.
"""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.anchors import waiting_disputes
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track

ANSWERS = ("removed", "refused", "asked-for-more")
ALL_REVIEWS = None
"""As the review of a dispute: one report for all of a site, or for a threat before any."""


class Dispute(NamedTuple):
    """What was done about one review, or about a threat before any, at one site."""

    site: str
    review: str | None = ALL_REVIEWS
    """The entry with which the review began, `log:seq`."""
    choices: tuple[Entry, ...] = ()
    """The grounds that were chosen; the last one holds."""
    sent: tuple[Entry, ...] = ()
    """The reports of the review; each is a try."""
    early: tuple[Entry, ...] = ()
    """The reports of a threat while there was no review."""
    answers: tuple[Entry, ...] = ()
    notices: tuple[Entry, ...] = ()
    waiting: tuple[Entry, ...] = ()
    """Those with a day that is still to be kept."""

    @property
    def chosen(self) -> Entry | None:
        """The choice of the ground that holds."""
        return self.choices[-1] if self.choices else None

    @property
    def ground(self) -> str | None:
        """The id of the ground: of the last choice, or of a report that named another later."""
        named = [e for e in self._in_order() if e.fields.get("ground")]
        return str(named[-1].fields["ground"]) if named else None

    @property
    def ground_name(self) -> str | None:
        """The ground in the site's own words."""
        named = [e for e in self._in_order() if e.fields.get("ground")]
        return named[-1].fields.get("ground_name") if named else None

    @property
    def tries(self) -> int:
        """How often the review was reported."""
        return len(self.sent)

    @property
    def last_report(self) -> Entry | None:
        """What was reported last, a review or a threat."""
        return max((*self.sent, *self.early), key=lambda e: e.order, default=None)

    @property
    def answer(self) -> Entry | None:
        """What the site said to the last report; None while it has not."""
        last = self.last_report
        given = [a for a in self.answers if last is None or a.order > last.order]
        return given[-1] if given else None

    @property
    def state(self) -> str:
        """`none`, `chosen`, `sent`, `early`, or the answer."""
        if self.answer is not None:
            return str(self.answer.fields["state"])
        if self.last_report is not None:
            return "sent" if self.last_report in self.sent else "early"
        return "chosen" if self.chosen is not None else "none"

    @property
    def references(self) -> tuple[str, ...]:
        """The site's own numbers for it, each once, in order."""
        said = (e.fields.get("reference") for e in (*self._in_order(), *self.notices))
        return tuple(dict.fromkeys(str(reference) for reference in said if reference))

    @property
    def own_fields(self) -> dict[str, str]:
        """What the owner wants in the fields of the site's form, the later text winning."""
        return _fields_of(self.choices)

    @property
    def known_fields(self) -> dict[str, str]:
        """What stood in the fields of the site's form so far, wanted or sent."""
        return _fields_of(self._in_order())

    def _in_order(self) -> list[Entry]:
        found = (*self.choices, *self.sent, *self.early, *self.answers)
        return sorted(found, key=lambda entry: entry.order)


def dispute_of(entries: Iterable[Entry], site: str, review: str | None = ALL_REVIEWS) -> Dispute:
    """Return how the dispute of a review stands at a site, from entries in fold order.

    A report that names no review was for all of them; one without a site counts everywhere.
    """
    every = [e for e in entries if e.kind == "dispute" or _is_gone(e)]
    ours = [e for e in every if e.kind == "dispute" and _is_about(e, site, review)]

    def of(*states: str) -> tuple[Entry, ...]:
        return tuple(e for e in ours if e.fields.get("state", "sent") in states)

    return Dispute(
        site=site,
        review=review,
        choices=of("chosen"),
        sent=of("sent"),
        early=of("early"),
        answers=of(*ANSWERS),
        notices=of("notice"),
        waiting=tuple(e for e in waiting_disputes(every) if e in ours),
    )


def disputed_review(entries: Iterable[Entry], site: str) -> str | None:
    """Return the review that a site was last asked about, or is to be; none where all were."""
    asked = [
        e
        for e in entries
        if e.kind == "dispute"
        and e.fields.get("site") == site
        and e.fields.get("state", "sent") in ("chosen", "sent")
    ]
    last = max(asked, key=lambda e: e.order, default=None)
    return last.fields.get("of") if last is not None else ALL_REVIEWS


def disputes_of(facts: Facts) -> tuple[Dispute, ...]:
    """Return every dispute of an incident, by site and review, in the order in which they began."""
    begun: dict[tuple[str, str | None], None] = {}
    for entry in facts.entries:
        if entry.kind == "dispute" and entry.fields.get("site"):
            begun[entry.fields["site"], entry.fields.get("of")] = None
    return tuple(dispute_of(facts.entries, site, review) for site, review in begun)


def _fields_of(entries: Iterable[Entry]) -> dict[str, str]:
    known: dict[str, str] = {}
    for entry in entries:
        known |= entry.fields.get("fields") or {}
    return known


def review_key(review: Track) -> str:
    """Return what a dispute names a review by."""
    return str(review.first.fields.get("of") or review.first.id)


def _is_about(entry: Entry, site: str, review: str | None) -> bool:
    named = entry.fields.get("site")
    if named not in (None, site) or (named is None and entry.fields.get("state") == "notice"):
        return False
    return review is ALL_REVIEWS or entry.fields.get("of") in (None, review)


def _is_gone(entry: Entry) -> bool:
    return entry.kind == "review" and entry.fields.get("state") == "gone"
