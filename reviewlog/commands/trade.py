"""What the business does: asked once, because some trades may not even say who was a customer."""

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.trades import NOT_SAID, TRADES

_QUESTION = """What kind of business is it? Some may not even say that somebody was a customer;
a review site then gets the public review only. This is asked once."""
_UNSAID = """No trade is set, so the strictest rule holds: a review site gets the public
review only. To change it, write a line “trade: bakery” into config.yaml."""
_UNWRITTEN = """That could not be written into config.yaml; the strictest rule holds for now.
Please write this line into it yourself:  trade: {}"""


def settled_trade(session: Session) -> str | None:
    """Return the trade, asked for on a terminal where it was never said; in a script it stays open.

    Call it before the logbook is used for anything: an answer makes it be opened anew.
    """
    trade = session.logbook.settings.get("trade")
    if trade:
        return str(trade)
    if not session.interactive or session.yes:
        session.talk(_UNSAID)
        return None
    answer = _asked(session)
    from reviewlog.logbook.configuring import put_trade

    if not put_trade(session.folder, answer):
        session.talk(_UNWRITTEN.format(answer))
        return None
    session.close()
    return answer


def _asked(session: Session) -> str:
    typer.echo(_QUESTION, err=True)
    for number, words in enumerate(TRADES.values(), 1):
        typer.echo(f"  {number}  {words}", err=True)
    while True:
        answer = (session.ask_maybe("Number (Enter: I would rather not say)") or "").strip()
        if not answer:
            return NOT_SAID
        if answer.isdecimal() and 1 <= int(answer) <= len(TRADES):
            return list(TRADES)[int(answer) - 1]
        if answer.casefold() in TRADES:
            return answer.casefold()
