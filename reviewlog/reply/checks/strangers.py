"""Names of people that the log does not know: `Mrs Miller`, `your daughter Emily`, `A n n a`."""

from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.lettering import plain_words
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.amounts import covered
from reviewlog.reply.checks.people import FIRST_NAMES
from reviewlog.reply.phrases import Hit, excusing, hits, listed, span
from reviewlog.reply.tongues import common_words
from reviewlog.reply.words import Text

_LONGEST = 2
"""Words of a name that is marked."""
_SIGNED = 5
"""Words of a last sentence that may be a signature."""
_SHORTEST = 4
"""Letters of a name that is looked for in disguise."""


def strangers(rule: Rule, text: Text, case: Case) -> Iterator[Span]:
    """Yield names behind what `called` of the rule lists; `introducing` lists what ours stand by."""
    ours = covered(excusing(rule, "introducing", text, case))
    for hit in listed(rule, "called", text, case):
        run = _run(text, hit.last + 1, case)
        if run and not _is_signature(text, hit) and ours.isdisjoint(_around(hit, run)):
            yield span(text, run)


def spelled_names(text: Text, case: Case) -> Iterator[Span]:
    """Yield names of customers that are written in pieces or with other signs."""
    parts = {word for name in case.customers for word in plain_words(name)}
    common = common_words(text.language or case.first)
    kept = {word for name in (*case.ours, case.voice.name, case.nick) for word in plain_words(name)}
    parts = {p for p in parts - kept - common - FIRST_NAMES if len(p) >= _SHORTEST and p.isalpha()}
    for hit in hits(text, tuple(sorted(parts))):
        if hit.first < hit.last:
            yield span(text, hit)


def _run(text: Text, first: int, case: Case) -> Hit | None:
    """Return the words with capitals that begin at a word; None where they are no name of others."""
    common = common_words(text.language or case.first) - FIRST_NAMES
    names = (*case.ours, case.voice.name, case.business, case.nick)
    ours = {word for name in names for word in plain_words(name)}
    last = first - 1
    while last + 1 < min(len(text.words), first + _LONGEST) and _is_name(text, last + 1, common):
        last += 1
    is_theirs = last >= first and ours.isdisjoint(
        word.text for word in text.words[first : last + 1]
    )
    return Hit(first, last) if is_theirs else None


def _is_name(text: Text, index: int, common: frozenset[str]) -> bool:
    """Whether a word with a capital stands directly behind the one before it, `W.` too."""
    word = text.words[index]
    between = text.original[text.words[index - 1].end : word.start]
    is_near = between.strip() in ("", ".") and "\n" not in between
    said = text.original[word.start : word.end]
    is_initial = len(said) == 1 and text.original[word.end : word.end + 1] == "."
    is_word = len(said) > 1 and word.text not in common and word.text.isalpha()
    return is_near and said[:1].isupper() and (is_word or is_initial)


def _around(hit: Hit, run: Hit) -> tuple[int, ...]:
    """Return the words beside a name: `ask for Mrs Fox`, `Mr Fox, our plumber`."""
    return (hit.first - 1, run.last + 1)


def _is_signature(text: Text, hit: Hit) -> bool:
    """Whether a title opens a short last sentence or line, and more stands before it."""
    before = text.original[: text.words[hit.first].start].rstrip(" \t")
    opens = before[-1:] in tuple(".!?\n\u2013-")
    return opens and len(text.words) - hit.first <= _SIGNED
