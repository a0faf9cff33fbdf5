"""Several open steps, to choose from."""

from collections.abc import Sequence
from datetime import datetime

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.acting import step_label
from reviewlog.render.receipt import when_words


def steps_text(steps: Sequence[Item], agenda: Sequence[Item], now: datetime) -> str:
    """Return the open steps, one a line: the word that names it, when, what."""
    labels = [step_label(item, agenda) for item in steps]
    width = max(len(label) for label in labels)
    lines = [
        f"  {label:<{width}}  {harmless_line(item.title)} ({when_words(item, now)})"
        for label, item in zip(labels, steps, strict=True)
    ]
    return "\n".join(["Open:", *lines])
