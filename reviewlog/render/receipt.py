"""The answer to every entry: one line of receipt, and the next step."""

import re
import textwrap
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import CLOCK_BACK, Entry
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.money import money_words
from reviewlog.domain.time.moment import Moment, exactly, moment_from_field, utc_from_text
from reviewlog.logbook.acting.stepping import entry_line, step_label
from reviewlog.logbook.receipt import Receipt
from reviewlog.render.due import short_date
from reviewlog.render.words.blanks import AGE, Known, is_typed, said
from reviewlog.render.words.moments import lateness, moment_words
from reviewlog.render.words.phrases import phrase, who_words

LABEL = 6
THOUGHT_OVER = frozenset(("assess", "decide", "collect", "watch", "debrief", "close"))
"""Kinds of steps whose lines are for the owner alone."""
EATEN = re.compile(r"(?:^|\s)(?:00|[.,]\d\d)(?=\s|$|[.,;])")
"""What the shell leaves of "$500": it reads $5 as its own and keeps 00."""
SWALLOWED = (
    "Is a sum missing? In double quotes the shell swallows $5; use single quotes,"
    " and reviewlog amend sets it right."
)
PEACE = "They were to be left in peace. It is on record; leave it at that for now."
LIFTED = "They had asked to be left alone; now that they got in touch, you may answer."
DANGER = (
    "If anybody may be in danger, ring the emergency number first: 112, 999 or 911.\n"
    "The log can wait."
)


def receipt_text(
    receipt: Receipt,
    steps: Sequence[Item],
    known: Known,
    now: datetime,
    width: int,
    remark: str | None = None,
) -> str:
    """Return the receipt, a remark of the verb's own, and the next step as text."""
    lines = [receipt_line(receipt, now)]
    lines += _remarks(receipt, now)
    lines += textwrap.wrap(remark, width) if remark else []
    if steps:
        lines += ["", next_text(steps, known, now, width)]
    return "\n".join(lines)


def receipt_line(receipt: Receipt, now: datetime) -> str:
    """Return who did what and when, `Kept, 12 (entry 31). Dana phoned you, Sat 21 Nov 16:40.`."""
    what = phrase(_shown_entry(receipt), receipt.facts.customer)
    moment = moment_words(_shown_entry(receipt).happened, now)
    late = lateness(_shown_entry(receipt))
    when = f"{moment}, written {late} later" if late else moment
    return f"{_kept(receipt)} {what}, {when}."


def _kept(receipt: Receipt) -> str:
    main, number = receipt.main, receipt.row["number"]
    if main.rel == "amends":
        return f"Corrected, {number} (entry {main.id.seq} corrects {main.refs[0].id.seq})."
    return f"Kept, {number} (entry {main.id.seq})."


def _shown_entry(receipt: Receipt) -> Any:
    """An amendment shows the entry as it stands now."""
    main = receipt.main
    if main.rel != "amends":
        return main
    wanted = {ref.id for ref in main.refs}
    return next((e for e in receipt.facts.entries if e.id in wanted), main)


def _remarks(receipt: Receipt, now: datetime) -> list[str]:
    lines = [f"{label} {moment_words(moment, now)}." for label, moment in _set_dates(receipt, now)]
    lines += [f"Sum: {text}." for text in _sums(receipt)]
    texts = [receipt.main.fields.get(name) for name in ("quote", "text", "said", "answer")]
    lines += [f"“{shortened(text)}”" for text in texts if text]
    files = [e for e in receipt.entries[1:] if e.kind == "evidence"]
    lines += [f"{phrase(file, None)} (entry {file.id.seq})." for file in files]
    number = receipt.row["number"]
    closing = receipt.main.fields.get("state") == "closed"
    names = [e for e in receipt.entries if e.rel == "amends" and "who" in e.fields]
    renamed = sum(len(entry.refs) for entry in names)
    clock = _clock(receipt, now)
    remarks = (
        (clock is not None, clock or ""),
        (any(text and EATEN.search(text) for text in texts), SWALLOWED),
        (renamed > 1, f"The name is set right in {renamed} entries."),
        (receipt.joined, f"Written into {who_words(dict(receipt.row))}'s open incident {number}."),
        (receipt.breached, PEACE),
        (receipt.lifted, LIFTED),
        (closing, "You did what could be done."),
        (
            receipt.facts.closed and not closing,
            f"Incident {number} is closed. If it is not over: reviewlog reopen {number}",
        ),
    )
    return lines + [text for holds, text in remarks if holds] + _against(receipt)


def _clock(receipt: Receipt, now: datetime) -> str | None:
    if not any(CLOCK_BACK in entry.fields for entry in receipt.entries):
        return None
    from reviewlog.render.words.custody import clock_words

    return clock_words(receipt.entries, now)


def _against(receipt: Receipt) -> list[str]:
    rule = receipt.main.fields.get("rule")
    if not rule:
        return []
    from reviewlog.render.words.rules import rule_sentence

    return [f"Planned against the rule: {rule_sentence(rule)}"]


