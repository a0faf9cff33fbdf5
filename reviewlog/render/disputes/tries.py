"""How surely a site's rule is known, how often it may be asked, and what a repeat would risk."""

from collections.abc import Iterator
from datetime import date, datetime

from reviewlog.domain.facts.disputes import Dispute
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.site import Known, Limit, Site, Window
from reviewlog.domain.sites import is_old
from reviewlog.domain.time.moment import Moment, moment_from_field
from reviewlog.domain.tries import last_day, tries_left
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import moment_words, times
from reviewlog.render.words.sitewords import MARKS, SURE

ANSWER_WORDS = {
    "removed": "The review was taken down.",
    "refused": "The site said no.",
    "asked-for-more": "The site asked for more.",
}
SILENT = "It has not answered yet. Asking again does not speed it up, and may count as misuse."
OVER = "NO TRY IS LEFT: do not send it again."
NOTICE = "Is there a notice? Its own date counts: --notice 'its number' --deadline WHEN"
_WINDOWS = ("report", "decision", "appeal", "author", "notice")


def known_words(known: Known, today: date) -> str:
    """Return how surely a fact is known and how old it is; an old one says so."""
    if not known.checked:
        return "How sure: not known."
    sure = SURE.get(known.sure, "not known how")
    words = f"How sure: {sure}, checked {known.checked}"
    if is_old(known.checked, today):
        words += " - OLD, more than a year ago: look at the site's page before you rely on it"
    return f"{words}. {known.source}".rstrip()


def try_lines(rules: Site, dispute: Dispute, now: datetime) -> Iterator[str]:
    """Say how often it was reported, how often it may be, and what the site says of repeats."""
    yield from _reported(dispute, now)
    left = tries_left(rules, dispute)
    if left == 0:
        yield OVER
    elif left is not None:
        yield f"{left} tr{'y' if left == 1 else 'ies'} left."
    yield from _limits((rules.tries, rules.appeals), now)
    for waiting in dispute.waiting:
        yield _set(moment_from_field(waiting.fields["due"]), now)


def _set(day: Moment, now: datetime) -> str:
    over = "; it is over. Answer all the same, and say that you are late" if day.end < now else ""
    return f"Set by the site: {moment_words(day, now)}{over}."


def _reported(dispute: Dispute, now: datetime) -> Iterator[str]:
    last = dispute.last_report
    if last is None:
        yield "Nothing was sent yet."
        return
    told = f"Reported {times(dispute.tries)}" if dispute.tries else "Reported early"
    yield f"{told}, last on {moment_words(last.happened, now)}."
    yield ANSWER_WORDS[dispute.state] if dispute.answer is not None else SILENT


def _limits(limits: tuple[Limit, ...], now: datetime) -> Iterator[str]:
    for limit in limits:
        if limit.says:
            yield aged(limit.says, limit.known, now)


def window_lines(
    rules: Site,
    review: Track | None,
    threat: Moment | None,
    now: datetime,
    *,
    part: str = "",
    noticed: bool = False,
) -> Iterator[str]:
    """Return the times that the site names, with the day where the log knows it.

    Where it has several kinds of reviews, only those of the `part`; once a notice has named a day
    (`noticed`), that one counts and no other.
    """
    every: list[Window] = [w for word in _WINDOWS for w in rules.windows_of(word)]
    windows = [w for w in every if not (noticed and w.id == "notice")]
    windows = [w for w in windows if not part or w.part in ("", part)]
    for window in windows:
        last = last_day(window, review, threat)
        yield f"{aged(window.says, window.known, now)}{_until(last, now)}"
    if any(window.id == "notice" for window in windows):
        yield NOTICE


def _until(last: date | None, now: datetime) -> str:
    if last is None:
        return ""
    day = short_date(last.isoformat(), now.date().isoformat())
    return f" That is until {day}." if last >= now.date() else f" That was until {day}; it is over."


def aged(says: str, known: Known, now: datetime) -> str:
    """Return what a site says, with what to beware of: heard elsewhere, remembered, or old."""
    marks = [MARKS.get(known.sure, "")]
    marks += [f"OLD, checked {known.checked}"] if is_old(known.checked, now.date()) else []
    marked = ", ".join(mark for mark in marks if mark)
    return f"{says} ({marked})" if marked else says
