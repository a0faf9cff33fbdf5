"""The daily list, for a terminal and for a pipe; light enough for the fast door."""

from reviewlog.render.duewords import ENDS, Shown, collapsed, hour_of, label, plain, when
from reviewlog.render.layout.cells import cells, padded
from reviewlog.render.words.days import short_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME_WIDTH = 24
"""Longer names stand over their column in a pipe: cut short nobody could look for them."""
MARGIN = 9
"""How wide the words for the groups are in a pipe."""


def due_lines(
    items: "list[dict[str, Any]]",
    on: str,
    today: str,
    columns: int | None = None,
    *,
    unnamed: bool = False,
    draws: bool = False,
) -> list[str]:
    """Return the list for a day: a table on a terminal, one line an item in a pipe.

    `unnamed` leaves no room for whom; an hour is told where `with_hours` gave it to an item.
    """
    shown = collapsed(items, on)
    first, last = short_date(on, today), nothing_line(on, today, is_all=not shown)
    if columns is None or not shown:
        return [first, *plain_lines(shown, on, today, unnamed=unnamed), last]
    from reviewlog.render.duetable import Table, hint
    from reviewlog.render.layout.style import style

    look = style(draws)
    table = Table(on, today, columns, look, unnamed=unnamed)
    told = hint(shown, columns) if on == today else []
    below = [look.quiet(line) for line in (last, *told)]
    return [look.strong(first), *table.lines(shown), "", *below]


def nothing_line(on: str, today: str, *, is_all: bool) -> str:
    """Return the last line: that is all, or there is nothing at all."""
    day = "today" if on == today else f"on {short_date(on, today)}"
    return f"Nothing {day}." if is_all else f"Nothing else {day}."


def plain_lines(shown: list[Shown], on: str, today: str, *, unnamed: bool) -> list[str]:
    """Return items as aligned lines: how it stands, which incident, whom, what, when."""
    width = min(max((cells(one.name) for one in shown), default=0), NAME_WIDTH)
    lines = []
    for one in shown:
        whom = "" if unnamed else f"{padded(one.name, width)}  "
        state = label(one.item["state"], on, today)
        told = _sentence(one, on, today)
        lines.append(f"{state:<{MARGIN - 1}}{one.item['incident']:>4} {whom}{told}")
    return lines


def _sentence(one: Shown, on: str, today: str) -> str:
    """Return what is to be done and by when, the number to ring, and how many more there are."""
    item = one.item
    parts = [_dated(one, ", ".join(when(item, on, today)))]
    if item["state"] != "waiting" and item["phone"]:
        parts.append(plain(item["phone"]))
    return " ".join([*parts, *([f"({one.others})"] if one.others else [])])


def _dated(one: Shown, day: str) -> str:
    """Return what is to be done with its day; a day that others set reads as theirs."""
    item, title = one.item, one.title
    if item["state"] == "waiting":
        return day or title
    if item["outside"]:
        if title.endswith(ENDS):
            return f"{title[:-1]} {day}."
        whose = "the site's" if item["step"].startswith("site-") else "their"
        return f"{title} {day[:1].upper()}{day[1:]} ({whose} date)."
    if item["state"] == "overdue":
        return f"{title} Since {day}."
    if item["state"] == "today":
        hour = hour_of(item)
        return f"{title} By {hour}." if hour else title
    return f"{title} {day[:1].upper()}{day[1:]}."


def brief_line(items: "list[dict[str, Any]]", day: str = "today") -> str | None:
    """Return one line without names for a shell's greeting, None when nothing is due.

    Incidents are counted, not their steps.
    """
    late = {item["incident"] for item in items if item["state"] == "overdue"}
    due = {item["incident"] for item in items if item["state"] == "today"} - late
    told = [
        *([f"{len(late)} overdue"] if late else []),
        *([f"{len(due)} due {day}"] if due else []),
    ]
    return f"{', '.join(told)}: reviewlog due" if told else None
