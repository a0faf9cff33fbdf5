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
from reviewlog.commands.asking.dialogue import Back
from reviewlog.commands.catalogue import COMMANDS
from reviewlog.commands.session import Machine, Session
from reviewlog.commands.verbs import Verbs
from reviewlog.domain.errors import ReviewlogError
from reviewlog.environment import Machine as ThisMachine
from reviewlog.render.layout.screen import spell, write
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
        write(sys.stdout, f"reviewlog {VERSION}")
        raise typer.Exit


def main(argv: list[str] | None = None, machine: Machine | None = None) -> int:
    """Run one command line and return the exit code."""
    words = sys.argv[1:] if argv is None else argv
    session = Session(machine or ThisMachine(), words, replay)
    spell(sys.stdout)
    spell(sys.stderr)
    try:
        code = _answered(session)
        session.forget()
        if session.may_owe_a_stamp:
            import_module("reviewlog.commands.catching").ask_what_is_owed(session)
    except ReviewlogError as error:
        failures.tell_script(session, error)
        return failures.refuse(session, error, session.left(error))
    except typer.TyperException as error:
        failures.tell_script(session, error)
        session.tell(error.format_message())
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return failures.stopped(session, session.left())
    except Exception as error:
        code = failures.unforeseen(error, session)
        failures.tell_what_is_kept(session, session.left(error))
        return code
    finally:
        session.close()
    return code if isinstance(code, int) else 0


def _answered(session: Session) -> Any:
    """Run the verb, once more each time that the owner goes one question back."""
    while True:
        try:
            code = root().main(
                args=session.argv, prog_name="reviewlog", standalone_mode=False, obj=session
            )
        except Back:
            session.start_again()
        else:
            if code == failures.STOPPED:  # so Typer tells of a Ctrl-C
                raise typer.Abort
            return code
        finally:
            session.say_unsaid(is_new=not session.dialogue.is_catching_up)


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
