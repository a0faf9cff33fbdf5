"""The fast door: the bare `due` and the Tab key, without building the command line.

Whatever it does not know for certain it leaves to `cli`, so that there is one behaviour.
"""

import os
import sys

from reviewlog.environment import (
    Machine,
    default_folder,
    message_columns,
    terminal_columns,
    terminal_draws,
    text_width,
    utc_now,
)
from reviewlog.render.layout.screen import aside, hand_over, silence, spell, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reviewlog.store.naming import Names

    Found = tuple[list[dict[str, Any]], str, str, str]
    """The items, the day asked for, today, and the zone."""

FLAGS = ("--json", "--no-input", "-y", "--yes", "-q", "--quiet", "--discreet", "--brief")
VALUES = ("--book", "--on", "--days")
TAB = "_complete"
"""The hidden verb that a shell asks when the Tab key is pressed."""


def main() -> int:
    """Run the program; return the exit code."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        spell(stream)
    try:
        if sys.argv[1:2] == [TAB]:
            return _completed(sys.argv[2:])
        asked = _asked(sys.argv[1:])
        told = _due(asked) if asked is not None else None
        if told is not None:
            return _written(*told)
        from reviewlog.cli import main as whole

        return whole()
    except KeyboardInterrupt:
        aside(sys.stderr, "\nStopped.")
        return 130


def _asked(argv: list[str]) -> dict[str, str] | None:
    """Return the options of a plain `due`, or None when the words say anything else."""
    found: dict[str, str] = {}
    words = iter(argv)
    verbs = 0
    for word in words:
        name, equals, value = word.partition("=")
        if word in FLAGS:
            found[word] = ""
        elif name in VALUES:
            value = value if equals else next(words, "")
            if not value or name in found:
                return None
            found[name] = value
        elif word == "due" and not verbs and not ({"--on", "--days"} & set(found)):
            verbs = 1
        else:
            return None
    if {"--brief", "--json"} <= set(found):
        return None
    return found if verbs or not ({"--on", "--days"} & set(found)) else None


def _due(asked: dict[str, str]) -> tuple[str, str] | None:
    """Return the list and what is said beside it; None leaves it to the command line.

    That is so too where something went wrong: the command line tells what.
    """
    from reviewlog.domain.due import SHOWN_DAYS

    folder = asked.get("--book") or default_folder()
    days = asked.get("--days", str(SHOWN_DAYS))
    try:
        if not (days.isdecimal() and int(days) <= 366):
            return None
        found = _found(folder, asked.get("--on"), int(days))
        if found is None:
            return None
        is_silent = {"--json", "--brief", "-q", "--quiet"} & set(asked)
        is_begun = is_silent or _is_there(folder)
        return _text(asked, *found), "" if is_begun else _first_words(folder)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _found(folder: str, on: str | None, days: int) -> "Found | None":
    """Return what is due; None when the slow path is needed. Looking makes no logbook."""
    path = os.path.join(folder, "logbook.db")  # noqa: PTH118
    if os.path.isfile(path):  # noqa: PTH113
        return _read(path, folder, on, days)
    if _is_there(folder) or os.path.normpath(folder) != folder:
        return None
    zone = Machine().local_zone()
    frame = _frame(zone, on, days)
    return None if frame is None else ([], frame[0], frame[1], zone)


def _is_there(folder: str) -> bool:
    """Whether anything lies there. Raises OSError where that cannot be told."""
    try:
        os.stat(folder)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _first_words(folder: str) -> str:
    """Return what is said before anything was written down."""
    from reviewlog.render.beginning import first_words
    from reviewlog.render.layout.wrapping import in_rows

    blank = "" if terminal_columns() is None else "\n"
    text, columns = blank + first_words(folder, text_width()), message_columns()
    return text if columns is None else in_rows(text, columns)


def _text(
    asked: dict[str, str], items: "list[dict[str, Any]]", day: str, today: str, zone: str
) -> str:
    """Return the list as text."""
    from reviewlog.domain.due import discreet

    unnamed = "--discreet" in asked
    items = discreet(items) if unnamed else items
    if "--json" in asked:
        import json

        return json.dumps({"schema": "reviewlog.due/1", "on": day, "items": items}, indent=2)
    if "--brief" in asked:
        return _brief(items, day, today)
    from reviewlog.render.due import due_lines
    from reviewlog.render.duewords import with_hours

    columns, draws = terminal_columns(), terminal_draws()
    timed = with_hours(items, zone)
    return "\n".join(due_lines(timed, day, today, columns, unnamed=unnamed, draws=draws))


def _brief(items: "list[dict[str, Any]]", day: str, today: str) -> str:
    """Return one line without names, nothing when nothing is due."""
    from reviewlog.render.due import brief_line
    from reviewlog.render.words.days import short_date

    return brief_line(items, "today" if day == today else f"on {short_date(day, today)}") or ""


def _read(path: str, folder: str, on: str | None, days: int) -> "Found | None":
    """Return what a logbook says; None when the slow path is needed."""
    import sqlite3

    from reviewlog.domain.due import due_items
    from reviewlog.store.fast import due_rows, zone_as_left

    connection = sqlite3.connect(path, isolation_level=None, timeout=5.0)
    try:
        zone = zone_as_left(connection, folder)
        frame = _frame(zone, on, days) if zone is not None else None
        if zone is None or frame is None:
            return None
        day, today, now, last = frame
        return due_items(due_rows(connection, day, last), day, now, last), day, today, zone
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def _frame(zone: str, on: str | None, days: int) -> tuple[str, str, str, str] | None:
    """Return the day asked for, today, the instant that counts as now, and the last day shown."""
    from datetime import UTC, datetime, time, timedelta
    from zoneinfo import ZoneInfo

    from reviewlog.domain.time.daywords import FIRST_YEAR, LAST_YEAR, day_from_words

    tz = ZoneInfo(zone)
    now = utc_now()
    today = now.astimezone(tz).date()
    day = today if on is None else day_from_words(on.lower().split(), today, future=True)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    if day != today:
        now = datetime.combine(day, time(), tz).astimezone(UTC)
    text = f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}Z"
    last = day + timedelta(days=days)
    return day.isoformat(), today.isoformat(), text, last.isoformat()


def _written(text: str, beside: str) -> int:
    """Print a text, if there is any, and what is no result; return the exit code."""
    code = 0
    try:
        if text:
            write(sys.stdout, text, draws=terminal_draws())
        if beside:
            aside(sys.stderr, beside)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            aside(sys.stderr, f"The list could not be written:\n{error.strerror}.")
            code = 1
        silence(sys.stdout)
    return code


def _completed(told: list[str]) -> int:
    """Print what fits at the cursor; nobody who presses a key wants to hear of faults."""
    from reviewlog.render.completion.answering import answer

    opened: list[Names] = []
    try:
        text = answer(told, lambda folder: _names(folder, opened), sys.stdout.encoding)
        hand_over(sys.stdout, text, end="\n" if text else "")
    except (OSError, ValueError, LookupError, TypeError):
        return 0
    finally:
        for names in opened:
            names.close()
    return 0


def _names(folder: str, opened: "list[Names]") -> "Names | None":
    """Open the logbook at the first question; None where it cannot be asked now."""
    from reviewlog.store.naming import Names

    try:
        opened[:] = opened or [Names(os.path.expanduser(folder) or default_folder())]  # noqa: PTH111
    except OSError:
        return None
    return opened[0]
