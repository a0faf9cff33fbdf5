"""Whether a text speaks the language of the review that it answers."""

from collections.abc import Iterator

from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.found import Found
from reviewlog.reply.tongues import language_of, name_of
from reviewlog.reply.words import Text


def language(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find that the newest review is surely in one language and the text surely in another."""
    review = case.reviews[-1] if case.reviews else ""
    theirs = language_of(review, case.tongues) if review else ""
    if theirs and text.language and theirs != text.language:
        names = name_of(theirs, case.tongues), name_of(text.language, case.tongues)
        yield Found((), "The review is in {}, this text in {}.".format(*names))
