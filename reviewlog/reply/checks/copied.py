"""Whether a text is a copy of an earlier one: the twin is shown."""

from collections.abc import Iterator

from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.found import Found
from reviewlog.reply.similarity import nearest, rearranged, words_of
from reviewlog.reply.words import Text

USUAL = 80
"""Percent of the words, where the rule names no other number."""


def similar(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find the earlier text of the same medium that is most alike."""
    at_least = USUAL if rule.most is None else rule.most
    words = words_of(text.original)
    if twin := nearest(words, case.earlier, at_least):
        earlier, percent = twin
        said = f"{percent} percent of its words stand there in the same order"
        yield Found(said=said, twin=earlier.entry)
    elif twin := rearranged(words, case.earlier, at_least):
        earlier, percent = twin
        said = f"{percent} percent stand there word for word, in pieces"
        yield Found(said=said, twin=earlier.entry)
