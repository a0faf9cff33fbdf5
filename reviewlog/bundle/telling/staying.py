"""What is not in a bundle, and why: told from the bundle alone, so that it can be checked."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.exhibits import label_order
from reviewlog.domain.harmless import harmless
from reviewlog.logbook.sharing.gathering import Dossier, Sealed

_OTHER = "concerns somebody or something else"
_KINDS = {
    "assessment": ("our own views of it", "an opinion"),
    "note": ("notes of our own", "an opinion, or for somebody else"),
    "outcome": ("closing and reopening the incident", "our own planning"),
    "person": ("guesses about who it is", "a guess"),
    "playbook": ("which plan we followed", "our own planning"),
    "step": ("steps of our plan", "our own planning"),
    "reminder": ("reminders", "our own planning"),
    "debrief": ("looking back", "an opinion"),
    "hold": ("keeping it from being deleted", "our own planning"),
    "redaction": ("which words are left out", "would give them away"),
    "claim": ("what speaks for or against a sentence", "rests on what is not in here"),
    "lookup": ("searches in our records", "not for this reader"),
    "evidence": ("files", "not for this reader, or shown in another form"),
    "interaction": ("contacts", _OTHER),
    "review": ("reviews", _OTHER),
    "demand": ("demands", _OTHER),
    "attempt": ("offers to put it right", _OTHER),
    "promise": ("promises", _OTHER),
    "reply": ("drafts of replies, replies elsewhere", "not public, or at another site"),
    "dispute": ("reports to a site", _OTHER),
    "erasure": ("what was erased, and when", "says only that something is gone"),
}


class Stay(NamedTuple):
    """Entries of a kind that are not told."""

    what: str
    number: int
    why: str


class Staying(NamedTuple):
    """All that is not told."""

    stored: int
    """All stored entries: those told, and those that are counted below."""
    told: int
    corrections: int
    """Entries that only set right what another says."""
    withheld: int
    taken_back: int
    """Those that were taken back, and those that took them back."""
    kinds: tuple[Stay, ...]
    shortened: int
    """How many entries are told with words left out."""
    labels: tuple[str, ...]
    """Numbers of exhibits that are not in this bundle, below the highest that is."""
    everything: bool


def staying_of(dossier: Dossier) -> Staying:
    """Return what a bundle does not tell."""
    told = {t.settled.entry.id for t in dossier.timeline}
    silent = [s for s in dossier.sealed if s.entry.id not in told]
    groups = [_group(sealed) for sealed in silent]
    return Staying(
        stored=len(dossier.sealed),
        told=len(dossier.sealed) - len(silent),
        corrections=groups.count("correction"),
        withheld=groups.count("withheld"),
        taken_back=groups.count("taken-back"),
        kinds=tuple(_kinds([s for s in silent if _group(s) == "withheld"])),
        shortened=sum(1 for s in dossier.sealed if s.redacted),
        labels=tuple(_missing(dossier)),
        everything=dossier.reader == EVERYTHING,
    )


def _group(sealed: Sealed) -> str:
    """Return as what an entry that is not told is counted: each is one thing only."""
    if sealed.retracted or sealed.entry.rel == "retracts":
        return "taken-back"
    return "correction" if sealed.entry.rel == "amends" else "withheld"


def _kinds(silent: list[Sealed]) -> Iterator[Stay]:
    counts: dict[str, int] = {}
    for sealed in silent:
        kind = "erasure" if sealed.entry.rel == "erases" else sealed.entry.kind
        counts[kind] = counts.get(kind, 0) + 1
    for kind, number in sorted(counts.items()):
        what, why = _KINDS.get(kind, (f"entries of the kind “{harmless(kind)}”", _OTHER))
        yield Stay(what, number, why)


def _missing(dossier: Dossier) -> Iterator[str]:
    here = {label_order(exhibit.label) for exhibit in dossier.exhibits}
    yield from (f"E{n}" for n in range(1, max(here, default=0)) if n not in here)
