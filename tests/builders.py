"""Small builders: sensible defaults, override what matters."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Entry, EntryId, Ref
from reviewlog.domain.facts.facts import Facts, fold
from reviewlog.domain.playbook import Budget, Playbook, Step
from reviewlog.domain.relations import settle
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.dates import Reader
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import Moment, exactly, moment_to_field, utc_text
from reviewlog.logbook.said import Answer, Contact, Judgement, Posted, Remedy
from reviewlog.playbook.language.form import read_whole
from reviewlog.playbook.shelf import shipped_texts
from tests.fakes import SATURDAY

__all__ = ["Answer", "Contact", "Judgement", "Posted", "Remedy"]
"""What an owner says with a verb; the builders' own names need no list."""

LOG, INCIDENT = "log0", "inc0"
LONDON = Calendar(zone="Europe/London")
WHOLES = {name: read_whole(text, name, shipped_texts()) for name, text in shipped_texts().items()}
SHELF = {name: whole.playbook for name, whole in WHOLES.items()}
COVERS = tuple(playbook.cover for playbook in SHELF.values())


def at(days: float = 0, hours: float = 0, minutes: float = 0) -> datetime:
    """Return an instant counted from Saturday 16:40."""
    return SATURDAY + timedelta(days=days, hours=hours, minutes=minutes)


def a_reader(
    now: datetime = SATURDAY, zone: str = "Europe/London", order: str | None = None
) -> Reader:
    return Reader(now.astimezone(Calendar(zone).tz), Calendar(zone), order)


def an_entry(
    kind: str = "interaction",
    happened: datetime | Moment | None = None,
    *,
    seq: int = 1,
    written: datetime | None = None,
    incident: str = INCIDENT,
    rel: str | None = None,
    refs: tuple[Entry, ...] = (),
    **fields: Any,
) -> Entry:
    """Return an entry as the log would give it back; written when it happened unless said."""
    if isinstance(happened, datetime):
        happened = exactly(happened)
    if happened is not None:
        fields["happened_at"] = moment_to_field(happened)
    fallback = happened.end if happened else SATURDAY
    return Entry(
        id=EntryId(LOG, seq),
        command=seq,
        incident=incident,
        n=seq,
        kind=kind,
        recorded_at=(written or fallback).astimezone(UTC),
        offset_min=0,
        rel=rel,
        refs=tuple(Ref(e.id, e.leaf) for e in refs),
        leaf=f"{seq:064x}",
        header=b"",
        fields={name: value for name, value in fields.items() if value is not None},
    )


def a_call(happened: datetime | Moment = SATURDAY, **fields: Any) -> Entry:
    """Return an inbound telephone call from Dana, who says something."""
    said: dict[str, Any] = {"channel": "phone", "direction": "in", "who": "Dana"}
    said["text"] = "The vase was cracked."
    return an_entry("interaction", happened, **said | fields)


def a_mail(happened: datetime | Moment = SATURDAY, **fields: Any) -> Entry:
    """Return an e-mail from us that nobody has answered yet."""
    return a_call(happened, **{"channel": "email", "direction": "out"} | fields)


def a_review(happened: datetime | Moment = SATURDAY, **fields: Any) -> Entry:
    """Return a review of one star."""
    said: dict[str, Any] = {"state": "up", "site": "google", "stars": 1}
    return an_entry("review", happened, **said | fields)


def a_pin(playbook: str = "complaint", **fields: Any) -> Entry:
    """Return the entry that pins an incident to a shipped playbook."""
    return an_entry("playbook", **{"id": playbook, "digest": SHELF[playbook].digest} | fields)


def a_tick(item: Item, happened: datetime, state: str = "done", **fields: Any) -> Entry:
    """Return the entry by which an item is ticked, left out or put off."""
    named = {"playbook": item.playbook, "step": item.step, "anchor": str(item.anchor)}
    return an_entry("step", happened, **named | {"state": state} | fields)


def a_snooze(item: Item, happened: datetime, until: datetime, **fields: Any) -> Entry:
    return a_tick(item, happened, "snoozed", until=utc_text(until), **fields)


