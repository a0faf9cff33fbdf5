"""What tells all who read it who somebody is, that they were a customer, or how to reach them."""

from collections.abc import Iterator
from itertools import takewhile

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.redacting.hiding import hits as secret_hits
from reviewlog.domain.redacting.marks import Found as Marked
from reviewlog.domain.redacting.marks import apart
from reviewlog.domain.redacting.matching import secret
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.amounts import amounts, covered
from reviewlog.reply.checks.contacts import is_ours, links, numbers_and_addresses
from reviewlog.reply.checks.people import names
from reviewlog.reply.checks.strangers import spelled_names, strangers
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import Hit, excusing, hits, listed, places, span, wordings
from reviewlog.reply.words import Text

_KINDS = {
    "name": "the name of a customer",
    "stranger": "the name of somebody who is not known as yours (config.yaml: staff)",
    "phone": "a telephone number that the settings do not know as yours (voice: phone)",
    "email": "an e-mail address that the settings do not know as yours (voice: email)",
    "card": "the number of a card",
    "iban": "a bank account",
    "known": "a number that the log keeps of them",
    "numbered": "the number of an order, a booking or the like",
    "street": "where they live",
    "born": "when they were born",
    "health": "their health",
    "paid": "what they paid",
    "other": "",
}
"""What was found, and how it is told."""
_ASSUMED = "No trade is set (config.yaml: trade), so yours is taken for one that keeps silent."
_LONG = 4
"""Letters and digits of a number that shows by itself that it is one of an order."""
_MOST_PARTS = 6
"""Parts of a number with hyphens and strokes."""
_BEFORE, _BEHIND = 3, 2
"""Words between `your` and an illness, and between an illness and `you had`."""


