"""The call card: what to say, ask and not say on the telephone, on one page that prints well."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import exactly, moment_from_field
from reviewlog.logbook.background import Background
from reviewlog.logbook.receipt import View
from reviewlog.render.blanks import (
    AGE,
    Known,
    deadline_words,
    is_typed,
    latest_demand,
    said,
    sum_words,
)
from reviewlog.render.moments import count, moment_words
from reviewlog.render.phrases import phrase, who_words
from reviewlog.render.receipt import block

WIDTH, MARGIN, ROOM = 80, 12, 5
THANKS = "Thank you for telling me. I am sorry for the trouble you have had."
ASK_FIRST = ("What happened, in your own words?", "What would put this right for you?")
ASK_LATER = ("Is everything as it should be now?",)
NEVER = ("the word but", "explaining yourself at length")
TIED = ("the review", "giving more because a review was named")
"""What to leave out when a review was put on the table."""
CONTACTS = ("call", "write", "request")
DAY = "(day)"
PROMISE = f"You will hear from me by {DAY} with what I can do."
TWO_DAYS = Duration(2, "working day")


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


def occasion(steps: Sequence[Item]) -> Item | None:
    """Return the step one would ring for: the first contact, else the first offer to make."""
    for kinds in (CONTACTS, ("attempt",)):
        for item in steps:
            if item.kind in kinds:
                return item
    return None


def card_of(
    view: View,
    behind: Background,
    step: Item | None,
    known: Known,
    now: datetime,
    calendar: Calendar,
) -> Card:
    """Return the card of an incident; `step` is what one rings for, if there is such a step."""
    facts, number = view.facts, str(view.row["number"])
    spoken = [line for line in said(step, known) if not is_typed(line)] if step else []
    day = _day(calendar, now)
    return Card(
        number=number,
        who=who_words(dict(view.row)),
        phone=harmless_line(view.row["phone"]) if view.row["phone"] else None,
        happened=tuple(_happened(facts, now)),
        wants=tuple(_wants(facts, now)),
        asked_before=behind.asked_before,
        so_far=tuple(_so_far(facts, now)),
        first=tuple(_first(spoken, facts)),
        ask=tuple(line for line in spoken if line.endswith("?")) or _questions(facts),
        repeat_back=tuple(_repeated(facts, now)),
        avoid=tuple(_avoided(step, facts)),
        age=tuple(text for text in [known.get(AGE)] if text),
        promise=tuple(_promises(spoken, day)),
        afterwards=f"reviewlog log --incident {number} --out 'what was said'",
    )


def _day(calendar: Calendar, now: datetime) -> str:
    on = calendar.date_after(exactly(now), TWO_DAYS)
    return moment_words(calendar.day(on), now)


def _happened(facts: Facts, now: datetime) -> Iterator[str]:
    """Their last word in two lines; hurtful quotes stay folded where our own words tell it."""
    theirs = [e for e in facts.entries if e.kind == "review" or e.fields.get("direction") == "in"]
    for entry in theirs[-1:]:
        yield f"{phrase(entry, facts.customer)}, {moment_words(entry.happened, now)}."
        text = entry.fields.get("text") or entry.fields.get("quote")
        if text:
            yield f"“{_short(text)}”"


def _wants(facts: Facts, now: datetime) -> Iterator[str]:
    demand = latest_demand(facts)
    if demand is not None:
        yield f"{_demanded(demand, now)}."


def _demanded(demand: Track, now: datetime) -> str:
    by = deadline_words(demand, now)
    told = (_short(demand.fields.get("text") or ""), sum_words(demand), by and f"by {by}")
    return ", ".join(text.rstrip(".") for text in told if text) or "something not noted yet"


def _so_far(facts: Facts, now: datetime) -> Iterator[str]:
    for track in facts.attempts:
        text = _short(track.fields.get("text") or track.fields.get("remedy") or "")
        told = f": {text.rstrip('.')}" if text else ""
        yield f"{track.state.capitalize()} ({track.label}){told}."
    for entry in facts.entries:
        if entry.kind == "promise" and entry.fields.get("text"):
            due = entry.fields.get("due")
            by = f", for {moment_words(moment_from_field(due), now)}" if due else ""
            yield f"Promised: {_short(entry.fields['text']).rstrip('.')}{by}."


def _first(spoken: Sequence[str], facts: Facts) -> Iterator[str]:
    """Thanks and sorry open every talk, until they say that all is well."""
    opens = any("thank" in line.casefold() for line in spoken)
    if not opens and not facts.pleased:
        yield THANKS
    yield from (line for line in spoken if not line.endswith("?") and DAY not in line)


def _questions(facts: Facts) -> tuple[str, ...]:
    return ASK_LATER if facts.pleased or facts.offer == "delivered" else ASK_FIRST


def _repeated(facts: Facts, now: datetime) -> Iterator[str]:
    """Their demand in their own words, while it is open."""
    demand = latest_demand(facts)
    if demand is None or demand.state != "open":
        return
    by = deadline_words(demand, now)
    terms = [text for text in (sum_words(demand), by and f"by {by}") if text]
    text = _short(demand.fields.get("text") or "").rstrip(".")
    told = f"{text} ({', '.join(terms)})" if text and terms else text or ", ".join(terms)
    if told:
        yield f"You asked for: {told}. Have I got that right?"


def _avoided(step: Item | None, facts: Facts) -> Iterator[str]:
    texts = [text.rstrip(".") for text in (step.avoid if step else NEVER)]
    yield from texts
    if facts.threat in ("veiled", "open"):
        yield from (text for text in TIED if not any(text in known for known in texts))


def _promises(spoken: Sequence[str], day: str) -> list[str]:
    """The lines that hold a day; it is the owner's to choose, so one is only proposed."""
    lines = [line for line in spoken if DAY in line] or [PROMISE]
    return [line.replace(DAY, day) for line in lines]


