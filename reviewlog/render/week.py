"""A week of the agenda: seven days beside each other, or one under the other."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlog.domain.due import day_shown
from reviewlog.render.due import plain_lines
from reviewlog.render.duetable import Table
from reviewlog.render.duewords import Shown, collapsed, hour_of
from reviewlog.render.layout.cells import broken, cells, cut, padded
from reviewlog.render.layout.grid import WIDEST, beside, unset
from reviewlog.render.layout.style import Style, style
from reviewlog.render.words.days import short_date

if TYPE_CHECKING:
    from reviewlog.render.layout.grid import Cell

OWN, THEIRS, WAIT = "*", "!", "~"
SIGNS = {OWN: "a step of yours", THEIRS: "a date that others set", WAIT: "the end of a wait"}
DAYS_OF_A_WEEK = 7
BESIDE = 70
"""With so many columns the days have room beside each other."""
HEAVY = "━"
UNKNOWN = "unknown reviewer"
WIDEST_WEEK = 160
"""Seven columns may take more than a line of text: each of them is read by itself."""
ROOMY = 16
"""With so many columns a day tells what is to be done; with fewer only for whom."""


class Day(NamedTuple):
    """One day of the week."""

    iso: str
    note: str
    """`closed` or `away` where the shop is, empty on any other day."""
    shown: list[Shown]


class Week:
    """How a week is laid out."""

    def __init__(self, days: Sequence[Day], today: str, look: Style, *, unnamed: bool) -> None:
        self.days = days
        self.today = today
        self.look = look
        self.unnamed = unnamed

    @property
    def title(self) -> str:
        """The first and the last day."""
        first, last = (short_date(day.iso, self.today) for day in (self.days[0], self.days[-1]))
        return f"{first} to {last}"

    def strip(self, width: int) -> list[str]:
        """Return the days as columns under a line each; the one of today is heavier."""
        room = (width + 1) // DAYS_OF_A_WEEK - 1
        widths = [room] * DAYS_OF_A_WEEK
        heads = [self._head(day) for day in self.days]
        rules = [self._rule(day, room) for day in self.days]
        marks = [self._marks(day, room) for day in self.days]
        return [*beside(heads, widths, 1), " ".join(rules).rstrip(), *beside(marks, widths, 1)]

    def _head(self, day: Day) -> "Cell":
        weekday, number = short_date(day.iso, day.iso).split()[:2]
        notes = self._notes(day)
        return [(f"{weekday} {number}", self._leads(day)), *((n, self.look.quiet) for n in notes)]

    def _leads(self, day: Day) -> Any:
        if day.iso == self.today:
            return self.look.strong
        return self.look.quiet if day.note else unset

    def _rule(self, day: Day, room: int) -> str:
        if self.look.draws and day.iso == self.today:
            return self.look.strong(HEAVY * room)
        return self.look.quiet(self.look.rule(room))

    def _notes(self, day: Day) -> list[str]:
        return [*(["today"] if day.iso == self.today else []), *([day.note] if day.note else [])]

    def _marks(self, day: Day, room: int) -> "Cell":
        """Return what stands on a day; what reads alike stands there once."""
        several = dict.fromkeys(tuple(self._mark(one, room)) for one in day.shown)
        return [line for lines in several for line in lines]

    def _mark(self, one: Shown, room: int) -> "Cell":
        """Return the sign, the number, the first of their names, and what there is room for."""
        first = f"{sign(one)} {one.item['incident']}"
        name = "" if self.unnamed else _cut(short_name(one.name), room - cells(first) - 1)
        below = told(one) if room >= ROOMY else one.others
        paint = self.look.strong if sign(one) == THEIRS else unset
        under = [(f"  {line}", self.look.quiet) for line in broken(below, room - 2)]
        return [(f"{first} {name}".rstrip(), paint), *under]

    def stacked(self, width: int) -> Iterator[str]:
        """Yield the days one under the other."""
        for day in self.days:
            note = ", ".join(self._notes(day))
            name = self._leads(day)(short_date(day.iso, self.today))
            yield ""
            yield f"{name}  {self.look.quiet(note)}" if note else name
            for one in day.shown:
                begin = f"  {sign(one)}{one.item['incident']:>4}  "
                whom = "" if self.unnamed else f"{one.name}: "
                for line in broken(f"{whom}{told(one)}", width - cells(begin)):
                    yield begin + line
                    begin = " " * cells(begin)

    def plain(self) -> Iterator[str]:
        """Yield one line an item, and one for a day without any."""
        heads = [
            "  ".join((short_date(day.iso, self.today), *self._notes(day))) for day in self.days
        ]
        widest = max(map(len, heads))
        names = [one.name for day in self.days for one in day.shown]
        width = 0 if self.unnamed else max(map(cells, names), default=0) + 2
        for day, head in zip(self.days, heads, strict=True):
            for one in day.shown:
                whom = "" if self.unnamed else padded(one.name, width)
                yield f"{head:<{widest}}  {sign(one)}{one.item['incident']:>4}  {whom}{told(one)}"
            if not day.shown:
                yield head

    def legend(self, width: int) -> list[str]:
        """Return what the signs say, of those that are there."""
        used = {sign(one) for day in self.days for one in day.shown}
        words = [f"{mark} {said}" for mark, said in SIGNS.items() if mark in used]
        line = "   ".join(words)
        return [line] if cells(line) <= width and words else words


def week_lines(
    items: list[dict[str, Any]],
    days: Sequence[tuple[str, str]],
    today: str,
    columns: int | None,
    *,
    unnamed: bool = False,
    draws: bool = False,
) -> list[str]:
    """Return a week: what is late first, then its days, each with its note."""
    on, last = days[0][0], days[-1][0]
    late = collapsed([item for item in items if item["state"] == "overdue"], on)
    ahead = [item for item in items if item["state"] != "overdue"]
    week = Week(_days(ahead, days, on, last), today, style(draws), unnamed=unnamed)
    end = [] if late or any(day.shown for day in week.days) else ["Nothing in these seven days."]
    if columns is None:
        above = plain_lines(late, on, today, unnamed=unnamed)
        return [week.title, *above, *week.plain(), *(end or week.legend(WIDEST))]
    width = min(columns - 1, WIDEST)
    above = Table(on, today, columns, week.look, unnamed=unnamed).lines(late) if late else []
    wide = min(columns - 1, WIDEST_WEEK)
    drawn = ["", *week.strip(wide)] if columns >= BESIDE else list(week.stacked(width))
    below = [week.look.quiet(line) for line in end or week.legend(width)]
    return [week.look.strong(week.title), *above, *drawn, "", *below]


def _days(
    items: list[dict[str, Any]], days: Sequence[tuple[str, str]], on: str, last: str
) -> list[Day]:
    """Return the days with what stands on each, the dates that others set first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        if item["state"] != "waiting" or (item["due_on"] and on <= item["due_on"] <= last):
            found.setdefault(day_shown(item, on, last), []).append(item)
    return [Day(iso, note, _in_order(collapsed(found.get(iso, []), on))) for iso, note in days]


