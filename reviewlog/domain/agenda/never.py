"""Rules above every playbook. They bind what we advise, draft and plan, never what may be written down.

A rule is a sentence of explanation, where it comes from, and a test. A repair that is owed
anyway (kind `attempt` after an accepted offer) is never barred but where people are in danger.
"""

from collections.abc import Callable
from typing import NamedTuple

from reviewlog.domain.agenda.unfit import LEGAL, PERSONAL, REVIEW, REWARD
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Step
from reviewlog.domain.wording import COMMAND

CONTACT_KINDS = frozenset(("call", "write", "request"))
GOODWILL_KINDS = frozenset(("attempt", "request"))
ANSWER_KINDS = frozenset(("reply", "wait"))
SAID_KINDS = CONTACT_KINDS | {"attempt", "reply"}
"""Kinds of steps whose lines are for the customer; the lines of others are for the owner."""


class Act(NamedTuple):
    """Something that somebody thinks of doing, and how things stand."""

    kind: str
    facts: Facts
    budget_used: bool = False
    asked: bool = False
    """Whether a request was made already."""
    answers_demand: bool = False
    cooling: bool = False
    """Whether it would fall into the time in which they are left in peace."""
    too_soon: bool = False
    """Whether it would come before the smallest gap is over."""

    @property
    def is_contact(self) -> bool:
        """Whether it would reach the customer."""
        return self.kind in CONTACT_KINDS


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


def _in_danger(act: Act) -> bool:
    reaches = act.kind in CONTACT_KINDS | GOODWILL_KINDS | ANSWER_KINDS or act.answers_demand
    return act.facts.in_danger and reaches


def _is_bribe(act: Act) -> bool:
    owed = act.facts.offer == "accepted"
    return act.kind in GOODWILL_KINDS and act.facts.verdict == "extortion" and not owed


def _is_early(act: Act) -> bool:
    if act.kind != "request" or act.facts.shop:
        return False
    if act.facts.offer != "delivered" or not act.facts.pleased:
        return True
    put_right = max(anchor.at.start for anchor in act.facts.anchors["delivered"])
    return act.facts.anchors["pleased"][-1].at.end < put_right


def _is_burying(act: Act) -> bool:
    stands = act.facts.review in ("up", "changed")
    return act.kind == "request" and stands and not act.facts.pleased


def _is_forbidden(act: Act) -> bool:
    said = act.facts.inviting if act.facts.shop else act.facts.asking
    return act.kind == "request" and said == "forbidden"


def _hangs(act: Act) -> bool:
    return act.kind == "request" and any(t.state == "offered" for t in act.facts.attempts)


def _is_asked_again(act: Act) -> bool:
    """Of a customer; an invitation goes to other people every time."""
    return act.kind == "request" and not act.facts.shop and (act.asked or act.facts.asked)


RULES = (
    NeverRule(
        "danger",
        "Somebody may be in danger: no contact and no offer.",
        ("T1", "safety stands above the shop"),
        _in_danger,
    ),
    NeverRule(
        "leave-alone",
        "They asked not to be contacted.",
        ("B6", "laws against harassment"),
        lambda act: act.is_contact and act.facts.contacts.leave_alone,
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
        _is_bribe,
    ),
    NeverRule(
        "too-early",
        "Nothing may be asked for before it is put right and they say so.",
        ("B8", "Google, Vrbo: no goodwill in exchange for a review"),
        _is_early,
    ),
    NeverRule(
        "open-offer",
        "An offer of ours is still open; a request beside it would look like its price.",
        ("B8", "Google, Vrbo: no goodwill in exchange for a review"),
        _hangs,
    ),
    NeverRule(
        "burying",
        "A bad review is not buried under reviews that were asked for.",
        ("N8", "16 CFR 465 (US), DMCC Act (UK): no bought or steered reviews"),
        _is_burying,
    ),
    NeverRule(
        "site-forbids",
        "The site forbids asking for it.",
        ("B8", "Yelp: ask nobody"),
        _is_forbidden,
    ),
    NeverRule(
        "asked-once",
        "They were asked once; asking again would press them.",
        ("B6", "B8"),
        _is_asked_again,
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
        bars_line=lambda kind, line: (
            (kind == "attempt" and REVIEW.is_in(line)) or (kind == "request" and REWARD.is_in(line))
        ),
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
    return _first(Act(step.kind, facts, budget_used, asked, answers))


def rule_against(
    kind: str,
    facts: Facts,
    *,
    budget_used: bool,
    cooling: bool = False,
    too_soon: bool = False,
    set_aside: str = "",
) -> NeverRule | None:
    """Return the rule against planning something of a kind, or None.

    `set_aside` is the rule that an owner overruled with a reason; the others still stand.
    """
    act = Act(kind, facts, budget_used, cooling=cooling, too_soon=too_soon)
    return _first(act, set_aside)


def _first(act: Act, set_aside: str = "") -> NeverRule | None:
    bars = (rule for rule in RULES if rule.bars and rule.id != set_aside and rule.bars(act))
    return next(bars, None)


def forbidden_line(kind: str, line: str) -> NeverRule | None:
    """Return the rule against saying a line in a step of a kind, or None.

    Lines that are to be typed are not said to anybody.
    """
    if line.startswith(COMMAND):
        return None
    return next((rule for rule in RULES if rule.bars_line and rule.bars_line(kind, line)), None)


def forbidden_words(step: Step) -> NeverRule | None:
    """Return the rule against what a step has the owner say, or None.

    `avoid` may name what must not be said, and `why` is told to nobody.
    """
    found = (forbidden_line(step.kind, line) for line in (step.title, *step.say))
    return next((rule for rule in found if rule), None)


def rule_of(name: str) -> NeverRule | None:
    """Return the rule of an id."""
    return next((rule for rule in RULES if rule.id == name), None)
