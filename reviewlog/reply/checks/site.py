"""What the site itself takes: how long a reply may be, and how many stand there already."""

from collections.abc import Iterator
from itertools import accumulate

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.counting import first_beyond, number_of_words
from reviewlog.reply.found import Found
from reviewlog.reply.words import Text

_REPLIES = 2


def site_length(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find what is beyond the length that the site takes; blanks at both ends do not count."""
    most, unit = case.reply.most, case.reply.unit
    if most is None:
        return
    length, beyond = _measured(text, unit, most)
    if length > most:
        site = case.site or "The site"
        said = f"{site} takes {most} {unit}; this text has {length}, {length - most} too many."
        end = len(text.original.rstrip())
        yield Found((Span(min(beyond, end), end),), said)


def third_reply(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find that enough has been said in public under this review."""
    most = _REPLIES if rule.most is None else rule.most
    if case.posted >= most:
        replies = "reply stands" if case.posted == 1 else "replies stand"
        yield Found((), f"{case.posted} public {replies} under this review already.")


def _measured(text: Text, unit: str, most: int) -> tuple[int, int]:
    """Return the length of a text, and the place from which it is too long."""
    original = text.original
    if unit == "words":
        word = first_beyond(text, most)
        return number_of_words(text), word.start if word else len(original)
    begins = len(original) - len(original.lstrip())
    body = original.strip()
    if unit == "characters":
        return len(body), begins + most
    totals = list(accumulate(len(char.encode("utf-8", "surrogatepass")) for char in body))
    fits = next((n for n, total in enumerate(totals) if total > most), len(body))
    return (totals[-1] if totals else 0), begins + fits
