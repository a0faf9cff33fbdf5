"""What was found in a text: the heaviest first, each with its exact place and what to do."""

from collections.abc import Iterator, Mapping, Sequence

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked
from reviewlog.render.layout.blocks import shortened
from reviewlog.render.layout.wrapping import labelled, wrap
from reviewlog.render.replies.groups import (
    LABELS,
    NOTE,
    STOP,
    WARN,
    Group,
    counted,
    grouped,
    sentences,
    told_of,
)
from reviewlog.render.replies.marks import Lines, places, shown
from reviewlog.render.replies.unread import unread_words
from reviewlog.render.words.moments import count

MARGIN = 7
MOST_ROWS = 3
"""Rows of the text that are shown for one rule."""
BRIEF = 3
"""So many rules are told with all their reasons; where it is more, only what to do instead."""
SHORT_ROWS = 2
"""Rows of a warning while a stop stands."""
QUOTED = 30
"""Characters of a place that are quoted in such a row."""
SCREEN = 20
"""From so many rows on the sum is told once more at the end: the beginning has scrolled away."""
WHY = "Why, and more of what to do: reviewlog reply rules ID"
ALL = "All of it in full: --all"
CALM = "Nothing to change in these words."
MISSING = {
    "no-name": "a name",
    "no-door": "a way to talk in private",
    "no-apology": "a sorry",
    "no-admission": "that it was your mistake",
    "not-this-case": "a word about this very case",
}
"""The rules about what is missing: while a stop stands, all of them take one row."""
Twins = Mapping[str, str]


def summary(checked: Checked) -> str:
    """Return how much was found in one line, as `2 to change, 1 to think about`."""
    unread = unread_words(checked)
    found = counted(grouped(checked))
    if unread:
        return f"{unread} {found}." if found else unread
    return f"{found}." if not checked.passes else f"{CALM} {found}." if found else CALM


def findings_text(
    text: str, checked: Checked, twins: Twins, width: int, *, whole: bool = False
) -> str:
    """Return everything that was found in a text."""
    return "\n".join(findings_lines(text, checked, twins, width, whole=whole))


def findings_lines(
    text: str, checked: Checked, twins: Twins, width: int, *, whole: bool = False
) -> list[str]:
    """Return the sum, then rule by rule the places, what is wrong and what to do instead.

    While a stop stands, what is only to be thought about is told in a row or two.
    """
    groups = grouped(checked)
    lines = wrap(summary(checked), width)
    stops = [group for group in groups if group.level == STOP]
    is_short = bool(stops) and not whole
    long = stops if is_short else groups
    is_brief = not whole and sum(group.level != NOTE for group in long) > BRIEF
    for group in long:
        lines += _at_length(group, text, twins, width, is_brief=is_brief)
    if is_short:
        lines += _in_short([group for group in groups if group.level != STOP], text, width)
    return lines + _end(groups, width, len(lines), is_short=is_short, is_brief=is_brief)


def _end(
    groups: Sequence[Group], width: int, rows: int, *, is_short: bool, is_brief: bool
) -> list[str]:
    """Return the sum once more where it has scrolled away, and where more is told."""
    more = [WHY] if is_brief else []
    more += [ALL] if is_short and any(group.level != STOP for group in groups) else []
    again = wrap(f"In all: {counted(groups, named=True)}.", width) * (rows > SCREEN)
    return ["", *more, *again] if more or again else []


def _at_length(
    group: Group, text: str, twins: Twins, width: int, *, is_brief: bool
) -> Iterator[str]:
    """Yield a rule with its places, its reason and its advice; a note is one row."""
    yield ""
    if group.level == NOTE:
        yield from _note(group, text, width)
        return
    yield from _places(group, text, len(f"LINE {text.count(chr(10)) + 1}"), width)
    yield from _told(group, width, is_brief=is_brief)
    for entry in group.twins:
        words = f"“{shortened(twins[entry])}”" if entry in twins else "its words were erased"
        yield from labelled("", f"Entry {entry}: {words}", width, MARGIN)


def _places(group: Group, text: str, margin: int, width: int) -> Iterator[str]:
    """Yield the lines of the text, with marks under the very characters.

    Of a long stretch its beginning is shown, of many places the first ones.
    """
    found = places(text, group.spans, width - margin - 5, MOST_ROWS)
    for row, marks in found.shown:
        yield f"{f'LINE {row.number}':<{margin}} | {shown(row)}"
        yield f"{'':<{margin}} | {marks}"
    if found.more:
        yield f"{'':<{margin}} | … and {count(found.more, 'more place')} of this kind"


def _told(group: Group, width: int, *, is_brief: bool) -> list[str]:
    rule = group.rule
    why, instead = rule.why, rule.instead
    if is_brief:
        why, instead = "", sentences(instead)[0]
    instead = f"Instead: {instead}" if instead else ""
    parts = (told_of(group), why, instead, f"[{rule.id}]")
    line = harmless_line(" ".join(part for part in parts if part))
    return labelled(LABELS[group.level], line, width, MARGIN)


def _note(group: Group, text: str, width: int) -> list[str]:
    """Return one line for what is only to be known."""
    words = [f"“{shortened(text[s.start : s.end])}”" for s in group.spans[:1]]
    line = " ".join((told_of(group), *words))
    return labelled(LABELS[NOTE], harmless_line(line), width, MARGIN)


def _in_short(groups: Sequence[Group], text: str, width: int) -> Iterator[str]:
    """Yield a row or two for each warning and each note; what is missing stands in one."""
    missing = [group for group in groups if group.level == WARN and group.rule.id in MISSING]
    lines = Lines(text)
    if groups:
        yield ""
    for group in (one for one in groups if one not in missing):
        where = _where(group.spans, text, lines)
        rows = _row(group, where, told_of(group), width)
        short = _row(group, where, group.rule.title, width)
        yield from rows if len(rows) <= SHORT_ROWS else short
    if missing:
        told = ", ".join(MISSING[group.rule.id] for group in missing)
        yield from wrap(f"Also missing: {told}.", width)


def _row(group: Group, where: str, told: str, width: int) -> list[str]:
    line = " ".join(part for part in (where, told, f"[{group.rule.id}]") if part)
    return labelled(LABELS[group.level], harmless_line(line), width, MARGIN)


def _where(spans: Sequence[Span], text: str, lines: Lines) -> str:
    """Return the first place in a few words, `Line 2 “but” and 3 more:`."""
    if not spans:
        return ""
    first = spans[0]
    words = harmless_line(text[first.start : min(first.end, first.start + 200)]).strip()
    quoted = words if len(words) <= QUOTED else f"{words[:QUOTED].rstrip()}…"
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"Line {lines.place(first.start)[0]} “{quoted}”{more}:"
