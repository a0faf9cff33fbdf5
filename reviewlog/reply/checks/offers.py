"""Offers where everybody reads them, offers beside a review, and what is asked about reviews."""

from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.redacting.marks import Found as Marked
from reviewlog.domain.redacting.marks import apart
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.check import Found
from reviewlog.reply.checks.amounts import amounts
from reviewlog.reply.phrases import listed, places, span
from reviewlog.reply.words import Text


def offers(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield the offers and amounts of a text."""
    found = [span(text, hit) for hit in places(rule, text, case)]
    yield from _told([*found, *(one.span for one in amounts(text, rule, case))])


def wall(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield an offer with the review that stands in the same text: one looks like the other's price."""
    offered = places(rule, text, case)
    reviews = listed(rule, "reviews", text, case) if offered else []
    if reviews:
        yield from _told([span(text, hit) for hit in (*offered, *reviews)])


def asking(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield what asks for a change of their review, unless nothing stands against asking now."""
    if not case.may_ask:
        yield from _told([span(text, hit) for hit in places(rule, text, case)])


def _told(spans: list[Span]) -> Iterator[Found]:
    """Yield one finding with all its places."""
    if spans:
        yield Found(tuple(one.span for one in apart(Marked(place, "") for place in spans)))
