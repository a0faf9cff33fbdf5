"""What the business does: asked once, because some trades may not even say who was a customer."""

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.trades import NOT_SAID, TRADES
from reviewlog.domain.vocabulary import AUDIENCES

_QUESTION = """What kind of business is it? Some may not even say that somebody was a customer;
a review site then gets the public review only. This is asked once."""
_UNSAID = """No trade is set, so the strictest rule holds: a review site gets the public
review only. To change it, write a line “trade: bakery” into config.yaml."""
_UNWRITTEN = "That could not be written into config.yaml. Please write this line into it yourself:"
_NUMBER = "Number, or your own word for it (Enter: I would rather not say)"
_BUSINESS = "What is your business called? It stands on what leaves. (Enter: go on without)"
_OTHERS = frozenset(AUDIENCES) - {"site"}
_NO_TRADE = frozenset(("yes", "no", "none", "not", "nothing", "quit", "exit", "stop", "help"))


def settled_trade(session: Session, reader: str | None = None, unsaid: str = _UNSAID) -> str | None:
    """Return the trade, asked for on a terminal where it was never said; in a script it stays open.

    Only a review site gets less for it, so nothing is said where another reader was named;
    `unsaid` is what is said in a script.

    Call it before the logbook is used for anything: an answer makes it be opened anew.
    """
    trade = session.logbook.settings.get("trade")
    if trade:
        return str(trade)
    if not session.interactive or session.yes:
        if reader is None or reader.casefold() not in _OTHERS:
            session.talk(unsaid)
        return None
    answer = _asked(session)
    business = None if session.logbook.settings.get("business") else session.ask_maybe(_BUSINESS)
    if business is not None:
        _put(session, "business", business.strip())
    is_put = _put(session, "trade", answer)
    session.close()
    return answer if is_put else None


def _put(session: Session, name: str, value: str) -> bool:
    """Write a setting into config.yaml; where that cannot be, say which line to write."""
    from reviewlog.logbook.opening.configuring import put_setting, setting_line

    is_put = put_setting(session.folder, name, value)
    if not is_put:
        session.talk(f"{_UNWRITTEN}  {harmless_line(setting_line(name, value))}")
    return is_put


def _asked(session: Session) -> str:
    typer.echo(_QUESTION, err=True)
    for number, words in enumerate(TRADES.values(), 1):
        typer.echo(f"  {number}  {words}", err=True)
    while True:
        answer = (session.ask_maybe(_NUMBER) or "").strip()
        if not answer:
            return NOT_SAID
        if answer.isdecimal() and 1 <= int(answer) <= len(TRADES):
            return list(TRADES)[int(answer) - 1]
        word = answer.casefold()
        if word in TRADES:
            return word
        if sum(map(str.isalpha, word)) > 1 and word not in _NO_TRADE:
            return answer
