"""Items that no playbook has to ask for: what was promised, what they set, what was reminded of."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from reviewlog.domain.agenda.holds import Holds
from reviewlog.domain.agenda.item import SAFETY, Item
from reviewlog.domain.agenda.never import NeverRule, rule_against
from reviewlog.domain.due import OUTSIDE
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.anchors import Anchor, waiting_disputes
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import is_posted
from reviewlog.domain.facts.touch import reaches
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment, moment_from_field
from reviewlog.domain.vocabulary import SPOKEN


def standing_items(facts: Facts, calendar: Calendar, holds: Holds) -> Iterator[Item]:
    """Return the items that hold in every incident, whatever its playbook."""
    yield from _said_by_us(facts, calendar, holds)
    if facts.threat == "harm":
        yield _safety(facts, calendar)
    if facts.closed or facts.in_danger:
        return
    if facts.offer not in ("accepted", "delivered"):
        yield from _their_deadlines(facts, calendar)
    yield from _site_deadlines(facts, calendar)
    if holds.cooling_until and holds.cooling_since:
        yield _cooling(facts, calendar, holds.cooling_until, holds.cooling_since)
    if facts.go_between:
        yield _go_between(facts, calendar)
    if any(entry.kind == "reply" for entry in facts.entries):
        # Few incidents have a draft: the others need not load it.
        from reviewlog.domain.agenda.rereading import rereading_items

        yield from rereading_items(facts, calendar, holds)


def _said_by_us(facts: Facts, calendar: Calendar, holds: Holds) -> Iterator[Item]:
    """Reminders we asked for, among them what we planned to do, and promises we gave."""
    for entry in facts.entries:
        due, text = entry.fields.get("due"), entry.fields.get("text")
        if entry.kind == "reminder" and due:
            item = _dated(facts, calendar, entry, "reminder", text or "reminder", due)
            if not is_settled(entry, facts, calendar):
                yield from _planned(item, entry, facts, calendar, holds)
        elif entry.kind == "promise" and due and not (facts.in_danger or facts.closed):
            yield _dated(facts, calendar, entry, "promise", f"Keep your promise: {text}", due)


def _planned(
    item: Item, reminder: Entry, facts: Facts, calendar: Calendar, holds: Holds
) -> Iterator[Item]:
    """A plan comes up unless a rule stands against it now that was not set aside for it."""
    kind = reminder.fields.get("plans")
    if not kind:
        yield item
        return
    aside = set_aside(reminder)
    if rule_against(kind, facts, budget_used=holds.budget_used, set_aside=aside):
        return
    held = holds.until(kind, aside)
    if held is None or held <= item.opens_at:
        yield item._replace(kind=kind)
        return
    due_on = max(item.due_on or date.min, calendar.day_of(held))
    yield item._replace(kind=kind, opens_at=held, due_on=due_on, due_at=None)


def is_settled(reminder: Entry, facts: Facts, calendar: Calendar) -> bool:
    """Whether a plan has no object any more: it is closed, or such a contact went out by then."""
    kind = reminder.fields.get("plans")
    if not kind:
        return False
    day = calendar.day_of(moment_from_field(reminder.fields["due"]).start)
    return facts.closed or any(
        _carries_out(entry, kind)
        and calendar.day_of(entry.happened.start) >= day
        and entry.happened.end >= reminder.happened.start
        for entry in facts.entries
    )


def _carries_out(entry: Entry, kind: str) -> bool:
    """Whether an entry is the contact that was planned: a call is not a message."""
    if kind == "reply":
        return is_posted(entry)
    if entry.kind != "interaction" or kind not in ("call", "write") or not reaches(entry):
        return False
    return (entry.fields.get("channel") in SPOKEN) == (kind == "call")


def held_plans(facts: Facts, calendar: Calendar, holds: Holds) -> Iterator[tuple[Entry, NeverRule]]:
    """Return the plans that do not come up, each with the rule that stands against it now."""
    for entry in facts.entries:
        kind = entry.fields.get("plans")
        planned = entry.kind == "reminder" and kind and entry.fields.get("due")
        if planned and not is_settled(entry, facts, calendar):
            used, aside = holds.budget_used, set_aside(entry)
            rule = rule_against(str(kind), facts, budget_used=used, set_aside=aside)
            if rule is not None:
                yield entry, rule


def set_aside(plan: Entry) -> str:
    """Return the id of the rule against which a plan was made with a reason; empty is none."""
    return str(plan.fields.get("rule") or "") if plan.fields.get("despite") else ""


def _site_deadlines(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """Days that a site set for our answer; they end with it, or with the review."""
    for review in facts.standing_reviews:
        due = review.fields.get("due")
        if due and not facts.replies.answer(review):
            title = "The site's deadline for your answer runs out."
            yield _dated(facts, calendar, review.first, "site-deadline", title, due)
    for entry in waiting_disputes(facts.entries):
        title = DISPUTE_TITLES.get(entry.fields.get("state", "sent"), DISPUTE_TITLES["notice"])
        yield _dated(facts, calendar, entry, "site-deadline", title, entry.fields["due"])


def _their_deadlines(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    for demand in facts.demands:
        due = demand.fields.get("due")
        if demand.state == "open" and due:
            title = "Their deadline runs out."
            yield _dated(facts, calendar, demand.first, "their-deadline", title, due)


DISPUTE_TITLES = {
    "notice": "The deadline of the notice that came runs out.",
    "asked-for-more": "The site wants more from you by then.",
    "refused": "The last day to ask the site once more.",
    "removed": "A day that the site named in its answer.",
    "sent": "The site meant to answer by then. Look whether it has.",
    "early": "The site meant to answer by then. Look whether it has.",
    "chosen": "The site's deadline for your report runs out.",
}
WHY = {
    "reminder": "You asked to be reminded.",
    "promise": "You gave your word for this day.",
    "site-deadline": "The site set this date. What comes later is not counted.",
    "their-deadline": "They set this date. It is theirs, not yours; know it before you answer.",
}
SAY = {
    "their-deadline": (
        "I will not be able to settle this by then.",
        "You will hear from me by (day) with what I can do.",
    )
}
FIRST = -1
AFTER_THE_STEPS = 50
"""Of a deadline of theirs: among items due on one day the playbook's steps come first."""


