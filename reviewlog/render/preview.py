"""What leaves, what stays, what is missing: shown before a bundle is written."""

from collections.abc import Callable
from datetime import datetime

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.phones import mentions_phone
from reviewlog.domain.proof import missing_proof
from reviewlog.domain.vocabulary import SITES
from reviewlog.logbook.sharing import Dossier
from reviewlog.render.moments import moment_words
from reviewlog.render.phrases import phrase

LOOK_FIRST = [
    "  Files leave as they are. Look into them first: a mail or a picture may show",
    "  phone numbers, bank details or other people's names.",
]
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
    "url": "the address of the review (amend --url)",
    "business": "the name of your business (a line `business: NAME` in config.yaml)",
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
    "interaction": "contacts that belong elsewhere",
    "review": "reviews that belong elsewhere",
    "demand": "demands that belong elsewhere",
    "attempt": "attempts that belong elsewhere",
    "evidence": "files that belong elsewhere",
}
"""What the kinds that stay are called, whatever their number."""


def preview_text(dossier: Dossier, now: datetime) -> str:
    """Return the preview: every entry that leaves, counts of what stays, what is missing."""
    lines = [
        f"Incident {dossier.number}, for {reader_words(dossier)}",
        "",
        "In the bundle:" if dossier.reader == "self" else "Leaves the house:",
    ]
    for told in dossier.timeline:
        entry = told.settled.entry
        when = moment_words(entry.happened, now)
        lines.append(f"{entry.id.seq:>5}  {when}  {phrase(entry, dossier.facts.customer)}")
    if dossier.reader != "self":
        lines += _look_first(dossier)
    lines += ["", "Stays here:", *(_staying(dossier) or ["  nothing"])]
    missing = list(missing_proof(dossier.facts, dossier.reader))
    if not dossier.settings.get("business"):
        missing.append("business")
    if missing:
        lines += ["", "Still missing:", *(f"  {_MISSING[name]}" for name in missing)]
    return "\n".join(lines)


def _look_first(dossier: Dossier) -> list[str]:
    """What the owner should look into before it leaves."""
    wrong = {
        str(before).casefold()
        for told in dossier.timeline
        for name, before in told.settled.corrected.items()
        if name in ("who", "on_behalf_of", "nick") and before
    }
    phones = _entries(dossier, mentions_phone)
    names = _entries(dossier, lambda text: any(name in text.casefold() for name in wrong))
    lines = [f"  A telephone number seems to stand in entry {phones}."] if phones else []
    lines += [f"  A name that you corrected still stands in entry {names}."] if names else []
    return lines + (LOOK_FIRST if dossier.exhibits else [])


def _entries(dossier: Dossier, holds: Callable[[str], bool]) -> str:
    """The numbers of the entries of which a text that leaves holds something."""
    found = {
        told.settled.entry.id.seq
        for told in dossier.timeline
        for text in (*told.fields.values(), (told.fields.get("file") or {}).get("name"))
        if isinstance(text, str) and holds(text)
    }
    return ", ".join(str(seq) for seq in sorted(found))


def reader_words(dossier: Dossier) -> str:
    """Return for whom a bundle is, in words."""
    return SITES[dossier.site] if dossier.site else READERS[dossier.reader]


def _staying(dossier: Dossier) -> list[str]:
    return [
        f"  {harmless_line(_KINDS.get(kind, kind))}: {number}"
        for kind, number in sorted(dossier.staying.items())
    ]
