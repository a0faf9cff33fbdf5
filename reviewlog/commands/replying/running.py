"""From what was typed to what is done; of the ways to do it only the one that is meant is loaded."""

from importlib import import_module

from reviewlog.commands.asking.trade import settled_trade
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.replying.place import Place, settle_place
from reviewlog.commands.replying.typed import (
    CHECK,
    NOW,
    POSTED,
    PRINT,
    SEEN,
    VERSIONS,
    Typed,
    refuse_unfit,
)
from reviewlog.commands.session import Session
from reviewlog.domain.reply.rules import PUBLIC
from reviewlog.domain.reply_errors import NoReviewError

UNSAID = """No trade is set, so the strictest rule holds: a reply must not even tell that they were
a customer. To change it, write a line “trade: bakery” into config.yaml."""
CLOSED = "Incident {n} is closed. What you write into it is kept all the same."
DO = {
    None: ("drafting", "draft"),
    CHECK: ("checking", "check_text"),
    NOW: ("rereading", "take_now"),
    SEEN: ("rereading", "note_reader"),
    PRINT: ("rereading", "print_draft"),
    VERSIONS: ("rereading", "show_versions"),
    POSTED: ("posting", "post"),
}
"""The module and the function of each mode."""


def run_typed(session: Session, word: str, typed: Typed) -> None:
    """Do what was typed. The trade is settled first: what may be said depends on it."""
    number = settle_word(session, word)
    refuse_unfit(typed, number)
    place = settle_place(session, number, typed)
    _refuse_without_review(place, typed)
    if typed.mode != VERSIONS:
        settled_trade(session, unsaid=UNSAID)
    if place.facts.closed and typed.mode not in (CHECK, POSTED, VERSIONS):
        session.talk(CLOSED.format(n=place.number))
    module, name = DO[typed.mode]
    getattr(import_module(f"reviewlog.commands.replying.{module}"), name)(session, place, typed)


def _refuse_without_review(place: Place, typed: Typed) -> None:
    """Ask nothing for a public text where there is nothing to answer. Raises NoReviewError."""
    if typed.mode or typed.writes or typed.medium != PUBLIC or place.review is not None:
        return
    drafting = place.drafting(PUBLIC)
    if drafting.latest is None and not drafting.posted:
        raise NoReviewError(place.number, place.where)
