"""A playbook's walk as a calendar of weeks: what happens on which day, and how it ends."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.time.moment import utc_text
from reviewlog.playbook.rehearsing.walk import Event, Walk
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.words.days import DAYS, MONTHS, short_date
from reviewlog.render.words.moments import count
from reviewlog.render.words.phrases import THREAT_WORDS, phrase

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks

WIDEST = 80
LEFT, CELL, MOST_MARKS = 11, 8, 5
BESIDE = LEFT + len(DAYS) * CELL
"""With so many columns the days of a week have room beside each other."""
MARKS = {"<": "from them", ">": "from you", "*": "anything else", "?": "an offer", ".": "waiting"}
_CHOICES = {"assessment": "verdict", "demand": "state"}


def simulation_text(
    playbook: Playbook, walk: Walk, script: str, width: int, look: Style = PLAIN
) -> str:
    """Return the walk as weeks under their days; `script` says in words what was played."""
    width = min(width, WIDEST)
    title = f"{playbook.id}, version {playbook.version}: {playbook.title}"
    told = f"From {short_date(walk.first_day.isoformat(), '')}: {script}"
    lines = [
        *map(look.strong, wrap(harmless_line(title), width)),
        *wrap(harmless_line(told), width),
    ]
    is_wide = width >= BESIDE
    if is_wide:
        lines += ["", " " * LEFT + look.quiet("".join(day.ljust(CELL) for day in DAYS).rstrip())]
    marks = marks_of(walk) if is_wide else {}
    for weeks in _groups(walk):
        lines += _quiet(weeks) if len(weeks) > 1 else _week(weeks[0], walk, marks, width, look)
    return "\n".join([*lines, "", *_legend(marks), *_ending(playbook, walk, width)])


def _groups(walk: Walk) -> Iterator[list[date]]:
    """Yield the Mondays: alone, or together where two or more weeks are quiet."""
    monday = walk.first_day - timedelta(days=walk.first_day.weekday())
    quiet: list[date] = []
    busy = {_monday(event.at.date()) for event in walk.events} | {_monday(walk.last_day)}
    while monday <= walk.last_day:
        if monday in busy:
            yield from [quiet] if quiet else []
            yield [monday]
            quiet = []
        else:
            quiet.append(monday)
        monday += timedelta(days=7)


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _quiet(mondays: list[date]) -> list[str]:
    return ["", f"{'':{LEFT}}({count(len(mondays), 'quiet week')})"]


def _week(monday: date, walk: Walk, marks: dict[date, str], width: int, look: Style) -> list[str]:
    """Return the row of a week's days, where there is room, and what happens on each."""
    days = [monday + timedelta(days=n) for n in range(7)]
    if width < BESIDE:
        return ["", look.strong(_week_of(monday, walk)), *_days(days, walk, width)]
    row = "".join(f"{on.day:>2} {marks.get(on, '')[:MOST_MARKS]}".ljust(CELL) for on in days)
    head = look.strong(f"{_months(days):<{LEFT}}{row}".rstrip())
    return ["", head, *_days(days, walk, width)]


def _week_of(monday: date, walk: Walk) -> str:
    return f"Week of {short_date(monday.isoformat(), walk.first_day.isoformat())}"


def _days(days: list[date], walk: Walk, width: int) -> list[str]:
    """Return what happens on each day."""
    lines: list[str] = []
    for on in days:
        told = [event_words(event, walk) for event in walk.events if event.at.date() == on]
        for place, text in enumerate(told):
            label = f"  {DAYS[on.weekday()]} {on.day}" if place == 0 else ""
            lines += wrap(text, width, f"{label:<{LEFT}}", " " * LEFT + "  ")
    return lines


def _months(days: list[date]) -> str:
    """Return `Mar 2026`, or `Mar/Apr 26` for a week in two months."""
    first, last = (MONTHS[on.month - 1] for on in (days[0], days[-1]))
    return f"{first} {days[0].year}" if first == last else f"{first}/{last} {days[-1]:%y}"


