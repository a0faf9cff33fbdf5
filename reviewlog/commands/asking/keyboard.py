"""Reading a line at the keyboard, so that it can be edited and what was begun is never lost."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

HANGS_UP = ("SIGHUP", "SIGTERM")
"""How a terminal that goes away ends a program."""
WAKES = "SIGALRM"
SOON = 0.25
"""Seconds after which a wait for a key looks round."""


def typed_line(mark: str, keep: Callable[[str], None]) -> str:
    """Read a line that can be edited; what was begun is kept whatever ends it."""
    editing = _line_editing()
    if editing is None:
        return input(mark)
    last = editing.get_line_buffer()

    def begun() -> str:
        line = str(editing.get_line_buffer())
        return "" if line == last else line

    def hang_up(number: int, frame: object) -> None:  # noqa: ARG001
        keep(begun())
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    with _handled(hang_up):
        try:
            return input(mark)
        except KeyboardInterrupt:
            keep(begun())
            raise


@contextmanager
def _handled(hang_up: Callable[[int, object], None]) -> Iterator[None]:
    """Hear signals while a line is waited for, also one that came just before."""
    handlers = dict.fromkeys(HANGS_UP, hang_up) | {WAKES: lambda *_: None}
    known = {getattr(signal, name): do for name, do in handlers.items() if hasattr(signal, name)}
    before = {number: signal.signal(number, do) for number, do in known.items()}
    # Ctrl-C between the question and the wait for a key would be heard at the next key only.
    if hasattr(signal, WAKES):
        signal.setitimer(signal.ITIMER_REAL, SOON, SOON)
    try:
        yield
    finally:
        if hasattr(signal, WAKES):
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def _line_editing() -> Any:
    """Return the module that lets a line be edited, None where there is none.

    It sends no sequence of its own, and what is typed goes into no list.
    """
    try:
        import readline
    except ImportError:
        return None
    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.parse_and_bind("set enable-meta-key off")
    readline.parse_and_bind("set disable-completion on")
    readline.set_auto_history(False)
    return readline
