"""Copy a playbook into your own folder, to change it there; yours wins over the shipped one.

reviewlog playbook copy complaint

reviewlog playbook copy complaint my-shop
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line

Name = Annotated[str, typer.Argument(metavar="ID", help="The playbook; see playbook list.")]
NewName = Annotated[
    str | None, typer.Argument(metavar="[NEW-ID]", help="Its new name; the old one unless said.")
]


def run(ctx: typer.Context, name: Name, new: NewName = None) -> None:
    """Copy a playbook into your own folder."""
    session: Session = ctx.obj
    path = session.logbook.copy_playbook(name, new, over=session.yes)
    if session.json:
        session.show_json("playbook-copy", {"playbook": path.stem, "path": str(path)})
        return
    shown = harmless_line(str(path))
    session.show(f"Written: {shown}")
    session.talk(
        f"Change it, then look whether it holds:\n  reviewlog playbook check {shown}\n"
        f"  reviewlog playbook test {shown}\nIncidents that are open keep the text they began"
        " with; reviewlog playbook upgrade N changes that."
    )
