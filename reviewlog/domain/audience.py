"""Who gets what: which entries and which of their fields leave the house.

The rule is a list of what may go, never of what may not: a new kind or field stays here
until somebody decides otherwise.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import CLOCK_BACK, Entry
from reviewlog.domain.facts.replies import is_posted
from reviewlog.domain.relations import Settled
from reviewlog.domain.usage_errors import BadWordError
from reviewlog.domain.vocabulary import AUDIENCES, SITES, one_of

EVERYTHING = "self"
DRAFT = "draft"
"""As what a reply stays that nobody but us has read, and what was said about it."""

Names = frozenset[str]
Policy = Mapping[str, Names]
"""Which fields of which kinds go."""

_FACTS: dict[str, Names] = {
    "interaction": frozenset(
        ("happened_at", "channel", "direction", "who", "text", "quote", "threat", "sites",
         "no_answer")
    ),
    "review": frozenset(
        ("happened_at", "state", "of", "site", "stars", "text", "nick", "url")
    ),
    "demand": frozenset(
        ("happened_at", "state", "of", "text", "answer", "amount", "currency", "due")
    ),
    "attempt": frozenset(("happened_at", "state", "label", "text", "remedy", "currency")),
    "evidence": frozenset(
        ("happened_at", "file", "text", "how", "captured_at", "source", "shows", "redacts")
    ),
    "reply": frozenset(("happened_at", "state", "text", "site", "url")),
    "dispute": frozenset(
        ("happened_at", "state", "site", "ground", "ground_name", "of", "fields", "text", "said",
         "reference", "due", "try", "exhibits")
    ),
    "promise": frozenset(("happened_at", "text", "due")),
    "lookup": frozenset(("happened_at", "where", "looked_for", "period", "found", "text")),
}  # fmt: skip
"""What every outside reader gets where no rule of a trade forbids it: facts, no opinion, no plan."""
_CLAIMS = {
    "claim": frozenset(("happened_at", "of", "sentence", "place", "stand", "proofs", "text"))
}
_SPOKE = {"interaction": frozenset(("on_behalf_of",))}
_STAFF = dict.fromkeys(_FACTS, frozenset(("staff",)))
_PHONE = dict.fromkeys(_FACTS, frozenset(("phone",)))
_COST = {"attempt": frozenset(("cost",))}
# The hash of a redacted original lets a guess at it be checked: for those who may ask for it.
_CUSTODY = {"evidence": frozenset(("by", "consent", "parent"))}
_NOTES = {"note": frozenset(("happened_at", "text", "for_lawyer"))}
_PUBLIC = {
    "review": _FACTS["review"],
    "evidence": frozenset(("file", "shows")),
    # The ground is the site's own words, and says nothing of a customer.
    "dispute": frozenset(("state", "site", "of", "ground", "ground_name", "try")),
}
"""What a site gets of a trade that keeps silent: what everybody can read there anyway."""


def _joined(*policies: Policy) -> dict[str, Names]:
    kinds = {kind for policy in policies for kind in policy}
    nothing: Names = frozenset()
    return {k: nothing.union(*(p.get(k, nothing) for p in policies)) for k in kinds}


_FOR_LAW = _joined(_FACTS, _CLAIMS, _SPOKE, _STAFF, _PHONE, _COST, _CUSTODY)
_POLICIES: dict[str, Policy] = {
    "site": _joined(_FACTS, _CLAIMS),
    "lawyer": _joined(_FOR_LAW, _NOTES),
    "court": _FOR_LAW,
    # What was said and who was there; what it cost and what a review gets wrong is no crime.
    "police": _joined(_FACTS, _SPOKE, _STAFF, _PHONE, _CUSTODY),
    # What it cost and who knows of it; nobody there needs to call the customer.
    "insurer": _joined(_FACTS, _CLAIMS, _SPOKE, _STAFF, _COST, _CUSTODY),
}
KEPT = ("trade", "opinion", "plan", "inner", "reader", "elsewhere")
"""Why an entry stays: the trade keeps silent, it is an opinion, a plan or only about the log, this
reader does not need it; or it concerns others, was taken back, or was left out."""
_OPINIONS = frozenset(("assessment", "debrief", "person", "note"))
_PLANS = frozenset(("step", "reminder", "playbook", "outcome", DRAFT))


class Leaving(NamedTuple):
    """One entry as an audience gets it."""

    settled: Settled
    fields: Mapping[str, Any]
    """The values that leave, as they stand now."""
    disclosed: frozenset[str]
    """Names of the fields of the stored entry whose disclosures leave."""
    redacted: frozenset[str] = frozenset()
    """Names of the fields that are shown with words left out."""

    @property
    def stays(self) -> bool:
        """Whether nothing of the entry but its header leaves."""
        return not self.fields


class Withheld(NamedTuple):
    """Entries of one kind that stay here for one reason."""

    kind: str
    why: str
    """One of the words of `KEPT`."""
    number: int


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


def is_public_only(reader: str, *, strict: bool) -> bool:
    """Whether a reader gets nothing but what everybody can see: then there is no bundle."""
    return strict and reader == "site"


def policy(reader: str, *, strict: bool = False) -> Policy:
    """Return which fields of which kinds go to an outside reader."""
    return _PUBLIC if is_public_only(reader, strict=strict) else _POLICIES[reader]


def leaving(settled: Settled, reader: str, *, strict: bool = False) -> Leaving:
    """Return what of an entry an audience gets. A corrected value leaves to nobody."""
    entry = settled.entry
    allowed = (
        frozenset(entry.fields) if reader == EVERYTHING else _allowed(entry, reader, strict=strict)
    )
    fields = {name: value for name, value in entry.fields.items() if name in allowed}
    disclosed = frozenset(settled.original.fields) & allowed - frozenset(settled.corrected)
    return telling(Leaving(settled, fields, disclosed), fields)


def telling(told: Leaving, fields: Mapping[str, Any]) -> Leaving:
    """Return what leaves with other values: its entry holds nothing else, whoever reads it."""
    entry = told.settled.entry._replace(fields=fields)
    return told._replace(settled=told.settled._replace(entry=entry), fields=fields)


def _allowed(entry: Entry, reader: str, *, strict: bool) -> Names:
    names = policy(reader, strict=strict).get(entry.kind, frozenset())
    if not names or (entry.kind == "note" and not entry.fields.get("for_lawyer")):
        return frozenset()
    if is_public_only(reader, strict=strict) and not _is_public(entry):
        return frozenset()
    if kind_told(entry) == DRAFT:
        return frozenset()
    return names | {CLOCK_BACK}


def kind_told(entry: Entry) -> str:
    """Return as what an entry is told: a reply that was not posted is a draft."""
    return DRAFT if entry.kind == "reply" and not is_posted(entry) else entry.kind


def is_of_another(entry: Entry, site: str | None) -> bool:
    """Whether an entry concerns another site than the one that reads it, or an office."""
    named = entry.fields.get("site")
    if named is None and entry.kind == "dispute" and entry.fields.get("state") == "notice":
        return site is not None
    return site is not None and named is not None and named != site


def _is_public(entry: Entry) -> bool:
    from reviewlog.domain.shows import PICTURES, REVIEW, shown_by

    if entry.kind in ("review", "dispute"):
        return True
    file = entry.fields.get("file") or {}
    return file.get("type") in PICTURES and shown_by(entry.fields) == REVIEW


def may_be_redacted(kind: str, name: str) -> bool:
    """Whether words may be left out of a field: it goes to somebody, and is no word of ours."""
    from reviewlog.domain.redacting.hiding import OF_THE_PROGRAM

    goes = any(name in policy.get(kind, ()) for policy in _POLICIES.values())
    return goes and name not in OF_THE_PROGRAM


def withheld(kinds: Iterable[str], reader: str, *, strict: bool) -> tuple[Withheld, ...]:
    """Return why entries of some kinds stay, kind by kind; nothing but the kinds is needed."""
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return tuple(
        Withheld(kind, _why_kept(kind, reader, strict=strict), number)
        for kind, number in sorted(counts.items())
    )


def _why_kept(kind: str, reader: str, *, strict: bool) -> str:
    if reader == EVERYTHING or kind in policy(reader, strict=strict):
        is_private = is_public_only(reader, strict=strict) and kind == "evidence"
        return "opinion" if kind == "note" else "trade" if is_private else "elsewhere"
    if kind in _OPINIONS:
        return "opinion"
    if kind in _PLANS:
        return "plan"
    if kind not in _FACTS and kind not in _CLAIMS:
        return "inner"
    return "trade" if is_public_only(reader, strict=strict) else "reader"
