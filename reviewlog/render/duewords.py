"""What is said of the items of a day: which stand for others, whom, what and when."""

from datetime import date, datetime

from reviewlog.render.words.days import distance, short_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from zoneinfo import ZoneInfo

SILENCE = 14
"""Days after which late steps are no help any more: first the log must catch up."""
MEANWHILE = "What happened meanwhile?"
LABELS = {"overdue": "Overdue", "today": "Today", "soon": "Soon", "waiting": "Waiting"}
"""How the groups of a day are called."""
ANOTHER_DAY = LABELS | {"today": "That day", "soon": "Later"}
"""The same where the day is not today."""
ENDS = (" runs out.", " ran out.")
"""How the title of a deadline ends before it, and once it is over."""


class Shown:
    """An item on the screen, and how many of its incident and state it stands for besides."""

    __slots__ = ("is_silence", "item", "more")

    def __init__(self, item: "dict[str, Any]", more: int, *, is_silence: bool) -> None:
        self.item = item
        self.more = more
        self.is_silence = is_silence

    @property
    def title(self) -> str:
        """What is to be done, or what runs out; harmless."""
        if self.is_silence:
            return MEANWHILE
        title = plain(self.item["title"])
        before, after = ENDS
        is_over = self.item["outside"] and self.item["state"] == "overdue"
        return title.removesuffix(before) + after if is_over and title.endswith(before) else title

    @property
    def others(self) -> str:
        """What is said of the steps that are not shown, empty where there is none."""
        if not self.more:
            return ""
        return f"+{self.more} late" if self.is_silence else f"+{self.more} more"

    @property
    def name(self) -> str:
        """Whom it is about; harmless."""
        return plain(self.item["who"] or "unknown reviewer")


def with_hours(items: "list[dict[str, Any]]", zone: str) -> "list[dict[str, Any]]":
    """Return the items; those that are due at an hour are told it in a time zone, as `hour`."""
    if not any(item["due_at"] for item in items):
        return items
    from zoneinfo import ZoneInfo

    tz = ZoneInfo(zone)
    return [{**item, "hour": _hour(item["due_at"], tz)} for item in items]


def _hour(instant: "str | None", tz: "ZoneInfo") -> str:
    return f"{datetime.fromisoformat(instant).astimezone(tz):%H:%M}" if instant else ""


def label(state: str, on: str, today: str) -> str:
    """Return what a group of items is called."""
    return (LABELS if on == today else ANOTHER_DAY)[state]


def collapsed(items: "list[dict[str, Any]]", on: str) -> list[Shown]:
    """Late steps of one incident are one line, never a burst.

    Dates that others set stand apart, and so does what a site is to have today.
    """
    first: dict[tuple[Any, ...], list[Any]] = {}
    for item in items:
        is_report = item["kind"] == "dispute" and item["state"] == "today"
        key = (item["state"], item["incident"], item["outside"], is_report)
        first.setdefault(key, []).append(item)
    return [_one(same, on) for same in first.values()]


def _one(same: "list[dict[str, Any]]", on: str) -> Shown:
    """Return the item that stands for several."""
    head = same[0]
    is_late = head["state"] == "overdue" and not head["outside"]
    days = [item["due_on"] or on for item in same]
    return Shown(head, len(same) - 1, is_silence=is_late and is_silence(days, on))


def is_silence(days: list[str], on: str) -> bool:
    """Whether steps that were due on these days, all late, tell of a silence too long to mend."""
    gap = date.fromisoformat(on) - date.fromisoformat(min(days, default=on))
    return len(days) > 1 and gap.days >= SILENCE


def when(item: "dict[str, Any]", on: str, today: str) -> list[str]:
    """Return when an item is due: the day, then how far it is from today where that helps."""
    state, due = item["state"], item["due_on"]
    if state == "waiting":
        return _day("until ", due, on, today) if due else []
    if due is None:
        return _day("from ", item["opens_on"], on, today) if state == "soon" else ["when you can"]
    hour = hour_of(item)
    if due == on == today:
        return [_today(item, hour)]
    return _day("", due, on, today, hour)


def hour_of(item: "dict[str, Any]") -> str:
    """Return the hour by which an item is due, empty where a day is meant."""
    return str(item.get("hour", ""))


def _today(item: "dict[str, Any]", hour: str) -> str:
    if not hour:
        return "earlier today" if item["state"] == "overdue" else "today"
    return f"today {hour}" if item["outside"] or item["state"] == "overdue" else f"by {hour}"


def _day(word: str, iso: str, on: str, today: str, hour: str = "") -> list[str]:
    # Seen from another day, "tomorrow" would be read from the wrong one.
    far = [distance(iso, today)] if on == today else []
    near = today if on[:4] == today[:4] else ""
    return [f"{word}{short_date(iso, near)} {hour}".rstrip(), *far]


def plain(text: str) -> str:
    """Return a stored text on one line, harmless; the common case loads nothing."""
    if text.isascii() and text.isprintable():
        return text
    from reviewlog.domain.harmless import harmless_line

    return harmless_line(text)
