"""What somebody thinks of doing, and the tests that the rules above every playbook put to it."""

from typing import NamedTuple

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.touch import is_contact_of_ours
from reviewlog.domain.playbook import Conditions, Step

CONTACT_KINDS = frozenset(("call", "write", "request"))
GOODWILL_KINDS = frozenset(("attempt", "request"))
ANSWER_KINDS = frozenset(("reply", "wait"))


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


def in_danger(act: Act) -> bool:
    """Whether the rule stands against an act."""
    reaches = act.kind in CONTACT_KINDS | GOODWILL_KINDS | ANSWER_KINDS or act.answers_demand
    return act.facts.in_danger and reaches


def is_bribe(act: Act) -> bool:
    """Whether the rule stands against an act."""
    owed = act.facts.offer == "accepted"
    return act.kind in GOODWILL_KINDS and act.facts.verdict == "extortion" and not owed


def is_unasked_for(act: Act) -> bool:
    """Whether it is an offer that they did not agree to and that was not granted either."""
    agreed = act.facts.offer == "accepted"
    granted = any(t.state == "granted" for t in act.facts.demands)
    return act.kind == "attempt" and not agreed and not granted


def is_early(act: Act) -> bool:
    """Whether the rule stands against an act."""
    if act.kind != "request" or act.facts.shop:
        return False
    if act.facts.offer != "delivered" or not act.facts.pleased:
        return True
    put_right = max(anchor.at.start for anchor in act.facts.anchors["delivered"])
    return act.facts.anchors["pleased"][-1].at.end < put_right


def is_burying(act: Act) -> bool:
    """Whether the rule stands against an act."""
    stands = act.facts.review in ("up", "changed")
    return act.kind == "request" and stands and not act.facts.pleased


def is_forbidden(act: Act) -> bool:
    """Whether the rule stands against an act."""
    said = act.facts.inviting if act.facts.shop else act.facts.asking
    return act.kind == "request" and said == "forbidden"


def hangs(act: Act) -> bool:
    """Whether the rule stands against an act."""
    return act.kind == "request" and any(t.state == "offered" for t in act.facts.attempts)


def is_asked_again(act: Act) -> bool:
    """Of a customer; an invitation goes to other people every time."""
    return act.kind == "request" and not act.facts.shop and (act.asked or act.facts.asked)


def acts_as(step: Step) -> str:
    """Return the kind whose rules hold: what a contact or an offer of ours does is one, by any name."""
    return kinds_of(step.kind, step.done_by)[-1]


def kinds_of(kind: str, done_by: Conditions) -> tuple[str, ...]:
    """Return the kinds whose rules a step must pass: its own, then what it comes to."""
    if kind in CONTACT_KINDS or kind == "wait":
        return (kind,)
    if is_contact_of_ours(done_by):
        return (kind, "write")
    offers = done_by.get("entry") == ("attempt",) and kind not in ("attempt", "collect")
    return (kind, "attempt") if offers else (kind,)
