"""`when`, `unless`, `use_when`, `not_when`: facts in the words of playbooks."""

from collections.abc import Mapping

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.touch import reaches
from reviewlog.domain.playbook import Conditions

Words = Mapping[str, str]

A_FEW = 3
"""From so many standing reviews on they are several: one or two may be one person's day."""


def matches(conditions: Conditions, words: Words) -> bool:
    """Whether every fact has one of the words allowed for it."""
    return all(words[name] in allowed for name, allowed in conditions.items())


def excludes(conditions: Conditions, words: Words) -> bool:
    """Whether any fact has one of the words that rule it out."""
    return any(words[name] in ruled_out for name, ruled_out in conditions.items())


def fact_words(facts: Facts, *, budget_used: bool) -> dict[str, str]:
    """Return the facts in the words that playbooks use (`playbook.FACT_WORDS`)."""
    return {
        "threat": facts.threat,
        "review": facts.review,
        "verdict": facts.verdict,
        "demand": facts.demand,
        "offer": facts.offer,
        "quote": "kept" if facts.quote_kept else "missing",
        "pleased": "said" if facts.pleased else "unsaid",
        "customer": "known" if facts.customer else "unknown",
        "budget": "used" if budget_used else "left",
        "reviews": _how_many(len(facts.standing_reviews)),
        "reply": facts.reply,
        "evidence": "kept" if facts.evidence_kept else "missing",
        "cooling": "none" if facts.contacts.cooling_until is None else "set",
        "talk": "public" if facts.in_public else "private",
        "contact": "again" if any(map(reaches, facts.entries)) else "first",
        "history": "again" if facts.earlier_demands else "first",
        "outcome": facts.outcome or "none",
        "asking": facts.asking,
        "inviting": facts.inviting,
        "early_report": facts.early_report,
        "report": facts.report,
    }


def _how_many(reviews: int) -> str:
    return "several" if reviews >= A_FEW else "one" if reviews else "none"
