"""What leaves, what stays, what is missing: shown before a bundle is written."""

from datetime import datetime

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.proof import missing_proof
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing import Dossier
from reviewlog.render.moments import moment_words
from reviewlog.render.phrases import phrase

READERS = {
    "site": "the review site",
    "lawyer": "your lawyer",
    "court": "the court",
    "police": "the police",
    "insurer": "the insurer",
    "self": "yourself",
}
_MISSING = {
    "threat": "whether a review was tied to it: nobody has said yet (amend --threat)",
    "quote": "their exact words (amend --quote)",
    "written": "anything in writing from them; most sites ask for it",
    "review": "the review itself (review N)",
    "url": "the address of the review (review N --changed --url)",
    "picture": "a picture of the page or of their message (attach N FILE)",
}
_KINDS = {
    "assessment": "views of yours",
    "outcome": "closing and reopening",
    "person": "guesses about who it is",
    "playbook": "choices of playbook",
    "step": "steps ticked or left out",
    "note": "notes",
    "reminder": "reminders",
}
"""What the kinds that stay are called, whatever their number."""


def preview_text(dossier: Dossier, now: datetime) -> str:
    """Return the preview: every entry that leaves, counts of what stays, what is missing."""
    lines = [f"Incident {dossier.number}, for {reader_words(dossier)}", "", "Leaves the house:"]
    for told in dossier.timeline:
        entry = told.settled.entry
        lines.append(
            f"  {moment_words(entry.happened, now)}  {phrase(entry, dossier.facts.customer)}"
        )
    lines += ["", "Stays here:", *(_staying(dossier) or ["  nothing"])]
    missing = missing_proof(dossier.facts, dossier.reader)
    if missing:
        lines += ["", "Still missing:", *(f"  {_MISSING[name]}" for name in missing)]
    return "\n".join(lines)


def reader_words(dossier: Dossier) -> str:
    """Return for whom a bundle is, in words."""
    return SITES[dossier.site] if dossier.site else READERS[dossier.reader]


def _staying(dossier: Dossier) -> list[str]:
    return [
        f"  {harmless_line(_KINDS.get(kind, kind))}: {number}"
        for kind, number in sorted(dossier.staying.items())
    ]
