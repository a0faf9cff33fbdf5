"""Choosing a ground: the questions that a site's own rules put to the owner, and what follows.

Nothing is guessed from the words of a review: what fits is what the owner says yes to.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.domain.site import Ground, NotGround, Site

YES, NO, UNSURE = ANSWERS = ("yes", "no", "unsure")


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


def parts_of(site: Site, situation: Situation) -> tuple[str, ...]:
    """Return the kinds of review that a site judges by rules of their own; empty for one kind."""
    found = dict.fromkeys(g.part for g in site.grounds if g.part and _comes_up(g, situation))
    return tuple(found) if len(found) > 1 else ()


def candidates(site: Site, situation: Situation) -> tuple[Ground, ...]:
    """Return the grounds that come into question; what is meant for threats first after one."""
    fitting = [g for g in site.grounds if _comes_up(g, situation) and _of_part(g, situation)]
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
    grounds = tuple(g for g in candidates(site, situation) if answers.get(g.id) == YES)
    refusals = (n for n in site.not_grounds if _of_part(n, situation))
    said = tuple(n for n in refusals if answers.get(n.id) == YES)
    return Verdict(grounds, () if grounds else said)


def _comes_up(ground: Ground, situation: Situation) -> bool:
    return ground.after_review if situation.has_review else ground.before_review


def _of_part(one: Ground | NotGround, situation: Situation) -> bool:
    return one.part in ("", situation.part) or not situation.part
