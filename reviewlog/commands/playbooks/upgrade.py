"""Follow the newest text of its playbook in an incident; first it shows what would change.

reviewlog playbook upgrade 12

reviewlog playbook upgrade Dana -y
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError


def run(ctx: typer.Context, incident: options.Incident) -> None:
    """Follow the newest text of its playbook in an incident."""
    session: Session = ctx.obj
    logbook = session.logbook
    number = settle_word(session, incident)
    found = logbook.find_upgrade(number)
    if found is None:
        _say_newest(session, number)
        return
    if not session.json and not session.quiet:
        from reviewlog.render.playbooks.upgrade import upgrade_text

        today = logbook.calendar.day_of(logbook.now())
        session.show(upgrade_text(found, today, session.machine.width()))
    if not session.confirm(f"Follow version {found.new.playbook.version} from here on?"):
        raise RefusedError("It keeps the text it began with.")
    from reviewlog.render.playbooks.upgrade import upgrade_shape

    today = logbook.calendar.day_of(logbook.now())
    more = {"changes": upgrade_shape(found, today)}
    answer(session, "playbook-upgrade", logbook.upgrade(found), more=more)


def _say_newest(session: Session, number: str) -> None:
    if session.json:
        nothing: dict[str, object] = {
            "entry": None,
            "entries": [],
            "opened": False,
            "next": [],
            "changes": None,
        }
        session.show_json("playbook-upgrade", {"incident": number, **nothing})
    else:
        session.show(f"Incident {number} follows the newest text already.")
