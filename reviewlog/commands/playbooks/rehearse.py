"""Run the examples of playbooks: what they promise, and whether it holds.

reviewlog playbook test

reviewlog playbook test my-shop.yaml
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands.session import Session

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...", help="Playbook files; without any: all, yours and shipped."
    ),
]


def run(ctx: typer.Context, files: Paths = None) -> None:
    """Run the examples of playbooks."""
    from reviewlog.playbook.library import find_file, library
    from reviewlog.playbook.rehearsing.rehearsal import rehearse_all
    from reviewlog.render.playbooks.rehearsal import rehearsal_shape, rehearsal_text

    session: Session = ctx.obj
    known = library(session.folder)
    wanted = [find_file(str(path), known) for path in files] if files else [*known.values()]
    rehearsed = rehearse_all(wanted, known)
    if session.json:
        session.show_json("playbook-test", rehearsal_shape(rehearsed))
    else:
        session.show(rehearsal_text(rehearsed, session.machine.width()))
    if not all(one.holds for one in rehearsed):
        raise typer.Exit(1)
