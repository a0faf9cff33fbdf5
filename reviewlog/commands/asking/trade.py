"""What the business does: asked once, because some trades may not even say who was a customer."""

from reviewlog.commands.asking.picking import Choice, fitting
from reviewlog.commands.asking.prompting import AskAgainError
from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.trades import NOT_SAID, TRADES
from reviewlog.domain.vocabulary import AUDIENCES

_QUESTION = (
    "What kind of business is it? Some may not even say that somebody was a customer; a review site"
    " then gets the public review only. This is asked once."
)
_UNSAID = """No trade is set, so the strictest rule holds: a review site gets the public
review only. To change it, write a line “trade: bakery” into config.yaml."""
_UNWRITTEN = "That could not be written into config.yaml. Please write this line into it yourself:"
_NUMBER = "Number, or your own word for it (Enter: I would rather not say)"
_BUSINESS = (
    "What is your business called? It stands on what leaves; config.yaml has it, line business."
    " (Enter: go on without)"
)
_AGAIN = "Please type a number, or one word such as bakery."
_NO_NAME = "Please type the name, or Enter to go on without."
SETTLED = "What you answered before stands in config.yaml already; it is changed there."
_CHOICES = [Choice(trade, words, (trade,)) for trade, words in TRADES.items()]
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
    business = (
        None
        if session.logbook.settings.get("business")
        else session.ask_maybe_until(_BUSINESS, _name, like="The Corner Bakery")
    )
    if business is not None:
        _put(session, "business", business)
    is_put = _put(session, "trade", answer)
    if is_put:
        session.settled(SETTLED)
        session.set_down = "Your trade stands in config.yaml."
    session.close()
    return answer if is_put else None


def _put(session: Session, name: str, value: str) -> bool:
    """Write a setting into config.yaml; where that cannot be, say which line to write."""
    from reviewlog.logbook.opening.configuring import put_setting, setting_line

    is_put = put_setting(session.folder, name, value)
    if not is_put:
        session.talk(f"{_UNWRITTEN}  {harmless_line(setting_line(name, value))}")
    return is_put


def _name(answer: str) -> str:
    """Return the name of the business; an answer to another question is none."""
    if answer.strip().casefold() in _NO_TRADE | {"y", "n", "ok"}:
        raise AskAgainError(_NO_NAME)
    return answer.strip()


def _asked(session: Session) -> str:
    lines = [f"  {number}  {choice.shown}" for number, choice in enumerate(_CHOICES, 1)]
    return session.ask_maybe_until("\n".join([_QUESTION, *lines, _NUMBER]), _read) or NOT_SAID


def _read(answer: str) -> str:
    """Return one of the trades, else the owner's own word. Raises AskAgainError."""
    word = answer.strip().casefold()
    found = fitting(word, _CHOICES)
    if len(found) == 1:
        return found[0].value
    if found or sum(map(str.isalpha, word)) < 2 or word in _NO_TRADE:
        raise AskAgainError(_AGAIN)
    return answer.strip()
