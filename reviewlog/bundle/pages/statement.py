"""The statement for a site's moderators: one page, facts and quotes, no argument."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.disputed import asked, disputed
from reviewlog.bundle.pages.enclosed import exhibit_lines, file_lines
from reviewlog.bundle.pages.further import further_lines
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.pages.proven import proof_words
from reviewlog.bundle.pages.public import public_page, public_text
from reviewlog.bundle.pages.room import width_of, within
from reviewlog.bundle.telling.claimed import claims_shown
from reviewlog.bundle.telling.fieldwords import THREAT_WORDS
from reviewlog.bundle.telling.headlines import headline, plain
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
from reviewlog.domain.lookups import lookup_words
from reviewlog.domain.phones import without_phones
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.logbook.sharing.gathering import Dossier

EVENTS = 6
REVIEWS = 2
SEARCHES = 1
DEMANDS = 3
CLAIMS = 3
WORDS = 90
"""Of each review."""
LETTERS = 520
"""Of the words that it begins with."""
LINE = 78
"""Small letters of any other line. All these together fit on one printed page; the report has the rest."""
_WEIGHT = {"review": 0, "threat": 1, "attempt": 2, "demand": 3, "promise": 4, "interaction": 5}
_NO_EVENTS = frozenset(("evidence", "claim", "lookup", "dispute"))
_MORE = "… (in full in report.html)"
Cut = Callable[[str, float, str], str]
"""How a text is made to fit: into its room on the page, or not at all."""


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
    if dossier.public_only:
        return public_page(disputed(dossier), zone)
    return page("statement.html.j2", **_context(dossier, zone, within))


def statement_text(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the statement as plain text, to paste into a form."""
    if dossier.public_only:
        yield from public_text(disputed(dossier), zone)
        return
    known = _context(dossier, zone, _whole)
    yield f"Statement by {known['business']} for {known['reader']}\n"
    yield f"Incident {known['number']}, {known['customer']}\n"
    if known["ground"]:
        yield f"\n{known['asked']}: {known['ground']}.\n"
    yield from _decisive_text(known["decisive"])
    yield from _section("What was asked for", known["demands"])
    reviews = [
        f"{r.site}: {r.stars}, shown name {r.nick}, posted {r.posted}, {r.state}, {r.url}"
        for r in known["reviews"]
    ]
    reviews += [f"“{r.text}”" for r in known["reviews"] if r.text]
    yield from _section(known["heading"], [*reviews, *known["further"]])
    yield from _section("What we searched in our records", known["searches"])
    yield from _section("What there is for and against it", known["claims"])
    yield from _section("In order", [f"{day}: {what}" for day, what in known["events"]])
    yield from _section("Exhibits", known["exhibits"])


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


def _context(whole: Dossier, zone: ZoneInfo, cut: Cut) -> dict[str, Any]:
    dossier = disputed(whole)
    reviews = _reviews(dossier, zone, cut)
    fits = REVIEWS if len(reviews) <= REVIEWS else 1
    shown = fits if cut is within else len(reviews)
    further = further_lines(reviews[shown:])
    searches = [cut(f"{lookup_words(t.fields)}.", 2 * LINE, "…")
                for t in of_kind(dossier, "lookup")[-SEARCHES:]]  # fmt: skip
    crowded = bool(further or searches)
    return {
        "business": cut(business_of(dossier), LINE, "…"),
        "number": harmless_line(dossier.number),
        "customer": cut(customer_of(dossier), LINE // 2, "…"),
        "reader": reader_of(dossier),
        "asked": asked(dossier, len(reviews)),
        "heading": "The review" if len(reviews) < 2 else "The reviews",
        "ground": cut(ground_of(dossier), LINE, "…"),
        "decisive": _decisive(dossier, zone, cut),
        "demands": list(_demands(dossier, zone, cut))[: DEMANDS - crowded],
        "reviews": reviews[:shown],
        "further": further,
        "searches": searches,
        "claims": list(_claims(dossier, cut))[: CLAIMS - 2 * crowded],
        "events": _events(dossier, zone, cut, EVENTS - 4 * crowded),
        "exhibits": exhibit_lines(dossier, zone) if cut is within else file_lines(dossier),
    }


def _decisive(dossier: Dossier, zone: ZoneInfo, cut: Cut) -> Decisive | None:
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
        what=cut(plain(headline("interaction", fields, zone)), LINE, "…"),
        when=moment_words(happened(fields, told.settled.entry.recorded_at), zone),
        words=cut(words, LETTERS, _MORE),
        verbatim=bool(fields.get("quote")),
        noted=THREAT_WORDS.get(fields.get("threat", ""), ""),
    )


