"""The playbooks: list them, show one, or follow another one in an incident.

reviewlog playbook list

reviewlog playbook show complaint

reviewlog playbook use 12 bad-review
"""

from typing import Annotated

import typer

from reviewlog.commands.answer import answer
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word
from reviewlog.domain.usage_errors import MissingError
from reviewlog.domain.vocabulary import one_of

ACTIONS = ("list", "show", "use")


def run(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="list|show|use")] = "list",
    words: Annotated[list[str] | None, typer.Argument(metavar="[N] [ID]")] = None,
) -> None:
    """The playbooks: list, show, use."""
    session: Session = ctx.obj
    given = words or []
    match one_of("action", action, ACTIONS), given:
        case "list", []:
            _list(session)
        case "show", [name]:
            _show(session, name)
        case "use", [incident, name]:
            number = settle_word(session, incident)
            answer(session, "playbook-use", session.logbook.use_playbook(number, name))
        case "show", _:
            raise MissingError(("ID",))
        case _:
            raise MissingError(("N and ID",))


def _list(session: Session) -> None:
    playbooks = session.logbook.playbooks()
    if session.json:
        from reviewlog.render.shapes import playbook_shape

        shapes = [playbook_shape(playbook) for playbook in playbooks]
        session.show_json("playbook-list", {"playbooks": shapes})
        return
    from reviewlog.render.lists import playbooks_text

    machine = session.machine
    session.show(playbooks_text(playbooks, draws=machine.draws(), width=machine.width()))


def _show(session: Session, name: str) -> None:
    playbook = session.logbook.find_playbook(name)
    if session.json:
        from reviewlog.render.shapes import playbook_shape

        session.show_json("playbook-show", playbook_shape(playbook))
        return
    from reviewlog.render.lists import playbook_text

    session.show(playbook_text(playbook, session.machine.width()))
