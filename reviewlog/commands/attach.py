"""Keep copies of files: screenshots, mails, recordings. The originals stay as they are.

reviewlog attach 12 screenshot.png

reviewlog attach 12 mail.eml invoice.pdf --text 'What he sent on Monday'
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.session import Session
from reviewlog.commands.texts import past
from reviewlog.commands.whom import settle_word


def run(
    ctx: typer.Context,
    incident: options.Incident,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files.")],
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What it shows.")] = None,
    at: options.At = None,
) -> None:
    """Keep copies of files."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    receipt = session.logbook.attach(number, tuple(files), past(session, at), text)
    answer(session, "attach", receipt)
