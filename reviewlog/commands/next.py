"""The next step of an incident; without N of the most urgent one.

reviewlog next

reviewlog next 12
"""

from typing import Annotated

import typer

from reviewlog.commands.answer import known_of
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.logbook.acting.stepping import next_items


def run(
    ctx: typer.Context,
    incident: Annotated[str | None, typer.Argument(metavar="[N]", help="The incident.")] = None,
) -> None:
    """The next step of an incident."""
    session: Session = ctx.obj
    logbook, now = session.logbook, session.logbook.now()
    word = incident if incident is not None else _most_urgent(session)
    if word is None:
        _say_nothing(session)
        return
    view = logbook.view(settle_word(session, word))
    steps = next_items(view.agenda, now)
    known = known_of(session, view, steps)
    if session.json:
        from reviewlog.render.shapes import item_shape

        items = [item_shape(item, view.row, known, now, logbook.calendar) for item in steps]
        session.show_json("next", {"incident": str(view.row["number"]), "next": items})
        return
    from reviewlog.render.layout.style import style
    from reviewlog.render.nextstep import next_text
    from reviewlog.render.steps import silence_text, steps_text

    if not steps:
        session.show(f"Nothing is open in {view.row['number']}.")
        return
    width, look = session.machine.width(), style(session.machine.draws())
    number = str(view.row["number"])
    silence = silence_text(steps, number, now, width)
    session.show(silence or next_text(steps, known, now, width, look))
    if len(steps) > 1:
        session.show("\n" + steps_text(steps, view.agenda, number, now, width))


def _most_urgent(session: Session) -> str | None:
    items = session.logbook.due()
    return items[0]["incident"] if items else None


def _say_nothing(session: Session) -> None:
    if session.json:
        session.show_json("next", {"incident": None, "next": []})
    else:
        session.show("Nothing is due.")