def marks_of(walk: Walk) -> dict[date, str]:
    """Return the marks of each day, in the order of what happens."""
    marks: dict[date, str] = {}
    for event in walk.events:
        on, mark = event.at.date(), _mark(event)
        if mark and mark not in marks.get(on, ""):
            marks[on] = marks.get(on, "") + mark
    for on in _waited(walk):
        marks.setdefault(on, ".")
    return marks


def _mark(event: Event) -> str:
    if event.what in ("wait", "offer"):
        return "?" if event.what == "offer" else ""
    fields = event.entry.fields if event.entry else {}
    if event.entry and event.entry.kind == "interaction":
        return ">" if fields.get("direction") == "out" else "<"
    return "*"


def _waited(walk: Walk) -> Iterator[date]:
    """Yield the days of waiting: until the wait is over, or they get in touch."""
    spoke = [e.at.date() for e in walk.events if _mark(e) == "<"]
    for event in walk.events:
        if event.what != "wait" or event.item is None or event.item.due_on is None:
            continue
        on = event.at.date()
        ends = min([event.item.due_on, *(day for day in spoke if day > on)])
        yield from (on + timedelta(days=n) for n in range(1, (ends - on).days))


def event_words(event: Event, walk: Walk) -> str:
    """Return who does what."""
    item = event.item
    if event.what == "wait" and item is not None:
        until = (
            short_date(item.due_on.isoformat(), walk.first_day.isoformat()) if item.due_on else ""
        )
        return harmless_line(f"Until {until}: {item.title}")
    if event.what == "offer" and item is not None:
        return harmless_line(f"Offered: {item.title}")
    if event.entry is None:
        return ""
    if item is None:
        return _told(event.entry)
    choice = event.entry.fields.get(_CHOICES.get(event.entry.kind, ""))
    missed = " Nobody answers." if event.entry.fields.get("no_answer") else ""
    assumed = f" (here: {choice})" if choice else ""
    return harmless_line(f"You: {item.title}{missed}{assumed}")


def _told(entry: Entry) -> str:
    fields = entry.fields
    said = [phrase(entry, fields.get("who"))]
    said += [THREAT_WORDS[fields["threat"]]] if fields.get("threat") in THREAT_WORDS else []
    said += ["all is well"] if fields.get("pleased") else []
    said += ["asked to be left alone"] if fields.get("leave_alone") else []
    return f"{', '.join(said)}."


def _legend(marks: dict[date, str]) -> list[str]:
    used = "".join(marks.values())
    told = [f"{mark} {words}" for mark, words in MARKS.items() if mark in used]
    return ["   ".join(told)] if told else []


def _ending(playbook: Playbook, walk: Walk, width: int) -> Iterable[str]:
    allowed = playbook.budget.unanswered
    yield f"Contacts without an answer: {walk.most_unanswered} of {allowed}."
    for given in walk.untold:
        yield f"The script ticks {given.fields['step']} on day {given.day}; it was not open then."
    last = short_date(walk.last_day.isoformat(), walk.first_day.isoformat())
    if not walk.left:
        yield f"Nothing is left on {last}, after {count(walk.days, 'day')}."
        return
    steps = ", ".join(dict.fromkeys(item.step for item in walk.left))
    text = f"Still open on {last}, after {count(walk.days, 'day')}, and without an end: {steps}."
    yield from wrap(text, width)


def simulation_shape(playbook: Playbook, walk: Walk) -> "playbooks.Walk":
    """Return the same for `--json`."""
    return {
        "playbook": playbook.id,
        "version": playbook.version,
        "from": walk.first_day.isoformat(),
        "to": walk.last_day.isoformat(),
        "days": walk.days,
        "unanswered": {"most": walk.most_unanswered, "budget": playbook.budget.unanswered},
        "events": [_event_shape(event, walk) for event in walk.events],
        "left": [item.step for item in walk.left],
    }


def _event_shape(event: Event, walk: Walk) -> "playbooks.Event":
    return {
        "what": event.what,
        "at": utc_text(event.at),
        "on": event.at.date().isoformat(),
        "step": event.item.step if event.item else None,
        "kind": event.entry.kind if event.entry else None,
        "until": event.item.due_on.isoformat() if event.item and event.item.due_on else None,
        "text": event_words(event, walk),
    }
