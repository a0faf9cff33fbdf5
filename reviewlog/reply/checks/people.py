"""The names of customers in a text, but for the one under which the review stands."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

from reviewlog.domain.redacting.baring import bare
from reviewlog.domain.redacting.everyday import EVERYDAY
from reviewlog.domain.redacting.folding import Span, fold, folded_words
from reviewlog.domain.redacting.naming import Names
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.amounts import covered
from reviewlog.reply.phrases import excusing
from reviewlog.reply.tongues import common_words
from reviewlog.reply.words import Text

_ALSO = (
    "angel april august barb basil bill bob bunny candy carol cat chad charity chip christian "
    "colt crystal cherry cliff daisy dale dean dick dolly don dot drew earl ernest eve faith fern "
    "flora fran frank gay gene ginger gus hank harmony heather hank herb homer honey jack jade "
    "jasmine jay jean jersey jet jimmy josh joy june kit lance lane lily lou mandy mark mat matt "
    "max may mercedes mike misty nick norm olive pat patience patsy peg penny pepper pete piper "
    "poppy ray reed rich rick rob robin rod rose ruby rusty sally sam sandy sky skip sonny "
    "star stew sue summer sunny tab tad terry tiffany tony trinity troy van vic violet wade ward "
    "will winter woody"
)
FIRST_NAMES = EVERYDAY | frozenset(_ALSO.split())
"""First names that are everyday words as well: with a capital, and not by their place only."""
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "sr"))
_SHORTEST = 3
"""Letters of a first name that is looked for on its own."""


def names(rule: Rule, text: Text, case: Case) -> tuple[Span, ...]:
    """Return where names of customers stand; `nobody` of the rule lists what is no name, `guest`."""
    kept = (*case.ours, case.voice.name, case.nick)
    common = common_words(text.language or case.first)
    customers = tuple(name for one in case.customers if (name := _proper(one, common)))
    found = _names(text.original, customers, kept)
    nobody = covered(excusing(rule, "nobody", text, case)) if found else set()
    return tuple(s for s in found if _is_meant(text, s) and not nobody.issuperset(_words(text, s)))


def _proper(name: str, common: frozenset[str]) -> str:
    """Return what is a name of what the log calls somebody: nothing of “the man upstairs”."""
    words = name.split()
    everyday = {word for word in words if word.casefold() in common - FIRST_NAMES}
    if not everyday:
        return name if len(words) > 1 or not name[:1].islower() else ""
    return " ".join(word for word in words if not (word[:1].islower() or word in everyday))


def _words(text: Text, found: Span) -> range:
    """Return the numbers of the words that a stretch touches."""
    first = bisect_right(text.words, found.start, key=lambda word: word.end)
    return range(first, bisect_left(text.words, found.end, key=lambda word: word.start))


@lru_cache(maxsize=4)
def _names(original: str, customers: tuple[str, ...], kept: tuple[str, ...]) -> tuple[Span, ...]:
    if not _may_hold(bare(original).text, customers):
        return ()
    firsts = [part for name in customers if len(part := _first(name)) >= _SHORTEST]
    looked_for = Names((*customers, *firsts), (name for name in kept if name))
    public = _occurrences(original, kept[-1])
    spans = {f.span for f in looked_for.find(original)} | set(_called(original, firsts, kept))
    longest = sorted(spans, key=lambda s: (s.start, -s.end))
    found: list[Span] = []
    for one in longest:
        if not (found and one.end <= found[-1].end) and not _is_within(one, public):
            found.append(one)
    return tuple(found)


def _may_hold(letters: str, customers: tuple[str, ...]) -> bool:
    """Whether any part of a name is among the letters: most texts need no closer look."""
    return any(bare(part).text in letters for name in customers for part in name.split())


def _first(name: str) -> str:
    """Return the first name out of a whole one."""
    last, comma, first = name.partition(",")
    words = (first if comma and first.strip() else last).split()
    rest = last if comma else "".join(words[1:])
    has_more = any(map(str.isalpha, rest)) and words[0].casefold().strip(".") not in _TITLES
    return words[0] if has_more else ""


def _called(original: str, firsts: list[str], kept: tuple[str, ...]) -> list[Span]:
    """Return an everyday word that opens a text as the name of whom it is for: `Rose, we ...`."""
    start = len(original) - len(original.lstrip())
    word = original[start : start + 40].partition(",")[0]
    named = {folded_words(first) for first in firsts} - {
        folded_words(part) for name in kept for part in name.split()
    }
    is_called = word[:1].isupper() and original[start + len(word) :].startswith(",")
    if is_called and folded_words(word) in named:
        return [Span(start, start + len(word))]
    return []


def _occurrences(original: str, nick: str) -> list[Span]:
    wanted = folded_words(nick)
    if not wanted:
        return []
    folded = fold(original)
    searched, found = folded.text.replace("\n", " "), []
    start = searched.find(wanted)
    while start >= 0:
        found.append(folded.span(start, start + len(wanted)))
        start = searched.find(wanted, start + len(wanted))
    return found


def _is_within(one: Span, others: list[Span]) -> bool:
    index = bisect_right(others, one.start, key=lambda other: other.start)
    return index > 0 and one.end <= others[index - 1].end


def _is_meant(text: Text, found: Span) -> bool:
    """Whether a first name that is a word as well is written like a name."""
    said = text.original[found.start : found.end]
    if folded_words(said) not in FIRST_NAMES:
        return True
    if not said[:1].isupper():
        return False
    index = bisect_left(text.words, found.start, key=lambda word: word.start)
    opens = index == 0 or (
        index < len(text.words) and text.words[index - 1].sentence != text.words[index].sentence
    )
    return not opens or text.original[found.end : found.end + 1] == ","