def _in_order(shown: list[Shown]) -> list[Shown]:
    """The end of a wait goes without saying where a step of the same incident begins."""
    busy = {one.item["incident"] for one in shown if sign(one) == OWN}
    kept = [one for one in shown if sign(one) != WAIT or one.item["incident"] not in busy]
    return sorted(kept, key=lambda one: (THEIRS, OWN, WAIT).index(sign(one)))


def sign(one: Shown) -> str:
    """Return the sign of an item: whose date it is."""
    if one.item["outside"]:
        return THEIRS
    return WAIT if one.item["state"] == "waiting" else OWN


def short_name(name: str) -> str:
    """Return the first name, or what an unknown reviewer calls themselves."""
    own = name.removeprefix(f"{UNKNOWN} (").removesuffix(")") if UNKNOWN in name else name
    return own.split(" ")[0]


def _cut(name: str, room: int) -> str:
    """Return a name, or as much of it as there is room for, marked as cut."""
    return name if cells(name) <= room else f"{cut(name, room - 1)}…" if room > 1 else ""


def told(one: Shown) -> str:
    """Return what is to be done, by which hour, and how many more there are."""
    hour = hour_of(one.item)
    text = f"{one.title} By {hour}." if hour and one.item["state"] != "waiting" else one.title
    return f"{text} ({one.others})" if one.others else text
