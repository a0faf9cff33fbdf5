"""What to say, ask and not say on the telephone, with room for their exact words.

On a terminal it asks afterwards how it went and writes it down in one go; in a pipe it only prints.

reviewlog call-card 12

reviewlog call-card Dana --despite 'She asked my sister for a call'

reviewlog call-card 12 --check words.txt
"""

from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import known_of
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.acting.planning import ring
from reviewlog.logbook.acting.stepping import open_now

if TYPE_CHECKING:
    from reviewlog.render.callcard import Card

Check = Annotated[
    str | None,
    typer.Option("--check", metavar="FILE", help="Check words for the call; - reads them here."),
]
Unfold = Annotated[bool, typer.Option("--unfold", help="Show their hurtful words as well.")]


def run(
    ctx: typer.Context,
    incident: options.Incident,
    despite: options.Despite = None,
    check: Check = None,
    unfold: Unfold = False,
) -> None:
    """What to say, ask and not say on the telephone."""
    session: Session = ctx.obj
    logbook, now = session.logbook, session.logbook.now()
    number = settle_word(session, incident)
    if check is not None:
        _check(session, number, check, despite)
        return
    view = logbook.view(number)
    planned = ring(logbook, view, despite)
    if planned is not None:
        session.kept = str(planned.main.id.seq)
        session.talk(f"Your reason is kept (entry {session.kept}).\n")
    from reviewlog.commands.replying.callwords import words_for
    from reviewlog.render.callcard import Talk, card_of, hint_of, occasion
    from reviewlog.render.cardpage import card_shape

    behind, step = logbook.background(view), occasion(open_now(view.agenda, now))
    known = known_of(session, view, [step] if step else ())
    ours = words_for(session, view, step, known)
    talk = Talk(step, known, ours, unfold=unfold or session.json)
    card = card_of(view, behind, talk, now, logbook.calendar)
    if session.json:
        entry = {"entry": session.kept} if session.kept else {}
        session.show_json("call-card", {**card_shape(card), **entry})
        return
    _show(session, card, "" if unfold else hint_of(view.facts, card.number))


def _show(session: Session, card: "Card", hint: str) -> None:
    """Show the card; on a terminal ask afterwards how it went."""
    from reviewlog.render.cardpage import Page, card_text
    from reviewlog.render.layout.style import style

    machine = session.machine
    at_terminal = machine.columns() is not None
    asks = session.interactive and at_terminal
    page = Page(machine.width(), not at_terminal, asks, hint, style(machine.draws()))
    session.show(card_text(card, session.logbook.now(), page))
    if asks:
        from reviewlog.commands.afterwards import write_down

        write_down(session, card)


def _check(session: Session, number: str, file: str, despite: str | None) -> None:
    """Check words for a call by the same rules as a draft of them; nothing is written."""
    if despite is not None:
        raise ConflictingOptionsError("--check", "--despite")
    from reviewlog.commands.replying.checking import check_text
    from reviewlog.commands.replying.place import Place
    from reviewlog.commands.replying.typed import Typed
    from reviewlog.domain.reply.rules import CALL

    check_text(session, Place(session.logbook.view(number)), Typed(CALL, check=file))
