"""The drawn timeline: who acted on which day, laid out for one line of days and three lanes.

Only what happened between people is drawn; files, searches and notes of our own are not. However
many entries there are, it stays one drawing: days become weeks, months or years, and what is
alike within one of them becomes a mark with a number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from zoneinfo import ZoneInfo

from reviewlog.bundle.drawing.spans import Span, hours_of, spans_of
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.bundle.telling.times import happened
from reviewlog.domain.audience import Leaving, kind_told
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import Moment

THEM, SITE, US = 0, 1, 2
LANES = ("The customer", "The review site", "We")
TIED, REVIEW, CONTACT, DEED, ANSWER = "tied", "review", "contact", "deed", "answer"
SEVERAL = "several"
"""Entries of several kinds under one mark."""
WORDS = {
    TIED: "a demand tied to a review",
    REVIEW: "a review",
    CONTACT: "a contact",
    DEED: "a demand, an offer or an answer to one",
    ANSWER: "a report to the site, or what it said",
    SEVERAL: "entries of several kinds",
}
"""What each shape stands for, in the order of the legend."""
PLURALS = {
    TIED: "demands tied to a review",
    REVIEW: "entries about reviews",
    CONTACT: "contacts",
    DEED: "demands, offers or answers to them",
    ANSWER: "reports to the site, or answers of it",
    SEVERAL: WORDS[SEVERAL],
}
"""What a mark with a number stands for."""
ALONE = 4
"""Marks in one span up to which each entry has its own."""
BUSY_DAYS = 2
"""Days up to which much that happened is divided into hours."""
MANY = 34
"""Marks in the whole drawing from which only the two kinds that matter stand apart."""
_TIES = frozenset(("veiled", "open", "harm"))
_REVIEWED = {"up": "review posted", "changed": "review changed", "gone": "review gone"}
_FROM_SITE = frozenset(("removed", "refused", "asked-for-more", "notice"))
_THEIR_ANSWERS = frozenset(("accepted", "refused"))


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: an entry, or several of a kind that fall into the same span."""

    lane: int
    shape: str
    place: int
    """The place in the timeline of the first entry that it stands for."""
    count: int
    label: str
    """The word beside it, nothing for a mark that is told by its shape alone."""
    time: str
    title: str
    """What it stands for, in a sentence."""


@dataclass(frozen=True, slots=True)
class Column:
    """A span of days with its marks, in the order in which things happened."""

    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Act:
    """An entry that is drawn."""

    place: int
    lane: int
    shape: str
    day: date
    moment: Moment
    label: str
    title: str


def columns(timeline: Sequence[Leaving], zone: ZoneInfo) -> list[Column]:
    """Return the drawing as columns of marks; nothing where nothing can be drawn."""
    acts = sorted(_acts(timeline, zone), key=lambda act: (act.day, act.place))
    by_hours = len(acts) > 2 * ALONE and len({act.day for act in acts}) <= BUSY_DAYS
    parts = _by_hours(acts, zone) if by_hours else _by_days(acts)
    single = not by_hours and all(span.first == span.last for span, _ in parts)
    found = [Column(span, _marks(part, zone, single=single)) for span, part in parts]
    if sum(len(column.marks) for column in found) <= MANY:
        return found
    return [Column(span, _few(part, zone)) for span, part in parts]


_Parts = list[tuple[Span, list[_Act]]]


def _by_days(acts: Sequence[_Act]) -> _Parts:
    spans = spans_of([act.day for act in acts])
    return [(span, [act for act in acts if span.holds(act.day)]) for span in spans]


def _by_hours(acts: Sequence[_Act], zone: ZoneInfo) -> _Parts:
    times = [(act.day, _time(act, zone)) for act in acts]
    return [(span, [acts[place] for place in places]) for span, places in hours_of(times)]


def _time(act: _Act, zone: ZoneInfo) -> time | None:
    return None if act.moment.precision == "day" else act.moment.local.astimezone(zone).time()


