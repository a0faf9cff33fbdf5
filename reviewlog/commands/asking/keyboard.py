"""Reading a line at the keyboard, so that it can be edited and what was begun is never lost."""

import atexit
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reviewlog.render.layout.screen import write

Reading = Callable[[str, Callable[[str], None]], str]

HANGS_UP = ("SIGHUP", "SIGTERM")
"""How a terminal that goes away ends a program."""
WAKES = "SIGALRM"
SOON = 0.25
"""Seconds after which a wait for a key looks round."""


MARKS_PASTES = ("$if term=dumb", "$else", "set enable-bracketed-paste on", "$endif")
IN_ONE_GO = 0.03
"""Seconds within which the rest of a paste follows a line: nobody types that fast."""


def typed_answer(read: Reading, mark: str, keep: Callable[[str], None]) -> str:
    """Read an answer; lines that come in one go with the first, as in a paste, belong to it."""
    lines: list[str] = []

    def keep_all(begun: str) -> None:
        keep("\n".join([*lines, begun]))

    lines.append(read(mark, keep_all))
    while _more_follows():
        try:
            lines.append(read("", keep_all))
        except EOFError:
            break
    return "\n".join(lines)


def drop_typed_ahead() -> None:
    """Forget what was typed before a question stood there: it is no answer to it."""
    terminal = _terminal()
    if terminal is not None:
        terminal.tcflush(sys.stdin.fileno(), terminal.TCIFLUSH)


def drop_what_is_left() -> None:
    """See to it that the rest of a paste is never run by the shell when the program has ended."""
    atexit.unregister(drop_typed_ahead)
    atexit.register(drop_typed_ahead)


def plain_line(mark: str, keep: Callable[[str], None]) -> str:  # noqa: ARG001
    """Read a line where results go elsewhere than to the terminal. Raises EOFError."""
    write(sys.stderr, mark, end="")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def edited_line(mark: str, keep: Callable[[str], None]) -> str:
    """Read a line that can be edited; what was begun is kept whatever ends it."""
    editing = _line_editing()
    if editing is None:
        return input(mark)
    last = editing.get_line_buffer()

    def begun() -> str:
        line = str(editing.get_line_buffer())
        return "" if line == last else line

    mode = _mode()

    def hang_up(number: int, frame: object) -> None:  # noqa: ARG001
        keep(begun())
        _put_back(mode)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    with _handled(hang_up):
        try:
            return input(mark)
        except KeyboardInterrupt:
            keep(begun())
            raise


def _more_follows() -> bool:
    return _terminal() is not None and bool(select.select([sys.stdin], [], [], IN_ONE_GO)[0])


def _terminal() -> Any:
    """Return the module that rules a terminal, None where there is none of that kind."""
    try:
        import termios
    except ImportError:  # Windows: a paste comes line by line there
        return None
    return termios if sys.stdin.isatty() else None


def _mode() -> Any:
    """Return how the terminal reads before a line is edited: echo, whole lines."""
    terminal = _terminal()
    return terminal and terminal.tcgetattr(sys.stdin.fileno())


def _put_back(mode: Any) -> None:
    """Leave a terminal as it was found, where a signal ends the program in the midst of a line."""
    terminal = _terminal()
    if terminal is not None and mode is not None:
        terminal.tcsetattr(sys.stdin.fileno(), terminal.TCSANOW, mode)


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

    It asks a terminal that knows how to mark a paste, which then waits for Enter as a whole, and
    sends no other sequence; what is typed goes into no list.
    """
    try:
        import readline
    except ImportError:
        return None
    for line in MARKS_PASTES:
        readline.parse_and_bind(line)
    readline.parse_and_bind("set enable-active-region off")
    readline.parse_and_bind("set enable-meta-key off")
    readline.parse_and_bind("set disable-completion on")
    readline.set_auto_history(False)
    return readline
