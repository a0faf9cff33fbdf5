"""Keep copies of files: screenshots, mails, recordings. The originals stay as they are.

reviewlog attach 12 screenshot.png --how screenshot --from https://example.com/r/1

reviewlog attach 12 mail.eml invoice.pdf --text 'What he sent on Monday'

reviewlog attach 12 call.m4a --consent everybody
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.consent import consent_remark, settled_consent
from reviewlog.commands.session import Session
from reviewlog.commands.texts import maybe, past
from reviewlog.commands.whom import settle_word
from reviewlog.domain import vocabulary
from reviewlog.logbook.said import Capture


def run(
    ctx: typer.Context,
    incident: options.Incident,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files.")],
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What it shows.")] = None,
    at: options.At = None,
    how: options.How = None,
    source: options.Source = None,
    by: Annotated[str | None, typer.Option("--by", "--taken-by", metavar="NAME", help="Who took it.")] = None,
    taken: options.Taken = None,
    derived_from: Annotated[str | None, typer.Option(metavar="ENTRY", help="The entry of the file that it was made of.")] = None,
    consent: options.Consent = None,
) -> None:  # fmt: skip
    """Keep copies of files."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    known = maybe(vocabulary.how, how)
    said = Capture(
        how=known,
        source=source,
        by=by,
        taken=past(session, taken),
        derived_from=derived_from,
        consent=settled_consent(session, files, consent, known),
    )
    receipt = session.logbook.attach(number, tuple(files), past(session, at), text, said)
    answer(session, "attach", receipt, consent_remark(receipt))
