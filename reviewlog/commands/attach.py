"""Keep copies of files: screenshots, mails, recordings. The originals stay as they are.

reviewlog attach 12 screenshot.png --how screenshot --from https://example.com/r/1

reviewlog attach 12 mail.eml invoice.pdf --text 'What he sent on Monday'

reviewlog attach 12 report.pdf --shows audit --by 'Fire safety office' --text 'No fault found'

reviewlog attach 12 call.m4a --consent everybody
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.consent import consent_remark, settled_consent
from reviewlog.commands.asking.texts import maybe, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.shows import shows
from reviewlog.logbook.said import Capture
from reviewlog.logbook.writing.numbering import labels_of
from reviewlog.render.disputes.claims import exhibit_words


def run(
    ctx: typer.Context,
    incident: options.Incident,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files.")],
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What it shows.")] = None,
    at: options.At = None,
    how: options.How = None,
    what: options.Shows = None,
    source: options.Source = None,
    by: Annotated[str | None, typer.Option("--by", "--taken-by", metavar="NAME", help="Who took it.")] = None,
    taken: options.Taken = None,
    derived_from: Annotated[str | None, typer.Option(metavar="ENTRY", help="The file that it was made of: E2, or its entry.")] = None,
    redacts: Annotated[str | None, typer.Option("--redacts", metavar="E3", help="Of this it is a copy with parts blacked out.")] = None,
    consent: options.Consent = None,
) -> None:  # fmt: skip
    """Keep copies of files."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    known = maybe(vocabulary.how, how)
    said = Capture(
        how=known,
        shows=maybe(shows, what),
        source=source,
        by=by,
        taken=past(session, taken),
        derived_from=derived_from,
        redacts=redacts,
        consent=settled_consent(session, files, consent, known),
    )
    receipt = session.logbook.attach(number, tuple(files), past(session, at), text, said)
    with session.logbook.store.reading():
        labels = labels_of(session.logbook, str(receipt.row["id"]))
    mine = [labels[entry.id] for entry in receipt.entries]
    remark = " ".join(filter(None, (exhibit_words(mine), consent_remark(receipt))))
    answer(session, "attach", receipt, remark, {"exhibits": mine})
