"""Rules above every playbook. They bind what we advise and plan, never what may be written down.

Each rule is a sentence of explanation and a test on a step and the facts. A repair that is
owed anyway (kind `attempt` after an accepted offer) is never barred but where people are in
danger.
"""

from reviewlog.domain.facts import Facts
from reviewlog.domain.playbook import Step

CONTACT_KINDS = frozenset(("call", "write", "request"))
GOODWILL_KINDS = frozenset(("attempt", "request"))


def _answers_them(step: Step) -> bool:
    """Whether a step answers or waits for them: a reply, a wait, the answer to a demand."""
    return step.kind in ("reply", "wait") or step.done_by.get("entry") == ("demand",)


def bar(step: Step, facts: Facts, *, budget_used: bool) -> str | None:
    """Return why a step must not be proposed, or None."""
    contact, goodwill = step.kind in CONTACT_KINDS, step.kind in GOODWILL_KINDS
    rules = (
        (
            facts.in_danger and (contact or goodwill or _answers_them(step)),
            "Somebody may be in danger: no contact and no offer.",
        ),
        (
            contact and facts.contacts.leave_alone,
            "They asked not to be contacted.",
        ),
        (
            contact and facts.customer is None,
            "Nobody knows who the reviewer is.",
        ),
        (
            contact and budget_used,
            "They have not answered; one more contact would badger them.",
        ),
        (
            goodwill and facts.verdict == "extortion" and facts.offer != "accepted",
            "Money for a review invites the next demand: no offer.",
        ),
        (
            step.kind == "request" and not (facts.offer == "delivered" and facts.pleased),
            "Nothing may be asked for before it is put right and they say so.",
        ),
    )
    return next((sentence for barred, sentence in rules if barred), None)
