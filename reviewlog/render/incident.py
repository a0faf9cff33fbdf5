"""One incident in full: facts, timeline, agenda."""

import textwrap
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.harmless import harmless
from reviewlog.domain.moment import exactly, moment_from_field, utc_from_text
from reviewlog.domain.money import money_words
from reviewlog.domain.relations import Settled
from reviewlog.logbook.receipt import View
from reviewlog.render.lists import state_words
from reviewlog.render.moments import lateness, moment_words, written_words
from reviewlog.render.phrases import THREAT_WORDS, phrase, who_words
from reviewlog.render.receipt import when_words

INDENT = "      "
FIELD_WORDS = {"happened_at": "time", "who": "name", "on_behalf_of": "name", "nick": "shown name",
               "due": "deadline", "no_answer": "unanswered", "url": "address"}  # fmt: skip
_WORDS = ("quote", "text", "answer", "for", "against", "why", "url")
_SAID = {"quote": "“{}”", "for": "For: {}", "against": "Against: {}", "why": "Why: {}"}


def incident_text(view: View, now: datetime, width: int) -> str:
    """Return everything about an incident, oldest first, the agenda last."""
    lines = [*_head(view), ""]
    for settled in view.timeline:
        lines += _entry(settled, view.facts.customer, now, width)
    lines += ["", *_agenda(view, now)]
    return "\n".join(lines)


def _head(view: View) -> list[str]:
    row, facts = view.row, view.facts
    phone = f", {harmless(row['phone'])}" if row["phone"] else ""
    lines = [f"Incident {row['number']}: {who_words(dict(row))}{phone} ({state_words(row)})"]
    told = [THREAT_WORDS[facts.threat]]
    if facts.review != "none":
        told.append(f"review {facts.review}")
    if facts.verdict != "unknown":
        told.append(f"your view: {facts.verdict}")
    if facts.contacts.leave_alone:
        told.append("they asked to be left alone")
    if row["playbook"]:
        told.append(f"playbook {row['playbook']}")
    return [*lines, "; ".join(told).capitalize() + "."]


def _entry(settled: Settled, customer: str | None, now: datetime, width: int) -> list[str]:
    entry = settled.entry
    late = lateness(entry)
    when = moment_words(entry.happened, now) + (f" (written {late} later)" if late else "")
    lines = [f"{entry.id.seq:>4}  {when}  {phrase(entry, customer)}"]
    if entry.fields.get("amount"):
        lines.append(f"{INDENT}{_sum(entry.fields, 'amount')}")
    if entry.fields.get("cost"):
        lines.append(f"{INDENT}cost {_sum(entry.fields, 'cost')}")
    marks = _marks(settled, now)
    if marks:
        lines.append(f"{INDENT}{marks}")
    for name in _WORDS:
        if entry.fields.get(name):
            lines += _wrapped(_SAID.get(name, "{}").format(entry.fields[name]), width)
    for name, before in sorted(settled.corrected.items()):
        lines += _wrapped(_correction(settled, name, before, now), width)
    return lines


def _correction(settled: Settled, name: str, before: Any, now: datetime) -> str:
    """Both versions are shown: the line above is the new one."""
    last = next(a for a in reversed(settled.amendments) if name in a.fields)
    old = (
        moment_words(moment_from_field(before), now)
        if name in ("happened_at", "due") and before
        else before
    )
    if name == "incident":
        return f"moved here from another incident {written_words(last, now)}"
    was = "not noted" if before is None else f"“{old}”"
    why = f" ({last.fields['why']})" if last.fields.get("why") else ""
    return f"corrected {written_words(last, now)}: {FIELD_WORDS.get(name, name)} was {was}{why}"


def _marks(settled: Settled, now: datetime) -> str:
    """What an entry sets besides its words: dates to come, the threat, how they feel."""
    fields = settled.entry.fields
    marks = [THREAT_WORDS[fields["threat"]]] if fields.get("threat") in THREAT_WORDS else []
    if fields.get("due"):
        marks.append(f"by {moment_words(moment_from_field(fields['due']), now)}")
    if fields.get("cool_until"):
        until = exactly(utc_from_text(fields["cool_until"]).astimezone(now.tzinfo))
        marks.append(f"no contact before {moment_words(until, now)}")
    if fields.get("leave_alone"):
        marks.append("asked to be left alone")
    if fields.get("pleased"):
        marks.append("said that all is well")
    return "; ".join(marks)


def _sum(fields: Mapping[str, Any], name: str) -> str:
    return money_words(fields[name], fields.get("currency"))


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in harmless(text).split("\n"):
        lines += textwrap.wrap(
            paragraph, width, initial_indent=INDENT, subsequent_indent=INDENT
        ) or [""]
    return lines


def _agenda(view: View, now: datetime) -> list[str]:
    if not view.agenda:
        return ["Nothing is left to do."]
    lines = ["To do"]
    for item in view.agenda:
        lines.append(f"  {item.step:<18} {when_words(item, now)}: {harmless(item.title)}")
    return lines
