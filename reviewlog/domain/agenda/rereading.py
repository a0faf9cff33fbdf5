"""The item that stands while a draft waits: read it once more, with another mood's eyes."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reviewlog.domain.agenda.holds import Holds
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.never import rule_against
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.reply.drafts import Drafting, waiting_drafts
from reviewlog.domain.reply.rules import PRIVATE, PUBLIC
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.vocabulary import SITES

REREAD, REREAD_MESSAGE = "re-read", "re-read-message"
"""The steps: of an answer in public, and of a message to them alone."""
_WAITS = {
    PUBLIC: (REREAD, "reply", "Read the draft of your answer{where} again, then post it."),
    PRIVATE: (REREAD_MESSAGE, "write", "Read the draft of your message again, then send it."),
}
WHY = "You wrote it in another mood. What still reads well now may go out."
AVOID = ("changing it while you are angry. Then let it lie once more.",)
LONGEST_WEEKEND = 14
"""Days without a working one, after which any day will do."""


def rereading_items(facts: Facts, calendar: Calendar, holds: Holds) -> Iterator[Item]:
    """Return an item for each draft that waits, unless a rule stands against sending it now."""
    for medium, (step, kind, title) in _WAITS.items():
        if rule_against(kind, facts, budget_used=holds.budget_used) is None:
            for drafting in _waiting(facts, medium):
                words = title.format(where=_where(facts, drafting))
                yield _item(facts, calendar, drafting, holds, (step, kind, words))


def in_one_line(items: Iterable[Item], facts: Facts, calendar: Calendar) -> list[Item]:
    """Return the items, those that ask for an answer become the reading of its draft.

    The playbook's step stays what it is, by its key and its day: only one of the two is shown.
    """
    every = list(items)
    for reading in [item for item in every if item.step == REREAD]:
        asking = next((i for i in every if _asks_for(i, reading, facts)), None)
        if asking is not None:
            every.remove(reading)
            every[every.index(asking)] = _merged(asking, reading, facts, calendar)
    return every


def _asks_for(item: Item, reading: Item, facts: Facts) -> bool:
    """Whether a playbook's step asks for the answer of which there is a draft."""
    if item.kind != "reply" or not item.playbook or item.title == reading.title:
        return False
    if item.closes_at is not None and item.closes_at <= reading.opens_at:
        return False
    reviews = {t.last.id: track_key(t.first) for t in facts.standing_reviews}
    drafting = next(d for d in _waiting(facts, PUBLIC) if d.versions[-1].id == reading.anchor)
    return item.anchor not in reviews or reviews[item.anchor] == drafting.of


def _merged(asking: Item, reading: Item, facts: Facts, calendar: Calendar) -> Item:
    """Return the step as the reading of its draft; one older than its review waits for that."""
    begun = (entry.happened.start for entry in facts.entries if entry.id == asking.anchor)
    opens_at = max(reading.opens_at, next(begun, reading.opens_at))
    on = max(asking.due_on or date.min, _working(calendar, calendar.day_of(opens_at)))
    at = asking.due_at if asking.due_at and asking.due_at > opens_at else None
    return asking._replace(
        opens_at=opens_at,
        due_on=calendar.day_of(at) if at else on,
        due_at=at,
        title=reading.title,
        why=reading.why,
        say=(),
        avoid=reading.avoid,
        done_by=reading.done_by,
    )


def _waiting(facts: Facts, medium: str) -> list[Drafting]:
    """Return the drafts that wait, but for answers to what is gone."""
    gone = {track_key(t.first) for t in facts.reviews if t.state == "gone"}
    return [d for d in waiting_drafts(facts.entries, medium) if d.of is None or d.of not in gone]


def _where(facts: Facts, drafting: Drafting) -> str:
    """Return the site, where drafts could wait for more than one."""
    site = str(drafting.versions[-1].fields.get("site") or "")
    several = len(facts.standing_reviews) > 1 or (facts.standing_reviews and not drafting.of)
    return f" on {SITES.get(site, site)}" if site and several else ""


def _item(
    facts: Facts, calendar: Calendar, drafting: Drafting, holds: Holds, words: tuple[str, str, str]
) -> Item:
    step, kind, title = words
    latest = drafting.versions[-1]
    written = latest.happened.start
    opens_at = max(written, drafting.ready_at or written, holds.until(kind) or written)
    return Item(
        incident=facts.incident,
        playbook="",
        step=step,
        anchor=latest.id,
        kind=kind,
        title=title,
        why=f"{drafting.eyes} is to read it first. {WHY}" if drafting.is_unseen else WHY,
        avoid=AVOID,
        source=("D1", "B4"),
        opens_at=opens_at,
        due_on=_working(calendar, calendar.day_of(opens_at)),
        done_by="reply",
    )


def _working(calendar: Calendar, on: date) -> date:
    """Return a day, or the next one on which the shop works: nothing is late before."""
    days = (on + timedelta(days=n) for n in range(LONGEST_WEEKEND))
    return next((day for day in days if calendar.is_working(day)), on)
