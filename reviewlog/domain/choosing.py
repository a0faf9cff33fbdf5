"""Choosing a ground: the questions that a site's own rules put to the owner, and what follows.

Nothing is guessed from the words of a review: what fits is what the owner says yes to.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.domain.site import Ground, NotGround, Site

YES, NO, UNSURE = ANSWERS = ("yes", "no", "unsure")
WHYS = (
    "not-heard",
    "not-known",
    "no-ground",
    "threat-only",
    "nothing-up",
    "too-late",
    "too-early",
    "gone",
)
"""Why no report is prepared: the site does not hear it, the owner does not know yet, nothing fits,
there is only a threat, there is no review, the report was for the time before the review or is for
the time after it, and the review is gone."""
BY_NOTICE = "notice"
"""The need of a ground that answers what the site sent, whether or not there is a review."""


class Situation(NamedTuple):
    """What decides which grounds come into question."""

    has_review: bool
    """Whether there is a review; else it is about a threat."""
    has_threat: bool = False
    part: str = ""
    """Which kind of review it is, on a site that has several."""


class Question(NamedTuple):
    """One question to the owner, about something the site acts on or does not hear."""

    id: str
    ask: str
    acts: bool
    """Whether the site acts on it; else it is no ground."""


class Verdict(NamedTuple):
    """What the answers come to."""

    grounds: tuple[Ground, ...]
    """Those that fit."""
    not_grounds: tuple[NotGround, ...]
    """What the site will not act on, where no ground fits."""
    unsure: tuple[Ground, ...] = ()
    """Those that the owner cannot tell yet, where no ground fits: not knowing is not a no."""


def parts_of(site: Site, situation: Situation) -> tuple[str, ...]:
    """Return the kinds of review that a site judges by rules of their own; empty for one kind."""
    found = dict.fromkeys(g.part for g in site.grounds if g.part and comes_up(g, situation))
    return tuple(found) if len(found) > 1 else ()


def candidates(site: Site, situation: Situation) -> tuple[Ground, ...]:
    """Return the grounds that come into question; what is meant for threats first after one."""
    fitting = [g for g in site.grounds if comes_up(g, situation) and _of_part(g, situation)]
    return tuple(sorted(fitting, key=lambda g: not (g.on_threat and situation.has_threat)))


def questions(site: Site, situation: Situation) -> tuple[Question, ...]:
    """Return what to ask, one after the other: the grounds, then what is none."""
    grounds = candidates(site, situation)
    refusals = (n for n in site.not_grounds if _of_part(n, situation))
    return (
        *(Question(g.id, g.ask, acts=True) for g in grounds),
        *(Question(n.id, n.ask, acts=False) for n in refusals),
    )


def verdict(site: Site, situation: Situation, answers: Mapping[str, str]) -> Verdict:
    """Return what fits; only a plain yes counts."""
    fitting = candidates(site, situation)
    grounds = tuple(g for g in fitting if answers.get(g.id) == YES)
    unsure = () if grounds else tuple(g for g in fitting if answers.get(g.id) == UNSURE)
    refusals = (n for n in site.not_grounds if _of_part(n, situation))
    said = tuple(n for n in refusals if answers.get(n.id) == YES)
    return Verdict(grounds, () if grounds else said, unsure)


def why_none(site: Site, situation: Situation, found: Verdict) -> str:
    """Return why there is no ground, as a word of WHYS."""
    if not candidates(site, situation):
        if situation.has_review:
            return "no-ground"
        return "threat-only" if situation.has_threat else "nothing-up"
    if found.not_grounds:
        return "not-heard"
    return "not-known" if found.unsure else "no-ground"


def answers_notice(ground: Ground) -> bool:
    """Whether a ground answers what the site sent, instead of reporting something to it."""
    return BY_NOTICE in ground.needs


def comes_up(ground: Ground, situation: Situation) -> bool:
    """Whether a ground can be used at all now: before the review, after it, or upon a notice."""
    if answers_notice(ground):
        return True
    return ground.after_review if situation.has_review else ground.before_review


def _of_part(one: Ground | NotGround, situation: Situation) -> bool:
    return one.part in ("", situation.part) or not situation.part
