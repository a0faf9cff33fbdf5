"""The command line: shared options, list of commands, errors → sentences and exit codes."""

import contextlib
import io
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperOption

from reviewlog.commands import failures
from reviewlog.commands.catalogue import COMMANDS
from reviewlog.commands.session import Machine, Session
from reviewlog.commands.verbs import Verbs
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.harmless import harmless
from reviewlog.environment import Machine as ThisMachine
from reviewlog.version import VERSION


def root() -> Verbs:
    """Return the command line as a whole."""
    version = TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Show the version.",
    )
    return Verbs(
        name="reviewlog",
        table=COMMANDS,
        usual="due",
        help="An incident logbook: write down the call, know the next step, export the evidence.",
        rich_markup_mode=None,
        params=[version],
        subcommand_metavar="VERB ...",
    )


def _show_version(ctx: typer.Context, param: Any, value: Any) -> None:  # noqa: ARG001
    if value:
        typer.echo(f"reviewlog {VERSION}")
        raise typer.Exit


def main(argv: list[str] | None = None, machine: Machine | None = None) -> int:
    """Run one command line and return the exit code."""
    words = sys.argv[1:] if argv is None else argv
    session = Session(machine or ThisMachine(), words, replay)
    try:
        code = root().main(args=words, prog_name="reviewlog", standalone_mode=False, obj=session)
        if session.may_owe_a_stamp:
            import_module("reviewlog.commands.catching").ask_what_is_owed(session)
    except ReviewlogError as error:
        return failures.refuse(error)
    except typer.TyperException as error:
        typer.echo(harmless(error.format_message()), err=True)
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return failures.stopped(session.kept)
    except Exception as error:
        return failures.unforeseen(error, session.machine, session.kept)
    finally:
        session.close()
    return code if isinstance(code, int) else 0


def replay(argv: list[str], at: datetime, book: Path) -> str:
    """Run a command line at another moment in another logbook and return what it printed.

    Raises RuntimeError where it fails: a story that stumbles is a fault of ours.
    """

    class Then(ThisMachine):
        """This machine at that moment, with nobody to ask."""

        def now(self) -> datetime:
            return at

        def local_zone(self) -> str:
            return "Europe/London"

        def default_book(self) -> Path:
            return book

        def is_interactive(self) -> bool:
            return False

        def draws(self) -> bool:
            return False

        def columns(self) -> int | None:
            return None

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = main(argv, Then())
    if code:
        raise RuntimeError(printed.getvalue())
    return printed.getvalue()
