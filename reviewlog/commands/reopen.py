"""Open a closed incident again.

reviewlog reopen 12

reviewlog reopen 12 'She rang again'
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import one_text
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(ctx: typer.Context, incident: options.Incident, text: options.Text = None) -> None:
    """Open a closed incident again."""
    session: Session = ctx.obj
    words = one_text(session, text)
    answer(session, "reopen", session.logbook.reopen(settle_word(session, incident), words))
