"""Let the Tab key finish verbs, options, numbers, names and steps in your shell.

It prints a script. In bash a line in ~/.bashrc switches it on:

eval "$(reviewlog completion bash)"

In zsh it is the same line with zsh, in ~/.zshrc, below compinit. In fish keep the script as
reviewlog.fish in the folder ~/.config/fish/completions.

reviewlog completion bash

reviewlog completion fish --json
"""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.vocabulary import one_of
from reviewlog.render.completion.scripts import SHELLS, script_of

if TYPE_CHECKING:
    from reviewlog.render.promised.helping import Completion

Shell = Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


def run(ctx: typer.Context, shell: Shell) -> None:
    """Print the script that switches the Tab key on in a shell."""
    session: Session = ctx.obj
    known = one_of("shell", shell, tuple(SHELLS))
    script = script_of(known)
    if session.json:
        answer: Completion = {"shell": known, "script": script}
        session.show_json("completion", answer)
    else:
        session.show(script)
