"""How an item stands on a day; light enough for the fast door."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STATES = ("overdue", "today", "soon", "waiting")


def state_on(
    kind: str, opens_on: str, due_on: str | None, today: str, *, late: bool, last_day: str
) -> str | None:
    """Return how an item stands on a day: one of STATES, or None when it is not shown.

    Dates are ISO texts, so that the fast door can ask without building objects. `late` says
    that an item due at an instant of `today` is past it; `last_day` is the horizon.
    """
    if kind == "wait":
        return "waiting" if opens_on <= today else None
    if due_on is not None and due_on < today:
        return "overdue"
    if opens_on > today:
        return "soon" if opens_on <= last_day else None
    if due_on is None or due_on == today:
        return "overdue" if late else "today"
    return "soon" if due_on <= last_day else None


OUTSIDE = ("their-deadline", "site-deadline")
"""How the steps begin that stand for dates which others set."""


def is_outside(step: str) -> bool:
    """Whether a step is a date that others set; ours may move, theirs never do."""
    return step.startswith(OUTSIDE)


SHOWN_DAYS = 7
"""How far `due` looks ahead unless told."""


def due_items(
    rows: "list[tuple[Any, ...]]", today: str, now: str, last_day: str
) -> "list[dict[str, Any]]":
    """Return the items to show on a day, as `due --json` prints them, the most urgent first.

    `rows` are agenda rows (number, who, phone, step, kind, title, why, opens_at, opens_on,
    due_on, due_at, closes_at, anchor, must); all times are ISO texts, `now` in UTC.
    """
    items = []
    for row in rows:
        number, who, phone, step, kind, title, why, opens_at, opens_on, due_on, due_at = row[:11]
        closes_at = row[11]
        if closes_at is not None and closes_at <= now:
            continue
        late = due_at is not None and due_at < now
        state = state_on(kind, opens_on, due_on, today, late=late, last_day=last_day)
        if state is not None:
            items.append(
                {
                    "incident": str(number),
                    "who": who,
                    "phone": phone,
                    "step": step,
                    "kind": kind,
                    "title": title,
                    "due_on": due_on,
                    "due_at": due_at,
                    "opens_at": opens_at,
                    "state": state,
                    "why": why,
                    "outside": is_outside(step),
                }
            )
    return sorted(items, key=lambda item: STATES.index(item["state"]))


def discreet(items: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    """Return the items without a word that could name somebody: number and step stay.

    A title may be a reminder in the owner's own words, and a reason may quote whom it is about.
    """
    hidden = {"who": None, "phone": None, "why": None}
    return [{**item, **hidden, "title": item["step"]} for item in items]
