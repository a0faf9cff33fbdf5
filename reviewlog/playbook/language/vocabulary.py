"""Which values the entries in `done_by` and in `examples` may have, by kind of entry."""

from typing import Any

from reviewlog.domain.playbook import ENTRY_WORDS
from reviewlog.domain.vocabulary import KINDS

FACT_MEANINGS = {
    "threat": "Whether a review was tied to what they want; `unasked` until somebody asked.",
    "review": "Whether their review is there.",
    "verdict": "Your own view of their complaint.",
    "demand": "How what they want stands.",
    "offer": "How far your attempts to put it right got.",
    "quote": "Whether their exact words of a threat are kept.",
    "pleased": "Whether they said that all is well.",
    "customer": "Whether you know who they are.",
    "budget": "Whether one more contact without an answer is allowed.",
    "reviews": "How many reviews stand; three or more are several.",
    "reply": "Whether every standing review has your public answer.",
    "evidence": "Whether a file is kept: a screenshot, a mail.",
    "cooling": "Whether they are left in peace for a while.",
    "talk": "Where they first spoke to you.",
    "contact": "Whether you have been in touch with them about it.",
    "history": "Whether this person made a demand before.",
    "outcome": "How the incident was closed.",
    "asking": "Whether the site allows to ask for an update of a review.",
    "inviting": "Whether the site allows to ask customers for reviews.",
    "early_report": "Whether the site takes the report of a threat before the review is there.",
    "report": "How your report of a review to the site stands; `final`: no, and it takes no other.",
}
"""What each fact is about, for editors."""

DONE_BY: dict[str, dict[str, tuple[str, ...]]] = {kind: ENTRY_WORDS.get(kind, {}) for kind in KINDS}
"""What `done_by` may ask for, by kind of entry."""

TICKS = ("done", "skipped")
"""What an entry of kind `step` may say."""

GIVEN: dict[str, tuple[str, ...]] = {
    "interaction": (
        "direction", "channel", "who", "threat", "quote", "also", "cool_until", "sites",
    ),
    "review": ("state", "site", "nick"),
    "demand": ("state", "due", "amount"),
    "attempt": ("state", "label", "remedy"),
    "assessment": ("verdict",),
    "step": ("step", "state"),
    "outcome": ("state", "outcome"),
    "dispute": ("state", "site"),
    "note": ("also",),
    "evidence": (),
    "reply": ("state", "medium"),
    "debrief": (),
    "export": (),
}  # fmt: skip
"""What an entry of an example may say, by its kind."""


def done_by_schema() -> dict[str, Any]:
    """Return the JSON Schema of `done_by`: each kind of entry with its own values."""
    return {"type": "object", "oneOf": [_entry(kind, values) for kind, values in DONE_BY.items()]}


def _entry(kind: str, values: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    several = {name: _one_or_more(words) for name, words in values.items()}
    return {
        "properties": {"entry": {"const": kind}, **several},
        "required": ["entry"],
        "additionalProperties": False,
    }


def _one_or_more(words: tuple[str, ...]) -> dict[str, Any]:
    one = {"enum": list(words)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
