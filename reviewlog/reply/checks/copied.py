"""Whether a text is a copy of an earlier one: the twin is shown."""

from collections.abc import Iterator

from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.check import Found
from reviewlog.reply.similarity import nearest, words_of
from reviewlog.reply.words import Text

USUAL = 80
"""Percent of the words, where the rule names no other number."""


def similar(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find the earlier text of the same medium that is most alike."""
    at_least = USUAL if rule.most is None else rule.most
    twin = nearest(words_of(text.original), case.earlier, at_least)
    if twin is not None:
        earlier, percent = twin
        yield Found(
            said=f"{percent} percent of its words stand there in the same order", twin=earlier.entry
        )
