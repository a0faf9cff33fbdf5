"""The whole help as one manual page: every verb with its options and examples, and the topics.

With a verb, the part about that verb.

It prints roff, which man shows; to keep it: reviewlog man > ~/.local/share/man/man1/reviewlog.1

reviewlog man

reviewlog man log
"""

from typing import Annotated

import typer

from reviewlog.commands.catalogue import COMMANDS, JOBS, TOPICS
from reviewlog.commands.session import Session
from reviewlog.version import VERSION

Verb = Annotated[list[str] | None, typer.Argument(metavar="[VERB]", help="One verb alone.")]


def run(ctx: typer.Context, verb: Verb = None) -> None:
    """Print the manual."""
    from reviewlog.commands.describing import pages
    from reviewlog.commands.help import ABOUT
    from reviewlog.render.help.roff import manual
    from reviewlog.render.help.topics import topic_blocks

    session: Session = ctx.obj
    asked = _asked(session, verb)
    wanted = {job: [one for one in verbs if asked in ("", one)] for job, verbs in JOBS.items()}
    jobs = {
        job: [page for one in found for page in pages(one)]
        for job, found in wanted.items()
        if found
    }
    topics = {} if asked else {name: topic_blocks(name) for name in TOPICS}
    text = manual(ABOUT, jobs, topics, VERSION, f"{session.machine.now():%Y-%m-%d}")
    if session.json:
        session.show_json("man", {"version": VERSION, "roff": text})
        return
    session.show(text)
    if session.machine.columns() is not None:
        session.talk("To read it: reviewlog man | man -l -")


def _asked(session: Session, words: list[str] | None) -> str:
    """Return the verb that the page is to be about, or nothing. Raises UnknownWordError."""
    verb, *_ = [*(word.casefold() for word in words or ()), ""]
    if verb and verb not in COMMANDS:
        from reviewlog.commands.unknown import refuse_help

        refuse_help(verb, session.machine.width())
    return verb
