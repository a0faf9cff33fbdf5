"""How far a long check is, drawn while it runs and gone when it is over."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewlog.render.layout.style import LINE
from reviewlog.store.checking.found import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_SHOWN = {"entries": "Entries", "files": "Files", "projections": "Incidents"}
BAR = 20
WORTH = 5_000
"""Below that many of a kind a check is over before anybody wonders."""


@contextmanager
def drawn(stream: "TextIO") -> Iterator[Watch]:
    """Give what is to be told how far it is; only a carriage return moves, no sequence is sent."""
    shown = ""

    def watch(check: str, done: int, total: int) -> None:
        nonlocal shown
        line = _line(_SHOWN.get(check, check), done * 100 // max(total, 1))
        if total >= WORTH and line != shown:
            stream.write(f"\r{line}")
            stream.flush()
            shown = line

    try:
        yield watch
    finally:
        stream.write(f"\r{' ' * len(shown)}\r" if shown else "")
        stream.flush()


def _line(what: str, percent: int) -> str:
    """Return a line of one length whatever there is to tell."""
    return f"{what:<9} {LINE * (BAR * percent // 100):<{BAR}} {percent:>3} %"
