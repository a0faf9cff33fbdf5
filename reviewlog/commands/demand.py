"""Write down what they want, or what you answer.

reviewlog demand 12 'The full price back' --amount 240.00 --by friday

reviewlog demand 12 --counter 'Half back and a new cake' --why 'half was eaten'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import future, maybe, needed_text, one_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.money import currency_of, parse_amount
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.said import Answer


def run(
    ctx: typer.Context,
    incident: options.Incident,
    text: options.Text = None,
    grant: Annotated[bool, typer.Option("--grant", help="You say yes.")] = False,
    counter: Annotated[str | None, typer.Option(metavar="TEXT", help="What you can do instead.")] = None,
    decline: Annotated[bool, typer.Option("--decline", help="You say no.")] = False,
    of: Annotated[str | None, typer.Option(metavar="ENTRY", help="Which demand, if several are open.")] = None,
    amount: options.Amount = None,
    by: options.By = None,
    why: options.Why = None,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down what they want, or what you answer."""
    session: Session = ctx.obj
    state = _state(grant=grant, counter=counter is not None, decline=decline)
    number = settle_word(session, incident)
    happened = past(session, at)
    due = future(session, by, since=happened)
    said_text = one_text(session, text, edit=edit)
    if state == "open" and said_text is None and amount is None:
        said_text = needed_text(session, None, "What do they want?", "The full price back")
    said = Answer(
        state=state,
        of=of,
        text=counter if counter is not None else said_text,
        amount=maybe(parse_amount, amount),
        currency=currency_of(amount),
        due=due,
        at=happened,
        why=why,
    )
    answer(session, "demand", session.logbook.demand(number, said))


def _state(*, grant: bool, counter: bool, decline: bool) -> str:
    words = (("granted", grant), ("countered", counter), ("declined", decline))
    chosen = [state for state, given in words if given]
    if len(chosen) > 1:
        names = {"granted": "--grant", "countered": "--counter", "declined": "--decline"}
        raise ConflictingOptionsError(names[chosen[0]], names[chosen[1]])
    return chosen[0] if chosen else "open"
