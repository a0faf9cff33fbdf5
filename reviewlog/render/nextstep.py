"""The next step on the screen: what to do, when, why, what to say and avoid, what ends it."""

from collections.abc import Sequence
from datetime import datetime

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.acting.stepping import entry_line, step_label
from reviewlog.render.layout.blocks import LABEL, beside, block, paragraph
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.words.blanks import AGE, Known, is_typed, said
from reviewlog.render.words.when import is_late, when_words

THOUGHT_OVER = frozenset(("assess", "decide", "collect", "watch", "debrief", "close"))
"""Kinds of steps whose lines are for the owner alone."""
NEXT = "NEXT"


def next_text(
    steps: Sequence[Item], known: Known, now: datetime, width: int, style: Style = PLAIN
) -> str:
    """Return the first of some steps: title, when, why, what to say and avoid, what ends it."""
    item = steps[0]
    lines_said = said(item, known)
    spoken = [f"“{line}”" for line in lines_said if not is_typed(line)]
    commands = [line for line in lines_said if is_typed(line)]
    avoid = "; ".join(text.rstrip(".") for text in item.avoid)
    ends = _ends(steps, known, commands)
    lines = [*_title(item.title, width, style), *_when(item, now, width, style)]
    for label, texts in (
        ("Why", [item.why]),
        ("Age", [known.get(AGE)]),
        ("Type", commands),
        ("Think" if item.kind in THOUGHT_OVER else "Say", spoken),
        ("Avoid", [avoid and f"{avoid}."]),
        ("Done", [ends]),
    ):
        lines += block(label, [text for text in texts if text], width, paint=style.quiet)
    return "\n".join(lines)


def as_before_text(item: Item, number: str, now: datetime, width: int, style: Style = PLAIN) -> str:
    """Return in short that the next step is the one that was told already."""
    when = when_words(item, now)
    title = harmless_line(item.title)
    title = title if title.endswith((".", "?", "!")) else f"{title}."
    text = f"as before: {title} {when[0].upper()}{when[1:]}."
    lines = paragraph(f"{text} (reviewlog next {number})", width - LABEL)
    return "\n".join(beside([NEXT], lines, LABEL, style.strong))


def _title(title: str, width: int, style: Style) -> list[str]:
    lines = paragraph(harmless_line(title), width - LABEL)
    return beside([NEXT], [style.strong(line) for line in lines], LABEL, style.strong)


def _when(item: Item, now: datetime, width: int, style: Style) -> list[str]:
    lines = paragraph(when_words(item, now), width - LABEL)
    if is_late(item, now):
        lines = [style.alarm(line) for line in lines]
    return beside(["When"], lines, LABEL, style.quiet)


def _ends(steps: Sequence[Item], known: Known, typed: Sequence[str]) -> str:
    """The line that ticks the first step, or writes down what fulfils it, if none says so yet."""
    item, number = steps[0], known.get("incident") or "N"
    if item.kind == "wait" or (item.done_by and typed):
        return ""
    if item.done_by or item.kind == "reply":
        return entry_line(item, number)
    label = step_label(item, steps)
    line = f"reviewlog done {number}" if label == item.step else f"reviewlog done {number} {label}"
    return "" if any(text.startswith(line) for text in typed) else line
