"""Being away: what moved, and what waits for nobody."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.acting.away import Leave
from reviewlog.logbook.opening.surroundings import Absence
from reviewlog.render.layout.wrapping import labelled
from reviewlog.render.words.days import short_date

if TYPE_CHECKING:
    from reviewlog.render.promised import away

NOBODY = "unknown reviewer"
MARGIN = 7


def leave_text(leave: Leave, today: date, width: int) -> str:
    """Return the answer to `away FROM TO`."""
    lines = [f"{_when(leave.absence, today)} (entry {leave.absence.entry.id.seq})."]
    if leave.moved:
        lines += ["", "Moved behind it:"]
        for m in leave.moved:
            dates = f"{_day(m.before, today)}, now {_day(m.after, today)}"
            lines += _line(m.item, dates, width)
    if leave.stays:
        lines += ["", "These do not wait. Do them before you go, or find somebody who does:"]
        for item in leave.stays:
            lines += _line(item, _day(_due(item), today), width)
    if not leave.moved and not leave.stays:
        lines.append("Nothing is due in that time.")
    return "\n".join(lines)


def absences_text(absences: Sequence[Absence], today: date, width: int) -> str:
    """Return the absences that are noted."""
    if not absences:
        return "No time away is noted. reviewlog away FROM TO notes one."
    lines: list[str] = []
    for absence in absences:
        text = f"{_when(absence, today)}{_why(absence)}"
        lines += labelled(f"{absence.entry.id.seq:>5}", text, width, MARGIN)
    return "\n".join(lines)


def leave_shape(leave: Leave) -> "away.Leave":
    """Return the answer as `away --json` prints it."""
    moved: list[away.Moved] = [
        {**_item_shape(m.item), "from": m.before.isoformat(), "to": m.after.isoformat()}
        for m in leave.moved
    ]
    stays: list[away.Staying] = [
        {**_item_shape(item), "due_on": item["due_on"]} for item in leave.stays
    ]
    return {**absence_shape(leave.absence), "moved": moved, "stays": stays}


def absence_shape(absence: Absence) -> "away.Absence":
    """Return one absence."""
    return {
        "entry": str(absence.entry.id.seq),
        "from": absence.first.isoformat(),
        "to": absence.last.isoformat(),
        "text": absence.text,
    }


def _item_shape(item: dict[str, Any]) -> "away.Dated":
    return {
        "incident": str(item["number"]),
        "who": item["who"],
        "step": item["step"],
        "title": item["title"],
    }


def _when(absence: Absence, today: date) -> str:
    first, last = _day(absence.first, today), _day(absence.last, today)
    return f"Away on {first}" if first == last else f"Away {first} to {last}"


def _why(absence: Absence) -> str:
    return f": {harmless_line(absence.text)}" if absence.text else ""


def _line(item: dict[str, Any], dates: str, width: int) -> list[str]:
    who, title = harmless_line(item["who"] or NOBODY), harmless_line(item["title"])
    between = " " if title.endswith((".", "?", "!")) else ", "
    return labelled(f"{item['number']:>5}", f"{who}: {title}{between}{dates}", width, MARGIN)


def _due(item: dict[str, Any]) -> date:
    return date.fromisoformat(item["due_on"])


def _day(on: date, today: date) -> str:
    return short_date(on.isoformat(), today.isoformat())
