"""The daily list as plain lines; light enough for the fast door."""

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LABELS = {"overdue": "Overdue", "today": "Today", "soon": "Soon", "waiting": "Waiting"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAME_WIDTH = 24
SILENCE = 14
"""Days after which late steps are no help any more: first the log must catch up."""
MEANWHILE = "What happened meanwhile?"


def short_date(iso: str, today: str) -> str:
    """Return `Tue 24 Nov`, with the year when it is not this one."""
    on = date.fromisoformat(iso)
    text = f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return text if iso[:4] == today[:4] else f"{text} {on.year}"


def due_lines(
    items: "list[dict[str, Any]]",
    on: str,
    today: str,
    columns: int | None = None,
    *,
    unnamed: bool = False,
) -> list[str]:
    """Return the list for a day: one line an incident and state, whom, what, the number to ring.

    On a terminal what does not fit goes on below, broken at blanks. `unnamed` leaves no room
    for whom.
    """
    lines = [short_date(on, today)]
    shown = _collapsed(items, on)
    width = max((len(_name(item)) for item, _ in shown), default=0)
    for item, more in shown:
        whom = "" if unnamed else f"{_name(item):<{width}}  "
        left = f"{LABELS[item['state']]:<8}{item['incident']:>4} {whom}"
        title, rest = _what(item, on, more)
        lines += _below(left, title + rest, columns)
    day = "today" if on == today else f"on {short_date(on, today)}"
    lines.append(f"Nothing else {day}." if shown else f"Nothing {day}.")
    return lines


def _below(left: str, text: str, columns: int | None) -> list[str]:
    """Break a text at blanks; textwrap would cost the fast door its speed."""
    if columns is None or len(left) + len(text) <= columns:
        return [left + text]
    margin = min(len(left), columns // 2)
    lines = [left.rstrip()] if margin < len(left) else []
    line = "" if lines else left
    for word in text.split():
        room = len(line) + len(word) + 1 <= columns
        if line.strip() and line != left and not room:
            lines.append(line)
            line = ""
        line = f"{line or ' ' * margin}{word}" if line in ("", left) else f"{line} {word}"
    return [*lines, line]


def _collapsed(items: "list[dict[str, Any]]", on: str) -> "list[tuple[dict[str, Any], str]]":
    """Late steps of one incident are one line, never a burst.

    Dates that others set stand apart, and so does what a site is to have today.
    """
    first: dict[tuple[Any, ...], list[Any]] = {}
    for item in items:
        is_report = item["kind"] == "dispute" and item["state"] == "today"
        key = (item["state"], item["incident"], item["outside"], is_report)
        first.setdefault(key, []).append(item)
    return [_one(same, on) for same in first.values()]


def _one(same: "list[dict[str, Any]]", on: str) -> "tuple[dict[str, Any], str]":
    """Return the item that stands for several, and what is said of the others."""
    head, more = same[0], len(same) - 1
    if more and head["state"] == "overdue" and not head["outside"] and _is_silence(same, on):
        return {**head, "title": MEANWHILE}, f" (+{more} late)"
    return head, f" (+{more} more)" if more else ""


def _is_silence(late: "list[dict[str, Any]]", on: str) -> bool:
    return is_silence([item["due_on"] or on for item in late], on)


def is_silence(days: list[str], on: str) -> bool:
    """Whether steps that were due on these days, all late, tell of a silence too long to mend."""
    gap = date.fromisoformat(on) - date.fromisoformat(min(days, default=on))
    return len(days) > 1 and gap.days >= SILENCE


def _name(item: "dict[str, Any]") -> str:
    name = plain(item["who"] or "unknown reviewer")
    return name if len(name) <= NAME_WIDTH else name[: NAME_WIDTH - 3] + "..."


def _what(item: "dict[str, Any]", on: str, more: str) -> tuple[str, str]:
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
        if item["outside"]:
            rest += f" ({_whose(item)} date)"
        if item["phone"]:
            rest += f" {plain(item['phone'])}"
    return title, rest + more


def _whose(item: "dict[str, Any]") -> str:
    return "the site's" if item["step"].startswith("site-") else "their"


def plain(text: str) -> str:
    """Return a stored text on one line, harmless; the common case loads nothing."""
    if text.isascii() and text.isprintable():
        return text
    from reviewlog.domain.harmless import harmless_line

    return harmless_line(text)