def in_order(*entries: Entry) -> list[Entry]:
    """Return the entries numbered as they stand, so that a test need not count."""
    return [
        e._replace(id=EntryId(LOG, n), command=n, n=n, leaf=f"{n:064x}")
        for n, e in enumerate(entries, 1)
    ]


def facts_of(*entries: Entry, incident: str = INCIDENT) -> Facts:
    """Return the facts of one incident alone."""
    return fold(incident, settle(entries))


def a_step(**said: Any) -> Step:
    usual: dict[str, Any] = {"id": "step", "title": "Do it.", "kind": "decide", "why": "It helps."}
    return Step(**usual | said)


def a_playbook(*steps: Step, **said: Any) -> Playbook:
    usual: dict[str, Any] = {"id": "test", "version": 1, "title": "A test", "digest": "0" * 64}
    return Playbook(**usual | {"budget": Budget(2, Duration(4, "day")), "steps": steps} | said)


def items_of(playbook: Playbook | str, *entries: Entry, calendar: Calendar = LONDON) -> list[Item]:
    """Return the agenda of one incident that follows a playbook."""
    followed = SHELF[playbook] if isinstance(playbook, str) else playbook
    return agenda(followed, facts_of(*entries), calendar, COVERS)


def the_item(items: Iterable[Item], step: str) -> Item:
    """Return the only item of a step."""
    (found,) = [item for item in items if item.step == step]
    return found


def steps_of(items: Iterable[Item]) -> set[str]:
    return {item.step for item in items}


def said(who: str | None = "Dana", text: str | None = "The vase was cracked.", **more) -> Contact:
    """Return what the owner says to `log`."""
    return Contact(who=who, text=text, **more)


def agendas(book) -> dict[str, Any]:
    """Return what undo must give back: agenda and rows, without incidents taken back whole.

    Where entries once stood is kept for ever: their files have numbers there.
    """
    shot = book.store.projections.snapshot()
    return {
        "agenda": shot["agenda"],
        "incidents": [row for row in shot["incidents"] if row[6] != "void"],
        "links": shot["links"],
    }


FIRST = 3
"""Number of the first entry of the first incident: before it stand the settings and the playbooks."""
HOUSE = """
playbook: house
version: 1
title: The rules of the house
sources: {T: Letters to shopkeepers, N: On answering}
targets: {first_answer: 1 working day}
budget: {unanswered: 2, gap: 4 days}
cooling: {after: [declined], for: 3 days}
steps:
  - id: ring
    title: Ring them.
    kind: call
    unless: {pleased: said}
    after: inbound
    within: first_answer
    done_by: {entry: interaction, direction: out}
    weight: must
    why: Being heard takes the heat out.
    say:
      - "Hello {customer}, this is {business}."
      - "Thank you for telling me. I am sorry for the trouble you have had."
      - "Did we speak of {sum} by {deadline} on {site}?"
      - "You will hear from me by (day)."
    avoid: ["the word but."]
    source: [T1, N1, T4]
  - id: words
    title: Write down their exact words.
    kind: collect
    when: {quote: missing, threat: [veiled, open]}
    after: threat
    within: 0 days
    why: A site looks at words.
    say: ["reviewlog amend {entry} --quote 'their words'"]
    source: [T5]
  - id: offer
    title: Offer to put it right.
    kind: attempt
    when: {verdict: [right, partly]}
    after: assessed
    within: 1 working day
    done_by: {entry: attempt}
    why: It is owed.
    source: [N7]
  - id: nudge
    title: Write once more.
    kind: write
    after: unanswered
    not_before: 4 days
    within: 5 days
    done_by: {entry: interaction, direction: out}
    why: People are busy.
    source: [N6]
  - id: thank
    title: Thank them.
    kind: write
    after: pleased
    within: 2 days
    done_by: {entry: interaction, direction: out}
    why: They took trouble for you.
    source: [N9]
"""
"""A small playbook of an owner's own, so that no test hangs on the shipped words."""
