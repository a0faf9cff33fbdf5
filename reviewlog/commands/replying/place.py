"""Which review is answered: as named, as the draft says, the only site, or asked for."""

from typing import NamedTuple

from reviewlog.commands.asking.whichreview import named_review
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import Drafting, drafting_of
from reviewlog.domain.reply.rules import PUBLIC
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.receipt import View
from reviewlog.logbook.said import ReplyDraft
from reviewlog.render.replies.places import review_line

WHICH = "Which review is it about?"


class Place(NamedTuple):
    """The incident, the site and the review that a text is for."""

    view: View
    site: str | None = None
    of: str | None = None

    @property
    def number(self) -> str:
        """The number of the incident."""
        return str(self.view.row["number"])

    @property
    def facts(self) -> Facts:
        """What the incident looks like."""
        return self.view.facts

    @property
    def review(self) -> Track | None:
        """The review that is answered."""
        from reviewlog.logbook.replies.case import answered_review

        return answered_review(self.facts, self.site, self.of)

    @property
    def where(self) -> str:
        """The site in words, ` on Yelp`; nothing where none is meant."""
        site = self.site
        return f" on {vocabulary.SITES.get(site, harmless_line(site))}" if site else ""

    def about(self, medium: str) -> ReplyDraft:
        """Return what is meant, as the logbook takes it."""
        return ReplyDraft(medium, self.site, self.of)

    def drafting(self, medium: str) -> Drafting:
        """Return how far the text for a medium is."""
        from reviewlog.logbook.replies.checking import drafting_at

        return drafting_at(self.facts, medium, self.site, self.of)


def settle_place(session: Session, number: str, typed: Typed) -> Place:
    """Return which review is meant.

    Raises MissingError where several reviews stand and nobody can be asked,
    UnknownReviewError, BadWordError.
    """
    view = session.logbook.view(number)
    if typed.of is not None:
        return _at(view, named_review(view, typed.of))
    site = vocabulary.site(typed.site) if typed.site is not None else None
    if typed.medium != PUBLIC:
        latest = drafting_of(view.facts.entries, typed.medium).latest
        if site is None and latest is not None and not typed.new and latest.fields.get("of"):
            return Place(view, latest.fields.get("site"), str(latest.fields["of"]))
        return Place(view, site)
    review = _one_of(session, view, _answerable(view.facts, site))
    return _at(view, review) if review is not None else Place(view, site)


def _at(view: View, review: Track) -> Place:
    return Place(view, _site(review), review_key(review))


def _answerable(facts: Facts, site: str | None) -> list[Track]:
    """Return the reviews that may be meant; of those that are gone what we wrote to."""
    here = [t for t in facts.reviews if site in (None, _site(t))]
    standing = [t for t in here if t.state != "gone"]
    return standing or [t for t in here if _has_text(facts, t)]


def _has_text(facts: Facts, review: Track) -> bool:
    drafting = drafting_of(facts.entries, PUBLIC, review_key(review))
    return bool(drafting.drafts or drafting.posted)


def _one_of(session: Session, view: View, reviews: list[Track]) -> Track | None:
    """Return the review that is meant, asked for where there is more than one."""
    if len(reviews) < 2:
        return reviews[0] if reviews else None
    if not session.interactive:
        sites = {_site(t) for t in reviews}
        is_told_by_site = len(sites) == len(reviews) and None not in sites
        entries = " or ".join(str(t.first.id.seq) for t in reviews)
        raise MissingError(("--site SITE" if is_told_by_site else f"--of {entries}",))
    lines = [review_line(t, is_answered=_is_answered(view, t)) for t in reviews]
    return reviews[session.choose(WHICH, lines)]


def _is_answered(view: View, review: Track) -> bool:
    return view.facts.replies.answer(review) is not None


def _site(review: Track) -> str | None:
    site = review.fields.get("site")
    return str(site) if site else None
