"""When a draft is ready, why it lies until then, and what to do next."""

from collections.abc import Iterable
from datetime import datetime

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.finding import Checked, Finding
from reviewlog.domain.reply.ripening import hot_because
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.render.replies.groups import stops_in
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import count

NOT_READY, WAITING, READY = "NOT READY", "WAITS", "READY"
"""How far a draft is: something in it is to be changed, it lies, it may be posted."""
NAMES = {PUBLIC: "reply", PRIVATE: "message", CALL: "words for the call"}
"""What a text is called, by where it goes."""
WAITS = {
    "danger": "Somebody may be in danger: nothing goes out before everybody is safe.",
    "threat": "The threat is meant to hurry you. Nothing is lost while this lies.",
    "verdict": "What is unfair makes a sharp pen. The same facts read calmer after {pause}.",
    "words": "Some of these words will read otherwise after {pause}. What is posted stays.",
}
"""Why it lies for long, by what makes it hot: one calm sentence."""
A_NIGHT, A_PAUSE = "a night", "a pause"
IN_HOURS = 90
"""So many minutes are still told in minutes."""
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


def wait_words(at: datetime, now: datetime) -> str:
    """Return until when something lies, `until 09:35 (in 20 minutes)`."""
    minutes = -int((now - at).total_seconds() // 60)
    hours = (minutes + 30) // 60
    left = count(minutes, "minute") if minutes <= IN_HOURS else f"about {count(hours, 'hour')}"
    return f"until {hour_words(at, now)} (in {left})"


def is_waiting(drafting: Drafting, now: datetime) -> bool:
    """Whether the draft still lies."""
    return not drafting.is_ripe(now)


def held_by(drafting: Drafting, checked: Checked) -> tuple[str, ...]:
    """Return the rules that stop a draft; none once the owner has said why it goes out as it is."""
    return () if drafting.now_why else stops_in(checked)


def may_go(drafting: Drafting, checked: Checked, now: datetime) -> bool:
    """Whether a draft may be posted: it is ready, and nothing in it is to be changed."""
    return drafting.is_ready(now) and not held_by(drafting, checked)


def why_words(
    facts: Facts, findings: Iterable[Finding], ready: datetime | None, now: datetime
) -> str:
    """Return why a draft lies for long; nothing where it does not."""
    days = ready.astimezone(now.tzinfo).date() - now.date() if ready else None
    pause = A_NIGHT if days else A_PAUSE
    return WAITS.get(hot_because(facts, findings), "").format(pause=pause)


def standing(drafting: Drafting, checked: Checked, why: str, now: datetime) -> tuple[str, str]:
    """Return how far a draft is, in a word of the margin, and what belongs to it."""
    held = held_by(drafting, checked)
    is_lying = is_waiting(drafting, now) and drafting.ready_at is not None
    until = wait_words(drafting.ready_at, now) if is_lying and drafting.ready_at else ""
    if held:
        lies = f"It lies {until} in any case." if until else ""
        return NOT_READY, _joined(f"{len(held)} to change: {', '.join(held)}.", lies)
    if until:
        return WAITING, _joined(f"{until}.", why, _readers(drafting))
    taken = (
        f"You took it as it is: “{harmless_line(drafting.now_why)}”." if drafting.now_why else ""
    )
    label = WAITING if drafting.is_unseen else READY
    return label, _joined(taken or RIPE, _readers(drafting))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _readers(drafting: Drafting) -> str:
    """Return who has read the draft, and who is to."""
    read = ""
    if drafting.seen_by:
        words = f": “{harmless_line(drafting.remark)}”" if drafting.remark else ""
        read = f"{harmless_line(drafting.seen_by)} has read it{words}."
    if not drafting.is_unseen:
        return read
    eyes = harmless_line(str(drafting.eyes))
    return f"{read} {eyes} is still to read it." if read else f"{eyes} is to read it first."


def next_words(drafting: Drafting, number: str, now: datetime, checked: Checked) -> list[str]:
    """Return what to do with the draft now."""
    medium = drafting.medium
    change = f"Change it: {reply_line(number, medium, '--edit')}"
    if held_by(drafting, checked):
        return [change, f"Begin again from the questions: {reply_line(number, medium, '--new')}"]
    if medium == CALL:
        return [SPOKEN.format(n=number)]
    lines = [] if checked.passes else [change]
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
