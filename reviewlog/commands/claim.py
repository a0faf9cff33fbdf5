"""Set a review against proof, sentence by sentence: for, against, an opinion, or open.

On a terminal it goes through the sentences one by one; --list shows how they stand.

reviewlog claim 12

reviewlog claim 12 3 --against E2 --against 25 --text 'The order says Tuesday'

reviewlog claim 12 4 --opinion
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.claim_errors import BothWaysError, SeveralTextsError
from reviewlog.domain.claims import AGAINST, FOR, OPEN, OPINION
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import ConflictingOptionsError, MissingError
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Weighed
from reviewlog.logbook.writing.claiming import Sheet, sheet_of, weigh
from reviewlog.render.disputes.claims import claims_shape, claims_text, quoted, replaced

NEEDED = "--for PROOF, --against PROOF, --opinion or --open"


def run(
    ctx: typer.Context,
    incident: options.Incident,
    sentence: Annotated[str | None, typer.Argument(metavar="[SENTENCE]", help="Its number; see --list.")] = None,
    pro: Annotated[list[str] | None, typer.Option("--for", metavar="PROOF", help="Proof for it: E2, or the number of an entry.")] = None,
    contra: Annotated[list[str] | None, typer.Option("--against", metavar="PROOF", help="Proof against it.")] = None,
    opinion: Annotated[bool, typer.Option("--opinion", help="It is an opinion: nobody can prove it.")] = False,
    undecided: Annotated[bool, typer.Option("--open", help="There is no proof either way.")] = False,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Your words on it.")] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="ENTRY", help="Which review, if there are several.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Only show how they stand.")] = False,
) -> None:  # fmt: skip
    """Set the sentences of a review against proof."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    stand = _stand(pro, contra, opinion=opinion, undecided=undecided)
    of, sheet = _chosen(session, number, of)
    if stand is None and (text is not None or (sentence is not None and not session.interactive)):
        raise MissingError((NEEDED,))
    if stand is not None and sentence is None:
        raise MissingError(("SENTENCE, the number of one; see --list",))
    if stand is not None and sentence is not None:
        said = Weighed(sentence, stand, tuple(pro or contra or ()), text)
        receipt = weigh(session.logbook, number, of, [said])
        answer(session, "claim", receipt, _remark(sheet, receipt))
    elif session.interactive and not listed:
        from reviewlog.commands.disputing.weighing import go_through

        go_through(session, sheet, of, sentence)
    elif session.json:
        session.show_json("claims", claims_shape(sheet))
    else:
        session.show(claims_text(sheet, session.machine.width()))


def _stand(
    pro: list[str] | None, contra: list[str] | None, *, opinion: bool, undecided: bool
) -> str | None:
    words = ((FOR, bool(pro)), (AGAINST, bool(contra)), (OPINION, opinion), (OPEN, undecided))
    chosen = [stand for stand, given in words if given]
    if pro and contra:
        raise BothWaysError
    if len(chosen) > 1:
        raise ConflictingOptionsError(f"--{chosen[0]}", f"--{chosen[1]}")
    return chosen[0] if chosen else None


def _remark(sheet: Sheet, receipt: Receipt) -> str:
    """Say which sentence it was, and what no longer counts about it."""
    place = receipt.main.fields["place"]
    before = next(claim for claim in sheet.claims if claim.current and claim.place == place)
    return " ".join(filter(None, (quoted(receipt), replaced(before))))


def _chosen(session: Session, number: str, of: str | None) -> tuple[str | None, Sheet]:
    """Return the review that is meant; on a terminal it is asked where there are several."""
    try:
        return of, sheet_of(session.logbook, number, of)
    except SeveralTextsError as several:
        if not session.interactive:
            raise
        lines = [harmless_line(words) for _, words in several.choices]
        session.talk(f"Incident {number} has more than one review:")
        of = several.choices[session.choose("Which one?", lines)][0]
        return of, sheet_of(session.logbook, number, of)
