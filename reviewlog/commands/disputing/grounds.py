"""Which site, which review and which ground: asked one by one on a terminal, never guessed."""

from typing import NamedTuple

from reviewlog.commands.asking.prompting import AskAgainError
from reviewlog.commands.asking.vocabulary import NOT_KNOWN, ask_site
from reviewlog.commands.asking.whichreview import named_review
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.choosing import (
    NO,
    UNSURE,
    YES,
    Situation,
    Verdict,
    candidates,
    parts_of,
    questions,
    verdict,
)
from reviewlog.domain.dispute_errors import OtherSiteError
from reviewlog.domain.entry import NOTHING
from reviewlog.domain.facts.anchors import is_dispute
from reviewlog.domain.facts.disputes import ALL_REVIEWS, disputes_of, review_key
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.site import Ground, Site
from reviewlog.domain.usage_errors import GroundMissingError, MissingError, ReviewMissingError
from reviewlog.logbook.receipt import View
from reviewlog.logbook.writing.disputing import reviews_on
from reviewlog.render.disputes.preparing import review_words

ALL = "all"
WORDS = {"y": YES, "yes": YES, "n": NO, "no": NO, "": UNSURE} | dict.fromkeys(NOT_KNOWN, UNSURE)
HINT = "[y/n, Enter is don't know]"


class Chosen(NamedTuple):
    """What came of the questions."""

    ground: Ground | None
    answers: "dict[str, str]"
    verdict: Verdict = Verdict((), ())
    """Where no ground fits: what the site will not act on."""


def settle_site(session: Session, view: View, word: str | None, of: str | None = None) -> str:
    """Return the site that is meant: as named, else of the review, the only one, or asked for."""
    if word is not None:
        return vocabulary.site(word)
    facts = view.facts
    if (
        of is not None
        and of.casefold() != ALL
        and (site := named_review(view, of).fields.get("site"))
    ):
        return str(site)
    up = dict.fromkeys(
        str(t.fields["site"]) for t in facts.standing_reviews if t.fields.get("site")
    )
    begun = dict.fromkeys(dispute.site for dispute in disputes_of(facts))
    sites = list(up) or list(begun) or list(facts.sites)
    if len(sites) == 1:
        return sites[0]
    if not session.interactive:
        raise MissingError(("--site SITE",))
    if not sites:
        return ask_site(session, "Which site?", "--site SITE")
    names = [vocabulary.SITES.get(site, site) for site in sites]
    return sites[session.choose("Which site?", names)]


def settle_review(session: Session, view: View, site: str, word: str | None) -> Track | None:
    """Return the review that is meant; None for a threat, or for all reviews of the site.

    Raises ReviewMissingError where several stand and nobody can be asked, UnknownReviewError,
    OtherSiteError.
    """
    facts, number = view.facts, str(view.row["number"])
    reviews = reviews_on(facts, site)
    if word is not None:
        return None if word.casefold() == ALL else _on_site(view, site, word)
    if len(reviews) < 2:
        return reviews[0] if reviews else None
    lines = [review_words(review) for review in reviews]
    if not session.interactive:
        seqs = [str(review.first.id.seq) for review in reviews]
        raise ReviewMissingError(number, tuple(zip(seqs, lines, strict=True)))
    index = session.choose("Which review?", [*lines, "all of them, in one report"])
    return reviews[index] if index < len(reviews) else None


def _on_site(view: View, site: str, word: str) -> Track:
    review = named_review(view, word)
    on = review.fields.get("site")
    if on not in (None, site):
        raise OtherSiteError(word, str(on), site)
    return review


def settle_answered(session: Session, view: View, site: str, word: str | None) -> Track | None:
    """Return the review that an answer is about: the one that was reported, if it is only one."""
    sent = [e for e in view.facts.entries if is_dispute(e) and e.fields.get("site") == site]
    keys = {entry.fields.get("of") for entry in sent if entry.kind == "dispute"}
    if word is not None or len(keys) != 1:
        return settle_review(session, view, site, word)
    key = keys.pop()
    return next((t for t in view.facts.reviews if review_key(t) == key), None)


def key_of(review: Track | None) -> str | None:
    """Return what a dispute names a review by; nothing for a threat or for all reviews."""
    return review_key(review) if review else ALL_REVIEWS


def settle_ground(session: Session, rules: Site, situation: Situation, word: str | None) -> Chosen:
    """Return the ground: as named, else what the owner's answers come to.

    Raises GroundMissingError where nobody can be asked, BadWordError.
    """
    if word is not None:
        ids = tuple(ground.id for ground in rules.grounds)
        return Chosen(rules.find_ground(vocabulary.one_of("ground", word, ids)), {})
    fitting = candidates(rules, situation)
    if fitting and not session.interactive:
        raise GroundMissingError(rules.title, tuple((g.id, g.name) for g in fitting))
    return _asked(session, rules, _with_part(session, rules, situation)) if fitting else _NOTHING


_NOTHING = Chosen(None, dict(NOTHING))


def _with_part(session: Session, rules: Site, situation: Situation) -> Situation:
    parts = parts_of(rules, situation)
    if not parts:
        return situation
    named = [harmless_line(part) for part in parts]
    return situation._replace(part=parts[session.choose("What is it?", named)])


def _asked(session: Session, rules: Site, situation: Situation) -> Chosen:
    """Ask one question after the other; after the grounds, what is none only if nothing fits."""
    session.begin()
    session.talk(f"{harmless_line(rules.title)} acts on its own grounds only. One question each:")
    answers: dict[str, str] = {}
    for question in questions(rules, situation):
        if not question.acts and YES in answers.values():
            break
        answers[question.id] = _answer(session, question.ask)
    found = verdict(rules, situation, answers)
    if len(found.grounds) < 2:
        return Chosen(found.grounds[0] if found.grounds else None, answers, found)
    if rules.one_ground.value == "one":
        session.talk("A report names one ground. Take the one that you can prove best.")
    lines = [f"{g.name}: {g.means}" for g in found.grounds]
    chosen = session.choose("Which one?", [harmless_line(line) for line in lines])
    return Chosen(found.grounds[chosen], answers, found)


def _answer(session: Session, question: str) -> str:
    return session.ask_maybe_until(f"{harmless_line(question)} {HINT}", _known) or UNSURE


def _known(word: str) -> str:
    if (known := word.strip().casefold()) not in WORDS:
        raise AskAgainError("Please answer y or n; Enter if you do not know.")
    return WORDS[known]