SET_DATES = {
    "demand": "Their deadline:",
    "promise": "Promised for",
    "reminder": "For",
    "dispute": "Set by the site:",
}


def _set_by(entry: Entry) -> str:
    if entry.kind == "dispute" and not entry.fields.get("site"):
        return "The day it names:"
    return SET_DATES.get(entry.kind, "For")


def _set_dates(receipt: Receipt, now: datetime) -> list[tuple[str, Moment]]:
    """The dates to come that this command set, as they were understood."""
    found = [
        (_set_by(e), moment_from_field(e.fields["due"]))
        for e in receipt.entries
        if e.fields.get("due")
    ]
    for name, label in (("until", "Put off until"), ("cool_until", "No contact before")):
        said = receipt.main.fields.get(name)
        if receipt.main.kind == "hold" and said:
            found.append(("On hold until", moment_from_field(said)))
        elif said:
            at = utc_from_text(said).astimezone(now.tzinfo)
            moment = exactly(at)
            midnight = at.hour == at.minute == 0
            found.append((label, moment._replace(precision="day") if midnight else moment))
    return found


def _sums(receipt: Receipt) -> list[str]:
    """The sums that this command wrote down, as they were understood."""
    return [
        money_words(e.fields[name], e.fields.get("currency"))
        for e in receipt.entries
        for name in ("amount", "cost")
        if e.fields.get(name)
    ]


def shortened(text: str) -> str:
    """Return the beginning of a text in one line, harmless to show."""
    line = harmless_line(text)
    return line if len(line) <= 160 else line[:157] + "..."


def next_text(steps: Sequence[Item], known: Known, now: datetime, width: int) -> str:
    """Return the first of some steps: title, when, why, what to say and avoid, what ends it."""
    item = steps[0]
    lines = block("NEXT", [harmless_line(item.title)], width)
    lines += block("When", [when_words(item, now)], width)
    lines += block("Why", [item.why], width)
    lines += block("Age", [age], width) if (age := known.get(AGE)) else []
    lines_said = said(item, known)
    spoken = [line for line in lines_said if not is_typed(line)]
    commands = [line for line in lines_said if is_typed(line)]
    lines += block("Type", commands, width)
    label = "Think" if item.kind in THOUGHT_OVER else "Say"
    lines += block(label, [f"“{line}”" for line in spoken], width)
    if item.avoid:
        avoid = "; ".join(text.rstrip(".") for text in item.avoid)
        lines += block("Avoid", [f"{avoid}."], width)
    ends = _ends(steps, known, commands)
    return "\n".join([*lines, *(block("Done", [ends], width) if ends else [])])


def _ends(steps: Sequence[Item], known: Known, typed: Sequence[str]) -> str:
    """The line that ticks the first step, or writes down what fulfils it, if none says so yet."""
    item, number = steps[0], known.get("incident") or "N"
    if item.kind == "wait" or (item.done_by and typed):
        return ""
    if item.done_by or item.kind == "reply":
        return entry_line(item, number)
    label = step_label(item, steps)
    line = f"reviewlog done {number}" if label == item.step else f"reviewlog done {number} {label}"
    return "" if any(text.startswith(line) for text in typed) else line


def block(label: str, texts: Sequence[str], width: int, indent: int = LABEL) -> list[str]:
    """Return texts under a label in the margin, wrapped, harmless to show."""
    lines: list[str] = []
    for text in texts:
        wrapped = textwrap.wrap(harmless(text), width - indent, break_on_hyphens=False) or [""]
        lines += wrapped
    return [f"{label if i == 0 else '':<{indent}}{line}" for i, line in enumerate(lines)]


def when_words(item: Item, now: datetime) -> str:
    """Return when an item is due, in the words of today."""
    today = now.date().isoformat()
    opens = item.opens_at.astimezone(now.tzinfo)
    if item.kind == "wait" and item.due_on:
        return f"until {short_date(item.due_on.isoformat(), today)}"
    if opens > now:
        if item.due_on == opens.date():
            return f"on {_day(item, today)}"
        text = f"not before {short_date(opens.date().isoformat(), today)}"
        return f"{text}, by {_day(item, today)}" if item.due_on else text
    if item.due_at is not None:
        return _hour(item, item.due_at.astimezone(now.tzinfo), now)
    if item.due_on is None:
        return "when you can"
    late = "overdue since " if item.due_on.isoformat() < today else "by "
    return f"{late}{_day(item, today)}"


def _hour(item: Item, due: datetime, now: datetime) -> str:
    day = _day(item, now.date().isoformat())
    if due >= now:
        return f"by {due:%H:%M}, {day}"
    return f"overdue since {due:%H:%M} {'today' if due.date() == now.date() else f'on {day}'}"


def _day(item: Item, today: str) -> str:
    if item.due_on is None:
        return ""
    iso = item.due_on.isoformat()
    text = short_date(iso, today)
    return f"today, {text}" if iso == today else text
