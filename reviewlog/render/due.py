"""The daily list as plain lines; light enough for the fast door."""

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LABELS = {"overdue": "Overdue", "today": "Today", "soon": "Soon", "waiting": "Waiting"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAME_WIDTH = 20
MIN_TITLE = 12


def short_date(iso: str, today: str) -> str:
    """Return `Tue 24 Nov`, with the year when it is not this one."""
    on = date.fromisoformat(iso)
    text = f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return text if iso[:4] == today[:4] else f"{text} {on.year}"


def due_lines(
    items: "list[dict[str, Any]]", on: str, today: str, columns: int | None = None
) -> list[str]:
    """Return the list for a day: one line an incident and state, whom, what, the number to ring.

    On a terminal the title gives way, so that a line stays a line.
    """
    lines = [short_date(on, today)]
    shown = _collapsed(items)
    width = max((len(_name(item)) for item, _ in shown), default=0)
    for item, more in shown:
        left = f"{LABELS[item['state']]:<8}{item['incident']:>4} {_name(item):<{width}}  "
        title, rest = _what(item, on, more)
        room = max(MIN_TITLE, columns - len(left) - len(rest)) if columns else len(title)
        lines.append(left + (title if len(title) <= room else f"{title[: room - 3]}...") + rest)
    day = "today" if on == today else f"on {short_date(on, today)}"
    lines.append(f"Nothing else {day}." if shown else f"Nothing {day}.")
    return lines


def _collapsed(items: "list[dict[str, Any]]") -> "list[tuple[dict[str, Any], int]]":
    """Late steps of one incident are one line, never a burst."""
    first: dict[tuple[str, str], list[Any]] = {}
    for item in items:
        first.setdefault((item["state"], item["incident"]), []).append(item)
    return [(same[0], len(same) - 1) for same in first.values()]


def _name(item: "dict[str, Any]") -> str:
    name = plain(item["who"] or "unknown reviewer")
    return name if len(name) <= NAME_WIDTH else name[: NAME_WIDTH - 3] + "..."


def _what(item: "dict[str, Any]", on: str, more: int) -> tuple[str, str]:
    """Return what is to be done, and what stands behind it: since when, the number, how many more."""
    due, rest = item["due_on"], ""
    title = plain(item["title"])
    if item["state"] == "waiting":
        title = f"until {short_date(due, on)}" if due else title
    else:
        if item["state"] == "overdue" and due != on:
            rest += f" Since {short_date(due, on)}."
        elif item["state"] == "soon" and due:
            rest += f" {short_date(due, on)}."
        if item["phone"]:
            rest += f" {plain(item['phone'])}"
    return title, f"{rest} (+{more} more)" if more else rest


def plain(text: str) -> str:
    """Return a stored text on one line, harmless; the common case loads nothing."""
    if text.isascii() and text.isprintable():
        return text
    from reviewlog.domain.harmless import harmless_line

    return harmless_line(text)
