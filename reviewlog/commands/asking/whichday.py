"""Which day was meant: asked on a terminal, refused with the right line in a script."""

from collections.abc import Callable
from datetime import date

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.daywords import MONTHS
from reviewlog.domain.time.moment import Moment, typed_words
from reviewlog.domain.usage_errors import AmbiguousDateError, FutureError, PastError

WHICH = "Which day is “{said}”?"
KEPT = "From now on dates are read like this. “dates: {order}” in config.yaml says so."
UNKEPT = (
    "This holds for now. To keep it, write this line into config.yaml yourself:  dates: {order}"
)


def settle_order(
    session: Session, error: AmbiguousDateError, read: Callable[[str], Moment]
) -> Moment:
    """Ask once whether the day stands before the month, read by it, and remember it.

    Raises the error where nobody can be asked; a day that cannot be taken teaches nothing.
    """
    if not session.interactive:
        raise error
    from reviewlog.domain.time.dates import ORDERS
    from reviewlog.render.words.daterefusals import either_day

    shown = either_day(error, f"{session.logbook.now():%Y-%m-%d}")
    days = zip(ORDERS, shown, (error.day_first, error.month_first), strict=True)
    choices = [Choice(order, line, _other_words(day)) for order, line, day in days]
    order = session.pick(WHICH.format(said=harmless_line(error.text)), choices)
    found = read(order)
    _remember(session, order)
    return found


def _other_words(day: date) -> tuple[str, ...]:
    """Return how a day may be said instead of its number in the list."""
    names = (MONTHS[day.month - 1], MONTHS[day.month - 1][:3])
    return tuple(said for name in names for said in (f"{day.day} {name}", f"{name} {day.day}"))


def _remember(session: Session, order: str) -> None:
    """Keep the order: this run goes on with the logbook that it has, the next one reads the file."""
    from reviewlog.logbook.opening.configuring import put_setting
    from reviewlog.render.layout.wrapping import hanging

    session.logbook.settings["dates"] = order
    is_kept = put_setting(session.folder, "dates", order)
    told = KEPT if is_kept else UNKEPT
    session.talk(hanging(told.format(order=order), session.machine.width()))


def settle_side(session: Session, error: "FutureError | PastError") -> Moment:
    """Ask whether the day before (or after) was meant. Raises the error where it was not."""
    if error.meant is None:
        raise error
    if not session.interactive:
        error.line = _line(session.argv, error.text, typed_words(error.meant))
        raise error
    from reviewlog.render.words.daterefusals import day_meant, still_to_come

    meant = day_meant(error.meant, error.now)
    if session.confirm(f"{still_to_come(error)} Do you mean {meant}?"):
        return error.meant
    error.meant = None
    raise error


def _line(argv: list[str], said: str, typed: str) -> str | None:
    """Return the command with the date as it is to be typed, None where it does not stand in it."""
    import shlex

    for place, word in enumerate(argv):
        name, equals, value = word.partition("=")
        if word == said:
            return f"reviewlog {shlex.join([*argv[:place], typed, *argv[place + 1 :]])}"
        if equals and value == said and name.startswith("--"):
            line = [*argv[:place], f"{name}={typed}", *argv[place + 1 :]]
            return f"reviewlog {shlex.join(line)}"
    return None
