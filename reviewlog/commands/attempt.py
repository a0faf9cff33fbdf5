"""Write down what you do to put it right: offered, accepted, refused, delivered.

reviewlog attempt 12 offered 'A new cake on Saturday, or the money back' --kind redo

reviewlog attempt 12 delivered --id A
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import maybe, one_text, past
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.money import currency_of, parse_amount
from reviewlog.domain.usage_errors import BadWordError, MissingError
from reviewlog.logbook.said import Remedy

STATES = vocabulary.ATTEMPT_STATES
WHAT = "state of an attempt"
MEANT = {
    **dict.fromkeys(("declined", "rejected", "denied", "no"), "refused"),
    **dict.fromkeys(("agreed", "taken", "yes"), "accepted"),
    **dict.fromkeys(("done", "sent", "given", "paid", "made"), "delivered"),
}
"""Words alone that say a state in another way; taken as an offer they would be a false entry."""


def run(
    ctx: typer.Context,
    incident: options.Incident,
    words: Annotated[list[str] | None, typer.Argument(metavar="[STATE] [TEXT]", help="offered, accepted, refused or delivered; then in your words.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="apology, refund, credit, redo, replacement, gift, waived or other.")] = None,
    cost: Annotated[str | None, typer.Option(metavar="40.00", help="What it costs you.")] = None,
    label: Annotated[str | None, typer.Option("--id", metavar="A", help="Which attempt.")] = None,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down what you do to put it right."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    happened = past(session, at)
    state, given = _state_first(list(words or []))
    text = one_text(session, given, edit=edit)
    if state == "offered" and text is None and kind is None:
        if not session.interactive:
            raise MissingError(("TEXT or --kind KIND",))
        text = session.ask("What do you offer?", "TEXT", like="A new cake on Saturday")
    said = Remedy(
        state=state,
        text=text,
        kind=kind and vocabulary.one_of("kind of attempt", kind, vocabulary.ATTEMPT_KINDS),
        cost=maybe(lambda text: parse_amount(text, zero=True), cost),
        currency=currency_of(cost),
        label=label,
        at=happened,
    )
    answer(session, "attempt", session.logbook.attempt(number, said))


def _state_first(words: list[str]) -> tuple[str, list[str]]:
    """Return the state that stands in front, `offered` unless said, and the words behind it.

    Raises BadWordError for a word that means a state, or is one misspelt.
    """
    if not words:
        return "offered", []
    first = words[0].strip().casefold()
    if first in STATES:
        return first, words[1:]
    if first in MEANT:
        raise BadWordError(WHAT, words[0], STATES, MEANT[first])
    if len(words) == 1 and vocabulary.alike(first, STATES, cutoff=0.75):
        vocabulary.one_of(WHAT, words[0], STATES)
    return "offered", words
