"""One incident in full: facts, timeline, agenda."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.due import is_outside
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.answering import FirstAnswer
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.money import money_words
from reviewlog.domain.relations import Settled
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import exactly, moment_from_field, utc_from_text
from reviewlog.logbook.acting.background import Background
from reviewlog.logbook.receipt import View
from reviewlog.render.due import short_date
from reviewlog.render.keeping.gone import erased_words, gone_lines, hold_lines
from reviewlog.render.layout.tables import hanging
from reviewlog.render.lists import state_words
from reviewlog.render.receipt import when_words
from reviewlog.render.words.custody import clock_words, custody_words, export_lines
from reviewlog.render.words.moments import (
    count,
    lateness,
    minutes_words,
    moment_words,
    written_words,
)
from reviewlog.render.words.phrases import THREAT_WORDS, phrase, who_words
from reviewlog.render.words.rules import rule_sentence
from reviewlog.render.words.terms import target_words

Labels = Mapping[EntryId, str]
INDENT = "      "
MARGIN = 21
FIELD_WORDS = {"happened_at": "time", "who": "name", "on_behalf_of": "name", "nick": "shown name",
               "due": "deadline", "no_answer": "unanswered", "sites": "site", "pleased": "all is well", "url": "address",
               "captured_at": "time it was taken", "by": "who took it", "how": "how it was come by", "shows": "what it shows",
               "consent": "who agreed to it"}  # fmt: skip
_WORDS = ("quote", "sentence", "text", "said", "answer", "for", "against", "why", "url")
_SAID = {
    "quote": "“{}”",
    "sentence": "“{}”",
    "said": "The site: “{}”",
    "for": "For: {}",
    "against": "Against: {}",
    "why": "Why: {}",
}


def incident_text(
    view: View,
    behind: Background,
    calendar: Calendar,
    now: datetime,
    width: int,
    exports: Iterable[Entry] = (),
) -> str:
    """Return everything about an incident, oldest first, the agenda last."""
    lines = [*_head(view), *_behind(view, behind, calendar, now), ""]
    for settled in view.timeline:
        lines += _entry(settled, view, now, width)
    lines += gone_lines(view, now)
    for line in export_lines(exports, now):
        lines += textwrap.wrap(line, width, subsequent_indent="  ", break_on_hyphens=False)
    lines += ["", *_agenda(view, now, width)]
    return "\n".join(lines)


def _head(view: View) -> list[str]:
    row, facts = view.row, view.facts
    phone = f", {harmless(row['phone'])}" if row["phone"] else ""
    lines = [f"Incident {row['number']}: {who_words(dict(row))}{phone} ({state_words(row)})"]
    told = [] if row["shop"] else [THREAT_WORDS[facts.threat]]
    if facts.review != "none":
        told.append(f"review {facts.review}")
    if facts.verdict != "unknown":
        told.append(f"your view: {facts.verdict}")
    if facts.contacts.leave_alone:
        told.append("they asked to be left alone")
    if row["playbook"]:
        told.append(f"playbook {row['playbook']}")
    text = "; ".join(told)
    return [*lines, f"{text[0].upper()}{text[1:]}."] if text else lines


def _behind(view: View, behind: Background, calendar: Calendar, now: datetime) -> list[str]:
    """What is told besides the entries: how soon we answered, what they wanted before."""
    lines = [*hold_lines(view, now), *first_answer_words(behind, calendar, now)]
    if behind.asked_before:
        lines.append(f"They asked for something {count(behind.asked_before, 'time')} before.")
    if behind.is_outdated and not view.facts.closed:
        number, name = view.row["number"], view.row["playbook"]
        lines.append(f"A newer text of {name} is there: reviewlog playbook upgrade {number}")
    return lines


def first_answer_words(behind: Background, calendar: Calendar, now: datetime) -> list[str]:
    """Return how soon they heard from us, against the aim of the playbook."""
    found = behind.first_answer
    if found is None:
        return []
    target = behind.playbook.first_answer if behind.playbook else None
    if found.minutes is None:
        return [f"No answer from you yet{_aim(found, target, calendar, now)}."]
    late = target is not None and found.is_late(target, calendar)
    aim = f"; your aim was {target_words(target)}" if target else ""
    aim += ", so it was late" if late else ""
    came = f"after {minutes_words(found.minutes)}" if found.minutes else "at once"
    return [f"Your first answer came {came}{aim}."]


def _aim(found: FirstAnswer, target: Duration | None, calendar: Calendar, now: datetime) -> str:
    if target is None:
        return ""
    on = calendar.date_after(found.since.at, target).isoformat()
    return f"; the aim is {short_date(on, now.date().isoformat())}"


def _entry(settled: Settled, view: View, now: datetime, width: int) -> list[str]:
    entry = settled.entry
    late = lateness(entry)
    when = moment_words(entry.happened, now) + (f" (written {late} later)" if late else "")
    lines = [f"{entry.id.seq:>4}  {when}  {phrase(entry, view.facts.customer)}"]
    lines += _beside(settled, view, now, width)
    if entry.fields.get("despite"):
        lines += _wrapped(despite_words(entry.fields), width)
    for name in _words_of(entry, view):
        if entry.fields.get(name):
            words = "It says: “{}”" if _is_of_no_site(entry, name) else _SAID.get(name, "{}")
            lines += _wrapped(words.format(entry.fields[name]), width)
    for name, before in sorted(settled.corrected.items()):
        lines += _wrapped(_correction(settled, name, before, now), width)
    return lines


def _words_of(entry: Entry, view: View) -> tuple[str, ...]:
    """Return the fields whose words are shown; of a draft those of the last version only."""
    if entry.kind != "reply":
        return _WORDS
    from reviewlog.render.replies.draftmarks import is_old_version

    return () if is_old_version(entry, view.facts) else ("text", "why", "url")


def _beside(settled: Settled, view: View, now: datetime, width: int) -> list[str]:
    """What an entry holds besides words: sums, marks, a file, a clock that went back."""
    entry, marks, labels = settled.entry, _marks(settled, view, now), view.labels
    lines = [f"{INDENT}{_sum(entry.fields, 'amount')}"] if entry.fields.get("amount") else []
    if entry.fields.get("cost"):
        lines.append(f"{INDENT}cost {_sum(entry.fields, 'cost')}")
    lines += [f"{INDENT}{marks}"] if marks else []
    if entry.fields.get("file"):
        label = f"{labels[entry.id]}: " if entry.id in labels else ""
        lines += _wrapped(label + custody_words(entry, now), width)
    if entry.fields.get("proofs"):
        from reviewlog.render.disputes.claims import named_proofs

        here = [s.entry for s in view.timeline]
        proofs = named_proofs(entry.fields["proofs"], labels, here)
        lines += _wrapped(f"Proof: {proofs}", width)
    clock = clock_words([settled.original], now)
    return lines + (_wrapped(clock, width) if clock else [])


def _is_of_no_site(entry: Entry, name: str) -> bool:
    """Whether words came with a notice of which nobody said that it is a site's."""
    return name == "said" and not entry.fields.get("site")


