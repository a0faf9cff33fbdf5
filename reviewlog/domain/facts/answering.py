"""How soon they first heard from us: from their first word to our first answer."""

from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import is_reply
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Duration


class FirstAnswer(NamedTuple):
    """Their first word, and what we said to it."""

    since: Anchor
    """Their first contact, or the posting of a review."""
    answer: Anchor | None
    """Our first contact or public reply after it; None while they wait."""

    @property
    def minutes(self) -> int | None:
        """How long they waited."""
        if self.answer is None:
            return None
        return max(0, int((self.answer.at.start - self.since.at.start).total_seconds() // 60))

    def is_late(self, target: Duration, calendar: Calendar) -> bool:
        """Whether the answer came after the target; one that is not there yet is not late."""
        if self.answer is None:
            return False
        if target.is_clock_time:
            return self.answer.at.start > calendar.instant_after(self.since.at, target)
        return calendar.day_of(self.answer.at.start) > calendar.date_after(self.since.at, target)


def first_answer(facts: Facts) -> FirstAnswer | None:
    """Return how soon we answered; None where they never said anything."""
    heard = [e for e in facts.entries if _is_theirs(e)]
    if not heard:
        return None
    since = min(heard, key=lambda e: e.order)
    answers = [e for e in facts.entries if _is_ours(e) and e.happened.end >= since.happened.start]
    first = min(answers, key=lambda e: e.order, default=None)
    answer = Anchor(first.id, first.happened) if first else None
    return FirstAnswer(Anchor(since.id, since.happened), answer)


def _is_theirs(entry: Entry) -> bool:
    if entry.kind == "interaction":
        return entry.fields.get("direction") == "in"
    return entry.kind == "review" and entry.fields.get("state") != "gone"


def _is_ours(entry: Entry) -> bool:
    """A contact that reached them, or an answer in public."""
    if entry.kind == "interaction":
        return entry.fields.get("direction") == "out" and not entry.fields.get("no_answer")
    return is_reply(entry)