def _dated(
    facts: Facts, calendar: Calendar, entry: Entry, step: str, title: str, due_field: Any
) -> Item:
    due: Moment = moment_from_field(due_field)
    exact = due.precision == "exact"
    own = step == "reminder"
    return Item(
        incident=facts.incident,
        playbook="",
        step=f"{step}-{entry.id.seq}",
        anchor=entry.id,
        kind="decide",
        title=title,
        why=WHY[step],
        say=SAY.get(step, ()),
        rank=AFTER_THE_STEPS if step in OUTSIDE else 0,
        opens_at=due.start if own else min(due.start, entry.happened.start),
        due_on=calendar.day_of(due.start),
        due_at=due.start if exact else None,
        must=True,
    )


def _safety(facts: Facts, calendar: Calendar) -> Item:
    """Above every playbook, and still there when another one leads."""
    (anchor,) = facts.anchors["threat"]
    return Item(
        incident=facts.incident,
        playbook="",
        step=SAFETY,
        anchor=anchor.entry,
        kind="decide",
        title="Make sure everybody is safe, then tell the police.",
        why="Violence was threatened. Safety comes first, and a police number helps later.",
        say=("To the police: who said it, their exact words, when, and how they reached you.",),
        avoid=("any call, message or offer to them until the police have answered.",),
        source=("T4",),
        opens_at=anchor.at.start,
        due_on=calendar.day_of(anchor.at.start),
        must=True,
        rank=FIRST,
    )


def _cooling(facts: Facts, calendar: Calendar, until: datetime, since: Anchor) -> Item:
    """The wait itself, so that `due` says why nothing is asked of the owner."""
    return Item(
        incident=facts.incident,
        playbook="",
        step="cooling",
        anchor=since.entry,
        kind="wait",
        title="Leave them in peace until then.",
        why="They need time. If they get in touch before, answer at once.",
        source=("B5",),
        opens_at=since.at.start,
        due_on=calendar.day_of(until),
        closes_at=max(until, since.at.start),
    )


def _go_between(facts: Facts, calendar: Calendar) -> Item:
    entry = next(e for e in facts.entries if e.fields.get("on_behalf_of"))
    return Item(
        incident=facts.incident,
        playbook="",
        step="may-speak",
        anchor=entry.id,
        kind="ask",
        title=f"Ask whether {facts.go_between} may speak for {facts.customer}.",
        why="Somebody else spoke for them. Until they agree, nothing about them may be told.",
        say=("I would like to help. May I ring them to make sure they are happy for us to talk?",),
        avoid=("any detail of the order, the bill or the visit.",),
        opens_at=entry.happened.start,
        due_on=calendar.day_of(entry.happened.start),
        must=True,
    )
