"""Play the whole story of one incident in a throw-away logbook; yours is not touched.

reviewlog demo

reviewlog demo --json
"""

import tempfile
from pathlib import Path

import typer

from reviewlog.commands.session import Session
from reviewlog.commands.story import BUNDLE, play


def run(ctx: typer.Context) -> None:
    """Play the whole story of one incident."""
    session: Session = ctx.obj
    folder = Path(tempfile.mkdtemp(prefix="reviewlog-demo-"))
    scenes = list(play(session.replay, folder))
    if session.json:
        body = {"folder": str(folder), "bundle": str(folder / BUNDLE), "scenes": scenes}
        session.show_json("demo", body)
        return
    for scene in scenes:
        session.show(scene)
    session.show(f"The bundle is here: {folder / BUNDLE}\nOpen START-HERE.html inside it.")
