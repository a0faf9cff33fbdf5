"""Lists of incidents and playbooks."""

from collections.abc import Sequence
from typing import Any

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.playbook import Playbook
from reviewlog.render.due import short_date
from reviewlog.render.moments import count
from reviewlog.render.phrases import who_words
from reviewlog.render.tables import table


def incidents_text(rows: Sequence[dict[str, Any]], today: str, *, draws: bool, width: int) -> str:
    """Return incidents as a table, or a calm line when there is none."""
    if not rows:
        return "No incident fits."
    cells = [
        (
            str(row["number"]),
            who_words(row),
            state_words(row),
            row["threat"],
            row["review"] if row["review"] != "none" else "",
            short_date(row["last_at"][:10], today) if row["last_at"] else "",
        )
        for row in rows
    ]
    headings = ("No.", "Who", "State", "Threat", "Review", "Last")
    return table(headings, cells, draws=draws, width=width)


def incident_line(row: Any, today: str) -> str:
    """Return one incident on one line, to choose from."""
    last = f", last touched {short_date(row['last_at'][:10], today)}" if row["last_at"] else ""
    return f"{row['number']:>4} {who_words(dict(row))}, {state_words(row)}{last}"


def state_words(row: Any) -> str:
    """Return `open`, or how it was closed."""
    if row["state"] == "closed" and row["outcome"]:
        return f"closed: {row['outcome']}"
    return str(row["state"])


def playbooks_text(playbooks: Sequence[Playbook], *, draws: bool, width: int) -> str:
    """Return the playbooks with their titles."""
    rows = [(p.id, str(p.version), count(len(p.steps), "step"), p.title) for p in playbooks]
    return table(("Id", "Version", "Steps", "For"), rows, draws=draws, width=width)


def playbook_text(playbook: Playbook, width: int) -> str:
    """Return one playbook in full: every step with its reason and its words."""
    import textwrap

    lines = [f"{playbook.id}, version {playbook.version}", playbook.title, ""]
    for step in playbook.steps:
        lines.append(f"{step.id} ({step.kind}, {'must' if step.must else 'may'})")
        for text in (step.title, step.why, *(f"“{s}”" for s in step.say)):
            lines += textwrap.wrap(harmless_line(text), width - 4, initial_indent="    ",
                                   subsequent_indent="    ")  # fmt: skip
        if step.avoid:
            lines.append(f"    Avoid: {'; '.join(a.rstrip('.') for a in step.avoid)}.")
        lines.append(f"    After {step.after}. Advice: {', '.join(step.source)}.")
    return "\n".join(lines)
