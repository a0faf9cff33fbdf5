"""The daily list on a terminal: a table, or one under the other where it is narrow."""

from itertools import groupby

from reviewlog.render.duewords import Shown, label, plain, when
from reviewlog.render.layout.cells import broken, cells
from reviewlog.render.layout.grid import GAP, NARROW, WIDEST, beside, cell, unset
from reviewlog.render.layout.style import Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewlog.render.layout.grid import Cell

ROOMY = 36
"""With so many columns left for what is to be done, the day may stand on one line."""
NUMBER, WHO, WHAT, WHEN = "No.", "Who", "What", "When"


class Table:
    """How the items of one day are laid out."""

    def __init__(
        self, on: str, today: str, columns: int, look: Style, *, unnamed: bool = False
    ) -> None:
        self.on = on
        self.today = today
        # A line that fills the last column makes some terminals begin another one.
        self.width = min(columns - 1, WIDEST)
        self.look = look
        self.unnamed = unnamed

    def lines(self, shown: list[Shown]) -> list[str]:
        """Return items in their groups, each under what it is called."""
        narrow = self.width < NARROW
        widths = [] if narrow else self._widths(shown)
        head = [] if narrow else self._heading(widths)
        lines: list[str] = []
        for state, group in groupby(shown, key=lambda one: one.item["state"]):
            paint = self.look.alarm if state == "overdue" else self.look.strong
            lines += [""] if lines or narrow else []
            lines.append(paint(label(state, self.on, self.today)))
            for one in group:
                lines += self._stacked(one) if narrow else self._row(one, widths)
        return head + lines

    def _heading(self, widths: list[int]) -> list[str]:
        number = NUMBER.rjust(widths[0])
        words = [number, *([] if self.unnamed else [WHO]), WHAT, WHEN]
        row: list[Cell] = [[(word, self.look.quiet)] for word in words]
        rule = self.look.rule(self.width)
        return ["", *beside(row, widths), self.look.quiet(rule)]

    def _widths(self, shown: list[Shown]) -> list[int]:
        """Return the widths of the columns: what is to be done takes what the others leave."""
        number = max(len(NUMBER), *(len(one.item["incident"]) for one in shown)) + 1
        names = [text for one in shown for text in self._whom(one)]
        who = [] if self.unnamed else [min(max(map(cells, names)), self.width // 4)]
        taken = number + sum(who) + GAP * (2 + len(who))
        days = [when(one.item, self.on, self.today) for one in shown]
        long = max([len(WHEN), *(cells(", ".join(day)) for day in days)])
        short = max([len(WHEN), *(cells(part) + 1 for day in days for part in day)])
        day = long if self.width - taken - long >= ROOMY else short
        return [number, *who, self.width - taken - day, day]

    def _row(self, one: Shown, widths: list[int]) -> list[str]:
        number: Cell = [(one.item["incident"].rjust(widths[0]), self.look.strong)]
        who = [] if self.unnamed else [self._who(one, widths[1])]
        what = cell(one.title, widths[-2]) + cell(others(one), widths[-2], self.look.quiet)
        return beside([number, *who, what, self._when(one, widths[-1])], widths)

    def _who(self, one: Shown, width: int) -> "Cell":
        name, *phone = self._whom(one)
        return cell(name, width) + [line for p in phone for line in cell(p, width, self.look.quiet)]

    def _whom(self, one: Shown) -> list[str]:
        """Return the name, and the number to ring where there is something to do."""
        waits = one.item["state"] == "waiting"
        return [one.name, *([plain(one.item["phone"])] if one.item["phone"] and not waits else [])]

    def _when(self, one: Shown, width: int) -> "Cell":
        parts = when(one.item, self.on, self.today)
        is_late = one.item["state"] == "overdue"
        first = self.look.alarm if is_late else unset
        if cells(", ".join(parts)) <= width:
            return cell(", ".join(parts), width, first)
        day, *far = parts
        return cell(day, width, first) + [
            line for word in far for line in cell(word, width, self.look.quiet)
        ]

    def _stacked(self, one: Shown) -> "Iterator[str]":
        """Yield an item as lines under each other."""
        number = f"{one.item['incident']:>4}  "
        margin, room = " " * len(number), self.width - len(number)
        first, *phone = [""] if self.unnamed else self._whom(one)
        texts = [(first, self.look.strong), (one.title, unset)]
        paint = self.look.alarm if one.item["state"] == "overdue" else unset
        texts.append((", ".join(when(one.item, self.on, self.today)), paint))
        texts += [(text, self.look.quiet) for text in (*phone, others(one))]
        for text, set_off in texts:
            for line in broken(text, room):
                yield (self.look.strong(number) if number.strip() else margin) + set_off(line)
                number = ""


def others(one: Shown) -> str:
    """Return how many steps stand behind an item, empty where it is alone."""
    if one.is_silence:
        return f"{one.more + 1} steps are late"
    return f"and {one.more} more {'step' if one.more == 1 else 'steps'}" if one.more else ""


def hint(shown: list[Shown], columns: int) -> list[str]:
    """Return what to type to be told how, nothing where nothing is to be done today."""
    first = next((one for one in shown if one.item["state"] in ("overdue", "today")), None)
    if first is None:
        return []
    said, typed = "What to say:", f"reviewlog next {first.item['incident']}"
    line = f"{said} {typed}"
    return [line] if len(line) < columns else [said, f"  {typed}"]
