"""Which words each fact may have while a step is open; none left means it never comes up."""

from collections.abc import Mapping

from reviewlog.domain.agenda.never import CONTACT_KINDS, GOODWILL_KINDS
from reviewlog.domain.playbook import FACT_WORDS, Step

Words = dict[str, frozenset[str]]

_STANDING = {"review": ("up", "changed"), "reviews": ("one", "several"), "reply": ("posted", "missing")}  # fmt: skip
_TRIED = {"offer": ("offered", "accepted", "refused", "delivered")}
_ASKED = {"demand": ("open", "granted", "countered", "declined")}
IMPLIED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pleased": {"pleased": ("said",)},
    "threat": {"threat": ("none", "veiled", "open", "harm", "withdrawn")},
    "review": _STANDING,
    "demand": {"demand": ("open",)},
    "granted": _ASKED,
    "countered": _ASKED,
    "declined": _ASKED,
    "offered": {"offer": ("offered", "accepted", "delivered")},
    "accepted": {"offer": ("accepted",)},
    "refused": _TRIED,
    "delivered": {"offer": ("accepted", "delivered")},
    "cooling": {"cooling": ("set",)},
}
"""What must hold while something is there to count from."""


def root_of(step: Step, steps: Mapping[str, Step]) -> str:
    """Return the fact that a step counts from, through the steps before it."""
    while step.after in steps:
        step = steps[step.after]
    return step.after


def open_words(step: Step, steps: Mapping[str, Step]) -> Words:
    """Return the words each fact may have while a step is open."""
    words = {name: frozenset(known) for name, known in FACT_WORDS.items()}
    for name, allowed in step.when.items():
        words[name] &= frozenset(allowed)
    for name, ruled_out in step.unless.items():
        words[name] -= frozenset(ruled_out)
    for name, implied in IMPLIED.get(root_of(step, steps), {}).items():
        words[name] &= frozenset(implied)
    return words


def impossible(words: Words) -> str | None:
    """Return a fact that has no word left."""
    return next((name for name, left in words.items() if not left), None)


def unbarred(step: Step, words: Words) -> Words:
    """Return the words that the rules above every playbook leave."""
    left = dict(words)
    if step.kind in CONTACT_KINDS:
        left["budget"] -= {"used"}
    if step.kind in CONTACT_KINDS | GOODWILL_KINDS:
        left["threat"] -= {"harm"}
    if step.kind in GOODWILL_KINDS and "accepted" not in left["offer"]:
        left["verdict"] -= {"extortion"}
    if step.kind == "request":
        name = "inviting" if invites(step) else "asking"
        left[name] -= {"forbidden"}
    return left


def invites(step: Step) -> bool:
    """Whether a request goes to customers at large, not to one after a trouble."""
    return "inviting" in step.when or "inviting" in step.unless


def together(one: Words, other: Words) -> bool:
    """Whether two steps may be open in the same state of things."""
    return all(one[name] & other[name] for name in FACT_WORDS)
