"""The only door to the machine: clock, home, variables, time zone, terminal, editor."""

import os
import sys
from datetime import UTC, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

ZONE_LINK = "/etc/localtime"
ZONE_NAME = "/etc/timezone"
MARK = "> "
"""Where an answer is typed: on a line of its own, so that a narrow screen has room for it."""

PLAIN_EDITORS = ("nano", "sensible-editor", "vi")


class Machine:
    """The machine that the program runs on."""

    def now(self) -> datetime:
        """Return the time, aware and in UTC."""
        return utc_now()

    def local_zone(self) -> str:
        """Return the name of the local time zone, `UTC` where the machine does not tell."""
        named = os.environ.get("TZ", "").lstrip(":")
        if _is_zone(named):
            return named
        if os.path.islink(ZONE_LINK):  # noqa: PTH114 - the fast door has no path objects
            _, found, name = os.path.realpath(ZONE_LINK).partition("zoneinfo/")
            if found and _is_zone(name):
                return name
        return _zone_written() or self._fixed_zone()

    def _fixed_zone(self) -> str:
        """The nearest whole hour: all that Windows tells without a table of names."""
        offset = datetime.now(UTC).astimezone().utcoffset()
        hours = round(offset.total_seconds() / 3600) if offset else 0
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"

    def default_book(self) -> "Path":
        """Return the folder of the logbook: REVIEWLOG_BOOK, else the platform's data folder."""
        from pathlib import Path

        return Path(default_folder())

    def error_folder(self) -> "Path":
        """Return where a log file about a fault of ours may go."""
        from platformdirs import user_state_path

        return user_state_path("reviewlog", appauthor=False)

    def is_interactive(self) -> bool:
        """Whether somebody can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    def draws(self) -> bool:
        """Whether colour and boxes may be used: a terminal, and nobody objects."""
        return terminal_draws()

    def width(self) -> int:
        """Return how many columns a line of text may have."""
        return text_width()

    def columns(self) -> int | None:
        """Return how wide the terminal is, None where the output goes elsewhere."""
        return terminal_columns()

    def message_columns(self) -> int | None:
        """Return the same for what is no result: stderr may be a terminal where stdout is none."""
        return message_columns()

    def read_stdin(self) -> str:
        """Return standard input, its bytes kept as they are; of far too much the beginning."""
        if sys.stdin is None:
            return ""
        from reviewlog.domain.entering_errors import MOST_TO_READ

        return sys.stdin.buffer.read(MOST_TO_READ + 1).decode("utf-8", "surrogateescape")

    def passphrase(self) -> str | None:
        """Return the passphrase that a script gives, None where it gives none."""
        return os.environ.get("REVIEWLOG_PASSPHRASE")

    def history_files(self) -> "list[Path]":
        """Return where shells keep what was typed."""
        from pathlib import Path

        named = os.environ.get("HISTFILE")
        home = Path("~").expanduser()
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        places = [home / ".bash_history", home / ".zsh_history", home / ".histfile"]
        places += [home / ".history", data / "fish" / "fish_history"]
        return list(dict.fromkeys([*([Path(named)] if named else []), *places]))

    def ask(self, question: str, keep: "Callable[[str], None]") -> str:
        """Show a question and return the line that is typed; `keep` gets what was only begun.

        Raises EOFError, KeyboardInterrupt.
        """
        from reviewlog.commands.asking import keyboard
        from reviewlog.render.layout.screen import write

        keyboard.drop_typed_ahead()
        keyboard.drop_what_is_left()
        write(sys.stderr, question)
        if sys.stdin.errors != "surrogateescape":  # a keyboard may send what is no text
            sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
        read = keyboard.edited_line if sys.stdout.isatty() else keyboard.plain_line
        return keyboard.typed_answer(read, MARK, keep)

    def ask_unseen(self, question: str) -> str:
        """Show a question and return the line that is typed unseen.

        Raises EOFError, KeyboardInterrupt.
        """
        from getpass import getpass

        from reviewlog.render.layout.screen import write

        write(sys.stderr, question)
        return getpass(MARK)

    def edit(self, text: str) -> str | None:
        """Return what the owner wrote in their editor, None when it did not finish.

        Raises NoEditorError.
        """
        import tempfile
        from pathlib import Path

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.txt"
            path.write_text(text, encoding="utf-8")
            if not self.edit_file(path) or path.is_symlink() or not path.is_file():
                return None
            return path.read_bytes().decode("utf-8", "surrogateescape").removesuffix("\n")

    def edit_file(self, path: "Path") -> bool:
        """Open the owner's editor on a file, which stays where it lies; return whether it finished.

        Raises NoEditorError.
        """
        import subprocess

        from reviewlog.render.layout.screen import write
        from reviewlog.render.words.editors import leaving_words

        chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        editor = chosen or _plain_editor()
        if not chosen:
            write(sys.stderr, f"{leaving_words(editor)}\n")
        try:
            return subprocess.run([*_words_of(editor), str(path)], check=False).returncode == 0
        except OSError:
            from reviewlog.domain.usage_errors import NoEditorError

            raise NoEditorError(editor) from None


def _words_of(editor: str) -> list[str]:
    """Return the words of a command line; one that cannot be read is taken as a name."""
    import shlex

    try:
        return shlex.split(editor) or [editor]
    except ValueError:
        return [editor]


def default_folder() -> str:
    """Return the folder of the logbook as text: the fast door needs no path objects."""
    chosen = os.environ.get("REVIEWLOG_BOOK")
    if chosen:
        return chosen
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111
    if sys.platform == "linux" and data.startswith("/") and "ANDROID_DATA" not in os.environ:
        return f"{data.rstrip('/')}/reviewlog"  # as platformdirs says, without its modules
    from platformdirs import user_data_dir

    return user_data_dir("reviewlog", appauthor=False)


def terminal_columns() -> int | None:
    """Return how wide the terminal is, None where the output goes elsewhere."""
    return _columns_of(sys.stdout)


def message_columns() -> int | None:
    """Return the same for what is no result: stderr may be a terminal where stdout is none."""
    return _columns_of(sys.stderr)


def text_width() -> int:
    """Return how many columns a line of text may have."""
    return max(40, min(100, terminal_columns() or 80))


def _columns_of(stream: "TextIO") -> int | None:
    if not stream.isatty():
        return None
    return os.get_terminal_size(stream.fileno()).columns or None


def terminal_draws() -> bool:
    """Return whether colour and lines may be used: a terminal, and nobody objects."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
        and (os.name != "nt" or "WT_SESSION" in os.environ)  # old consoles show escapes
    )


def utc_now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


def _plain_editor() -> str:
    """The easiest one there is: who named none need not know how vi is left."""
    from shutil import which

    if os.name == "nt":
        return "notepad"
    return next((name for name in PLAIN_EDITORS if which(name)), PLAIN_EDITORS[-1])


def _zone_written() -> str | None:
    """Return the zone that Debian and others write down as a word."""
    if not os.path.isfile(ZONE_NAME):  # noqa: PTH113
        return None
    with open(ZONE_NAME) as file:  # noqa: PTH123
        name = file.read().strip()
    return name if _is_zone(name) else None


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return bool(name and ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
