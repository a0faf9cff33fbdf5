"""The whole help as one manual page: every verb with its options and examples, and the topics.

It prints roff, which man shows; to keep it: reviewlog man > ~/.local/share/man/man1/reviewlog.1

reviewlog man

reviewlog man --json
"""

import typer

from reviewlog.commands.catalogue import JOBS, TOPICS
from reviewlog.commands.session import Session
from reviewlog.version import VERSION


def run(ctx: typer.Context) -> None:
    """Print the manual."""
    from reviewlog.commands.describing import pages
    from reviewlog.commands.help import ABOUT
    from reviewlog.render.help.roff import manual
    from reviewlog.render.help.topics import topic_blocks

    session: Session = ctx.obj
    jobs = {job: [page for verb in verbs for page in pages(verb)] for job, verbs in JOBS.items()}
    topics = {name: topic_blocks(name) for name in TOPICS}
    text = manual(ABOUT, jobs, topics, VERSION, f"{session.machine.now():%Y-%m-%d}")
    if session.json:
        session.show_json("man", {"version": VERSION, "roff": text})
        return
    session.show(text)
    if session.machine.columns() is not None:
        session.talk("To read it: reviewlog man | man -l -")
