"""Take back the last command as a whole; say it again to go further back. The log keeps both.

reviewlog undo

reviewlog undo --json
"""

import typer

from reviewlog.commands.playbooks.use import followed_words
from reviewlog.commands.session import Session
from reviewlog.logbook.receipt import Undone


def run(ctx: typer.Context) -> None:
    """Take back the last command."""
    session: Session = ctx.obj
    undone = session.logbook.undo()
    if session.json:
        from reviewlog.render.shapes import undone_shape

        session.show_json("undo", undone_shape(undone))
    else:
        from reviewlog.render.receipt import undone_text

        session.show("\n".join([undone_text(undone), *_follows(session, undone)]))


def _follows(session: Session, undone: Undone) -> list[str]:
    """What an incident follows again whose choice of playbook was taken back."""
    changed = {entry.incident for entry in undone.entries if entry.kind == "playbook"}
    known = {playbook.id for playbook in session.logbook.playbooks()} if changed else set[str]()
    return [
        followed_words(session, row)
        for row in undone.rows
        if row["id"] in changed and row["state"] != "void" and row["playbook"] in known
    ]
