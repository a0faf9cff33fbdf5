"""Checking any text: a file or standard input, and nothing is written."""

import codecs
from pathlib import Path

import typer

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import EmptyTextError, UnreadableFileError
from reviewlog.logbook.base import TEXT_CAP
from reviewlog.store.files import readable, regular

STDIN = "Standard input"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What a text begins with that some editors of Windows call Unicode."""


def check_text(session: Session, place: Place, typed: Typed) -> None:
    """Say what the rules have against a text; the exit code is 1 where one is to be changed."""
    from reviewlog.logbook.replies.replying import twin_texts

    text = text_of(session, str(typed.check))
    logbook, medium = session.logbook, typed.medium
    checked = logbook.check_reply(place.number, text, medium, place.site, place.of)
    twins = twin_texts(logbook, checked)
    if session.json:
        from reviewlog.render.replies.shapes import check_shape

        shape = check_shape(text, checked, twins, number=place.number, medium=medium)
        session.show_json("reply-check", shape)
    else:
        from reviewlog.render.replies.findings import findings_text

        session.show(findings_text(text, checked, twins, session.machine.width()))
    if not checked.passes:
        raise typer.Exit(1)


def text_of(session: Session, word: str) -> str:
    """Return the text of a file, `-` is standard input; line ends are made alike.

    Raises UnreadableFileError, EmptyTextError.
    """
    if word == "-":
        return _sound(session.machine.read_stdin().removeprefix("\ufeff"), STDIN)
    return _sound(_decoded(_bytes(Path(word)), word), word)


def _bytes(path: Path) -> bytes:
    with readable(path):
        if path.is_dir():
            raise UnreadableFileError(str(path), "folder")
        with regular(path) as file:
            return file.read(TEXT_CAP + 1)


def _decoded(raw: bytes, word: str) -> str:
    if len(raw) > TEXT_CAP:
        raise UnreadableFileError(word, "long")
    try:
        return raw.decode("utf-16" if raw.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(word, "no-text") from None


def _sound(text: str, word: str) -> str:
    """Refuse what is no text: bytes that are none, and nothing at all."""
    if "\0" in text or any("\udc80" <= char <= "\udcff" for char in text):
        raise UnreadableFileError(word, "no-text")
    if len(text.encode("utf-8", "surrogatepass")) > TEXT_CAP:
        raise UnreadableFileError(word, "long")
    if not text.strip():
        raise EmptyTextError("the text")
    return text.replace("\r\n", "\n").replace("\r", "\n")
