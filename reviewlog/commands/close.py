"""Close an incident. What happens later can still be written down.

reviewlog close 12 --outcome resolved 'She was happy with the new cake'

reviewlog close 12 --outcome walked-away
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import one_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.vocabulary import OUTCOMES, one_of


def run(
    ctx: typer.Context,
    incident: options.Incident,
    text: options.Text = None,
    outcome: Annotated[str, typer.Option(metavar="HOW", help="resolved, accepted, walked-away, removed or unresolved.")] = "resolved",
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Close an incident."""
    session: Session = ctx.obj
    how = one_of("outcome", outcome, OUTCOMES)
    words = one_text(session, text, edit=edit)
    number = settle_word(session, incident)
    answer(session, "close", session.logbook.close_incident(number, how, words, past(session, at)))
