"""What is left out of whatever leaves: words for good, parts of a picture in a new file.

reviewlog redact 12

reviewlog redact 12 --hide 'Jo Miller' --keep 'Main Street 4'

reviewlog redact 12 E2 --box 40,120,300,24

Boxes are in pixels from the upper left: across, down, width, height. The picture as it was then
leaves to nobody but yourself.
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import MissingError


def run(
    ctx: typer.Context,
    incident: options.Incident,
    exhibit: Annotated[str | None, typer.Argument(metavar="[E3]", help="The picture, with --box.")] = None,
    hide: Annotated[list[str] | None, typer.Option("--hide", metavar="TEXT", help="Leave this out; may be given again.")] = None,
    keep: Annotated[list[str] | None, typer.Option("--keep", metavar="TEXT", help="This may stay; may be given again.")] = None,
    boxes: Annotated[list[str] | None, typer.Option("--box", metavar="X,Y,W,H", help="Black out a part; may be given again.")] = None,
) -> None:  # fmt: skip
    """Leave words, or parts of a picture, out of what leaves."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    if (exhibit is None) != (not boxes):
        raise MissingError(("--box",) if exhibit else ("the picture, such as E3",))
    if exhibit is not None:
        _black_out(session, number, exhibit, boxes or [])
    if hide or keep:
        _decide(session, number, hide or [], keep or [])
    elif exhibit is None:
        _list(session, number)


def _black_out(session: Session, number: str, exhibit: str, boxes: list[str]) -> None:
    from reviewlog.commands.answer import answer
    from reviewlog.logbook.writing.blackening import black_out, read_box
    from reviewlog.logbook.writing.numbering import labels_of
    from reviewlog.render.sharing.redacting import blacked_words

    receipt = black_out(session.logbook, number, exhibit, [read_box(box) for box in boxes])
    with session.logbook.store.reading():
        label = labels_of(session.logbook, str(receipt.row["id"]))[receipt.main.id]
    path = session.logbook.store.files.path(receipt.main.fields["file"]["sha256"])
    answer(session, "redact-picture", receipt, blacked_words(exhibit, label), {"exhibits": [label]})
    session.talk(f"The file to look at:\n{harmless_line(str(path))}")


def _decide(session: Session, number: str, hide: list[str], keep: list[str]) -> None:
    from reviewlog.logbook.sharing.redacting import named

    session.logbook.redact(number, named(hide, keep))
    _list(session, number)


def _list(session: Session, number: str) -> None:
    from reviewlog.domain.errors import NothingToExportError
    from reviewlog.render.sharing.redacting import decisions_shape, decisions_text

    decided = session.logbook.decisions(number)
    try:
        found = session.logbook.proposals(session.logbook.dossier(number, "lawyer"))
    except NothingToExportError:
        found = []
    if session.json:
        session.show_json("redact", decisions_shape(number, decided, found))
    else:
        session.show(decisions_text(decided, found, session.machine.width()))
