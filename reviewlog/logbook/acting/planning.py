"""Plan: what is to be done on a day, and what the rules say to it."""

import shlex
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from reviewlog.domain.agenda.holds import holds_of
from reviewlog.domain.agenda.never import JOINT, NeverRule, forbidden_lines, rules_against
from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import AgainstRuleError, BrokenRule, RefusedError
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.time.moment import Moment, moment_to_field, typed_words
from reviewlog.logbook.acting.background import pinned_playbook
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt, View

TITLES = {
    "call": "Ring them.",
    "write": "Write to them.",
    "reply": "Answer the review.",
    "request": "Ask whether they would update the review.",
    "attempt": "Offer to put it right.",
}
"""What a plan is called that has no words of its own."""
OTHERWISE = "Do what you planned."
DECIDED = {
    "call": "You decided to ring them.",
    "write": "You decided to write to them.",
    "reply": "You decided to answer in public.",
}
"""What is written down where somebody begins something against a rule."""
REASON = "--despite 'your reason'"


class Plan(NamedTuple):
    """Something to do on a day, as `remind --to` takes it."""

    due: Moment
    kind: str
    text: str | None = None
    despite: str | None = None
    """Why it is planned although a rule stands against it."""


class Bar(NamedTuple):
    """A never-rule that stands against something, and how long."""

    rule: NeverRule
    until: datetime | None = None


def plan(book: Book, incident: str, said: Plan) -> Receipt:
    """Plan something for a day.

    Raises AgainstRuleError where a never-rule stands against it and no reason is given.
    """
    text = required_text(said.text or TITLES.get(said.kind, OTHERWISE), "the reminder")
    with book.store.writing():
        row = book.get_incident(incident)
        facts = Projector(book.store, book.calendar).facts(row["id"])
        bars = _bars(book, facts, said.kind, said.due.start, text)
        if bars and said.despite is None:
            raise _against(book, bars, _line(row, said, text))
        fields = _planned(book, said.kind, text, bars, said.despite)
        fields["due"] = moment_to_field(said.due)
        return book.receipt(book.record([Draft("reminder", fields, row["id"])]))


def ring(book: Book, view: View, despite: str | None) -> Receipt | None:
    """See whether they may be rung now; a reason for ringing all the same is written down.

    Raises AgainstRuleError where a never-rule stands against it and no reason is given,
    RefusedError where there is nobody to ring.
    """
    if view.row["shop"]:
        raise RefusedError(
            f"Incident {view.row['number']} is your shop's own: nobody is to be rung."
        )
    return begin(book, view, "call", despite, f"reviewlog call-card {view.row['number']}")


def begin(book: Book, view: View, kind: str, despite: str | None, line: str) -> Receipt | None:
    """See whether something may be begun now; a reason for it all the same is written down.

    Raises AgainstRuleError where a never-rule stands against it and no reason is given; `line`
    is the command that was typed.
    """
    with book.store.reading():
        bars = _bars(book, view.facts, kind, book.now())
    if not bars:
        return None
    if despite is None:
        raise _against(book, bars, f"{line} {REASON}")
    with book.store.writing():
        fields = _planned(book, kind, DECIDED.get(kind, OTHERWISE), bars, despite)
        return book.receipt(book.record([Draft("note", fields, view.row["id"])]))


def rules_at(book: Book, view: View, kind: str, at: datetime) -> tuple[NeverRule, ...]:
    """Return the rules that stand against doing something at an instant."""
    with book.store.reading():
        return tuple(bar.rule for bar in _bars(book, view.facts, kind, at))


def _planned(
    book: Book, kind: str, text: str, bars: list[Bar], despite: str | None
) -> dict[str, Any]:
    reason = None if despite is None else required_text(despite, "--despite")
    fields = {"happened_at": book.happened(None), "text": text, "plans": kind}
    return fields | {"despite": reason, "rule": JOINT.join(bar.rule.id for bar in bars) or None}


def _bars(book: Book, facts: Facts, kind: str, at: datetime, text: str = "") -> list[Bar]:
    """Return the rules against doing something at an instant, and against saying it at all."""
    holds = holds_of(pinned_playbook(book.store, facts), facts, book.calendar)
    ends = {"cooling": holds.cooling_until, "gap": holds.gap_until}
    cooling, too_soon = (until is not None and at < until for until in ends.values())
    used = holds.budget_used
    rules = rules_against(kind, facts, budget_used=used, cooling=cooling, too_soon=too_soon)
    said = forbidden_lines(kind, text, personal=_personal_words(facts))
    return [Bar(rule, ends.get(rule.id)) for rule in (*rules, *said)]


def _personal_words(facts: Facts) -> tuple[str, ...]:
    """What all could tell them by: their name, and what they wanted."""
    sums = [str(d.fields["amount"]) for d in facts.demands if d.fields.get("amount")]
    names = (facts.customer or "").split()
    return (*names, *sums, *(text.removesuffix(".00") for text in sums))


def _against(book: Book, bars: list[Bar], line: str) -> AgainstRuleError:
    return AgainstRuleError(tuple(_told(book, bar) for bar in bars), line)


def _told(book: Book, bar: Bar) -> BrokenRule:
    until = book.calendar.day_of(bar.until).isoformat() if bar.until else None
    return BrokenRule(bar.rule.sentence, bar.rule.source, until)


def _line(row: Mapping[str, Any], said: Plan, text: str) -> str:
    when = typed_words(said.due)
    words = ["reviewlog", "remind", str(row["number"]), when, text, "--to", said.kind]
    return f"{shlex.join(words)} {REASON}"