def _correction(settled: Settled, name: str, before: Any, now: datetime) -> str:
    """Both versions are shown: the line above is the new one."""
    last = next(a for a in reversed(settled.amendments) if name in a.fields)
    old = (
        moment_words(moment_from_field(before), now)
        if name in ("happened_at", "due", "captured_at") and before
        else before
    )
    if name == "incident":
        return f"moved here from another incident {written_words(last, now)}"
    was = "not noted" if before is None else f"“{old}”"
    why = f" ({last.fields['why']})" if last.fields.get("why") else ""
    return f"corrected {written_words(last, now)}: {FIELD_WORDS.get(name, name)} was {was}{why}"


def despite_words(fields: Mapping[str, Any]) -> str:
    """Return what was planned against which rule, and why."""
    rule = rule_sentence(fields.get("rule"))
    return f"Planned against the rule: {rule} Reason: {fields['despite']}"


def _marks(settled: Settled, view: View, now: datetime) -> str:
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
    if settled.entry.kind == "reply" or "draft" in fields:
        from reviewlog.render.replies.draftmarks import draft_marks

        marks += draft_marks(settled.entry, view.facts, now)
    if settled.erased:
        marks.append(erased_words(settled.erased))
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


def _agenda(view: View, now: datetime, width: int) -> list[str]:
    if not view.agenda:
        return ["Nothing is left to do."]
    own = [item for item in view.agenda if not is_outside(item.step)]
    outside = [item for item in view.agenda if is_outside(item.step)]
    lines = _listed("To do", own, now, width)
    theirs = _listed("Dates that others set", outside, now, width)
    return [*lines, *([""] if lines and theirs else []), *theirs]


def _listed(heading: str, items: Sequence[Item], now: datetime, width: int) -> list[str]:
    lines = [heading] if items else []
    for item in items:
        text = f"{when_words(item, now)}: {harmless_line(item.title)}"
        lines += hanging(f"  {harmless_line(item.step)}", text, width, MARGIN)
    return lines
