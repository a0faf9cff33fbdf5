"""The incident in short: who it is about, the reviews, and a summary, from what is told only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.fieldwords import THREAT_WORDS, Fields, field_text
from reviewlog.bundle.telling.shortly import claims_told, open_days, reports_told
from reviewlog.bundle.telling.times import date_words, happened
from reviewlog.domain.audience import Leaving
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.money import money_words
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing.gathering import Dossier

READERS = {
    "site": "the review site",
    "lawyer": "a lawyer",
    "court": "a court",
    "police": "the police",
    "insurer": "an insurer",
    "self": "ourselves, with everything in it",
}
RANK = {"veiled": 1, "open": 2, "harm": 3}
MOST = 4
"""Sentences of one sort in a summary."""
LETTERS = 160
"""Of what was asked: the entry has all of it."""
_STATES = {"up": "online when last noted", "changed": "changed since", "gone": "no longer online"}


@dataclass(frozen=True, slots=True)
class ReviewLife:
    """A review with the latest that is told of it; every text is harmless."""

    site: str
    stars: str
    nick: str
    posted: str
    state: str
    url: str
    text: str


def business_of(dossier: Dossier) -> str:
    """Return the name of the business, or words for it."""
    return harmless_line(str(dossier.settings.get("business") or "")) or "the business"


def reader_of(dossier: Dossier) -> str:
    """Return for whom the bundle was made."""
    return SITES.get(dossier.site or "", READERS.get(dossier.reader, dossier.reader))


def customer_of(dossier: Dossier) -> str:
    """Return the customer's name if it is told, else how the reviewer is shown."""
    names = {t.fields.get(n) for t in dossier.timeline for n in ("who", "on_behalf_of")}
    if dossier.facts.customer and dossier.facts.customer in names:
        return harmless_line(dossier.facts.customer)
    nick = next((t.fields["nick"] for t in dossier.timeline if t.fields.get("nick")), None)
    return f"unknown reviewer ({harmless_line(nick)})" if nick else "a customer not named here"


def ground_of(dossier: Dossier) -> str:
    """Return the ground that was chosen for the site, in its own words; nothing without one."""
    name = dossier.dispute.ground_name if dossier.dispute is not None else None
    return harmless_line(str(name or ""))


def moment_day(told: Leaving, zone: ZoneInfo) -> str:
    """Return the day on which a told entry happened."""
    return date_words(happened(told.fields, told.settled.entry.recorded_at), zone)


def sum_of(fields: Fields) -> str | None:
    """Return the sum that an entry names, with its currency."""
    amount = fields.get("amount")
    return money_words(str(amount), fields.get("currency")) if amount else None


def of_kind(dossier: Dossier, kind: str) -> list[Leaving]:
    """Return the told entries of a kind, in the order in which they happened."""
    return [t for t in dossier.timeline if t.settled.entry.kind == kind]


def reviews_of(dossier: Dossier, zone: ZoneInfo) -> list[ReviewLife]:
    """Return the reviews that are told, each with its latest state."""
    lives: dict[str, list[Leaving]] = {}
    for told in of_kind(dossier, "review"):
        lives.setdefault(told.fields.get("of") or str(told.settled.entry.id), []).append(told)
    return [_review(life, zone) for life in lives.values()]


def _review(life: Sequence[Leaving], zone: ZoneInfo) -> ReviewLife:
    known = {name: v for t in life for name, v in t.fields.items() if v is not None}
    shown = {
        name: field_text(name, known[name], zone)
        for name in ("site", "stars", "nick", "url", "text")
        if known.get(name) is not None
    }
    return ReviewLife(
        site=shown.get("site", "not noted"),
        stars=f"{shown['stars']} stars" if "stars" in shown else "stars not noted",
        nick=shown.get("nick", "not noted"),
        posted=moment_day(life[0], zone),
        state=_STATES.get(str(known.get("state", "up")), "not noted"),
        url=shown.get("url", "address not noted"),
        text=shown.get("text", ""),
    )


