"""Check playbook files: every fault with its place, then what is unwise.

Faults (a misspelt key or word, a step that is not there) make it exit with 1. What is unwise
stands behind the faults with the name of its rule; --json explains each rule. Files about review
sites, in a folder sites, are looked over as well.

reviewlog playbook check

reviewlog playbook check complaint my-shop.yaml

reviewlog playbook check playbooks/sites/yelp.yaml --json
"""

from pathlib import Path
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
    from reviewlog.playbook.library import FOLDER_NAME, library, own_files
    from reviewlog.playbook.shelf import SITES_FOLDER, ignored_files, shipped_texts
    from reviewlog.playbook.sitecheck import check_own_sites, check_site, is_about_a_site
    from reviewlog.playbook.siteshelf import site_shelf
    from reviewlog.render.checking import check_shape, check_text

    session: Session = ctx.obj
    files, folder = library(session.folder), session.folder / FOLDER_NAME
    today = session.machine.now().date()
    sites = [check_site(Path(name), today) for name in names or () if is_about_a_site(name)]
    given = [checking.source_of(n, files) for n in names or () if not is_about_a_site(n)]
    own = checking.own_sources(own_files(session.folder).values())
    texts = checking.library_of(shipped_texts(), own, given)
    around = checking.around(texts, today, site_shelf(folder).rules(), COMMANDS)
    if names:
        checked = [checking.check(source, texts, around) for source in given] + sites
        ignored = []
    else:
        checked = checking.check_shelf(own, texts, around) + check_own_sites(folder, today)
        ignored = ignored_files(folder) + ignored_files(folder / SITES_FOLDER)
    if session.json:
        session.show_json("playbook-check", check_shape(checked, ignored))
    else:
        session.show(check_text(checked, ignored))
    if any(one.faults for one in checked):
        raise typer.Exit(1)
