"""Write down a search in your own records: for whom, where, over which days, what was there.

"No record found under this name" can be checked by anybody; "fake" cannot.

reviewlog lookup 12 --where 'order book' --for 'Dana Cole' --for dana@example.com --found nothing

reviewlog lookup 12 'One order, a year earlier' --where bookings --for 'D. Cole' --period 2025 --found something
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import one_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.lookups import found, is_accusing, lookup_words, told_found
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.said import Search
from reviewlog.logbook.writing.claiming import look_up

WHERE = "Where did you look?"
NAME = "Under which name, e-mail address or number?"
MORE = "Under which other one? (Enter: no other)"
PERIOD = "Over which days? (Enter: all there is)"
RESULT = "What was there? (nothing, or what you found)"
CALMER = (
    "Leave the word for what they are to others: a search shows that no record was found, and that"
    " much can be checked. amend sets the text right."
)


def run(
    ctx: typer.Context,
    incident: options.Incident,
    text: options.Text = None,
    where: Annotated[str | None, typer.Option("--where", metavar="TEXT", help="Where you looked.")] = None,
    names: Annotated[list[str] | None, typer.Option("--for", metavar="NAME", help="A name, an e-mail address or a number; as often as needed.")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="TEXT", help="Over which days.")] = None,
    result: Annotated[str | None, typer.Option("--found", metavar="WHAT", help="nothing or something.")] = None,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down what a search in your own records showed."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    known = found(result) if result is not None else None
    happened = past(session, at)
    words = one_text(session, text, edit=edit)
    _refuse_in_a_script(session, where, names, known)
    asks = where is None or not names or known is None
    where = (
        where if where is not None else session.ask(WHERE, "--where TEXT", like="the order book")
    )
    looked_for = tuple(names or _asked(session))
    if asks and period is None:
        period = session.ask_maybe(PERIOD, like="1 to 20 November")
    if known is None:
        known, more = told_found(session.ask(RESULT, "--found nothing", like="nothing"))
        words = "\n".join(filter(None, (words, more))) or None
    said = Search(where, looked_for, known, period, words, happened)
    if asks:
        _read_back(session, said)
    remark = CALMER if any(is_accusing(one) for one in (words, where, period)) else None
    answer(session, "lookup", look_up(session.logbook, number, said), remark)


def _refuse_in_a_script(
    session: Session, where: str | None, names: list[str] | None, known: str | None
) -> None:
    given = {
        "--where TEXT": where is not None,
        "--for NAME": bool(names),
        "--found nothing (or something)": known is not None,
    }
    missing = tuple(option for option, is_there in given.items() if not is_there)
    if missing and not session.interactive:
        raise MissingError(missing)


def _read_back(session: Session, said: Search) -> None:
    """Show what is going to be written. Raises RefusedError."""
    words = lookup_words(said._asdict())
    session.talk(harmless_line(f"{words}. “{said.text}”" if said.text else words))
    if not session.confirm("Write it down so?"):
        raise RefusedError("Then it stays unsaid.")


def _asked(session: Session) -> list[str]:
    """Ask under what was searched until Enter alone."""
    names = [session.ask(NAME, "--for NAME", like="Dana Smith")]
    while (another := session.ask_maybe(MORE, like="dana.smith@example.com")) is not None:
        names.append(another)
    return names
