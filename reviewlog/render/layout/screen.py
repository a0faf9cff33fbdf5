"""The one way out: all that the program prints passes here, harmless and in letters there are."""

import codecs

from reviewlog.domain.harmless import harmless, storable
from reviewlog.render.layout.style import ESCAPE, RESET, SGR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

ERRORS = "reviewlog"
"""The name under which Python knows what to do where an encoding lacks a character."""


def fit(text: str, *, draws: bool) -> str:
    """Return a text as it may reach a screen: what could do harm there is shown by its number.

    Our own sequences of `style` are kept where the screen draws; each ends with its line.
    """
    if text.replace("\n", "").isprintable():
        return text
    if not draws or ESCAPE not in text:
        return harmless(text)
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    first, *rest = line.split(ESCAPE)
    shown, last = [harmless(first)], RESET
    for piece in rest:
        own = next((sgr for sgr in SGR if piece.startswith(sgr[1:])), "")
        last = own or last
        shown.append(own + harmless(piece[len(own) - 1 :] if own else ESCAPE + piece))
    return "".join(shown) + (RESET if last != RESET else "")


def write(stream: "TextIO", text: str, *, draws: bool = False, end: str = "\n") -> None:
    """Print a text: harmless, and readable whatever the stream's encoding."""
    _send(stream, fit(text, draws=draws) + end)


def hand_over(stream: "TextIO", text: str, *, end: str = "") -> None:
    """Print a text for use elsewhere: exact into a pipe or a file, harmless on a terminal."""
    _send(stream, (harmless(text) if stream.isatty() else storable(text)) + end)


def _send(stream: "TextIO", text: str) -> None:
    spell(stream)
    stream.write(text)
    stream.flush()


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