def summary_of(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """Return the incident in a few short sentences, each harmless and on one line."""
    sentences = list(_sentences(dossier, zone))
    if dossier.reader != "site":
        known = (*reports_told(dossier, zone), *claims_told(dossier))
        sentences = [*open_days(dossier, zone), *sentences, *known]
    return [harmless_line(sentence) for sentence in sentences]


def _sentences(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    first, last = dossier.timeline[0], dossier.timeline[-1]
    yield f"It began on {moment_day(first, zone)}; the latest entry is of {moment_day(last, zone)}."
    yield from _contacts(dossier)
    yield from _asked(dossier, zone)
    told = strongest(dossier)
    if told is not None:
        words = THREAT_WORDS[told.fields["threat"]]
        yield f"Noted on {moment_day(told, zone)}: {words}."
        yield from _distance(dossier, told, zone)
    yield from _offers(dossier)
    reviews = reviews_of(dossier, zone)
    for review in reviews[:MOST]:
        yield f"Review on {review.site}, posted {review.posted}: {review.stars}, {review.state}."
    if len(reviews) > MOST:
        yield f"There are {len(reviews) - MOST} more reviews."


def _distance(dossier: Dossier, told: Leaving, zone: ZoneInfo) -> Iterator[str]:
    """How many days after the plainest demand the next review was posted: the order says much."""
    begin = _date(told, zone)
    days = [
        (_date(review, zone) - begin).days
        for review in of_kind(dossier, "review")
        if review.fields.get("state", "up") == "up"
    ]
    after = min((n for n in days if n >= 0), default=None)
    if after == 0:
        yield "A review was posted on the same day."
    elif after is not None:
        yield f"A review was posted {after} {'day' if after == 1 else 'days'} after that."


def _date(told: Leaving, zone: ZoneInfo) -> date:
    moment = happened(told.fields, told.settled.entry.recorded_at)
    return (moment.local if moment.precision == "day" else moment.local.astimezone(zone)).date()


def _contacts(dossier: Dossier) -> Iterator[str]:
    ways = [t.fields.get("direction") for t in of_kind(dossier, "interaction")]
    theirs, ours = ways.count("in"), ways.count("out")
    if theirs:
        yield f"They got in touch with us {_times(theirs)}."
    if ours:
        yield f"We got in touch with them, or tried to, {_times(ours)}."


def _asked(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    demands = [t for t in of_kind(dossier, "demand") if t.fields.get("state", "open") == "open"]
    for told in demands[:MOST]:
        fields = told.fields
        money = sum_of(fields)
        said = _short(str(fields.get("text") or ""), dossier.timeline.index(told) + 1)
        asked = ": ".join(part for part in (said, money) if part)
        yield f"On {moment_day(told, zone)} they asked: {asked or 'something not noted'}."
    if len(demands) > MOST:
        yield f"They asked for something {_times(len(demands) - MOST)} more."


def _short(text: str, place: int) -> str:
    shown = harmless_line(text)
    if len(shown) <= LETTERS:
        return shown
    return f"{shown[:LETTERS].rstrip()}… (in full in entry {place})"


def _offers(dossier: Dossier) -> Iterator[str]:
    states = [t.fields.get("state") for t in of_kind(dossier, "attempt")]
    if states:
        offered, done = states.count("offered"), states.count("delivered")
        if offered:
            yield f"We offered to put it right {_times(offered)}."
        if done:
            yield f"We did what we had offered {_times(done)}."


def strongest(dossier: Dossier) -> Leaving | None:
    """Return the contact in which the plainest demand tied to a review was noted."""
    noted = [t for t in of_kind(dossier, "interaction") if t.fields.get("threat") in RANK]
    # Of two equals, the one with their own words decides, then the earlier one.
    return max(
        noted, key=lambda t: (RANK[t.fields["threat"]], bool(t.fields.get("quote"))), default=None
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
