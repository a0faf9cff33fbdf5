"""What was found in a text: the heaviest first, each with its exact place and what to do."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked, Finding
from reviewlog.domain.reply.rules import LEVELS, Rule
from reviewlog.render.moments import count
from reviewlog.render.receipt import shortened
from reviewlog.render.replies.marks import places, shown
from reviewlog.render.tables import hanging

STOP, WARN, NOTE = LEVELS
LABELS = {STOP: "STOP", WARN: "WARN", NOTE: "NOTE"}
MARGIN = 7
MOST_ROWS = 3
"""Rows of the text that are shown for one rule."""
BRIEF = 3
"""So many rules are told with all their reasons; where it is more, only what to do instead."""
WHY = "Why, and more of what to do: reviewlog reply rules ID"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
CALM = "Nothing to change: no rule stands against it."
UNREAD = (
    "No rule about words knows the language of this text: only numbers and shapes were checked."
    " Read it once more yourself."
)
Twins = Mapping[str, str]


class Group(NamedTuple):
    """All that one rule found."""

    rule: Rule
    level: str
    spans: tuple[Span, ...]
    said: tuple[str, ...]
    twins: tuple[str, ...]


def grouped(checked: Checked) -> list[Group]:
    """Return what was found rule by rule, the heaviest first, else in the order of the text."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in checked.findings:
        by_rule.setdefault((finding.level, finding.rule.id), []).append(finding)
    groups = [_group(found, checked.language) for found in by_rule.values()]
    return sorted(groups, key=lambda group: LEVELS.index(group.level))


def _group(found: list[Finding], language: str) -> Group:
    first = found[0]
    spans = sorted({span for finding in found for span in finding.spans})
    said = dict.fromkeys(finding.said for finding in found if finding.said)
    twins = dict.fromkeys(finding.twin for finding in found if finding.twin)
    rule = first.rule.told_in(language) if language else first.rule
    return Group(rule, first.level, tuple(spans), tuple(said), tuple(twins))


def summary(checked: Checked) -> str:
    """Return how much was found in one line, as `2 to change, 1 to think about`."""
    levels = [group.level for group in grouped(checked)]
    stops, warnings, notes = (levels.count(level) for level in LEVELS)
    told = [f"{stops} to change"] if stops else []
    told += [f"{warnings} to think about"] if warnings else []
    told += [count(notes, "note")] if notes else []
    if stops or warnings:
        return f"{', '.join(told)}."
    return f"{CALM} {told[0]}." if told else CALM


def findings_text(text: str, checked: Checked, twins: Twins, width: int) -> str:
    """Return everything that was found in a text."""
    return "\n".join(findings_lines(text, checked, twins, width))


def findings_lines(text: str, checked: Checked, twins: Twins, width: int) -> list[str]:
    """Return the summary, then rule by rule the places, what is wrong and what to do instead."""
    groups = grouped(checked)
    lines = textwrap.wrap(summary(checked), width)
    if checked.unread:
        lines += textwrap.wrap(UNREAD, width)
    margin = len(f"LINE {text.count(chr(10)) + 1}")
    is_brief = sum(group.level != NOTE for group in groups) > BRIEF
    for group in groups:
        if group.level == NOTE:
            lines += _note(group, text, width)
            continue
        lines += ["", *_places(group, text, margin, width), *_told(group, width, is_brief=is_brief)]
        lines += _twins(group, twins, width)
    return [*lines, "", WHY] if is_brief else lines


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
    said, why, instead = _sentence(group.said), rule.why, rule.instead
    if is_brief:
        why, instead = "", _first_sentence(instead)
    instead = f"Instead: {instead}" if instead else ""
    source = "; ".join((rule.id, *rule.source[: 1 if is_brief else None]))
    parts = (rule.title, said, why, instead, f"[{source}]")
    line = harmless_line(" ".join(part for part in parts if part))
    return hanging(LABELS[group.level], line, width, MARGIN)


def _sentence(said: Iterable[str]) -> str:
    """Return what a check says of all places as one sentence."""
    bare = "; ".join(one.strip().rstrip(".") for one in said)
    return f"{bare[0].upper()}{bare[1:]}." if bare else ""


def _first_sentence(text: str) -> str:
    return _SENTENCE.split(text.strip(), maxsplit=1)[0]


def _note(group: Group, text: str, width: int) -> list[str]:
    """Return one line for what is only to be known."""
    words = [f"“{shortened(text[s.start : s.end])}”" for s in group.spans[:1]]
    said = _sentence(group.said)
    line = " ".join(part for part in (group.rule.title, said, *words) if part)
    return ["", *hanging(LABELS[NOTE], harmless_line(line), width, MARGIN)]


def _twins(group: Group, twins: Twins, width: int) -> Iterator[str]:
    """Yield the earlier texts that are nearly the same."""
    for entry in group.twins:
        words = f"“{shortened(twins[entry])}”" if entry in twins else "its words were erased"
        yield from hanging("", f"Entry {entry}: {words}", width, MARGIN)
