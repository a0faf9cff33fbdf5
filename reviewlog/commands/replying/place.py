"""Which review is answered: as named, as the draft says, the only site, or asked for."""

from typing import NamedTuple

from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.claim_errors import UnknownReviewError
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.reply.drafts import Drafting, drafting_of
from reviewlog.domain.reply.rules import PUBLIC
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.receipt import View


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

    def drafting(self, medium: str) -> Drafting:
        """Return how far the text for a medium is."""
        return drafting_of(self.facts.entries, medium)


def settle_place(session: Session, number: str, typed: Typed) -> Place:
    """Return which review is meant.

    Raises MissingError where reviews stand on several sites and nobody can be asked,
    UnknownReviewError, BadWordError.
    """
    view = session.logbook.view(number)
    if typed.of is not None:
        review = _named(view, typed.of)
        return Place(view, _site(review), review_key(review))
    if typed.site is not None:
        return Place(view, vocabulary.site(typed.site))
    latest = drafting_of(view.facts.entries, typed.medium).latest
    if latest is not None and not typed.new and latest.fields.get("of"):
        return Place(view, latest.fields.get("site"), str(latest.fields["of"]))
    return Place(view, _one_site(session, view) if typed.medium == PUBLIC else None)


def _one_site(session: Session, view: View) -> str | None:
    reviews = view.facts.standing_reviews
    sites = list(dict.fromkeys(site for t in reviews if (site := _site(t))))
    if len(sites) < 2:
        return sites[0] if sites else None
    if not session.interactive:
        raise MissingError(("--site SITE",))
    names = [vocabulary.SITES.get(site, site) for site in sites]
    return sites[session.choose("Where is the review that you answer?", names)]


def _site(review: Track) -> str | None:
    site = review.fields.get("site")
    return str(site) if site else None


def _named(view: View, word: str) -> Track:
    """The review to whose life an entry belongs."""
    for entry in view.facts.entries:
        if entry.kind == "review" and str(entry.id.seq) == word.strip():
            key = str(entry.fields.get("of") or entry.id)
            return next(t for t in view.facts.reviews if review_key(t) == key)
    raise UnknownReviewError(str(view.row["number"]), word)