def personal(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield, kind by kind, what belongs to the customer and not before the public."""
    found = apart(_personal(text, rule, case))
    for kind, said in _KINDS.items():
        if spans := tuple(one.span for one in found if one.what == kind):
            yield Found(spans, said)


def silent(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield what says that somebody was a customer at all, where the trade keeps silent.

    Whatever is said to `you` says so, but for what the rule allows: the list is shorter that way.
    Names are `personal`'s matter.
    """
    told = [*places(rule, text, case), *_addressed(rule, text, case)]
    spans = tuple(one.span for one in apart([Marked(span(text, hit), "told") for hit in told]))
    if spans:
        yield Found(spans, _ASSUMED if case.is_assumed else "")


def _addressed(rule: Rule, text: Text, case: Case) -> Iterator[Hit]:
    """Yield each `you` that no allowed phrase stands around, with the words behind it."""
    language = text.language or case.first
    fine = covered(excusing(rule, "allowed", text, case))
    for wording in wordings(rule, text, case):
        said = wording.lists.get("addressed", ()) if wording.language == language else ()
        for hit in hits(text, said):
            if hit.first not in fine:
                yield Hit(hit.first, _behind(text, hit.last))


def _behind(text: Text, index: int) -> int:
    """Return the last of the few words that follow in the same sentence."""
    sentence = text.words[index].sentence
    rest = text.words[index + 1 : index + 1 + _BEHIND]
    return index + sum(1 for _ in takewhile(lambda word: word.sentence == sentence, rest))


def contact_data(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield numbers, addresses and links, also the shop's own."""
    kinds = ("phone", "email")
    found = [f for f in numbers_and_addresses(text.original, case.countries) if f.what in kinds]
    found += [Marked(place, "link") for place in links(text.original)]
    found += [Marked(span(text, hit), "link") for hit in places(rule, text, case)]
    if found:
        yield Found(tuple(one.span for one in apart(found)))


def _personal(text: Text, rule: Rule, case: Case) -> Iterator[Marked]:
    for found in numbers_and_addresses(text.original, case.countries):
        if not is_ours(text.original, found, case):
            yield found
    named = (*names(rule, text, case), *spelled_names(text, case))
    yield from (Marked(place, "name") for place in named)
    yield from (Marked(place, "stranger") for place in strangers(rule, text, case))
    yield from (Marked(place, "known") for place in _known(text.original, case))
    yield from (Marked(place, "numbered") for place in _numbered(text, rule, case))
    yield from (Marked(place, "paid") for place in _paid(text, rule, case))
    for kind, found_there in (
        ("street", _homes(text, rule, case)),
        ("born", (_whole(text, hit) for hit in listed(rule, "born", text, case))),
        ("health", _ailments(text, rule, case)),
        ("other", places(rule, text, case)),
    ):
        yield from (Marked(span(text, hit), kind) for hit in found_there)


def _known(original: str, case: Case) -> list[Span]:
    """Return the numbers of theirs that the log knows, however they are written."""
    looked_for = tuple(
        secret(number, "phone") for number in case.numbers if sum(map(str.isalnum, number)) >= _LONG
    )
    found = secret_hits(original, looked_for)
    return [one.span for one in found if not is_ours(original, one, case)]


def _numbered(text: Text, rule: Rule, case: Case) -> Iterator[Span]:
    """Yield numbers behind `order`, `invoice` and their like, and long ones behind a `#`."""
    for hit in listed(rule, "numbered", text, case):
        at = hit.last if text.words[hit.last].has_digit else hit.last + 1
        if at >= len(text.words) or text.words[at].sentence != text.words[hit.first].sentence:
            continue
        number = _glued(text, at)
        if _is_number(text, number, told=at > hit.first + 1):
            yield span(text, Hit(hit.first, number.last))
    for index, word in enumerate(text.words):
        hashed = text.original[word.start - 1 : word.start] == "#" and word.start > 0
        if hashed and len(word.text) >= _LONG and word.has_digit:
            yield Span(word.start - 1, text.words[_glued(text, index).last].end)


def _glued(text: Text, first: int) -> Hit:
    """Return a word with those that stand behind it without a blank, as in `A-4711/2`."""
    last, words = first, text.words
    while last + 1 < min(len(words), first + _MOST_PARTS):
        between = text.original[words[last].end : words[last + 1].start]
        if len(between) != 1 or between.isspace():
            break
        last += 1
    return Hit(first, last)


def _whole(text: Text, hit: Hit) -> Hit:
    """Return a hit with the rest of the date that it ends in."""
    return Hit(
        hit.first, _glued(text, hit.last).last if text.words[hit.last].has_digit else hit.last
    )


def _is_number(text: Text, hit: Hit, *, told: bool) -> bool:
    words = text.words[hit.first : hit.last + 1]
    signed = text.original[max(words[0].start - 1, 0) : words[0].start] == "#"
    long = sum(len(word.text) for word in words) >= _LONG
    return any(word.has_digit for word in words) and (told or signed or long)


def _homes(text: Text, rule: Rule, case: Case) -> list[Hit]:
    """Return streets written with capitals in a sentence that speaks of where somebody lives."""
    lived = _sentences(text, listed(rule, "home", text, case))
    return [
        hit
        for hit in listed(rule, "streets", text, case)
        if text.words[hit.first].sentence in lived and _is_proper(text, hit)
    ]


def _is_proper(text: Text, hit: Hit) -> bool:
    words = text.words[hit.first : hit.last + 1]
    return all(word.has_digit or not text.original[word.start].islower() for word in words)


def _ailments(text: Text, rule: Rule, case: Case) -> list[Hit]:
    """Return words of health that stand beside a `you`."""
    you = {index for hit in listed(rule, "you", text, case) for index in range(hit[0], hit[1] + 1)}
    return [
        hit
        for hit in listed(rule, "health", text, case)
        if any(
            index in you and text.words[index].sentence == text.words[hit.first].sentence
            for index in range(hit.first - _BEFORE - 1, hit.last + _BEHIND + 1)
        )
    ]


def _paid(text: Text, rule: Rule, case: Case) -> list[Span]:
    """Return the sums in sentences that tell what somebody paid or was given."""
    told = _sentences(text, listed(rule, "paid", text, case))
    sums = amounts(text, rule, case) if told else []
    return [one.span for one in sums if text.words[one.hit.first].sentence in told]


def _sentences(text: Text, hits: list[Hit]) -> set[int]:
    return {text.words[hit.first].sentence for hit in hits}
