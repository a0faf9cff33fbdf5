"""Be reminded on a day; --to plans a call, a letter or an offer, which the never-rules look at.

reviewlog remind 12 friday 'Ask whether the refund arrived'

reviewlog remind Dana 'in 3 days' --to call --despite 'She asked me for it in the shop'
"""

from functools import partial
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import LooseWordsError, MissingError
from reviewlog.domain.vocabulary import STEP_KINDS, one_of

PLANNED = tuple(kind for kind in STEP_KINDS if kind != "wait")


def run(
    ctx: typer.Context,
    incident: options.Incident,
    when: Annotated[str | None, typer.Argument(metavar="WHEN", help="The day.")] = None,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Of what.")] = None,
    to: Annotated[str | None, typer.Option(metavar="KIND", help="What you plan: call, write, request, attempt, reply ...")] = None,
    despite: options.Despite = None,
) -> None:  # fmt: skip
    """Be reminded on a day."""
    session: Session = ctx.obj
    if text is not None and len(text) > 1:
        raise LooseWordsError(f"reviewlog remind {incident} 'in 3 days' 'call them'")
    kind = one_of("plan", to, PLANNED) if to is not None else None
    if despite is not None and kind is None:
        raise MissingError(("--to KIND",))
    number = settle_word(session, incident)
    read = partial(to_come, session)
    due = read(when) if when else session.ask_until("When?", "WHEN", read, like="friday, in 3 days")
    words = text[0] if text else None
    if kind is not None:
        from reviewlog.logbook.acting.planning import Plan, plan

        receipt = plan(session.logbook, number, Plan(due, kind, words, despite))
    else:
        said = (
            words
            if words is not None
            else session.ask("Of what?", "TEXT", like="Ring Dana about the cake")
        )
        receipt = session.logbook.remind(number, due, said)
    answer(session, "remind", receipt)
