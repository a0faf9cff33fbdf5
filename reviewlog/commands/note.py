"""Write down a thought of your own. It stays here; --lawyer marks what your lawyer may get.

reviewlog note 12 'Ask Sam who baked that day'

reviewlog note 12 --lawyer 'He said the same to the shop next door'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import needed_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: options.Incident,
    text: options.Text = None,
    lawyer: Annotated[bool, typer.Option("--lawyer", help="Your lawyer may get it.")] = False,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:
    """Write down a thought of your own."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    happened = past(session, at)
    words = needed_text(session, text, "Your note?", "The baker was new", edit=edit)
    receipt = session.logbook.note(number, words, happened, lawyer=lawyer)
    answer(session, "note", receipt)
