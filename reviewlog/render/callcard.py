"""The call card: what to say, ask and not say on the telephone, on one page that prints well."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import NOTHING, Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.logbook.acting.background import Background
from reviewlog.logbook.receipt import View
from reviewlog.render.layout.blocks import shortened
from reviewlog.render.words.blanks import (
    AGE,
    Known,
    deadline_words,
    is_typed,
    latest_demand,
    said,
    sum_words,
)
from reviewlog.render.words.folded import FOLDED, Folding
from reviewlog.render.words.moments import moment_words
from reviewlog.render.words.phrases import phrase, who_words
from reviewlog.render.words.spokendays import proposed_day
from reviewlog.render.words.when import near_moment

THANKS = "Thank you for telling me. I am sorry for the trouble you have had."
ASK_FIRST = ("What happened, in your own words?", "What would put this right for you?")
ASK_LATER = ("Is everything as it should be now?",)
NEVER = ("the word but", "explaining yourself at length")
TIED = ("the review", "giving more because a review was named")
"""What to leave out when a review was put on the table."""
CONTACTS = ("call", "request")
DAY = "(day)"
PROMISE = f"You will hear from me by {DAY} with what I can do."


class Card(NamedTuple):
    """Everything that stands on the card."""

    number: str
    who: str
    phone: str | None
    happened: tuple[str, ...]
    wants: tuple[str, ...]
    asked_before: int
    so_far: tuple[str, ...]
    first: tuple[str, ...]
    ask: tuple[str, ...]
    repeat_back: tuple[str, ...]
    avoid: tuple[str, ...]
    age: tuple[str, ...]
    """That what a site allows was not looked up for long, where it bears on this."""
    promise: tuple[str, ...]
    afterwards: str
    your_words: tuple[str, ...] = ()
    """What the owner drafted for this call: it stands instead of what the program would say."""
    found: str = ""
    """How much the checks have against those words."""


class OurWords(NamedTuple):
    """What the checks say of the words for this call."""

    draft: str = ""
    found: str = ""
    asks: bool = False
    """Whether a question is among them."""
    promises: bool = False
    """Whether they promise something."""
    barred: Mapping[str, str] = NOTHING
    """Lines of the playbook that must not be said, each with the rule that stands against it."""


def occasion(steps: Sequence[Item]) -> Item | None:
    """Return the step one would ring for: the first contact, else the first offer to make."""
    for kinds in (CONTACTS, ("attempt",)):
        for item in steps:
            if item.kind in kinds:
                return item
    return None


class Talk(NamedTuple):
    """What the talk is about, and in which words."""

    step: Item | None
    """What one rings for, if there is such a step."""
    known: Known
    ours: OurWords
    unfold: bool = False
    """Whether their hurtful words are to stand on the card."""


def card_of(view: View, behind: Background, talk: Talk, now: datetime, calendar: Calendar) -> Card:
    """Return the card of an incident."""
    step, known, ours, unfold = talk
    facts, number = view.facts, str(view.row["number"])
    spoken = [line for line in spoken_lines(step, known) if line not in ours.barred]
    day = proposed_day(calendar, now)
    return Card(
        number=number,
        who=who_words(dict(view.row)),
        phone=harmless_line(view.row["phone"]) if view.row["phone"] else None,
        happened=tuple(_happened(facts, now, Folding(facts.entries, unfold))),
        wants=tuple(_wants(facts, now)),
        asked_before=behind.asked_before,
        so_far=tuple(_so_far(facts, now)),
        first=() if ours.draft else tuple(_first(spoken, facts)),
        ask=() if ours.asks else _asked(spoken, facts),
        repeat_back=tuple(_repeated(facts, now)),
        avoid=(*_avoided(step, facts), *_barred(ours.barred)),
        age=tuple(text for text in [known.get(AGE)] if text),
        promise=() if ours.promises else tuple(_promises(spoken, day)),
        afterwards=f"reviewlog log --incident {number} --out 'what was said'",
        your_words=tuple(line for text in ours.draft.splitlines() if (line := harmless_line(text))),
        found=ours.found,
    )


def spoken_lines(step: Item | None, known: Known) -> list[str]:
    """Return the lines of a step that are to be said, not typed."""
    return [line for line in said(step, known) if not is_typed(line)] if step else []


LAST_WORDS = ("text", "quote")
"""Where their last word stands: our summary comes first."""


def last_word(facts: Facts) -> Entry | None:
    """Return the last entry that is of them: what they said, or their review."""
    theirs = [e for e in facts.entries if e.kind == "review" or e.fields.get("direction") == "in"]
    return theirs[-1] if theirs else None


def _happened(facts: Facts, now: datetime, folding: Folding) -> Iterator[str]:
    """Their last word in two lines; our own words for it come first."""
    entry = last_word(facts)
    if entry is None:
        return
    yield f"{phrase(entry, facts.customer)}, {moment_words(entry.happened, now)}."
    yield from [words] if (words := folding.in_short(entry, *LAST_WORDS)) else []


def hint_of(facts: Facts, number: str) -> str:
    """Return how to see their last words, where they are folded; our own words never are."""
    entry, folding = last_word(facts), Folding(facts.entries)
    shown = next((n for n in LAST_WORDS if entry and entry.fields.get(n)), None)
    if entry is None or shown is None or not folding.folds(entry, shown):
        return ""
    return FOLDED.format(line=f"reviewlog call-card {number} --unfold")


def _wants(facts: Facts, now: datetime) -> Iterator[str]:
    demand = latest_demand(facts)
    if demand is not None:
        yield f"{_demanded(demand, now)}."


def _demanded(demand: Track, now: datetime) -> str:
    due = demand.fields.get("due")
    by = due and near_moment(moment_from_field(due), now)
    told = (shortened(demand.fields.get("text") or ""), sum_words(demand), by and f"by {by}")
    return ", ".join(text.rstrip(".") for text in told if text) or "something not noted yet"


def _so_far(facts: Facts, now: datetime) -> Iterator[str]:
    for track in facts.attempts:
        text = shortened(track.fields.get("text") or track.fields.get("remedy") or "")
        told = f": {text.rstrip('.')}" if text else ""
        yield f"{track.state.capitalize()} ({track.label}){told}."
    for entry in facts.entries:
        if entry.kind == "promise" and entry.fields.get("text"):
            due = entry.fields.get("due")
            by = f", for {near_moment(moment_from_field(due), now)}" if due else ""
            yield f"Promised: {shortened(entry.fields['text']).rstrip('.')}{by}."


def _first(spoken: Sequence[str], facts: Facts) -> Iterator[str]:
    """Thanks and sorry open every talk, until they say that all is well."""
    opens = any("thank" in line.casefold() for line in spoken)
    if not opens and not facts.pleased:
        yield THANKS
    yield from (line for line in spoken if not line.endswith("?") and DAY not in line)


def _asked(spoken: Sequence[str], facts: Facts) -> tuple[str, ...]:
    own = tuple(line for line in spoken if line.endswith("?"))
    if own:
        return own
    return ASK_LATER if facts.pleased or facts.offer == "delivered" else ASK_FIRST


def _repeated(facts: Facts, now: datetime) -> Iterator[str]:
    """Their demand in their own words, while it is open."""
    demand = latest_demand(facts)
    if demand is None or demand.state != "open":
        return
    by = deadline_words(demand, now)
    terms = [text for text in (sum_words(demand), by and f"by {by}") if text]
    text = shortened(demand.fields.get("text") or "").rstrip(".")
    told = f"{text} ({', '.join(terms)})" if text and terms else text or ", ".join(terms)
    if told:
        yield f"You asked for: {told}. Have I got that right?"


def _avoided(step: Item | None, facts: Facts) -> Iterator[str]:
    texts = [text.rstrip(".") for text in (step.avoid if step else NEVER)]
    yield from texts
    if facts.threat in ("veiled", "open"):
        yield from (text for text in TIED if not any(text in known for known in texts))


def _barred(barred: Mapping[str, str]) -> Iterator[str]:
    """Name the lines of the playbook that were left out: somebody may know them by heart."""
    for line, rule in barred.items():
        yield f"what your playbook says: “{shortened(line)}” (see: reviewlog reply rules {rule})"


def _promises(spoken: Sequence[str], day: str) -> list[str]:
    """The lines that hold a day; it is the owner's to choose, so one is only proposed."""
    lines = [line for line in spoken if DAY in line] or [PROMISE]
    return [line.replace(DAY, day) for line in lines]
