"""Check playbook files: every fault with its place, then what is unwise.

Faults (a misspelt key or word, a step that is not there) make it exit with 1. What is unwise
stands behind the faults with the name of its rule; --json explains each rule. Files about review
sites, in a folder sites, and rules for replies, in a folder replies, are looked over as well; the
texts in which a rule shows what it finds are tried.

reviewlog playbook check

reviewlog playbook check complaint my-shop.yaml

reviewlog playbook check playbooks/sites/yelp.yaml --json
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands.catalogue import COMMANDS
from reviewlog.commands.session import Session
from reviewlog.store.fast import PLAYBOOKS_NAME

if TYPE_CHECKING:
    from reviewlog.playbook.checking import Checked, Source
    from reviewlog.playbook.shelf import Ignored
    from reviewlog.playbook.unwise.view import Around

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]", help="Ids or files; without any: all, yours and shipped."),
]


def run(ctx: typer.Context, names: Names = None) -> None:
    """Check playbook files."""
    from reviewlog.render.playbooks.checking import check_shape, check_text

    session: Session = ctx.obj
    today = session.machine.now().date()
    checked = _named(session, names, today) if names else _all(session, today)
    ignored = [] if names else _ignored(session)
    if session.json:
        session.show_json("playbook-check", check_shape(checked, ignored))
    else:
        session.show(check_text(checked, ignored))
    if any(one.faults for one in checked):
        raise typer.Exit(1)


def _named(session: Session, names: list[str], today: date) -> "list[Checked]":
    """Check the files that are named, whatever they are about."""
    from reviewlog.playbook import checking
    from reviewlog.playbook.library import library
    from reviewlog.playbook.replies.checking import check_replies, is_about_replies
    from reviewlog.playbook.sitecheck import check_site, is_about_a_site
    from reviewlog.reply.examples import failures

    files, folder = library(session.folder), session.folder / PLAYBOOKS_NAME
    sites = [name for name in names if is_about_a_site(name)]
    replies = [n for n in names if n not in (*files, *sites) and is_about_replies(n)]
    given = [checking.source_of(n, files) for n in names if n not in (*sites, *replies)]
    texts, around = _surroundings(session, today, given)
    return [
        *(checking.check(source, texts, around) for source in given),
        *(check_site(Path(name), today) for name in sites),
        *(check_replies(Path(name), folder, failures) for name in replies),
    ]


def _all(session: Session, today: date) -> "list[Checked]":
    """Check the owner's own files and the shipped playbooks."""
    from reviewlog.playbook import checking
    from reviewlog.playbook.library import own_files
    from reviewlog.playbook.replies.checking import check_own_replies
    from reviewlog.playbook.sitecheck import check_own_sites
    from reviewlog.reply.examples import failures

    folder = session.folder / PLAYBOOKS_NAME
    own = checking.own_sources(own_files(session.folder).values())
    texts, around = _surroundings(session, today, ())
    return [
        *checking.check_shelf(own, texts, around),
        *check_own_sites(folder, today),
        *check_own_replies(folder, failures),
    ]


def _surroundings(
    session: Session, today: date, given: "Iterable[Source]"
) -> "tuple[dict[str, str], Around]":
    """Return the playbooks that may be used, and what all are judged by."""
    from reviewlog.playbook import checking
    from reviewlog.playbook.library import own_files
    from reviewlog.playbook.shelf import shipped_texts
    from reviewlog.playbook.siteshelf import site_shelf

    own = checking.own_sources(own_files(session.folder).values())
    texts = checking.library_of(shipped_texts(), own, given)
    rules = site_shelf(session.folder / PLAYBOOKS_NAME).rules()
    return texts, checking.around(texts, today, rules, COMMANDS)


def _ignored(session: Session) -> "list[Ignored]":
    from reviewlog.playbook.shelf import REPLIES_FOLDER, SITES_FOLDER, ignored_files

    folder = session.folder / PLAYBOOKS_NAME
    return [
        one
        for place in (folder, folder / SITES_FOLDER, folder / REPLIES_FOLDER)
        for one in ignored_files(place)
    ]
