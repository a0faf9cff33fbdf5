"""Who gets what: which entries and which of their fields leave the house.

The rule is a list of what may go, never of what may not: a new kind or field stays here
until somebody decides otherwise.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from reviewlog.domain.custody import CAPTURE
from reviewlog.domain.entry import CLOCK_BACK
from reviewlog.domain.relations import Settled
from reviewlog.domain.usage_errors import BadWordError
from reviewlog.domain.vocabulary import AUDIENCES, SITES, one_of

EVERYTHING = "self"

_FACTS: dict[str, frozenset[str]] = {
    "interaction": frozenset(
        ("happened_at", "channel", "direction", "who", "on_behalf_of", "text", "quote", "threat",
         "sites", "no_answer")
    ),
    "review": frozenset(
        ("happened_at", "state", "of", "site", "stars", "text", "nick", "url")
    ),
    "demand": frozenset(
        ("happened_at", "state", "of", "text", "answer", "amount", "currency", "due")
    ),
    "attempt": frozenset(
        ("happened_at", "state", "label", "text", "remedy", "cost", "currency")
    ),
    "evidence": frozenset(("happened_at", "file", "text", *CAPTURE)),
    "reply": frozenset(("happened_at", "state", "text", "site", "url")),
    "dispute": frozenset(("happened_at", "state", "site", "ground", "text", "reference")),
    "promise": frozenset(("happened_at", "text", "due")),
}  # fmt: skip
"""What every outside audience gets: facts and quotes, no opinion, no plan."""
_NOT_FOR_SITES = {
    "interaction": frozenset(("on_behalf_of",)),
    "attempt": frozenset(("cost",)),
    "evidence": frozenset(("by", "consent")),
}
_STAFF_AND_PHONE = frozenset(("phone", "staff"))
_LEGAL = frozenset(("lawyer", "court", "police", "insurer"))


class Leaving(NamedTuple):
    """One entry as an audience gets it."""

    settled: Settled
    fields: Mapping[str, Any]
    """The values that leave, as they stand now."""
    disclosed: frozenset[str]
    """Names of the fields of the stored entry whose disclosures leave."""

    @property
    def stays(self) -> bool:
        """Whether nothing of the entry but its header leaves."""
        return not self.fields


def audience(word: str, sites: tuple[str, ...]) -> tuple[str, str | None]:
    """Return the audience and the site that a word means; `site` is the incident's own.

    Raises BadWordError.
    """
    known = one_of("audience", word, (*AUDIENCES, *SITES))
    if known in SITES:
        return "site", known
    if known == "site" and len(sites) > 1:
        raise BadWordError("audience, there are several sites", word, sites)
    return known, (sites[0] if known == "site" and sites else None)


def leaving(settled: Settled, reader: str) -> Leaving:
    """Return what of an entry an audience gets. A corrected value leaves to nobody."""
    entry = settled.entry
    allowed = frozenset(entry.fields) if reader == EVERYTHING else _allowed(settled, reader)
    fields = {name: value for name, value in entry.fields.items() if name in allowed}
    disclosed = frozenset(settled.original.fields) & allowed - frozenset(settled.corrected)
    return Leaving(settled, fields, disclosed)


def _allowed(settled: Settled, reader: str) -> frozenset[str]:
    entry = settled.entry
    if entry.kind == "note":
        for_lawyer = reader == "lawyer" and entry.fields.get("for_lawyer")
        words = frozenset(("happened_at", "text", "for_lawyer", CLOCK_BACK))
        return words if for_lawyer else frozenset()
    facts = _FACTS.get(entry.kind, frozenset())
    if facts:
        facts |= {CLOCK_BACK}
    if reader == "site":
        return facts - _NOT_FOR_SITES.get(entry.kind, frozenset())
    if reader in _LEGAL and facts:
        return facts | _STAFF_AND_PHONE
    return facts
