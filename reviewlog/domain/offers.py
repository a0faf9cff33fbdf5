"""Offering another playbook when a new fact makes it fit better."""

from collections.abc import Iterable, Iterator

from reviewlog.domain.anchors import Anchor
from reviewlog.domain.calendar import Calendar
from reviewlog.domain.conditions import excludes, matches
from reviewlog.domain.facts import Facts
from reviewlog.domain.item import Item
from reviewlog.domain.playbook import Playbook

_MAKES_IT_FIT = {"review": "review", "budget": "outbound", "threat": "threat"}


def offers(
    shelf: Iterable[Playbook], current: Playbook | None, facts: Facts, calendar: Calendar
) -> Iterator[Item]:
    """Offer a playbook that a fact newer than the last choice makes fit; never switch silently."""
    if current is None or facts.closed or facts.in_danger:
        return
    used = facts.contacts.unanswered >= current.budget.unanswered
    chosen = max((e.written_order for e in facts.entries if e.kind == "playbook"), default=None)
    written = {e.id: e.written_order for e in facts.entries}
    for other in shelf:
        if other.id == current.id or not matches(other.use_when, facts, budget_used=used):
            continue
        if excludes(other.not_when, facts, budget_used=used):
            continue
        names = [_MAKES_IT_FIT[n] for n in other.use_when if n in _MAKES_IT_FIT]
        anchors = [a for name in names for a in facts.anchors[name]]
        new = [a for a in anchors if chosen is None or written[a.entry] > chosen]
        if new:
            yield _offer(other, facts, new[-1], calendar)


def _offer(other: Playbook, facts: Facts, anchor: Anchor, calendar: Calendar) -> Item:
    return Item(
        incident=facts.incident,
        playbook="",
        step=f"use-{other.id}",
        anchor=anchor.entry,
        kind="decide",
        title=f"Follow the playbook {other.id} from here on?",
        why=f"What you wrote down fits it better: {other.title}.",
        say=(f"reviewlog playbook use N {other.id}",),
        opens_at=anchor.at.start,
        due_on=calendar.day_of(anchor.at.start),
        done_by="playbook",
    )
