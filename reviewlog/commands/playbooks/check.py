"""Check playbook files: every fault with its place, then what is unwise.

Faults (a misspelt key or word, a step that is not there) make it exit with 1. What is unwise
stands behind the faults with the name of its rule; --json explains each rule.

reviewlog playbook check

reviewlog playbook check complaint my-shop.yaml

reviewlog playbook check playbooks/complaint.yaml --json
"""

from typing import Annotated

import typer

from reviewlog.commands.catalogue import COMMANDS
from reviewlog.commands.session import Session

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]", help="Ids or files; without any: all, yours and shipped."),
]


def run(ctx: typer.Context, names: Names = None) -> None:
    """Check playbook files."""
    from reviewlog.playbook import checking
    from reviewlog.playbook.library import FOLDER_NAME, known_rules, library, own_files
    from reviewlog.playbook.shelf import ignored_files, shipped_texts
    from reviewlog.render.checking import check_shape, check_text

    session: Session = ctx.obj
    files = library(session.folder)
    given = [checking.source_of(name, files) for name in names or ()]
    own = checking.own_sources(own_files(session.folder).values())
    texts = checking.library_of(shipped_texts(), own, given)
    around = checking.around(texts, session.machine.now().date(), known_rules(), COMMANDS)
    if given:
        checked = [checking.check(source, texts, around) for source in given]
    else:
        checked = checking.check_shelf(own, texts, around)
    ignored = [] if given else ignored_files(session.folder / FOLDER_NAME)
    if session.json:
        session.show_json("playbook-check", check_shape(checked, ignored))
    else:
        session.show(check_text(checked, ignored))
    if any(one.faults for one in checked):
        raise typer.Exit(1)
