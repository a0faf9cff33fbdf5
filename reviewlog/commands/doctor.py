"""Look the set-up over: rights, disk, clock, key, time stamps, what was left behind.

reviewlog doctor

reviewlog doctor --rebuild

It changes nothing. --rebuild makes the lists and agendas again from the entries, which stay as
they are; guards against changes that are missing it puts back, if the log holds. It ends with 1
where something is bad.
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError


def run(
    ctx: typer.Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make lists and agendas again.")] = False,
) -> None:  # fmt: skip
    """Look the set-up over."""
    session: Session = ctx.obj
    if rebuild:
        _rebuild(session)
        return
    from reviewlog.logbook.keeping.doctor import examined
    from reviewlog.render.doctor import findings_shape, findings_text

    now = session.machine.now()
    found = examined(session.folder, now)
    if session.json:
        session.show_json("doctor", findings_shape(str(session.folder), found, now))
    else:
        width = session.machine.width()
        session.show(findings_text(str(session.folder), found, now, width))
    if any(finding.state == "bad" for finding in found):
        raise typer.Exit(1)


def _rebuild(session: Session) -> None:
    from reviewlog.logbook.keeping.doctor import rebuilt

    if not session.confirm("Make the lists and agendas again from the entries?"):
        raise RefusedError("The lists are as they were.")
    same, guards = rebuilt(session.folder)
    if session.json:
        told = {"path": str(session.folder), "rebuilt": True, "same": same}
        session.show_json("doctor-rebuild", {**told, "guards": list(guards)})
        return
    if guards:
        session.show("The log holds; the guards against changes are as they must be again.")
    was = "they were right before" if same else "they were not right before, they are now"
    session.show(f"Made again from the entries: {was}.")
