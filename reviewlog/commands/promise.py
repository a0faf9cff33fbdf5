"""Write down what you promised them, and for when.

reviewlog promise 12 'ring back with an answer' --by friday

reviewlog promise Dana 'send the refund' --by 'in 2 working days'
"""

from functools import partial
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import needed_text, past, to_come
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: options.Incident,
    text: options.Text = None,
    by: Annotated[str | None, typer.Option("--by", metavar="WHEN", help="The day you gave.")] = None,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down what you promised them, and for when."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    happened = past(session, at)
    read = partial(to_come, session, since=happened)
    due = read(by) if by else None
    words = needed_text(session, text, "What did you promise?", "A new cake", edit=edit)
    if due is None:
        due = session.ask_until("By when?", "--by WHEN", read, like="friday, in 3 days")
    receipt = session.logbook.promise(number, words, due, happened)
    answer(session, "promise", receipt)
