"""What is due today: overdue, today, soon, and what waits on them.

reviewlog due

reviewlog due --on friday --days 14

reviewlog due --week

reviewlog due --discreet

reviewlog due --brief --exit-code
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewlog.commands.asking.texts import any_day
from reviewlog.commands.session import Session
from reviewlog.domain.due import SHOWN_DAYS
from reviewlog.domain.due import discreet as without_names
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.dates import Reader
from reviewlog.domain.usage_errors import ConflictingOptionsError

WEEK = 7
Found = tuple[date, date, list[dict[str, Any]]]
"""The day asked for, today, and the items."""


def run(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option(metavar="WHEN", help="Another day.")] = None,
    days: Annotated[int | None, typer.Option(metavar="D", min=0, max=366, help=f"How far to look ahead; {SHOWN_DAYS} days unless told.")] = None,
    week: Annotated[bool, typer.Option("--week", help="A calendar of the seven days from then on.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="One line without names; nothing when nothing is due.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 5 when something is overdue or due today.")] = False,
    discreet: Annotated[bool, typer.Option("--discreet", help="No names: numbers and steps only.")] = False,
) -> None:  # fmt: skip
    """What is due today."""
    session: Session = ctx.obj
    _check(week=week, brief=brief, days=days)
    if brief and session.json:
        raise ConflictingOptionsError("--brief", "--json")
    horizon = WEEK - 1 if week else SHOWN_DAYS if days is None else days
    is_begun = _is_begun(session.folder)
    day, today, found = _found(session, on, horizon) if is_begun else _no_logbook(session, on)
    items = without_names(found) if discreet else found
    if session.json:
        session.show_json("due", {"on": day.isoformat(), "items": items})
    elif brief:
        _greet(session, items, day, today)
    else:
        week = week and is_begun
        session.show("\n".join(_lines(session, items, day, today, week=week, unnamed=discreet)))
        if not is_begun:
            from reviewlog.render.beginning import first_words

            blank = "" if session.machine.columns() is None else "\n"
            session.talk(blank + first_words(str(session.folder), session.machine.width()))
    if exit_code and any(item["state"] in ("overdue", "today") for item in items):
        raise typer.Exit(5)


def _check(*, week: bool, brief: bool, days: int | None) -> None:
    if week and days is not None:
        raise ConflictingOptionsError("--week", "--days")
    if week and brief:
        raise ConflictingOptionsError("--week", "--brief")


def _is_begun(folder: Path) -> bool:
    try:
        return folder.exists()
    except OSError:
        return True  # opening it tells what is wrong


def _found(session: Session, on: str | None, days: int) -> Found:
    logbook = session.logbook
    today = logbook.calendar.day_of(logbook.now())
    day = any_day(session, on) if on is not None else today
    return day, today, logbook.due(day, days)


def _no_logbook(session: Session, on: str | None) -> Found:
    """Looking makes no logbook: the first entry does."""
    calendar = Calendar(zone=session.machine.local_zone())
    now = session.machine.now().astimezone(calendar.tz)
    day = Reader(now, calendar, None).day(on) if on is not None else now.date()
    return day, now.date(), []


def _lines(
    session: Session,
    items: list[dict[str, Any]],
    day: date,
    today: date,
    *,
    week: bool,
    unnamed: bool,
) -> list[str]:
    from reviewlog.render.duewords import with_hours

    columns, draws = session.machine.columns(), session.machine.draws()
    items = with_hours(items, session.logbook.calendar.zone) if items else items
    if not week:
        from reviewlog.render.due import due_lines

        texts = day.isoformat(), today.isoformat()
        return due_lines(items, *texts, columns, unnamed=unnamed, draws=draws)
    from reviewlog.render.week import week_lines

    ahead = [day + timedelta(days=n) for n in range(WEEK)]
    calendar = session.logbook.calendar
    noted = [(on.isoformat(), _note(calendar, on)) for on in ahead]
    return week_lines(items, noted, today.isoformat(), columns, unnamed=unnamed, draws=draws)


def _note(calendar: Calendar, on: date) -> str:
    if calendar.is_away(on):
        return "away"
    return "" if calendar.is_working(on) else "closed"


def _greet(session: Session, items: list[dict[str, Any]], day: date, today: date) -> None:
    from reviewlog.render.due import brief_line
    from reviewlog.render.words.days import short_date

    when = "today" if day == today else f"on {short_date(day.isoformat(), today.isoformat())}"
    line = brief_line(items, when)
    if line is not None:
        session.show(line)
