"""The statement for a site's moderators: one page, facts and quotes, no argument."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.page import page
from reviewlog.bundle.telling.claimed import claims_shown
from reviewlog.bundle.telling.fieldwords import THREAT_WORDS
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.bundle.telling.listed import exhibits_shown
from reviewlog.bundle.telling.story import (
    RANK,
    ReviewLife,
    business_of,
    customer_of,
    ground_of,
    moment_day,
    of_kind,
    reader_of,
    reviews_of,
    strongest,
    sum_of,
)
from reviewlog.bundle.telling.times import date_words, happened, moment_words
from reviewlog.domain.audience import Leaving
from reviewlog.domain.claims import PROVED
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.phones import without_phones
from reviewlog.domain.shows import shown_by, weight
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.logbook.sharing import Dossier

EVENTS = 6
EXHIBITS = 8
REVIEWS = 2
DEMANDS = 3
CLAIMS = 3
WORDS = 90
"""Of each review."""
LETTERS = 560
"""Of the words that it begins with."""
LINE = 78
"""Letters of any other line. All these together fit on one printed page; the report has the rest."""
_WEIGHT = {"review": 0, "threat": 1, "attempt": 2, "demand": 3, "promise": 4, "interaction": 5}
_NO_EVENTS = frozenset(("evidence", "claim", "lookup", "dispute"))
_MORE = "… (in full in report.html)"


@dataclass(frozen=True, slots=True)
class Decisive:
    """The words that the statement begins with."""

    what: str
    when: str
    words: str
    verbatim: bool
    noted: str


def statement_page(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the statement as a page."""
    return page("statement.html.j2", **_context(dossier, zone))


