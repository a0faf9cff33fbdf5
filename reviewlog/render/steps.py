"""Several open steps, to choose from."""

from collections.abc import Sequence
from datetime import datetime

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.acting.stepping import step_label
from reviewlog.render.duewords import MEANWHILE, is_silence
from reviewlog.render.layout.blocks import block
from reviewlog.render.layout.wrapping import labelled
from reviewlog.render.words.days import near_date
from reviewlog.render.words.moments import count
from reviewlog.render.words.when import when_words

MOST = 3
"""So many stand under the one that comes first; a long list hides it."""


def steps_text(
    steps: Sequence[Item], agenda: Sequence[Item], number: str, now: datetime, width: int
) -> str:
    """Return the first open steps, one after the other: the word that names it, what, when."""
    more = len(steps) - MOST
    steps = steps[:MOST] if more > 1 else steps
    labels = [step_label(item, agenda) for item in steps]
    margin = min(width // 2, max(len(label) for label in labels) + 4)
    lines = ["Open:"]
    for label, item in zip(labels, steps, strict=True):
        text = f"{harmless_line(item.title)} ({when_words(item, now)})"
        lines += labelled(f"  {label}", text, width, margin)
    if more > 1:
        lines.append(f"  and {more} more: reviewlog show {number}")
    return "\n".join(lines)


def silence_text(steps: Sequence[Item], number: str, now: datetime, width: int) -> str:
    """Return the question that comes first after a long silence, empty where there was none."""
    today = now.date().isoformat()
    late = [item.due_on.isoformat() for item in steps
            if item.due_on and not item.outside and item.due_on.isoformat() < today]  # fmt: skip
    if not is_silence(late, today):
        return ""
    since = near_date(min(late), today)
    lines = block("NEXT", [MEANWHILE], width)
    lines += block("Why", [f"{count(len(late), 'step')} have been waiting since {since}."], width)
    typed = [
        f"reviewlog log --incident {number} 'what happened since'",
        f"reviewlog close {number}",
    ]
    return "\n".join([*lines, *block("Type", typed, width)])
