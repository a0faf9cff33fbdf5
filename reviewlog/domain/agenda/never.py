"""Rules above every playbook. They bind what we advise, draft and plan, never what may be written down.

A rule is a sentence of explanation, where it comes from, and a test. A repair that is owed
anyway (kind `attempt` after an accepted offer) is never barred but where people are in danger.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from reviewlog.domain.agenda.acts import CONTACT_KINDS as CONTACT_KINDS
from reviewlog.domain.agenda.acts import GOODWILL_KINDS as GOODWILL_KINDS
from reviewlog.domain.agenda.acts import (
    Act,
    hangs,
    in_danger,
    is_asked_again,
    is_bribe,
    is_burying,
    is_early,
    is_forbidden,
    is_unasked_for,
)
from reviewlog.domain.agenda.acts import acts_as as acts_as
from reviewlog.domain.agenda.acts import kinds_of as kinds_of
from reviewlog.domain.agenda.unfit import LEGAL, PERSONAL, REVIEW, REWARD, YOU
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Step
from reviewlog.domain.vocabulary import STEP_KINDS
from reviewlog.domain.wording import COMMAND

SAID_KINDS = CONTACT_KINDS | {"attempt", "reply"}
"""Kinds of steps whose lines are for the customer; the lines of others are for the owner."""
_TOLD = frozenset(STEP_KINDS) - {"dispute"}

JOINT = ", "
"""What stands between the ids of several rules in an entry."""


class NeverRule(NamedTuple):
    """A rule that no playbook can lift; an owner may, with a reason that is logged."""

    id: str
    sentence: str
    source: tuple[str, ...]
    """Ids of advice, or the name of a site's rule or a law."""
    bars: Callable[[Act], bool] | None = None
    """Whether it stands against an act; None for a rule about words."""
    bars_line: Callable[[str, str], bool] | None = None
    """Whether it stands against a line said in a step of a kind; None for a rule about acts."""


def _joins(kind: str, line: str) -> bool:
    """Whether a line ties a reward to a review.

    What an owner asks himself, or tells a site, may name both; what speaks to “you” may not.
    """
    if kind == "attempt":
        return REVIEW.is_in(line)
    if kind == "request":
        return REWARD.is_in(line)
    spoken = kind in SAID_KINDS or (kind in _TOLD and YOU.is_in(line))
    return spoken and REVIEW.is_in(line) and REWARD.is_in(line)


RULES = (
    NeverRule(
        "danger",
        "Somebody may be in danger: no contact and no offer.",
        ("T1", "safety stands above the shop"),
        in_danger,
    ),
    NeverRule(
        "leave-alone",
        "They asked not to be contacted.",
        ("B6", "laws against harassment"),
        lambda act: act.facts.contacts.leave_alone and (act.is_contact or is_unasked_for(act)),
    ),
    NeverRule(
        "nobody",
        "Nobody knows who the reviewer is.",
        ("N6", "data protection: a guess tells a stranger about a customer"),
        lambda act: act.is_contact and act.facts.customer is None and not act.facts.shop,
    ),
    NeverRule(
        "budget",
        "They have not answered; one more contact would badger them.",
        ("B6",),
        lambda act: act.is_contact and act.budget_used,
    ),
    NeverRule(
        "extortion",
        "Money for a review invites the next demand: no offer.",
        ("T3", "Google: do not engage, do not pay"),
        is_bribe,
    ),
    NeverRule(
        "no-talk",
        "No talk with somebody who wants money for a review: every answer is a lever.",
        ("T3", "Google: do not engage, do not pay"),
        lambda act: act.is_contact and act.facts.verdict == "extortion",
    ),
    NeverRule(
        "too-early",
        "Nothing may be asked for before it is put right and they say so.",
        ("B8", "Google, Vrbo: no goodwill in exchange for a review"),
        is_early,
    ),
    NeverRule(
        "open-offer",
        "An offer of ours is still open; a request beside it would look like its price.",
        ("B8", "Google, Vrbo: no goodwill in exchange for a review"),
        hangs,
    ),
    NeverRule(
        "burying",
        "A bad review is not buried under reviews that were asked for.",
        ("N8", "16 CFR 465 (US), DMCC Act (UK): no bought or steered reviews"),
        is_burying,
    ),
    NeverRule(
        "site-forbids",
        "The site forbids asking for it.",
        ("B8", "Yelp: ask nobody"),
        is_forbidden,
    ),
    NeverRule(
        "asked-once",
        "They were asked once; asking again would press them.",
        ("B6", "B8"),
        is_asked_again,
    ),
    NeverRule(
        "cooling",
        "They are to be left in peace until then.",
        ("B5",),
        lambda act: act.is_contact and act.cooling,
    ),
    NeverRule(
        "gap",
        "The last message is too fresh; the next one so soon would badger them.",
        ("B6",),
        lambda act: act.is_contact and act.too_soon,
    ),
    NeverRule(
        "wall",
        "What is put right and what is asked for are never in one breath.",
        ("N7", "B8", "Google, Vrbo: no goodwill in exchange for a review"),
        bars_line=lambda kind, line: _joins(kind, line),
    ),
    NeverRule(
        "legal-threat",
        "No threat with lawyers or courts.",
        ("D4", "16 CFR 465 (US): no unfounded legal threats against reviewers"),
        bars_line=lambda kind, line: kind in SAID_KINDS and LEGAL.is_in(line),
    ),
    NeverRule(
        "personal",
        "What all can read says nothing of who they are or what they paid.",
        ("N6", "data protection; HIPAA in health trades"),
        bars_line=lambda kind, line: kind == "reply" and PERSONAL.is_in(line),
    ),
)
"""Every rule; of several that stand against one thing the first is named."""


