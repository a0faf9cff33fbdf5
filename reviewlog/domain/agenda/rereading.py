"""The item that stands while a draft waits: read it once more, with another mood's eyes."""

from collections.abc import Iterator

from reviewlog.domain.agenda.holds import Holds
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.never import rule_against
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.reply.drafts import Drafting, drafting_of
from reviewlog.domain.reply.rules import PRIVATE, PUBLIC
from reviewlog.domain.time.calendar import Calendar

REREAD, REREAD_MESSAGE = "re-read", "re-read-message"
"""The steps: of an answer in public, and of a message to them alone."""
_WAITS = {
    PUBLIC: (REREAD, "reply", "Read the draft of your answer again, then post it."),
    PRIVATE: (REREAD_MESSAGE, "write", "Read the draft of your message again, then send it."),
}
WHY = "You wrote it in another mood. What still reads well now may go out."
AVOID = ("changing it while you are angry. Then let it lie once more.",)


def rereading_items(facts: Facts, calendar: Calendar, holds: Holds) -> Iterator[Item]:
    """Return an item for each draft that waits, unless a rule stands against sending it now."""
    for medium, (step, kind, title) in _WAITS.items():
        drafting = drafting_of(facts.entries, medium)
        barred = rule_against(kind, facts, budget_used=holds.budget_used)
        if drafting.versions and barred is None:
            yield _item(facts, calendar, drafting, holds, (step, kind, title))


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
        due_on=calendar.day_of(opens_at),
        done_by="reply",
    )