def _acts(timeline: Sequence[Leaving], zone: ZoneInfo) -> Iterator[_Act]:
    for place, told in enumerate(timeline, 1):
        where = acted(told)
        if where is None:
            continue
        entry = told.settled.entry
        moment = happened(told.fields, entry.recorded_at)
        local = moment.local if moment.precision == "day" else moment.local.astimezone(zone)
        what = harmless_line(plain(headline(entry.kind, told.fields, zone)))
        yield _Act(place, *where, local.date(), moment, _label(told, where[1]), what)


def acted(told: Leaving) -> tuple[int, str] | None:
    """Return the lane of whoever acted and the shape of it, None for what is no act at all."""
    kind, fields = kind_told(told.settled.entry), told.fields
    state = fields.get("state")
    if kind == "interaction":
        lane = US if fields.get("direction") == "out" else THEM
        return lane, TIED if fields.get("threat") in _TIES else CONTACT
    if kind == "dispute":
        return (SITE if state in _FROM_SITE else US), ANSWER
    lanes = {
        "review": (SITE, REVIEW),
        "demand": (THEM if state in (None, "open") else US, DEED),
        "attempt": (THEM if state in _THEIR_ANSWERS else US, DEED),
        "promise": (US, DEED),
        "reply": (US, CONTACT),
    }
    return lanes.get(kind)


def _label(told: Leaving, shape: str) -> str:
    if shape == TIED:
        return "words about harm" if told.fields["threat"] == "harm" else "tied to a review"
    if shape == REVIEW:
        return _REVIEWED.get(str(told.fields.get("state", "up")), "review")
    return ""


def _marks(acts: list[_Act], zone: ZoneInfo, *, single: bool) -> tuple[Mark, ...]:
    """Each entry has a mark; where they are many, those that are alike and adjacent share one."""
    if len(acts) <= ALONE:
        return tuple(_mark([act], zone, timed=single) for act in acts)
    runs = groupby(acts, key=lambda act: (act.lane, act.shape, act.label))
    found = [list(run) for _, run in runs]
    if len(found) > 2 * ALONE:
        return _few(acts, zone)
    return tuple(_mark(run, zone, timed=single) for run in found)


def _few(acts: list[_Act], zone: ZoneInfo) -> tuple[Mark, ...]:
    """One mark for each lane, besides the demands tied to a review and the reviews."""
    kept: dict[tuple[int, str], list[_Act]] = {}
    for act in acts:
        shape = act.shape if act.shape in (TIED, REVIEW) else ""
        kept.setdefault((act.lane, shape), []).append(act)
    return tuple(_mark(some, zone, timed=False) for some in kept.values())


def _mark(acts: Sequence[_Act], zone: ZoneInfo, *, timed: bool) -> Mark:
    first, count = acts[0], len(acts)
    shapes = {act.shape for act in acts}
    shape = first.shape if len(shapes) == 1 else SEVERAL
    exact = timed and count == 1 and first.moment.precision == "exact"
    last = "" if acts[-1].day == first.day else f" to {_day_words(acts[-1].day)}"
    title = first.title if count == 1 else f"{count} {PLURALS[shape]}, the first: {first.title}"
    return Mark(
        lane=first.lane,
        shape=shape,
        place=first.place,
        count=count,
        label=first.label,
        time=f"{first.moment.local.astimezone(zone):%H:%M}" if exact and first.label else "",
        title=f"{_day_words(first.day)}{last}: {title}",
    )


def _day_words(day: date) -> str:
    return f"{day:%a %d %b %Y}"


def lanes_told(every: Iterable[Column]) -> str:
    """Return the drawing in a few sentences, for whoever does not see it."""
    marks = [mark for column in every for mark in column.marks]
    counts = [sum(m.count for m in marks if m.lane == lane) for lane in range(len(LANES))]
    said = [f"{name}: {_entries(count)}" for name, count in zip(LANES, counts, strict=True)]
    key = [mark.title for mark in marks if mark.shape in (TIED, REVIEW)][:12]
    return ". ".join([*said, *key]) + "."


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
