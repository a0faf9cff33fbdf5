"""Offers where everybody reads them, offers beside a review, and what is asked about reviews."""

from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.redacting.marks import Found as Marked
from reviewlog.domain.redacting.marks import apart
from reviewlog.domain.reply.rules import PUBLIC, Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.amounts import amounts, covered
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import excusing, listed, places, span
from reviewlog.reply.words import Text


def offers(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield the offers and amounts of a text, then what it says somebody owes."""
    found = [span(text, hit) for hit in places(rule, text, case)]
    yield from _told([*found, *(one.span for one in amounts(text, rule, case))])
    owed = tuple(span(text, hit) for hit in listed(rule, "debts", text, case))
    if owed:
        yield Found(owed, "A debt is settled between the two of you, not before all readers.")


def wall(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield an offer with the review that stands in the same text: one looks like the other's price.

    In a private text an amount is the offer; asking for silence is as good as naming the review.
    """
    offered = [span(text, hit) for hit in places(rule, text, case)]
    if case.medium != PUBLIC:
        offered += [one.span for one in amounts(text, rule, case)]
    mentioned = _mentioned(rule, text, case) if offered else []
    if mentioned:
        yield from _told([*offered, *mentioned])


def _mentioned(rule: Rule, text: Text, case: Case) -> list[Span]:
    """Return where a review or silence about it is spoken of, but for what only sounds so."""
    fine = covered(excusing(rule, "fine", text, case))
    found = (*listed(rule, "reviews", text, case), *listed(rule, "silence", text, case))
    return [span(text, hit) for hit in found if fine.isdisjoint(range(hit.first, hit.last + 1))]


def asking(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield what asks for a change of their review, unless nothing stands against asking now."""
    if not case.may_ask:
        yield from _told([span(text, hit) for hit in places(rule, text, case)])


def _told(spans: list[Span]) -> Iterator[Found]:
    """Yield one finding with all its places."""
    if spans:
        yield Found(tuple(one.span for one in apart(Marked(place, "") for place in spans)))
