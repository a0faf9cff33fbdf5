"""`when`, `unless`, `use_when`, `not_when`: facts in the words of playbooks."""

from reviewlog.domain.facts import Facts
from reviewlog.domain.playbook import Conditions


def matches(conditions: Conditions, facts: Facts, *, budget_used: bool) -> bool:
    """Whether every fact has one of the words allowed for it."""
    words = fact_words(facts, budget_used=budget_used)
    return all(set(words[name]) & set(allowed) for name, allowed in conditions.items())


def excludes(conditions: Conditions, facts: Facts, *, budget_used: bool) -> bool:
    """Whether any fact has one of the words that rule it out."""
    words = fact_words(facts, budget_used=budget_used)
    return any(set(words[name]) & set(ruled_out) for name, ruled_out in conditions.items())


def fact_words(facts: Facts, *, budget_used: bool) -> dict[str, tuple[str, ...]]:
    """Return the facts in the words that playbooks use (`playbook.FACT_WORDS`)."""
    return {
        "threat": (facts.threat,),
        "review": (facts.review,),
        "verdict": (facts.verdict,),
        "demand": (facts.demand,),
        "offer": (facts.offer,),
        "quote": ("kept" if facts.quote_kept else "missing",),
        "pleased": ("said" if facts.pleased else "unsaid",),
        "customer": ("known" if facts.customer else "unknown",),
        "budget": ("used" if budget_used else "left",),
    }