def bar(step: Step, facts: Facts, *, budget_used: bool, asked: bool = False) -> NeverRule | None:
    """Return the rule against proposing a step now, or None.

    Cooling and the smallest gap are no bars here: they only put a step off.
    """
    answers = step.done_by.get("entry") == ("demand",)
    acts = (
        Act(kind, facts, budget_used, asked, answers) for kind in kinds_of(step.kind, step.done_by)
    )
    return next((rule for act in acts if (rule := _first(act))), None)


def rule_against(
    kind: str,
    facts: Facts,
    *,
    budget_used: bool,
    cooling: bool = False,
    too_soon: bool = False,
    set_aside: str = "",
) -> NeverRule | None:
    """Return the first rule against planning something of a kind, or None.

    `set_aside` are the rules that an owner overruled with a reason; the others still stand.
    """
    rules = rules_against(kind, facts, budget_used=budget_used, cooling=cooling, too_soon=too_soon)
    aside = aside_ids(set_aside)
    return next((rule for rule in rules if rule.id not in aside), None)


def rules_against(
    kind: str, facts: Facts, *, budget_used: bool, cooling: bool = False, too_soon: bool = False
) -> tuple[NeverRule, ...]:
    """Return every rule against planning something of a kind."""
    act = Act(kind, facts, budget_used, cooling=cooling, too_soon=too_soon)
    return tuple(rule for rule in RULES if rule.bars and rule.bars(act))


def aside_ids(joined: str) -> tuple[str, ...]:
    """Return the ids of the rules that a plan was made against, as its entry joins them."""
    return tuple(joined.split(JOINT)) if joined else ()


def _first(act: Act) -> NeverRule | None:
    return next((rule for rule in RULES if rule.bars and rule.bars(act)), None)


def forbidden_line(kind: str, line: str) -> NeverRule | None:
    """Return the rule against saying a line in a step of a kind, or None.

    Lines that are to be typed are not said to anybody.
    """
    if line.startswith(COMMAND):
        return None
    return next((rule for rule in RULES if rule.bars_line and rule.bars_line(kind, line)), None)


def forbidden_lines(kind: str, line: str, personal: Iterable[str] = ()) -> tuple[NeverRule, ...]:
    """Return every rule against saying a line; `personal` are words that tell who somebody is."""
    named = kind == "reply" and any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line, re.IGNORECASE) for word in personal
    )
    return tuple(
        rule
        for rule in RULES
        if rule.bars_line and (rule.bars_line(kind, line) or (named and rule.id == "personal"))
    )


def forbidden_words(step: Step) -> NeverRule | None:
    """Return the rule against what a step has the owner say, or None.

    `avoid` may name what must not be said, and `why` is told to nobody.
    """
    lines = (step.title, *step.say)
    found = (
        forbidden_line(kind, line) for kind in kinds_of(step.kind, step.done_by) for line in lines
    )
    return next((rule for rule in found if rule), None)


def rule_of(name: str) -> NeverRule | None:
    """Return the rule of an id."""
    return next((rule for rule in RULES if rule.id == name), None)
