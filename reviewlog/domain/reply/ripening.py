"""How long a text of ours must lie before it is ready: anger passes, what was posted does not."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.reply.finding import Finding
from reviewlog.domain.reply.rules import LEVELS
from reviewlog.domain.time.calendar import Calendar

CALM, WARM, HOT = "calm", "warm", "hot"
"""How much anger is about, the least first."""
WAITS = {CALM: timedelta(minutes=20), WARM: timedelta(hours=1), HOT: timedelta(hours=4)}
NIGHT_FROM, NIGHT_TO = time(21), time(7)
"""Local hours in which nothing becomes ready."""
MORNING = time(8)
"""When a text is ready that waits for the morning, where no opening hour says otherwise."""
OVERNIGHT_FROM = time(14)
"""From this local hour on anger is slept on."""
THREATS = frozenset(("veiled", "open", "harm"))
BITTER = frozenset(("unfounded", "extortion"))
"""Verdicts under which nobody writes calmly."""
ANGRY_RULES = frozenset(("insult", "shouting"))
SHAPES = frozenset(("hole", "site-length", "lists", "html"))
"""Rules that stop a text for its shape: that says nothing of a temper."""
GOOD_STARS = 3


def ready_at(drafted: datetime, heat: str, calendar: Calendar) -> datetime:
    """Return when a text becomes ready, in UTC: on a whole minute, and never at night."""
    ready = _whole_minute(drafted.astimezone(UTC) + WAITS[heat])
    written = drafted.astimezone(calendar.tz)
    if heat == HOT and written.time() >= OVERNIGHT_FROM:
        ready = max(ready, _morning(written.date() + timedelta(days=1), calendar))
    ready = max(ready, _after_the_night(drafted, calendar))
    return max(ready, _after_the_night(ready, calendar))


def kept(fresh: datetime, before: datetime | None, *, is_same: bool) -> datetime:
    """Return when a new version is ready: where it is nearly the same, as soon as the one before."""
    return min(fresh, before) if is_same and before is not None else fresh


def heat_of(facts: Facts, findings: Iterable[Finding] = ()) -> str:
    """Return how much anger is about: CALM, WARM or HOT."""
    if hot_because(facts, findings):
        return HOT
    stars = [t.fields["stars"] for t in facts.standing_reviews if t.fields.get("stars")]
    is_mild = bool(stars) and min(stars) >= GOOD_STARS
    return CALM if facts.verdict == "right" or is_mild else WARM


def hot_because(facts: Facts, findings: Iterable[Finding] = ()) -> str:
    """Return what makes it hot: `danger`, `threat`, `verdict` or the `words` of the text."""
    if facts.in_danger or facts.threat == "harm":
        return "danger"
    if facts.threat in THREATS:
        return "threat"
    if facts.verdict in BITTER:
        return "verdict"
    return "words" if any(_is_angry(finding) for finding in findings) else ""


def _is_angry(finding: Finding) -> bool:
    if finding.rule.id in SHAPES:
        return False
    return finding.level == LEVELS[0] or finding.rule.id in ANGRY_RULES


def _whole_minute(at: datetime) -> datetime:
    """Round up: what is shown as ready at 14:12 is ready from then on."""
    floor = at.replace(second=0, microsecond=0)
    return floor if floor == at else floor + timedelta(minutes=1)


def _after_the_night(at: datetime, calendar: Calendar) -> datetime:
    """Return the morning after an instant of the night; any other instant is returned as it is."""
    local = at.astimezone(calendar.tz)
    if local.time() >= NIGHT_FROM:
        return _morning(local.date() + timedelta(days=1), calendar)
    return _morning(local.date(), calendar) if local.time() < NIGHT_TO else at


def _morning(on: date, calendar: Calendar) -> datetime:
    """Return when the day begins for the shop: when it opens, unless that is at night."""
    opens = MORNING
    if calendar.hours and calendar.hours[on.weekday()]:
        minutes, _ = calendar.hours[on.weekday()][0]
        first = time(*divmod(minutes % (24 * 60), 60))
        opens = first if NIGHT_TO < first < NIGHT_FROM else MORNING
    return datetime.combine(on, opens, calendar.tz).astimezone(UTC)
