"""What the checks of a reply must know of an incident, gathered out of the log and the settings."""

from collections.abc import Iterable, Iterator
from typing import Any

from reviewlog.domain.agenda.holds import holds_of
from reviewlog.domain.agenda.never import rules_against
from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import texts
from reviewlog.domain.facts.disputes import review_key
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import did, is_posted, reviews_meant, sites_of_reviews
from reviewlog.domain.facts.tracks import Track, track_key
from reviewlog.domain.reply.rules import PUBLIC
from reviewlog.domain.site import Reply
from reviewlog.domain.trades import NOT_SAID, is_strict
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.acting.background import pinned_playbook
from reviewlog.logbook.acting.siting import shelf_of
from reviewlog.logbook.base import Book
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.reply.case import Case, Earlier, Voice

_KNOWN = {
    "interaction": ("text", "quote"),
    "demand": ("text", "answer"),
    "attempt": ("text",),
    "promise": ("text",),
    "lookup": ("looked_for", "text"),
    "claim": ("text",),
    "evidence": ("text",),
    "note": ("text",),
}
"""The fields that tell of this very case; what we drafted in reply to it tells nothing of it."""


def case_of(
    book: Book, incident: str, medium: str, site: str | None = None, of: str | None = None
) -> Case:
    """Return how things stand in an incident, by its id, for a text of ours.

    The caller holds `store.reading()`.
    """
    facts = Projector(book.store, book.calendar).facts(incident)
    review = answered_review(facts, site, of)
    where = site or (str(review.fields.get("site") or "") if review else "") or _only(facts.sites)
    ruleset, settings = book.reply_rules(), book.settings
    is_public = medium == PUBLIC and bool(where)
    return Case(
        rules=ruleset.rules,
        tongues=ruleset.tongues,
        medium=medium,
        verdict=facts.verdict,
        strict=is_strict(settings.get("trade")),
        is_assumed=settings.get("trade") in (None, "", NOT_SAID),
        site=SITES.get(where, where) if is_public else "",
        reply=_replies_on(book, where) if is_public else Reply(),
        reviews=tuple(_review_texts(facts, review)),
        known=tuple(_known(facts.entries)),
        customers=tuple(_customers(facts)),
        nick=str(review.fields.get("nick") or "") if review else "",
        numbers=tuple(_numbers(facts)),
        voice=voice_of(settings),
        ours=tuple(ours(settings)),
        business=str(settings.get("business") or ""),
        countries=tuple(_countries(settings)),
        posted=len(answers_to(facts, review)),
        may_ask=_may_ask(book, facts, where),
        earlier=tuple(_earlier(book, medium)),
    )


def answered_review(facts: Facts, site: str | None = None, of: str | None = None) -> Track | None:
    """Return the review that a reply answers: the one named, else the newest that stands there."""
    if of is not None:
        return next((t for t in facts.reviews if review_key(t) == of), None)
    here = [t for t in facts.standing_reviews if site is None or t.fields.get("site") == site]
    return max(here, key=lambda t: t.last.order, default=None)


def answers_to(facts: Facts, review: Track | None) -> list[Entry]:
    """Return our public replies that stand under a review."""
    if review is None:
        return []
    sites, key = sites_of_reviews(facts.entries), track_key(review.first)
    posted = [e for e in facts.entries if is_posted(e) and key in reviews_meant(e.fields, sites)]
    since = review.first.happened.start
    return [e for e in posted if e.fields.get("of") == key or e.happened.end >= since]


def voice_of(settings: Any) -> Voice:
    """Return who speaks for the business, as far as config.yaml says it."""
    said = settings.get("voice") or {}
    known = {name: str(said[name]) for name in Voice._fields if said.get(name)}
    return Voice(**known)


def ours(settings: Any) -> Iterator[str]:
    """Yield the names of the business, of its staff and of who speaks for it."""
    voice = settings.get("voice") or {}
    named = (settings.get("business"), *(settings.get("staff") or ()))
    for name in (*named, voice.get("name"), voice.get("second_eyes")):
        if name:
            yield str(name)


def _replies_on(book: Book, site: str) -> Reply:
    """Return what a site says about replies; nothing for one that is not known."""
    found = shelf_of(book.store).sites.get(site)
    return found.site.reply if found else Reply()


def _countries(settings: Any) -> Iterator[str]:
    if settings.get("country"):
        yield str(settings["country"])
    yield from map(str, settings.get("phone_countries") or ())


def _only(sites: tuple[str, ...]) -> str:
    return sites[0] if len(sites) == 1 else ""


def _review_texts(facts: Facts, review: Track | None) -> Iterator[str]:
    """Yield what the reviews say, the one that is answered first."""
    others = [t for t in reversed(facts.standing_reviews) if t is not review]
    for track in (*([review] if review else []), *others):
        yield from texts(track.fields.get("text"))


def _known(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for name in _KNOWN.get(entry.kind, ()):
            yield from texts(entry.fields.get(name))


def _customers(facts: Facts) -> Iterator[str]:
    """Yield the names that the incident knows of people who are not ours."""
    named = [
        name
        for entry in facts.entries
        if entry.kind == "interaction"
        for field in ("who", "on_behalf_of")
        for name in texts(entry.fields.get(field))
    ]
    yield from dict.fromkeys(filter(None, (facts.customer, *named, facts.go_between)))


def _numbers(facts: Facts) -> Iterator[str]:
    """Yield telephone numbers of theirs, and what was looked for by a number."""
    found = [facts.phone or ""]
    for entry in facts.entries:
        found += texts(entry.fields.get("phone"))
        if entry.kind == "lookup":
            found += texts(entry.fields.get("looked_for"))
    yield from dict.fromkeys(text for text in found if any(map(str.isdigit, text)))


def _may_ask(book: Book, facts: Facts, site: str) -> bool:
    """Whether no rule stands against asking them about their review, nor the site."""
    rule = book.site_rules.get(site)
    if rule is not None and rule.asking == "forbidden":
        return False
    holds = holds_of(pinned_playbook(book.store, facts), facts, book.calendar)
    now = book.now()
    cooling, too_soon = (
        until is not None and now < until for until in (holds.cooling_until, holds.gap_until)
    )
    is_asked = any(did(entry, "request") for entry in facts.entries)
    used = holds.budget_used
    barred = rules_against("request", facts, budget_used=used, cooling=cooling, too_soon=too_soon)
    return not (barred or is_asked)


def _earlier(book: Book, medium: str) -> Iterator[Earlier]:
    """Yield our earlier texts of a medium that were posted or sent."""
    for row in book.store.projections.earlier_replies(medium):
        yield Earlier(str(row["seq"]), row["words"])
