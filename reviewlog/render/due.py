"""The daily list as plain lines; light enough for the fast door."""

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LABELS = {"overdue": "Overdue", "today": "Today", "soon": "Soon", "waiting": "Waiting"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAME_WIDTH = 20


def short_date(iso: str, today: str) -> str:
    """Return `Tue 24 Nov`, with the year when it is not this one."""
    on = date.fromisoformat(iso)
    text = f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return text if iso[:4] == today[:4] else f"{text} {on.year}"


def due_lines(items: "list[dict[str, Any]]", on: str, today: str) -> list[str]:
    """Return the list for a day: one line an incident and state, whom, what, and the number to ring."""
    lines = [short_date(on, today)]
    shown = _collapsed(items)
    width = max((len(_name(item)) for item, _ in shown), default=0)
    for item, more in shown:
        left = f"{LABELS[item['state']]:<8}{item['incident']:>4} {_name(item):<{width}}"
        lines.append(f"{left}  {_what(item, on, more)}")
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


def _what(item: "dict[str, Any]", on: str, more: int) -> str:
    due = item["due_on"]
    if item["state"] == "waiting":
        text = f"until {short_date(due, on)}" if due else plain(item["title"])
    else:
        text = plain(item["title"])
        if item["state"] == "overdue" and due != on:
            text += f" Since {short_date(due, on)}."
        elif item["state"] == "soon" and due:
            text += f" {short_date(due, on)}."
        if item["phone"]:
            text += f" {plain(item['phone'])}"
    return f"{text} (+{more} more)" if more else text


def plain(text: str) -> str:
    """Return a stored text on one line, harmless; the common case loads nothing."""
    if text.isascii() and text.isprintable():
        return text
    from reviewlog.domain.harmless import harmless_line

    return harmless_line(text)
