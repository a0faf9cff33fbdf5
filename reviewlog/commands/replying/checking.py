"""Checking any text: a file or standard input, and nothing is written."""

from pathlib import Path

import typer

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.logbook.base import TEXT_CAP
from reviewlog.logbook.replies.reading import Given, decoded, given
from reviewlog.store.files import readable, regular

STDIN = "Standard input"


def check_text(session: Session, place: Place, typed: Typed) -> None:
    """Say what the rules have against a text; the exit code is 1 where one is to be changed."""
    from reviewlog.logbook.replies.checking import twin_texts

    said = text_of(session, str(typed.check))
    logbook, medium = session.logbook, typed.medium
    checked = logbook.check_reply(place.number, said.text, medium, place.site, place.of)
    twins = twin_texts(logbook, checked)
    if session.json:
        from reviewlog.render.replies.shapes import check_shape

        located = said.located(checked)
        shape = check_shape(said.original, located, twins, number=place.number, medium=medium)
        session.show_json("reply-check", shape)
    else:
        from reviewlog.render.replies.findings import findings_text

        width = session.machine.width()
        session.show(findings_text(said.text, checked, twins, width, whole=typed.whole))
    if not checked.passes:
        raise typer.Exit(1)


def text_of(session: Session, word: str) -> Given:
    """Return the text of a file, `-` is standard input.

    Raises UnreadableFileError, LongReplyError, EmptyTextError.
    """
    if word == "-":
        return given(session.machine.read_stdin(), STDIN)
    return given(decoded(_bytes(Path(word)), word), word)


def _bytes(path: Path) -> bytes:
    with readable(path):
        if path.is_dir():
            raise UnreadableFileError(str(path), "folder")
        with regular(path) as file:
            raw = file.read(TEXT_CAP + 1)
    if len(raw) > TEXT_CAP:
        raise UnreadableFileError(str(path), "long")
    return raw
