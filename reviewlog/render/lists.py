"""Lists of incidents."""

from collections.abc import Sequence
from typing import Any

from reviewlog.render.due import short_date
from reviewlog.render.layout.tables import table
from reviewlog.render.words.phrases import who_words


def incidents_text(rows: Sequence[dict[str, Any]], today: str, *, draws: bool, width: int) -> str:
    """Return incidents as a table, or a calm line when there is none."""
    if not rows:
        return "No incident fits."
    cells = [
        (
            str(row["number"]),
            who_words(row),
            state_words(row),
            "" if row["shop"] else row["threat"],
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
