"""When a draft is ready, why it lies until then, and what to do next."""

from collections.abc import Iterable
from datetime import datetime

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.finding import Finding
from reviewlog.domain.reply.ripening import hot_because
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.render.due import short_date

WAITS = {
    "threat": "The threat is meant to hurry you. Nothing is lost while this lies.",
    "verdict": "What is unfair makes a sharp pen. The same facts read calmer after a night.",
    "words": "Some of these words will read otherwise after a pause. What is posted stays.",
}
"""Why it lies for long, by what makes it hot: one calm sentence."""
RIPE = "It has lain long enough."
SPOKEN = "It stands on your call card: reviewlog call-card {n}"


def reply_line(number: str, medium: str, rest: str = "") -> str:
    """Return a command to type for the text of a medium."""
    where = "" if medium == PUBLIC else f" --{medium}"
    return f"reviewlog reply {number}{where}{f' {rest}' if rest else ''}"


def hour_words(at: datetime, now: datetime) -> str:
    """Return when something is ready, `16:40` today, `08:00 on Sun 22 Nov` on another day."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local:%H:%M} on {short_date(local.date().isoformat(), now.date().isoformat())}"


def is_waiting(drafting: Drafting, now: datetime) -> bool:
    """Whether the draft still lies."""
    return not drafting.is_ripe(now)


def why_words(facts: Facts, findings: Iterable[Finding]) -> str:
    """Return why a draft lies for long; nothing where it does not."""
    return WAITS.get(hot_because(facts, findings), "")


def ready_words(drafting: Drafting, now: datetime) -> str:
    """Return when the draft is ready, and for whom it waits."""
    said = []
    if drafting.now_why:
        said.append(f"You took it for ready before its time: “{harmless_line(drafting.now_why)}”.")
    elif is_waiting(drafting, now) and drafting.ready_at:
        said.append(f"Ready at {hour_words(drafting.ready_at, now)}.")
    else:
        said.append(RIPE)
    if drafting.is_unseen:
        said.append(f"{harmless_line(str(drafting.eyes))} is to read it first.")
    elif drafting.seen_by:
        words = f": “{harmless_line(drafting.remark)}”" if drafting.remark else ""
        said.append(f"{harmless_line(drafting.seen_by)} has read it{words}.")
    return " ".join(said)


def next_words(drafting: Drafting, number: str, now: datetime, *, passes: bool) -> list[str]:
    """Return what to do with the draft now."""
    medium = drafting.medium
    if medium == CALL:
        return [SPOKEN.format(n=number)]
    lines = []
    if not passes:
        lines.append(f"Change it: {reply_line(number, medium, '--edit')}")
    if drafting.is_unseen:
        name = harmless_line(str(drafting.eyes))
        quoted = f"'{name}'" if " " in name else name
        lines.append(f"Once read: {reply_line(number, medium, f'--seen-by {quoted}')}")
    if is_waiting(drafting, now):
        lines.append(f"Read it again then: {reply_line(number, medium)}")
    elif drafting.is_ready(now):
        posted = "sent" if medium == PRIVATE else "posted"
        lines.append(f"The bare text: {reply_line(number, medium, '--print')}")
        lines.append(f"Once it is {posted}: {reply_line(number, medium, '--posted')}")
    return lines
