"""What happened, entry by entry: number, time, and what it says, as a table or stacked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.money import money_words
from reviewlog.domain.relations import Settled
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.logbook.receipt import View
from reviewlog.render.keeping.gone import erased_words
from reviewlog.render.layout.blocks import Paint, as_is, beside, paragraphs
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.grid import WIDEST
from reviewlog.render.layout.style import Style
from reviewlog.render.words.custody import clock_words, custody_words
from reviewlog.render.words.folded import Folding
from reviewlog.render.words.moments import lateness, moment_words
from reviewlog.render.words.phrases import THREAT_WORDS, phrase
from reviewlog.render.words.rules import rule_sentence
from reviewlog.render.words.wascorrected import correction_words
from reviewlog.render.words.when import near_moment, until_moment

ROOM = 34
"""Columns that a text needs beside its time; with fewer the time stands over it."""
GAP = 2
_WORDS = ("quote", "sentence", "text", "said", "answer", "for", "against", "why", "url")
THEIRS = frozenset((("interaction", "quote"), ("claim", "sentence"), ("review", "text")))
"""Where the words of an entry are theirs: marked as such, and folded where they hurt."""
_LABELLED = {"for": "For: {}", "against": "Against: {}", "why": "Why: {}"}


class Screen(NamedTuple):
    """What one drawing of an incident is made with."""

    now: datetime
    width: int
    style: Style
    folding: Folding


def timeline_lines(view: View, screen: Screen) -> list[str]:
    """Return the entries of an incident, the oldest first, under a heading."""
    style, width = screen.style, screen.width
    times = [moment_words(settled.entry.happened, screen.now) for settled in view.timeline]
    numbers = [f"{settled.entry.id.seq:>4}" for settled in view.timeline]
    indent, margin = _widest(numbers), _widest(times)
    if width - indent - margin < ROOM:
        margin = 0
    head = f"{' No.':<{indent}}{'When':<{margin}}What happened" if margin else "What happened"
    lines = [style.strong(head), *rule(style, width)]
    for settled, number, time in zip(view.timeline, numbers, times, strict=True):
        told = _lines(settled, view, screen, width - indent - margin)
        told = beside([time], told, margin, style.quiet) if margin else [style.quiet(time), *told]
        lines += beside([number], told, indent)
    return lines


def _widest(texts: Iterable[str]) -> int:
    """The columns that texts take, with the gap behind them."""
    return max(map(cells, texts), default=0) + GAP


def rule(style: Style, width: int) -> list[str]:
    """Return a drawn line, none where nothing is drawn."""
    # A line that fills the last column makes some terminals begin another one.
    return [style.quiet(style.rule(min(width - 1, WIDEST)))] if style.draws else []


def _lines(settled: Settled, view: View, screen: Screen, room: int) -> list[str]:
    """What one entry says, what leads set off from what stands by."""
    style, entry = screen.style, settled.entry
    lines = _painted([phrase(entry, view.facts.customer)], room, style.strong)
    lines += _painted(_beside(settled, view, screen.now), room, style.quiet)
    lines += _painted(_texts(entry, view, screen.folding), room, as_is)
    return lines + _painted(
        correction_words(settled, screen.folding, screen.now), room, style.quiet
    )


def _painted(texts: Iterable[str], room: int, paint: Paint) -> list[str]:
    return [paint(line) for text in texts if text for line in paragraphs(text, room)]


def _beside(settled: Settled, view: View, now: datetime) -> Iterator[str]:
    """What an entry holds besides words: marks, a file, a clock that went back."""
    entry, labels = settled.entry, view.labels
    yield "; ".join(_marks(settled, view, now))
    if entry.fields.get("file"):
        label = f"{labels[entry.id]}: " if entry.id in labels else ""
        yield label + custody_words(entry, now)
    if entry.fields.get("proofs"):
        from reviewlog.render.disputes.claims import named_proofs

        here = [s.entry for s in view.timeline]
        yield f"Proof: {named_proofs(entry.fields['proofs'], labels, here)}"
    yield clock_words([settled.original], now) or ""
    if entry.fields.get("despite"):
        yield _despite_words(entry.fields)


def _sums(fields: Mapping[str, Any]) -> Iterator[str]:
    if fields.get("amount"):
        yield money_words(fields["amount"], fields.get("currency"))
    if fields.get("cost"):
        yield f"cost {money_words(fields['cost'], fields.get('currency'))}"


def _marks(settled: Settled, view: View, now: datetime) -> Iterator[str]:
    """What an entry sets besides its words: sums, dates to come, the threat, how they feel."""
    fields, late = settled.entry.fields, lateness(settled.entry)
    if late:
        yield f"written {late} later"
    yield from _sums(fields)
    yield from _dates(fields, now)
    if fields.get("threat") in THREAT_WORDS:
        yield THREAT_WORDS[fields["threat"]]
    if fields.get("leave_alone"):
        yield "asked to be left alone"
    if fields.get("pleased"):
        yield "said that all is well"
    if settled.entry.kind == "reply" or "draft" in fields:
        from reviewlog.render.replies.draftmarks import draft_marks

        yield from draft_marks(settled.entry, view.facts, now)
    if settled.erased:
        yield erased_words(settled.erased)


def _dates(fields: Mapping[str, Any], now: datetime) -> Iterator[str]:
    if fields.get("due"):
        yield f"by {near_moment(moment_from_field(fields['due']), now)}"
    if fields.get("cool_until"):
        yield f"no contact before {near_moment(until_moment(fields['cool_until'], now), now)}"


def _despite_words(fields: Mapping[str, Any]) -> str:
    """What was planned against which rule, and why."""
    rule = rule_sentence(fields.get("rule"))
    return f"Planned against the rule: {rule} Reason: {fields['despite']}"


def _texts(entry: Entry, view: View, folding: Folding) -> Iterator[str]:
    """The words of an entry; of a draft those of the last version only."""
    for name in _names(entry, view):
        text = entry.fields.get(name)
        if text and ((entry.kind, name) in THEIRS or folding.folds(entry, name)):
            yield folding.told(entry, name, str(text))
        elif text and name == "said":
            yield f"{'The site' if entry.fields.get('site') else 'It says'}: “{text}”"
        elif text:
            yield _LABELLED.get(name, "{}").format(text)


def _names(entry: Entry, view: View) -> tuple[str, ...]:
    if entry.kind != "reply":
        return _WORDS
    from reviewlog.render.replies.draftmarks import is_old_version

    return () if is_old_version(entry, view.facts) else ("text", "why", "url")
