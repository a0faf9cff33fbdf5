"""Check playbook files: every fault with its place, then what is unwise.

Faults (a misspelt key or word, a step that is not there) make it exit with 1. What is unwise
stands behind the faults with the name of its rule; --json explains each rule.

reviewlog playbook check

reviewlog playbook check my-shop.yaml

reviewlog playbook check playbooks/complaint.yaml --json
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands.catalogue import COMMANDS
from reviewlog.commands.session import Session

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]", help="Playbook files; without any: all, yours and shipped."),
]


def run(ctx: typer.Context, files: Paths = None) -> None:
    """Check playbook files."""
    from reviewlog.playbook.checking import (
        Source,
        around,
        check,
        library_of,
        own_sources,
        source_of,
    )
    from reviewlog.playbook.library import FOLDER_NAME
    from reviewlog.playbook.shelf import shipped_site_texts, shipped_texts
    from reviewlog.playbook.shop.sites import site_rules
    from reviewlog.render.checking import check_shape, check_text

    session: Session = ctx.obj
    given = [source_of(path) for path in files or ()]
    own, shipped = own_sources(session.folder / FOLDER_NAME), shipped_texts()
    library = library_of(shipped, own, given)
    rules = site_rules(shipped_site_texts())
    surroundings = around(library, session.machine.now().date(), rules, COMMANDS)
    everything = own + [Source(f"{name}.yaml", text) for name, text in shipped.items()]
    checked = [check(source, library, surroundings) for source in given or everything]
    if session.json:
        session.show_json("playbook-check", check_shape(checked))
    else:
        session.show(check_text(checked))
    if any(one.faults for one in checked):
        raise typer.Exit(1)
