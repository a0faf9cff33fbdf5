"""Lists of incidents."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from reviewlog.render.layout.cells import broken, cells
from reviewlog.render.layout.grid import GAP, beside, cell, unset
from reviewlog.render.layout.style import Style, style
from reviewlog.render.layout.tables import aligned
from reviewlog.render.words.days import near_date, short_date
from reviewlog.render.words.phrases import who_words

HEADINGS = ("No.", "Who", "State", "Threat", "Review", "Last")
WIDEST = 100
"""Lines longer than that are hard to read."""
EASY = 24
"""Room in which most names stand on one line."""
NARROWEST = 12
"""Where names have less room than that, the rows stand under each other."""


def incidents_text(
    rows: Sequence[dict[str, Any]], now: datetime, columns: int | None, *, draws: bool
) -> str:
    """Return incidents as a table, or a calm line when there is none."""
    if not rows:
        return "No incident fits."
    found = [_row(row, now) for row in rows]
    if columns is None:
        return aligned(HEADINGS, found)
    look, width = style(draws), min(columns - 1, WIDEST)
    widths = _widths(found, width)
    if widths[1] < NARROWEST:
        return "\n".join(line for row in found for line in _stacked(row, look, width))
    return "\n".join(_drawn(found, look, width, widths))


def _row(row: dict[str, Any], now: datetime) -> tuple[str, ...]:
    return (
        str(row["number"]),
        who_words(row),
        state_words(row),
        "" if row["shop"] else row["threat"],
        row["review"] if row["review"] != "none" else "",
        near_date(_day(row["last_at"], now), now.date().isoformat()) if row["last_at"] else "",
    )


def _day(at: str, now: datetime) -> str:
    """Return the local date of an instant."""
    return datetime.fromisoformat(at).astimezone(now.tzinfo).date().isoformat()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the widths of the columns; names take what the others leave.

    Where that is little, the day and how far it is stand under each other.
    """
    number, who, *rest = (max(map(cells, column)) for column in zip(HEADINGS, *rows, strict=True))
    room = width - number - 1 - sum(rest) - GAP * (len(HEADINGS) - 1)
    if room < min(who, EASY):
        last = max(cells(part) for row in rows for part in (HEADINGS[-1], *row[-1].split(", ")))
        room += rest[-1] - last
        rest[-1] = last
    return [number + 1, min(max(who, NARROWEST), room), *rest]


def _drawn(
    rows: Sequence[Sequence[str]], look: Style, width: int, widths: list[int]
) -> Iterator[str]:
    """Yield rows under headings."""
    first, *others = HEADINGS
    yield from beside([[(word, look.quiet)] for word in (first.rjust(widths[0]), *others)], widths)
    yield look.quiet(look.rule(width))
    for number, *texts, last in rows:
        rest = [cell(text, size) for text, size in zip(texts, widths[1:], strict=False)]
        parts = [last] if cells(last) <= widths[-1] else last.split(", ")
        days = [line for part in parts for line in cell(part, widths[-1], look.quiet)]
        yield from beside([[(number.rjust(widths[0]), look.strong)], *rest, days], widths)


def _stacked(row: Sequence[str], look: Style, width: int) -> Iterator[str]:
    """Yield an incident as lines under each other."""
    number, who, state, threat, review, last = row
    begin = f"{number:>4}  "
    facts = [state, f"threat: {threat}" if threat else "", f"review: {review}" if review else ""]
    texts = ((who, look.strong), (", ".join(filter(None, facts)), unset), (last, look.quiet))
    for text, paint in texts:
        for line in broken(text, width - len(begin)):
            yield begin + paint(line)
            begin = " " * len(begin)


def incident_line(row: Any, today: str) -> str:
    """Return one incident with its number on one line."""
    return f"{row['number']:>4} {incident_words(row, today)}"


def incident_words(row: Any, today: str) -> str:
    """Return one incident on one line, to choose from by its number."""
    last = f", last touched {short_date(row['last_at'][:10], today)}" if row["last_at"] else ""
    return f"{who_words(dict(row))}, {state_words(row)}{last}"


def state_words(row: Any) -> str:
    """Return `open`, or how it was closed."""
    if row["state"] == "closed" and row["outcome"]:
        return f"closed: {row['outcome']}"
    return str(row["state"])
