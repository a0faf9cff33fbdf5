"""What time is counted from: the entries that `after` may name in a playbook."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.contacts import ContactFacts
from reviewlog.domain.facts.replies import did, is_reply
from reviewlog.domain.facts.touch import reaches
from reviewlog.domain.facts.tracks import Lives
from reviewlog.domain.sites import SiteRule, reports_left
from reviewlog.domain.time.moment import Moment, utc_from_text
from reviewlog.domain.vocabulary import REPORTED

Found = dict[str, list[Entry]]


class Anchor(NamedTuple):
    """Something that time is counted from: an entry and when it happened."""

    entry: EntryId
    at: Moment


def anchored(
    entries: tuple[Entry, ...],
    contacts: ContactFacts,
    lives: Lives,
    grounds: Mapping[str, Entry | None],
) -> dict[str, tuple[Anchor, ...]]:
    """Return the anchors of an incident, by the name that `after` uses.

    `grounds` are the entries that `threat`, `pleased` and `closed` stand on.
    """
    found = _of_contacts(entries, contacts) | _of_lives(lives) | _of_the_rest(entries)
    found |= {name: [entry] if entry else [] for name, entry in grounds.items()}
    return {name: tuple(Anchor(e.id, e.happened) for e in chosen) for name, chosen in found.items()}


def _of_contacts(entries: tuple[Entry, ...], contacts: ContactFacts) -> Found:
    """Return what counts from talking.

    `inbound` are all contacts since we last got back to them, or they asked for time: calling
    twice puts no deadline off.
    """
    said = [e for e in entries if e.kind == "interaction"]
    inbound = [e for e in said if e.fields.get("direction") == "in"]
    outbound = [e for e in said if e.fields.get("direction") == "out"]
    reached = max((e.happened.end for e in entries if _settles(e)), default=None)
    fresh = [e for e in inbound if reached is None or e.happened.start > reached]
    return {
        "inbound": fresh or inbound[-1:],
        "outbound": outbound[-1:],
        "unanswered": [
            e for e in outbound if e.id in contacts.waiting and not e.fields.get("no_answer")
        ][-1:],
        "cooling": _cooling(said, contacts),
    }


def _settles(entry: Entry) -> bool:
    """Whether nothing said before it waits for us any more: we reached them, or they want time."""
    return bool(entry.fields.get("cool_until")) or reaches(entry)


def _cooling(said: list[Entry], contacts: ContactFacts) -> list[Entry]:
    """Return the contact that set the cooling in force, where it is one of this incident."""
    setting = [e for e in said if e.fields.get("cool_until")][-1:]
    in_force = contacts.cooling_until
    return [e for e in setting if in_force == utc_from_text(e.fields["cool_until"])]


def _of_lives(lives: Lives) -> Found:
    """Return what counts from lives; `review`, `demand` and the attempt states come once for each."""
    found = {
        "review": [t.last for t in lives.reviews if t.state != "gone"],
        "demand": [t.first for t in lives.demands if t.state == "open"],
    }
    for state in ("granted", "countered", "declined"):
        found[state] = [t.last for t in lives.demands if t.state == state]
    for state in ("offered", "accepted", "refused", "delivered"):
        found[state] = [t.last for t in lives.attempts if t.state == state]
    return found


def _of_the_rest(entries: tuple[Entry, ...]) -> Found:
    """Return what counts from anything else."""
    return {
        "opened": [e for e in entries if _opens(e)][:1],
        "assessed": [e for e in entries if e.kind == "assessment"][-1:],
        "playbook": _choice(entries),
        "replied": [e for e in entries if is_reply(e)][-1:],
        "disputed": list({e.fields.get("site"): e for e in entries if is_dispute(e)}.values()),
    }


def _choice(entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the choice of the playbook: a newer text of the same one begins nothing anew."""
    found: list[Entry] = []
    for entry in sorted(entries, key=lambda e: e.written_order):
        if entry.kind == "playbook" and (
            not found or found[-1].fields.get("id") != entry.fields.get("id")
        ):
            found.append(entry)
    return found[-1:]


def _opens(entry: Entry) -> bool:
    """Whether an incident may begin with it: a contact, a review, or our own decision."""
    return entry.kind in ("interaction", "review") or bool(entry.fields.get("shop"))


def is_dispute(entry: Entry) -> bool:
    """Whether an entry shows that something was reported to a site; older ones have no state."""
    if entry.kind == "dispute":
        return entry.fields.get("state", "sent") in REPORTED
    return did(entry, "dispute")


def waiting_disputes(entries: Iterable[Entry]) -> list[Entry]:
    """Return the disputes with a day that is still waited for, in order.

    A day of the site's ends with our next report to it, a day for its answer with the answer or
    with the review.
    """
    waiting: list[Entry] = []
    for entry in entries:
        waiting = [known for known in waiting if not _ends_wait(entry, known)]
        if entry.kind == "dispute" and entry.fields.get("due"):
            waiting.append(entry)
    return waiting


def _ends_wait(entry: Entry, waiting: Entry) -> bool:
    if entry.fields.get("site") not in (None, waiting.fields.get("site")):
        return False
    if entry.kind == "review":
        return entry.fields.get("state") == "gone"
    state = entry.fields.get("state", "sent")
    if entry.kind != "dispute" or state in ("chosen", "notice"):
        return False
    return (state in REPORTED) != (waiting.fields.get("state", "sent") in REPORTED)


_REPORT_STATES = ("pending", "refused", "final", "removed")
"""Of several reports the first of these counts."""


def report_state(entries: tuple[Entry, ...], rules: Mapping[str, SiteRule]) -> str:
    """Return how the reports of reviews stand: `none`, or a word of `_REPORT_STATES`."""
    told = [e for e in entries if e.kind == "dispute" or did(e, "watch")]
    reports = dict.fromkeys(_about(e) for e in told if _is_sent(e))
    found = {_state_of_one(site, review, told, rules) for site, review in reports}
    return next((state for state in _REPORT_STATES if state in found), "none")


def _state_of_one(
    site: str, review: str | None, told: list[Entry], rules: Mapping[str, SiteRule]
) -> str:
    """Return how the report of one review stands; a look that was ticked ends the waiting."""
    ours = [e for e in told if e.kind != "dispute" or _is_of(e, site, review)]
    sent = [n for n, e in enumerate(ours) if _is_sent(e)]
    since = ours[sent[-1] + 1 :]
    answers = [e.fields.get("state") for e in since if e.kind == "dispute"]
    if "removed" in answers:
        return "removed"
    looked = any(e.kind == "step" for e in since) and "asked-for-more" not in answers
    if "refused" not in answers and not looked:
        return "pending"
    no = next((n for n, e in enumerate(ours) if e.fields.get("state") == "refused"), len(ours))
    after_no = sum(n > no for n in sent) if no < len(ours) else None
    rule = rules.get(site, SiteRule())
    left = reports_left(rule.tries, rule.appeals, len(sent), after_no)
    return "final" if left == 0 else "refused"


def _is_sent(entry: Entry) -> bool:
    """Whether it is a report of a review; older entries have no state."""
    return entry.kind == "dispute" and entry.fields.get("state", "sent") == "sent"


def _about(report: Entry) -> tuple[str, str | None]:
    return report.fields.get("site") or "", report.fields.get("of")


def _is_of(entry: Entry, site: str, review: str | None) -> bool:
    """Whether a dispute concerns a report: of the same site, and of its review or of all."""
    where, of = _about(entry)
    return where in ("", site) and (review is None or of in (None, review))
