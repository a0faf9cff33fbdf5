"""Follow another playbook in an incident; facts go along, ticks stay behind.

reviewlog playbook use 12 bad-review

reviewlog playbook use Dana walk-away
"""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.logbook.receipt import Undone

Name = Annotated[str, typer.Argument(metavar="ID", help="The playbook; see playbook list.")]


def run(ctx: typer.Context, incident: options.Incident, name: Name) -> None:
    """Follow another playbook in an incident."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    receipt = session.logbook.use_playbook(number, name)
    answer(session, "playbook-use", receipt, followed_words(session, receipt.row))


def followed_words(session: Session, row: Mapping[str, Any]) -> str:
    """Return what an incident follows now, by its title."""
    from reviewlog.domain.harmless import harmless_line

    title = harmless_line(session.logbook.find_playbook(row["playbook"]).title).rstrip(".")
    return f"Incident {row['number']} follows now: {title}."


def follows_again(session: Session, undone: Undone) -> list[str]:
    """Return what an incident follows again whose choice of playbook was taken back."""
    changed = session.logbook.chosen_anew(undone)
    known = {playbook.id for playbook in session.logbook.playbooks()} if changed else set[str]()
    rows = [row for row in undone.rows if row["id"] in changed and row["state"] != "void"]
    told = [followed_words(session, row) for row in rows if row["playbook"] in known]
    return told + [
        f"Incident {row['number']} follows no playbook now. To choose one:"
        f" reviewlog playbook use {row['number']} ID"
        for row in rows
        if row["playbook"] is None
    ]
