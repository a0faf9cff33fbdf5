"""How a run ends badly: a sentence and an exit code, never a traceback with customers' names."""

import errno
import os
import sys
from pathlib import Path

import typer

from reviewlog.commands.session import Machine
from reviewlog.domain.errors import ReviewlogError
from reviewlog.version import VERSION

NO_PLACE_TO_PRINT = (errno.EPIPE, errno.ENOSPC, errno.EIO)


def refuse(error: ReviewlogError) -> int:
    """Say what a refusal means for the owner."""
    from reviewlog.render.sentences import explain

    typer.echo(explain(error), err=True)
    return error.exit_code


def stopped(kept: str | None) -> int:
    """End after Ctrl-C: say whether anything was written down."""
    said = "Nothing was written" if kept is None else f"Entry {kept} is kept"
    typer.echo(f"\nStopped. {said}.", err=True)
    return 130


def unforeseen(error: Exception, machine: Machine, kept: str | None) -> int:
    """End after anything else: the output has no place to go, or it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in NO_PLACE_TO_PRINT:
        return _unprintable(error, kept)
    return _our_bug(error, machine)


def _unprintable(error: OSError, kept: str | None) -> int:
    """Nobody reads on, or the disk behind the output is full: stop without a traceback."""
    if error.errno != errno.EPIPE:
        entry = f" Entry {kept} is kept." if kept else ""
        typer.echo(f"The answer could not be printed: {error.strerror}.{entry}", err=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _our_bug(error: Exception, machine: Machine) -> int:
    """Keep where it happened, never what was being written: values may hold names."""
    import traceback

    places = traceback.extract_tb(error.__traceback__)
    lines = [f"reviewlog {VERSION}, Python {sys.version.split()[0]}", type(error).__name__]
    lines += [f"  {Path(p.filename).name}:{p.lineno} {p.name}" for p in places]
    kept = _kept("\n".join(lines) + "\n", machine)
    typer.echo(f"Sorry, this is a fault of reviewlog. Nothing was half-written. {kept}", err=True)
    return 3


def _kept(text: str, machine: Machine) -> str:
    """Write the log file; where that cannot be done, return what it would have said."""
    folder = machine.error_folder()
    path = folder / f"fault-{machine.now():%Y%m%d-%H%M%S}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return f"\n{text}"
    return str(path)
