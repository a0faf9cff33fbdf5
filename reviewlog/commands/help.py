"""Help: all verbs by what you are doing, a verb with its options and examples, or a topic.

reviewlog help

reviewlog help log

reviewlog help first-call
"""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands.catalogue import COMMANDS, GROUPS, JOBS, TOPICS, is_verb
from reviewlog.commands.session import Session

if TYPE_CHECKING:
    from reviewlog.render.promised.helping import Help

ABOUT = "An incident logbook: write down the call, know the next step, export the evidence."

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[VERB|TOPIC]", help="What to tell about.")
]


def run(ctx: typer.Context, words: Words = None) -> None:
    """Tell about a verb, a topic, or everything in short."""
    session: Session = ctx.obj
    asked = _asked_about(" ".join(words or ()).strip().casefold())
    if not (asked == "" or asked in TOPICS or is_verb(asked)):
        from reviewlog.commands.unknown import refuse_help

        refuse_help(asked, session.machine.width())
    if session.json:
        session.show_json("help", help_shape(asked))
        return
    if asked in TOPICS:
        _show_topic(session, asked)
    if asked not in TOPICS or asked in COMMANDS:
        show_help(session, asked)


def _asked_about(words: str) -> str:
    """Return what is asked about; what stands behind a verb that has no actions says no more."""
    first = words.partition(" ")[0]
    is_enough = first not in GROUPS and (first in COMMANDS or first in TOPICS)
    return first if is_enough else words


def show_help(session: Session, verb: str) -> None:
    """Show the page of a verb, or without one all verbs by what an owner is doing."""
    from reviewlog.render.help.drawing import page_text, verbs_text
    from reviewlog.render.layout.style import style

    width, look = session.machine.width(), style(session.machine.draws())
    if not verb:
        session.show(verbs_text(ABOUT, JOBS, TOPICS, width, look))
        return
    from reviewlog.commands.describing import page_of

    session.show(page_text(page_of(verb), width, look))


def right_line(ctx: typer.Context, fault: str) -> str:
    """Return what is wrong with a line, how the verb is used, and where its help is."""
    from reviewlog.commands.describing import page_of
    from reviewlog.render.help.unknown import wrong_line

    _, _, verb = ctx.command_path.partition(" ")
    return wrong_line(fault, page_of(verb), ctx.obj.machine.width())


def _show_topic(session: Session, topic: str) -> None:
    """Show a topic; the page of a verb of the same name follows it."""
    from reviewlog.render.help.drawing import topic_text
    from reviewlog.render.help.topics import topic_blocks
    from reviewlog.render.layout.style import style

    width, look = session.machine.width(), style(session.machine.draws())
    text = topic_text(topic_blocks(topic), width, look)
    session.show(text + "\n" if topic in COMMANDS else text)


def help_shape(asked: str) -> "Help":
    """Return the help on a verb, a topic, or everything, for scripts."""
    from reviewlog.commands.describing import page_of
    from reviewlog.render.help.page import page_shape, rows_shape
    from reviewlog.render.help.topics import topic_blocks

    blocks = topic_blocks(asked) if asked in TOPICS else []
    return {
        "verbs": [
            {"name": verb, "text": text, "job": job}
            for job, verbs in JOBS.items()
            for verb, text in verbs.items()
        ],
        "topics": rows_shape([*TOPICS.items()]),
        "page": page_shape(page_of(asked)) if is_verb(asked) else None,
        "topic": [{"kind": kind, "text": text} for kind, text in blocks],
    }
