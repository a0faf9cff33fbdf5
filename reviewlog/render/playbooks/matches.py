"""Which open incidents a playbook would fit, and what would become due."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.playbook import Playbook
from reviewlog.logbook.acting.directing import Match
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import count
from reviewlog.render.words.phrases import who_words

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks

INDENT = "      "


def matches_text(playbook: Playbook, found: Sequence[Match], today: date, width: int) -> str:
    """Return each incident with what would be due; nothing was written."""
    if not playbook.use_when:
        said = f"{playbook.id} asks for no facts: it is followed only when you choose it."
        return "\n".join(wrap(said, width))
    if not found:
        return f"{playbook.id} fits no open incident."
    lines = [f"{playbook.id} fits {count(len(found), 'open incident')}. Nothing is changed."]
    for match in found:
        lines += ["", _head(match)]
        if not match.items:
            lines.append(f"{INDENT}Nothing would be due.")
        for item in match.items:
            lines += wrap(
                harmless_line(f"{item_day(item, today)}: {item.title}"),
                width,
                INDENT,
                INDENT + "  ",
            )
    return "\n".join(lines)


def _head(match: Match) -> str:
    follows = match.row["playbook"] or "none"
    if match.followed:
        said = "follows it already"
    elif match.offered:
        said = f"follows {follows}; this one would be offered"
    else:
        said = f"follows {follows}; this one would not be offered"
    return f"{match.row['number']:>4}  {who_words(dict(match.row))}: {said}"


def item_day(item: Item, today: date) -> str:
    """Return when an item is due, `any day` where it has no date."""
    return short_date(item.due_on.isoformat(), today.isoformat()) if item.due_on else "any day"


def matches_shape(playbook: Playbook, found: Sequence[Match]) -> "playbooks.Matches":
    """Return the same for `--json`."""
    return {"playbook": playbook.id, "incidents": [_shape(match) for match in found]}


def _shape(match: Match) -> "playbooks.Match":
    return {
        "incident": str(match.row["number"]),
        "follows": match.row["playbook"],
        "followed": match.followed,
        "offered": match.offered,
        "due": [
            {
                "step": item.step,
                "title": item.title,
                "due_on": item.due_on.isoformat() if item.due_on else None,
            }
            for item in match.items
        ],
    }
