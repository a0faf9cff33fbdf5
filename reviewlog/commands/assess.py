"""Write down your own view. It never leaves the house.

reviewlog assess 12 partly 'The base was dry' --against 'the date was clear' --needs partly

reviewlog assess 12 unfounded 'No such order'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import maybe, one_text, past
from reviewlog.commands.asking.vocabulary import ask_verdict
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.logbook.said import Judgement

NEEDS = ("yes", "partly", "no")
ASKED = "Was the customer right?"


def run(
    ctx: typer.Context,
    incident: options.Incident,
    verdict: Annotated[str | None, typer.Argument(metavar="VERDICT", help="right, partly, mistaken, unfounded, extortion or unknown.")] = None,
    text: options.Text = None,
    reasons_for: Annotated[str | None, typer.Option("--for", metavar="TEXT", help="What speaks for them.")] = None,
    reasons_against: Annotated[str | None, typer.Option("--against", metavar="TEXT", help="What speaks against.")] = None,
    needs: Annotated[str | None, typer.Option(metavar="yes|partly|no", help="Did they get what they needed?")] = None,
    at: options.At = None,
    edit: options.Edit = False,
) -> None:  # fmt: skip
    """Write down your own view."""
    session: Session = ctx.obj
    known = _verdict(verdict) if verdict else None
    number = settle_word(session, incident)
    happened = past(session, at)
    known = known or ask_verdict(session, ASKED, "VERDICT")
    said = Judgement(
        verdict=known,
        text=one_text(session, text, edit=edit),
        reasons_for=reasons_for,
        reasons_against=reasons_against,
        needs=maybe(lambda word: vocabulary.one_of("answer", word, NEEDS), needs),
        at=happened,
    )
    answer(session, "assess", session.logbook.assess(number, said))


def _verdict(word: str) -> str:
    return vocabulary.one_of("verdict", word, vocabulary.VERDICTS)
