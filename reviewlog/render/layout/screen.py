"""The one way out: all that the program prints passes here, harmless and in letters there are."""

import codecs
import os
from io import RawIOBase

from reviewlog.domain.harmless import harmless, storable
from reviewlog.render.layout.style import RESET, SENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

ERRORS = "reviewlog"
"""The name under which Python knows what to do where an encoding lacks a character."""


def fit(text: str, *, draws: bool) -> str:
    """Return a text as it may reach a screen: what could do harm there is shown by its number.

    The marks of `style` become sequences where the screen draws; each ends with its line.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    if not draws or RESET not in text:
        return harmless(text)
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    shown = harmless(line, but=SENT)
    last = next((char for char in reversed(line) if char in SENT), RESET)
    for mark, sequence in SENT.items():
        shown = shown.replace(mark, sequence)
    return shown + (SENT[RESET] if last != RESET else "")


def write(stream: "TextIO", text: str, *, draws: bool = False, end: str = "\n") -> None:
    """Print a text: harmless, and readable whatever the stream's encoding."""
    shown = fit(text, draws=draws) + end
    _send(stream, shown if shown.isascii() else _composed(stream, shown))


def _composed(stream: "TextIO", text: str) -> str:
    """Return a text as an old code page can spell it: there a letter and its mark are one sign."""
    if (stream.encoding or "utf").lower().startswith("utf"):
        return text
    from reviewlog.render.layout.spelling import composed

    return composed(text)


def hand_over(stream: "TextIO", text: str, *, end: str = "") -> None:
    """Print a text for use elsewhere: exact into a pipe or a file, harmless on a terminal."""
    _send(stream, (harmless(text) if stream.isatty() else storable(text)) + end)


def aside(stream: "TextIO", text: str) -> None:
    """Print what is no result; where it has no place to go the exit code speaks alone."""
    try:
        write(stream, text)
    except OSError:
        silence(stream)


def silence(stream: "TextIO") -> None:
    """Send what a stream still holds, and all that follows, nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _send(stream: "TextIO", text: str) -> None:
    """Print all of a text, or raise OSError: Python takes a part for all where it buffers nothing."""
    spell(stream)
    raw = _unbuffered(stream)
    if raw is None:
        stream.write(text)
        stream.flush()
        return
    stream.flush()
    text = text.replace("\n", "\r\n") if os.name == "nt" else text
    left = memoryview(text.encode(stream.encoding, stream.errors or ERRORS))
    while left:
        sent = raw.write(left)
        if sent is None:
            _wait_for(stream)
        left = left[sent or 0 :]


def _unbuffered(stream: "TextIO") -> "RawIOBase | None":
    """Return what a stream writes to in the end; None for one in memory, or with a mark in front."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    return raw if isinstance(raw, RawIOBase) and not "".encode(stream.encoding) else None


def _wait_for(stream: "TextIO") -> None:
    """Wait until somebody who reads slowly has made room in a pipe that does not wait itself."""
    import select

    select.select((), (stream,), ())


def spell(stream: "TextIO") -> None:
    """Make a stream spell in plain signs what its encoding lacks, instead of failing."""
    if hasattr(stream, "reconfigure") and stream.errors != ERRORS:
        stream.reconfigure(errors=ERRORS)


def _spelt(error: UnicodeError) -> tuple[str, int]:
    """Return plain signs for what could not be encoded, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from reviewlog.render.layout.spelling import plain

    return plain(error.object[error.start : error.end]), error.end


codecs.register_error(ERRORS, _spelt)
