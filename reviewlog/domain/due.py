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


KIND_TITLES = {
    "call": "Call them.",
    "write": "Write to them.",
    "reply": "Answer in public.",
    "ask": "Find something out.",
    "assess": "Settle how you see it.",
    "attempt": "Offer or do something.",
    "collect": "Keep the proof.",
    "dispute": "Report to the site.",
    "request": "Ask for a review.",
    "wait": "Wait.",
    "watch": "Have a look.",
    "decide": "Decide something.",
    "debrief": "Look back on it.",
    "close": "Close it.",
}
"""What is to be done without any name in it, by the kind of step."""
STEP_TITLES = {
    "reminder": "A reminder of yours.",
    "promise": "Keep a promise.",
    "their-deadline": "Their date runs out.",
    "site-deadline": "A site's date runs out.",
    "safety": "Make sure everybody is safe.",
    "cooling": "Wait.",
    "hold-ends": "The hold ends.",
    "keep-or-erase": "Keep it or erase it.",
    "may-speak": "Find out who may speak for whom.",
    "re-read": "Read a draft again.",
    "re-read-message": "Read a draft again.",
}
"""The same for what no playbook asks for, by how the ids of these begin."""
CHOICE = "use-"
"""How a step begins that offers a playbook; the rest of it may be the owner's own id."""
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
                    "opens_on": opens_on,
                    "state": state,
                    "why": why,
                    "outside": is_outside(step),
                }
            )
    return sorted(items, key=lambda item: STATES.index(item["state"]))


def day_shown(item: "dict[str, Any]", on: str, last: str) -> str:
    """Return the day of a week on which an item stands: when it is due, or when it opens."""
    due, opens = item["due_on"], item["opens_on"]
    if due is not None and on <= due <= last:
        return str(due)
    return str(opens) if on < opens <= last else on


def discreet(items: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    """Return the items without a word that could name somebody: the kind of thing to do stays.

    A title may be a reminder in the owner's own words, the id of a step is theirs in a playbook
    of their own, and a reason may quote whom it is about.
    """
    hidden = {"who": None, "phone": None, "why": None}
    return [{**item, **hidden, **_harmless_title(item)} for item in items]


def _harmless_title(item: "dict[str, Any]") -> "dict[str, Any]":
    step, kind = item["step"], item["kind"]
    if step.startswith(CHOICE):
        return {"step": kind, "title": "Choose the advice to follow."}
    if not is_standing(step):
        return {"step": kind, "title": KIND_TITLES.get(kind, KIND_TITLES["decide"])}
    begins = step.rstrip("0123456789").rstrip("-")
    return {"title": STEP_TITLES[begins]}


def is_standing(step: str) -> bool:
    """Whether the id of a step is our own word for what no playbook asks for."""
    begins, _, number = step.rpartition("-")
    return step in STEP_TITLES or (number.isdecimal() and begins in STEP_TITLES)