def statement_text(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the statement as plain text, to paste into a form."""
    known = _context(dossier, zone)
    yield f"Statement by {known['business']} for {known['reader']}\n"
    yield f"Incident {known['number']}, {known['customer']}\n"
    if known["ground"]:
        yield f"\nWe ask you to look at {known['matter']} under your rule: {known['ground']}.\n"
    yield from _decisive_text(known["decisive"])
    yield from _section("What was asked for", known["demands"])
    reviews = [
        f"{r.site}: {r.stars}, shown name {r.nick}, posted {r.posted}, {r.state}, {r.url}"
        for r in known["reviews"]
    ]
    reviews += [f"“{r.text}”" for r in known["reviews"] if r.text]
    yield from _section("The review", reviews)
    yield from _section("What there is for and against it", known["claims"])
    yield from _section("In order", [f"{day}: {what}" for day, what in known["events"]])
    yield from _section("Exhibits", known["exhibits"])
    yield "\nEvery entry with its times and checksums is in report.html.\n"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"\n{title}\n"
        yield from (f"- {line}\n" for line in lines)


def _decisive_text(decisive: Decisive | None) -> Iterator[str]:
    if decisive is not None:
        yield f"\n{'Their words' if decisive.verbatim else 'In our words'}\n"
        yield f"“{decisive.words}”\n" if decisive.verbatim else f"{decisive.words}\n"
        yield f"{decisive.what}, {decisive.when}.\n"
        if decisive.noted:
            yield f"Noted as: {decisive.noted}.\n"


def _context(dossier: Dossier, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "business": business_of(dossier),
        "number": harmless_line(dossier.number),
        "customer": _cut(customer_of(dossier), LINE // 2, "…"),
        "reader": reader_of(dossier),
        "matter": "this review" if of_kind(dossier, "review") else "this matter",
        "ground": _line(ground_of(dossier)),
        "decisive": _decisive(dossier, zone),
        "demands": list(_demands(dossier, zone))[:DEMANDS],
        "reviews": _reviews(dossier, zone),
        "claims": list(_claims(dossier))[:CLAIMS],
        "events": _events(dossier, zone),
        "exhibits": _exhibits(dossier, zone),
    }


def _decisive(dossier: Dossier, zone: ZoneInfo) -> Decisive | None:
    """The plainest words on record: theirs where there are any, else our summary of them."""
    quoted = [t for t in of_kind(dossier, "interaction") if t.fields.get("quote")]
    told = strongest(dossier) or (quoted[0] if quoted else None)
    if told is None:
        return None
    fields = told.fields
    words = str(fields.get("quote") or fields.get("text") or "")
    if not words:
        return None
    return Decisive(
        what=_line(plain(headline("interaction", fields, zone))),
        when=moment_words(happened(fields, told.settled.entry.recorded_at), zone),
        words=_cut(words, LETTERS, _MORE),
        verbatim=bool(fields.get("quote")),
        noted=THREAT_WORDS.get(fields.get("threat", ""), ""),
    )


def _demands(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    for told in of_kind(dossier, "demand"):
        fields = told.fields
        if fields.get("state", "open") == "open":
            money = sum_of(fields)
            asked = [str(p) for p in (fields.get("text"), money) if p]
            due = f", by {_due(fields['due'], zone)}" if fields.get("due") else ""
            yield _line(f"{moment_day(told, zone)}: {', '.join(asked)}{due}")


def _due(field: Any, zone: ZoneInfo) -> str:
    moment = moment_from_field(field)
    return date_words(moment, zone) if moment.precision == "day" else moment_words(moment, zone)


def _reviews(dossier: Dossier, zone: ZoneInfo) -> list[ReviewLife]:
    """The reviews on the site that is asked; all of them when it has none."""
    every = reviews_of(dossier, zone)
    here = [r for r in every if dossier.site and r.site == reader_of(dossier)]
    return [
        replace(r, nick=_line(r.nick), url=_address(r.url), text=_cut(r.text, WORDS, _MORE))
        for r in (here or every)[:REVIEWS]
    ]


def _address(url: str) -> str:
    """An address is of no use in part, but one page has an end; its digits are no telephone."""
    shown = harmless_line(url)
    return shown if len(shown) <= 3 * LINE else f"{shown[: LINE - 20]}{_MORE}"


def _events(dossier: Dossier, zone: ZoneInfo) -> list[tuple[str, str]]:
    """What happened, day by day; files are in the list of exhibits.

    Where not all fit, the review and what was done about it come before the talking.
    """
    told = [t for t in dossier.timeline if t.settled.entry.kind not in _NO_EVENTS]
    by_weight = sorted(range(len(told)), key=lambda i: (_WEIGHT.get(_weight(told[i]), 9), i))
    chosen = [told[i] for i in sorted(by_weight[:EVENTS])]
    lines = [(moment_day(t, zone), _event(t, zone)) for t in chosen]
    rest = len(told) - len(chosen)
    return [*lines, ("Besides", f"{rest} more entries, in report.html")] if rest else lines


def _weight(told: Leaving) -> str:
    kind = told.settled.entry.kind
    return "threat" if kind == "interaction" and told.fields.get("threat") in RANK else kind


def _event(told: Leaving, zone: ZoneInfo) -> str:
    return _line(plain(headline(told.settled.entry.kind, told.fields, zone)))


def _claims(dossier: Dossier) -> Iterator[str]:
    """What there is proof about, in one line each; opinions need none and are left to the report."""
    for stand in claims_shown(dossier):
        if stand.stand in PROVED and stand.proofs and stand.current:
            named = ", ".join(
                f"{proof.words} ({proof.strength})" if proof.words.startswith("E") else proof.words
                for proof in stand.proofs[:3]
            )
            sentence = _cut(stand.sentence, 2 * LINE, "…")
            yield f"“{sentence}”: {stand.words}: {_line(named)}"


def _exhibits(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """The strongest first, each with what it shows."""
    fields = {told.settled.entry.id: told.fields for told in dossier.timeline}
    weights = {e.label: weight(shown_by(fields[e.entry.id])) for e in dossier.exhibits}
    every = sorted(exhibits_shown(dossier, zone), key=lambda one: -weights[one.label])
    lines = [f"{one.label}: {one.file}{one.strength and ', ' + one.strength}" for one in every]
    rest = len(lines) - EXHIBITS
    return [*lines[:EXHIBITS], f"and {rest} more, in report.html"] if rest > 0 else lines


def _line(text: str) -> str:
    return _cut(text, LINE, "…")


def _cut(text: str, letters: int, more: str) -> str:
    shown = without_phones(harmless_line(text))
    return shown if len(shown) <= letters else shown[:letters].rstrip() + more
