"""Stored fields in plain words: one text per value, the same on every page and in `verify`."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.times import instant_words, moment_words
from reviewlog.domain.claims import STAND_WORDS
from reviewlog.domain.custody import CONSENT_WORDS, HOW_WORDS
from reviewlog.domain.harmless import harmless
from reviewlog.domain.lookups import under_words
from reviewlog.domain.shows import SHOWS_WORDS
from reviewlog.domain.time.moment import moment_from_field, utc_from_text
from reviewlog.domain.vocabulary import SITES

Fields = Mapping[str, Any]

THREAT_WORDS = {
    "none": "no review was tied to it",
    "veiled": "a demand tied to a review, said indirectly",
    "open": "a demand tied to a review, said openly",
    "harm": "words about harm",
    "withdrawn": "the words about a review were taken back",
}
LABELS = {
    "text": "In our words",
    "quote": "In their words",
    "answer": "Our answer",
    "who": "Name",
    "on_behalf_of": "Speaking for",
    "phone": "Telephone",
    "staff": "On our side",
    "threat": "Noted as",
    "sites": "Sites named",
    "site": "Site",
    "stars": "Stars",
    "nick": "Shown name",
    "url": "Address",
    "amount": "Amount",
    "cost": "Cost to us",
    "due": "By when",
    "remedy": "What kind",
    "label": "Letter",
    "state": "State",
    "ground": "Ground",
    "ground_name": "Ground, in the site's words",
    "try": "Try",
    "said": "In the site's words",
    "exhibits": "Sent with it",
    "fields": "In the form",
    "answers": "Answers while choosing",
    "reference": "Reference",
    "draft": "Draft",
    "medium": "For",
    "ready_at": "Ready from",
    "eyes": "To be read first by",
    "parts": "What was said for it",
    "file": "File",
    "happened_at": "When it happened",
    "pleased": "They said it is well",
    "leave_alone": "They asked to be left alone",
    "cool_until": "We do not contact them until",
    "verdict": "Our view",
    "for": "For it",
    "against": "Against it",
    "needs": "Needs met",
    "why": "Why",
    "title": "Step",
    "until": "Put off until",
    "plans": "What was planned",
    "rule": "Rule against it",
    "despite": "Why all the same",
    "outcome": "Outcome",
    "id": "Playbook",
    "playbook": "Playbook",
    "channel": "Channel",
    "direction": "Direction",
    "no_answer": "Nobody answered",
    "clock_back": "The clock had gone back; the entry before was written",
    "how": "How it came to us",
    "captured_at": "Taken",
    "by": "Taken by",
    "source": "From",
    "parent": "Made of the file with SHA-256",
    "redacts": "Changed",
    "hide": "Left out of what leaves",
    "keep": "May stay in what leaves",
    "mark": "What it is",
    "consent": "Agreement to the recording",
    "shows": "What it shows",
    "sentence": "The review says",
    "stand": "How it stands",
    "place": "Sentence",
    "proofs": "Proof",
    "where": "Looked in",
    "looked_for": "Looked for",
    "period": "Days searched",
    "found": "What was found",
}
_TEXT_LABELS = {
    "demand": "What was asked for",
    "attempt": "What it is",
    "review": "The review says",
    "evidence": "About the file",
    "promise": "What we promised",
    "reply": "Our public reply",
    "draft": "Nobody else was shown",
    "dispute": "What we wrote",
    "note": "Note",
    "claim": "In our words",
    "lookup": "What it showed",
    "reminder": "What for",
}
_OF_REPLIES = {
    ("reply", "against"): "Rules against it",
    ("interaction", "against"): "Rules against it",
    ("draft", "by"): "Read by",
    ("draft", "why"): "Why before its time",
}
"""What other kinds use the same names for."""
_MOMENTS = frozenset(("due", "happened_at", "captured_at"))
_INSTANTS = frozenset(("cool_until", "until", "clock_back", "ready_at"))
_SITE_FIELDS = frozenset(("site", "channel"))
_CLOSED = {"threat": THREAT_WORDS, "how": HOW_WORDS, "consent": CONSENT_WORDS, "shows": SHOWS_WORDS,
           "stand": STAND_WORDS}  # fmt: skip
"""Words of closed lists, as they are told."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a sentence; `field` names the stored field it shows, None for words of ours."""

    text: str
    field: str | None = None


def label_of(kind: str, name: str, *, of_site: bool = True) -> str:
    """Return what a field of an entry is called on a page; a notice may be of no site."""
    if name == "said" and not of_site:
        return "What it says"
    if (kind, name) in _OF_REPLIES:
        return _OF_REPLIES[(kind, name)]
    if name == "text" and kind in _TEXT_LABELS:
        return _TEXT_LABELS[kind]
    return LABELS.get(name, name)


def field_text(name: str, value: Any, zone: ZoneInfo) -> str:
    """Return a stored value in words, harmless to show."""
    return harmless(_raw_text(name, value, zone))


_FORMED: dict[str, Callable[[Any], str]] = {
    "file": lambda value: str(value["name"]),
    "stars": lambda value: f"{value} of 5",
    "redacts": lambda value: "with parts blacked out",  # noqa: ARG005
}


def _raw_text(name: str, value: Any, zone: ZoneInfo) -> str:
    if name in _MOMENTS or (name in _INSTANTS and isinstance(value, dict)):
        return moment_words(moment_from_field(value), zone)
    if name in _INSTANTS:
        return instant_words(utc_from_text(value), zone)
    if name in _FORMED:
        return _FORMED[name](value)
    if name in _CLOSED:
        return _CLOSED[name].get(value, str(value))
    return _plain_text(name, value)


def _plain_text(name: str, value: Any) -> str:
    if name == "looked_for":
        return under_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(SITES.get(v, str(v)) for v in value)
    if name in ("fields", "parts") and isinstance(value, dict):
        return "; ".join(f"{label}: {text}" for label, text in value.items())
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True)
    return SITES.get(value, value) if name in _SITE_FIELDS else str(value)


def stored(fields: Fields, name: str, zone: ZoneInfo, default: str = "") -> Piece:
    """Return the piece that shows a field, or `default` in our own words where it is missing."""
    if fields.get(name) in (None, "", []):
        return Piece(default)
    return Piece(field_text(name, fields[name], zone), name)