def _demands(dossier: Dossier, zone: ZoneInfo, cut: Cut) -> Iterator[str]:
    for told in of_kind(dossier, "demand"):
        fields = told.fields
        if fields.get("state", "open") == "open":
            money = sum_of(fields)
            wanted = [str(p) for p in (fields.get("text"), money) if p]
            due = f", by {_due(fields['due'], zone)}" if fields.get("due") else ""
            yield cut(f"{moment_day(told, zone)}: {', '.join(wanted)}{due}", LINE, "…")


def _due(field: Any, zone: ZoneInfo) -> str:
    moment = moment_from_field(field)
    return date_words(moment, zone) if moment.precision == "day" else moment_words(moment, zone)


def _reviews(dossier: Dossier, zone: ZoneInfo, cut: Cut) -> list[ReviewLife]:
    """The reviews that it is about, on the site that is asked; all when it has none."""
    every = reviews_of(dossier, zone)
    here = [r for r in every if dossier.site and r.site == reader_of(dossier)]
    return [
        replace(
            r,
            nick=cut(r.nick, LINE, "…"),
            url=_address(r.url) if cut is within else harmless_line(r.url),
            text=cut(r.text, WORDS, _MORE),
        )
        for r in here or every
    ]


def _address(url: str) -> str:
    """An address is of no use in part, but one page has an end; its digits are no telephone."""
    shown = harmless_line(url)
    return shown if width_of(shown) <= 3 * LINE else f"{shown[: LINE // 2]}{_MORE}"


def _events(dossier: Dossier, zone: ZoneInfo, cut: Cut, most: int) -> list[tuple[str, str]]:
    """What happened, day by day; files are in the list of exhibits.

    Where not all fit, the review and what was done about it come before the talking.
    """
    told = [t for t in dossier.timeline if t.settled.entry.kind not in _NO_EVENTS]
    by_weight = sorted(range(len(told)), key=lambda i: (_WEIGHT.get(_weight(told[i]), 9), i))
    chosen = [told[i] for i in sorted(by_weight[:most])]
    lines = [(moment_day(t, zone), _event(t, zone, cut)) for t in chosen]
    rest = len(told) - len(chosen)
    where = ", in report.html" if cut is within else ""
    return [*lines, ("Besides", f"{rest} more entries{where}")] if rest else lines


def _weight(told: Leaving) -> str:
    kind = told.settled.entry.kind
    return "threat" if kind == "interaction" and told.fields.get("threat") in RANK else kind


def _event(told: Leaving, zone: ZoneInfo, cut: Cut) -> str:
    return cut(plain(headline(told.settled.entry.kind, told.fields, zone)), LINE, "…")


def _claims(dossier: Dossier, cut: Cut) -> Iterator[str]:
    """What there is proof about, in one line each; opinions need none and are left to the report."""
    for stand in claims_shown(dossier):
        if stand.stand in PROVED and stand.proofs and stand.current:
            named = ", ".join(proof_words(proof) for proof in stand.proofs[:3])
            sentence = cut(stand.sentence, 1.5 * LINE, "…")
            yield f"“{sentence}”: {stand.words}: {cut(named, LINE, '…')}"


def _whole(text: str, room: float, more: str) -> str:  # noqa: ARG001
    return without_phones(harmless_line(text))
