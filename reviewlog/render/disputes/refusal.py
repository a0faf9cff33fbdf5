"""Why no report is prepared now, and what helps instead: nothing was asked, or nothing fits."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reviewlog.domain.choosing import Verdict
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.site import Ground, NotGround, Site
from reviewlog.domain.sites import UNKNOWN
from reviewlog.render.disputes.shape import known_shape
from reviewlog.render.disputes.tries import known_words
from reviewlog.render.layout.wrapping import INDENT, wrapped

if TYPE_CHECKING:
    from reviewlog.render.promised import disputes

NO_GROUND = (
    "Leave the report. Set the facts right in public, once and calmly; a report without a ground"
    " wastes a try."
)
KEEP = (
    "Keep the proof now: their words as they said them, the day and the hour, and a picture of the"
    " message that shows who sent it. Answer no demand in a hurry."
)
WATCH = (
    "Watch the page once a day, without being signed in. When the review is up, take a picture of it"
    " and write it down; then ask again:"
)


class Refused(NamedTuple):
    """No report, and everything to say about it."""

    number: str
    rules: Site
    why: str
    """A word of `choosing.WHYS`."""
    verdict: Verdict = Verdict((), ())
    ground: Ground | None = None
    """The one that was named and is not for now."""
    fits: tuple[Ground, ...] = ()
    """Those that come into question instead."""


def refusal_text(refused: Refused, now: datetime, width: int) -> str:
    """Say why there is no report, and what to do instead."""
    lines = _WORDS[refused.why](refused, now, width)
    return "\n".join([*lines, "Nothing was written."])


def _not_heard(refused: Refused, now: datetime, width: int) -> list[str]:
    title = harmless_line(refused.rules.title)
    lines: list[str] = []
    for one in refused.verdict.not_grounds:
        lines += _refusal(one, title, now, width)
    return lines + (_open(refused, width) if refused.verdict.unsure else [])


def _refusal(one: NotGround, title: str, now: datetime, width: int) -> list[str]:
    return [
        *wrapped(f"{title} will not act on this: {one.name}.", width, ""),
        *wrapped(f"Do this instead: {one.instead}", width),
        *wrapped(known_words(one.known, now.date()), width),
    ]


def _not_known(refused: Refused, now: datetime, width: int) -> list[str]:  # noqa: ARG001
    title = harmless_line(refused.rules.title)
    return [*wrapped(f"Not yet clear whether {title} would act on it.", width, ""),
            *_open(refused, width)]  # fmt: skip


def _open(refused: Refused, width: int) -> list[str]:
    lines = wrapped("What you do not know yet is not a no. Find out, then ask again:", width, "")
    for ground in refused.verdict.unsure:
        lines += wrapped(f"- {ground.name}: {ground.ask}", width)
    return [*lines, _again(refused)]


def _no_ground(refused: Refused, now: datetime, width: int) -> list[str]:  # noqa: ARG001
    title = harmless_line(refused.rules.title)
    return [
        *wrapped(f"None of the grounds on which {title} acts fits.", width, ""),
        *wrapped(NO_GROUND, width, ""),
    ]


def _threat_only(refused: Refused, now: datetime, width: int) -> list[str]:
    return [
        *wrapped(_before(refused.rules), width, ""),
        *_known_answer(refused.rules, now, width),
        *wrapped(KEEP, width, ""),
        f"{INDENT}reviewlog attach {refused.number} FILE --how screenshot --shows message",
        *wrapped(WATCH, width, ""),
        _write(refused),
        _again(refused),
    ]


def _known_answer(rules: Site, now: datetime, width: int) -> list[str]:
    answer = rules.early_report
    known = answer.value != UNKNOWN
    return wrapped(known_words(answer.known, now.date()), width) if known else []


def _before(rules: Site) -> str:
    title = harmless_line(rules.title)
    if rules.early_report.value == UNKNOWN:
        return f"Whether {title} takes a report before the review is there is not known."
    return f"{title} takes no report before the review is there: nothing can be reported yet."


def _nothing_up(refused: Refused, now: datetime, width: int) -> list[str]:  # noqa: ARG001
    title = harmless_line(refused.rules.title)
    said = f"The log holds no review on {title}: there is nothing to report yet. If one is up:"
    return [*wrapped(said, width, ""), _write(refused), _again(refused)]


def _too_late(refused: Refused, now: datetime, width: int) -> list[str]:
    named = refused.ground.name if refused.ground else ""
    said = f"“{named}” works only while there is no review, and one is up."
    return [*wrapped(said, width, ""), *_known_ground(refused, now, width), *_fits(refused, width)]


def _too_early(refused: Refused, now: datetime, width: int) -> list[str]:
    named, title = refused.ground.name if refused.ground else "", refused.rules.title
    said = f"“{named}” is for a review that is up, and the log holds none on {title}. If one is up:"
    return [
        *wrapped(said, width, ""),
        _write(refused),
        *_known_ground(refused, now, width),
        *_fits(refused, width),
    ]


def _known_ground(refused: Refused, now: datetime, width: int) -> list[str]:
    return wrapped(known_words(refused.ground.known, now.date()), width) if refused.ground else []


def _fits(refused: Refused, width: int) -> list[str]:
    lines = ["What comes into question now:"] if refused.fits else []
    for ground in refused.fits:
        lines += wrapped(f"- {ground.name}: {ground.means}", width)
        lines.append(f"{INDENT * 2}{_again(refused).strip()} --ground {ground.id}")
    return lines


def _gone(refused: Refused, now: datetime, width: int) -> list[str]:  # noqa: ARG001
    title, site = harmless_line(refused.rules.title), refused.rules.id
    said = (
        f"The review is gone from {title}: nothing is left to report. If it is back, write it down:"
    )
    return [said, f"{INDENT}reviewlog review {refused.number} --site {site} --changed"]


def _write(refused: Refused) -> str:
    line = f"reviewlog review {refused.number} --site {refused.rules.id} --stars 1"
    return f"{INDENT}{line} --as NAME --text 'their words' --url ADDRESS"


def _again(refused: Refused) -> str:
    return f"{INDENT}reviewlog dispute {refused.number} --site {refused.rules.id}"


_WORDS: dict[str, Callable[[Refused, datetime, int], list[str]]] = {
    "not-heard": _not_heard,
    "not-known": _not_known,
    "no-ground": _no_ground,
    "threat-only": _threat_only,
    "nothing-up": _nothing_up,
    "too-late": _too_late,
    "too-early": _too_early,
    "gone": _gone,
}


def refusal_shape(refused: Refused, now: datetime) -> "disputes.Report":
    """Return why there is no report, and what to do instead."""
    found = refused.verdict
    return {
        "incident": refused.number,
        "entry": None,
        "site": refused.rules.id,
        "review": None,
        "ground": None,
        "one_ground": None,
        "dispute": None,
        "needs": [],
        "form": [],
        "statement": "",
        "left_out": 0,
        "why": refused.why,
        "instead": [
            {"id": n.id, "name": n.name, "instead": n.instead, **known_shape(n.known, now)}
            for n in found.not_grounds
        ],
        "find_out": [{"id": g.id, "name": g.name, "ask": g.ask} for g in found.unsure],
        "fits": [{"id": g.id, "name": g.name} for g in refused.fits],
    }
