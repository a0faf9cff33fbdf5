"""One incident in full: how it stands, what happened, what is to do."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.due import is_outside
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.answering import FirstAnswer
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.acting.background import Background
from reviewlog.logbook.acting.stepping import step_label
from reviewlog.logbook.receipt import View
from reviewlog.render.keeping.gone import gone_lines, hold_lines, taken_back
from reviewlog.render.layout.blocks import Paint, beside, block, paragraph
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import Style
from reviewlog.render.lists import state_words
from reviewlog.render.timeline import Screen, rule, timeline_lines
from reviewlog.render.words.custody import export_lines
from reviewlog.render.words.days import near_date
from reviewlog.render.words.folded import Folding
from reviewlog.render.words.moments import minutes_words, times
from reviewlog.render.words.phrases import THREAT_WORDS, who_words
from reviewlog.render.words.terms import target_words
from reviewlog.render.words.when import is_late, when_parts

LABEL = 11
TABLE = 76
"""Columns from which on the agenda is a table; below, what names a step stands over it."""
STEP, WHEN, WHEN_WIDE, GAP = 16, 28, 38, 2
WIDE = 96
"""Columns from which on a day and how far it is always stand on one line."""


class Around(NamedTuple):
    """What is told of an incident besides its own entries."""

    behind: Background
    calendar: Calendar
    exports: Sequence[Entry] = ()


def incident_text(
    view: View, around: Around, now: datetime, width: int, style: Style, *, unfold: bool = False
) -> str:
    """Return everything about an incident, oldest first, the agenda last."""
    screen = Screen(now, width, style, Folding(view.facts.entries, unfold))
    number = view.row["number"]
    lines = paragraph(
        f"Incident {number}: {who_words(dict(view.row))} ({state_words(view.row)})", width
    )
    lines = [style.strong(line) for line in lines]
    for label, texts in _facts(view, around, now):
        lines += block(label, list(texts), width, LABEL, style.quiet)
    lines += ["", *timeline_lines(view, screen), *_gone(view, screen)]
    lines += [
        line for text in export_lines(around.exports, now) for line in paragraph(text, width, 2)
    ]
    lines += ["", *_agenda(view, screen)]
    hint = screen.folding.hint(_shown(view), f"reviewlog show {number} --unfold")
    return "\n".join([*lines, *([""] if hint else []), *_hint(hint, screen)])


def _gone(view: View, screen: Screen) -> Iterator[str]:
    return gone_lines(view, screen.now, screen.width, screen.folding)


def _shown(view: View) -> list[Entry]:
    return [*view.facts.entries, *(entry for entry, _ in taken_back(view))]


def _hint(texts: Iterable[str], screen: Screen) -> list[str]:
    return [screen.style.quiet(line) for text in texts for line in paragraph(text, screen.width)]


def _facts(view: View, around: Around, now: datetime) -> Iterator[tuple[str, Iterable[str]]]:
    """How it stands, and what was before, each under its label."""
    row, facts, behind = view.row, view.facts, around.behind
    yield "Telephone", [harmless(row["phone"])] if row["phone"] else []
    yield "Threat", [] if row["shop"] else [THREAT_WORDS[facts.threat]]
    yield "Review", [_review_words(track) for track in facts.reviews]
    yield "Your view", [] if facts.verdict == "unknown" else [facts.verdict]
    yield "Peace", ["they asked to be left alone"] if facts.contacts.leave_alone else []
    yield "Hold", hold_lines(view, now)
    yield "Answer", _first_answer(behind, around.calendar, now, closed=facts.closed)
    asked = f"They asked for something {times(behind.asked_before)} before."
    yield "Before", [asked] if behind.asked_before else []
    yield "Playbook", _playbook(view, behind)


def _review_words(track: Track) -> str:
    """Return how a review stands: `up on Google, 1 of 5 stars`."""
    site, stars = track.fields.get("site"), track.fields.get("stars")
    where = f" on {SITES.get(site, harmless_line(str(site)))}" if site else ""
    return f"{track.state}{where}{'' if stars is None else f', {stars} of 5 stars'}"


def _playbook(view: View, behind: Background) -> Iterator[str]:
    number, name = view.row["number"], view.row["playbook"]
    if name:
        yield harmless_line(name)
    if behind.is_outdated and not view.facts.closed:
        yield f"A newer text of {name} is there: reviewlog playbook upgrade {number}"


def _first_answer(
    behind: Background, calendar: Calendar, now: datetime, *, closed: bool
) -> Iterator[str]:
    """How soon they heard from us, against the aim of the playbook."""
    found = behind.first_answer
    if found is None:
        return
    target = behind.playbook.first_answer if behind.playbook else None
    if found.minutes is None:
        aim = "" if closed else _aim(found, target, calendar, now)
        yield f"No answer from you{'' if closed else ' yet'}{aim}."
        return
    late = target is not None and found.is_late(target, calendar)
    aim = f"; your aim was {target_words(target)}" if target else ""
    aim += ", so it was late" if late else ""
    came = f"after {minutes_words(found.minutes)}" if found.minutes else "at once"
    yield f"Your first answer came {came}{aim}."


def _aim(found: FirstAnswer, target: Duration | None, calendar: Calendar, now: datetime) -> str:
    if target is None:
        return ""
    on = calendar.date_after(found.since.at, target).isoformat()
    return f"; the aim is {near_date(on, now.date().isoformat())}"


def _agenda(view: View, screen: Screen) -> list[str]:
    if not view.agenda:
        return ["Nothing is left to do."]
    own = [item for item in view.agenda if not is_outside(item.step)]
    outside = [item for item in view.agenda if is_outside(item.step)]
    lines = _listed("To do", own, screen)
    theirs = _listed("Dates that others set", outside, screen)
    return [*lines, *([""] if lines and theirs else []), *theirs]


def _listed(title: str, items: Sequence[Item], screen: Screen) -> list[str]:
    if not items:
        return []
    is_table, room = screen.width >= TABLE, _when_room(screen)
    labels = [harmless_line(step_label(item, items)) for item in items]
    head = f"{'Step':<{STEP + GAP}}{'When':<{room + GAP}}{title}" if is_table else title
    lines = [screen.style.strong(head), *rule(screen.style, screen.width)]
    for label, item in zip(labels, items, strict=True):
        lines += _row(label, item, screen, room) if is_table else _stacked(label, item, screen)
    return lines


def _when_room(screen: Screen) -> int:
    return WHEN_WIDE if screen.width >= WIDE else WHEN


def _row(name: str, item: Item, screen: Screen, room: int) -> list[str]:
    when = [line for part in when_parts(item, screen.now) for line in _fitting(part, room)]
    what = paragraph(harmless_line(item.title), screen.width - STEP - room - 2 * GAP)
    lines = beside(when, what, room + GAP, _paint(item, screen))
    if cells(name) <= STEP:
        return beside([name], lines, STEP + GAP)
    return [name, *beside([], lines, STEP + GAP)]


def _paint(item: Item, screen: Screen) -> Paint:
    return screen.style.alarm if is_late(item, screen.now) else screen.style.quiet


def _fitting(when: str, room: int) -> list[str]:
    """Break a day in words where it must be, never within how far it is."""
    day, comma, distance = when.rpartition(", ")
    if len(when) <= room or not comma:
        return paragraph(when, room)
    *above, last = paragraph(f"{day},", room)
    if len(f"{last} {distance}") <= room:
        return [*above, f"{last} {distance}"]
    return [*above, last, distance]


def _stacked(name: str, item: Item, screen: Screen) -> list[str]:
    when, paint = "; ".join(when_parts(item, screen.now)), _paint(item, screen)
    lines = [paint(line) for line in paragraph(when, screen.width - 2)]
    lines += paragraph(harmless_line(item.title), screen.width - 2)
    return [name, *beside([], lines, 2)]
