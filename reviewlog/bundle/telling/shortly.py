"""How a matter stands, in a few sentences: open days, reports to the sites, and the proof."""

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.times import date_words, happened
from reviewlog.domain.claims import AGAINST, FOR, OPEN, OPINION
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.anchors import waiting_disputes
from reviewlog.domain.facts.disputes import ALL_REVIEWS, Dispute, dispute_of
from reviewlog.domain.time.moment import Moment, moment_from_field
from reviewlog.domain.vocabulary import REPORTED, SITES
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.told import told_entries

_ANSWERED = {
    "removed": "the review is removed",
    "refused": "the review stays",
    "asked-for-more": "it wants more from us",
}
_STANDS = {
    AGAINST: "proof against {}",
    FOR: "proof for {}",
    OPINION: "{} an opinion",
    OPEN: "no proof either way for {}",
    None: "{} not looked at yet",
}
"""How many sentences stand how, in the order in which they are told."""


def open_days(dossier: Dossier, zone: ZoneInfo) -> list[str]:
    """Return the days that are still to be kept, as far as what is told knows of them."""
    waiting = waiting_disputes(told_entries(dossier.timeline))
    return [
        f"{_waited_for(entry)} {date_words(_due(entry), zone)}."
        for entry in sorted(waiting, key=lambda entry: _due(entry).local)
    ]


def _due(entry: Entry) -> Moment:
    return moment_from_field(entry.fields["due"])


def _waited_for(entry: Entry) -> str:
    site = _name(entry.fields.get("site"))
    if entry.fields.get("state", "sent") in REPORTED:
        return f"Still open: the answer of {site} to our report, due by"
    return f"Open deadline: our next word to {site}, due by"


def reports_told(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield what was reported to each site, and what it answered."""
    entries = told_entries(dossier.timeline)
    sites = dict.fromkeys(e.fields.get("site") for e in entries if e.kind == "dispute")
    for site in filter(None, sites):
        yield from _reports(dispute_of(entries, site, ALL_REVIEWS), zone)


def _reports(dispute: Dispute, zone: ZoneInfo) -> Iterator[str]:
    site, answer = _name(dispute.site), dispute.answer
    if dispute.early:
        yield f"While there was no review, we reported to {site} what had been said, {_often(dispute.early, zone)}."
    if dispute.sent:
        yield f"We reported the review to {site} {_often(dispute.sent, zone)}."
    if answer is not None:
        yield f"{site} answered on {_day(answer, zone)}: {_ANSWERED[answer.fields['state']]}."
    elif dispute.last_report is not None:
        yield f"No answer of {site} is noted."


def _often(reports: tuple[Entry, ...], zone: ZoneInfo) -> str:
    last = _day(reports[-1], zone)
    return f"on {last}" if len(reports) == 1 else f"{len(reports)} times, the last time on {last}"


def _day(entry: Entry, zone: ZoneInfo) -> str:
    return date_words(happened(entry.fields, entry.recorded_at), zone)


def _name(site: object) -> str:
    return SITES.get(str(site), "the review site")


def claims_told(dossier: Dossier) -> Iterator[str]:
    """Yield in one sentence how the sentences of the review stand."""
    stands = Counter(claim.stand for claim in dossier.claims if claim.current)
    total = stands.total()
    if total:
        counts = [words.format(stands[stand]) for stand, words in _STANDS.items() if stands[stand]]
        noun = "1 sentence" if total == 1 else f"{total} sentences"
        yield f"Looked at sentence by sentence ({noun} of the review): {', '.join(counts)}."