def _short(text: str) -> str:
    line = harmless_line(text)
    return line if len(line) <= 160 else line[:157] + "..."


def card_text(card: Card, now: datetime, width: int, *, printed: bool, asks: bool) -> str:
    """Return the card as plain lines of at most 80 columns, without drawn characters.

    On a screen it is short, so that nothing scrolls away; printed it has room to write on.
    """
    wide = min(width, WIDTH)
    head = f"CALL CARD, incident {card.number}"
    written = moment_words(exactly(now), now)
    lines = [f"{head}{written:>{max(len(written) + 2, wide - len(head))}}"]
    gap = [""] if printed else []
    phone = f", {card.phone}" if card.phone else " (no number noted)"
    lines += gap + block("WHO", [card.who + phone], wide, MARGIN)
    lines += block("HAPPENED", card.happened, wide, MARGIN)
    lines += block("WANTS", card.wants, wide, MARGIN)
    if card.asked_before:
        times = count(card.asked_before, "time")
        lines += block("", [f"They asked for something {times} before."], wide, MARGIN)
    lines += block("SO FAR", card.so_far, wide, MARGIN)
    lines += ["", *_talk(card, wide, gap)]
    if printed:
        lines += ["", "THEIR EXACT WORDS", *(["", "_" * (wide - 1)] * ROOM)]
    return "\n".join(lines if asks else [*lines, "", *_afterwards(card, wide)])


def _talk(card: Card, wide: int, gap: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for label, texts in (
        ("FIRST", card.first),
        ("ASK", card.ask),
        ("REPEAT BACK", card.repeat_back),
        ("PROMISE", card.promise),
    ):
        if texts:
            lines += [*block(label, [f"“{text}”" for text in texts], wide, MARGIN), *gap]
    if gap:
        hint = "Any day that you can keep; write it here: ____________"
        lines[-1:] = [*block("", [hint], wide, MARGIN), ""]
    avoided = card.avoid if gap else ["; ".join(card.avoid)] if card.avoid else []
    return [*lines, *block("NOT", avoided, wide, MARGIN), *block("AGE", card.age, wide, MARGIN)]


def _afterwards(card: Card, wide: int) -> list[str]:
    return block("AFTERWARDS", [card.afterwards], wide, MARGIN)


def card_shape(card: Card) -> Mapping[str, Any]:
    """Return the card as `--json` prints it."""
    shape = card._asdict()
    lists = {name: list(value) for name, value in shape.items() if isinstance(value, tuple)}
    renamed = {"incident": shape.pop("number"), "not": lists.pop("avoid")}
    shape.pop("avoid")
    return renamed | shape | lists
