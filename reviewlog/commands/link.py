"""Note that two incidents may be one person's: your opinion, never stated as a fact.

reviewlog link 13 12 --because 'same order, same day, same words'

reviewlog link 13 Dana --because 'the photo shows her cake'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: options.Incident,
    other: Annotated[str, typer.Argument(metavar="M", help="The other incident.")],
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why you think so.")] = None,
) -> None:
    """Note that two incidents may be one person's."""
    session: Session = ctx.obj
    one, two = settle_word(session, incident), settle_word(session, other)
    reason = (
        because
        if because is not None
        else session.ask("Why do you think so?", "--because", like="The same order number")
    )
    answer(session, "link", session.logbook.link(one, two, reason))
