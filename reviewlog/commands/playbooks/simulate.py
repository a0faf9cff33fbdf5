"""Walk a playbook with a fake clock: you do what is due, they do what a script says.

reviewlog playbook simulate complaint

reviewlog playbook simulate my-shop.yaml --with answers.yaml --from 2026-03-02 --silent
"""

from pathlib import Path
from typing import Annotated

import typer

from reviewlog.commands.asking.texts import any_day
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import ConflictingOptionsError

Name = Annotated[str, typer.Argument(metavar="ID|FILE", help="The playbook, or a file.")]


def run(
    ctx: typer.Context,
    name: Name,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day; today unless said.")] = None,
    script: Annotated[Path | None, typer.Option("--with", metavar="FILE", help="What happens: a YAML list as in given.")] = None,
    example: Annotated[str | None, typer.Option(metavar="NAME", help="What happens: that of an example.")] = None,
    silent: Annotated[bool, typer.Option("--silent", help="After the first day they never answer.")] = False,
) -> None:  # fmt: skip
    """Walk a playbook with a fake clock."""
    from reviewlog.playbook.rehearsing.simulate import played, simulate
    from reviewlog.render.layout.style import style
    from reviewlog.render.playbooks.simulation import simulation_shape, simulation_text

    session: Session = ctx.obj
    if script is not None and example is not None:
        raise ConflictingOptionsError("--with", "--example")
    logbook = session.logbook
    first_day = any_day(session, since) if since is not None else logbook.dates.day("today")
    play = played(session.folder, name, script, example)
    walk = simulate(session.folder, play, logbook.calendar, first_day, silent=silent)
    if session.json:
        session.show_json("playbook-simulate", simulation_shape(play.playbook, walk))
        return
    told = f"{play.words[:-1]}, and then silence." if silent else play.words
    width, look = session.machine.width(), style(session.machine.draws())
    session.show(simulation_text(play.playbook, walk, told, width, look))
