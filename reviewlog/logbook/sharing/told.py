"""What a dossier tells beside its entries, made from what leaves only: so it can be made again."""

from collections.abc import Iterable

from reviewlog.domain.audience import Leaving
from reviewlog.domain.claims import Claim, leaving_claims
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.disputes import Dispute, dispute_of, disputed_review
from reviewlog.domain.facts.facts import Facts
from reviewlog.logbook.sharing.gathering import Exhibit


def told_claims(timeline: Iterable[Leaving], exhibits: Iterable[Exhibit]) -> tuple[Claim, ...]:
    """Return what stands for and against the sentences of the reviews, as far as it leaves."""
    labels = {exhibit.entry.id: exhibit.label for exhibit in exhibits}
    return leaving_claims(told_entries(timeline), labels)


def told_dispute(timeline: Iterable[Leaving], site: str) -> Dispute | None:
    """Return how the dispute with a site stands, as far as it leaves; None where there is none."""
    entries = told_entries(timeline)
    found = dispute_of(entries, site, disputed_review(entries, site))
    return None if found.state == "none" and not found.notices else found


def told_entries(timeline: Iterable[Leaving]) -> list[Entry]:
    """Return the entries with nothing in them but what leaves."""
    return [told.settled.entry._replace(fields=told.fields) for told in timeline]


def site_choice(facts: Facts) -> tuple[str, ...]:
    """Return the sites that `site` may mean: where a review stands, else those that were named."""
    up = [
        str(t.fields["site"]) for t in facts.reviews if t.state != "gone" and t.fields.get("site")
    ]
    return tuple(dict.fromkeys(up)) or facts.sites
