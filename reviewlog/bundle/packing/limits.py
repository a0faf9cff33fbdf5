"""Refusing to write a bundle that our own check would not read."""

import zipfile
from collections.abc import Iterable

from reviewlog.bundle.caps import MEMBERS, MOST_TOKENS, PROOFS_CAP, page_cap
from reviewlog.bundle.member import Member
from reviewlog.domain.evidence_errors import TooLargeError
from reviewlog.logbook.sharing.gathering import Dossier

ROOM = zipfile.ZIP64_LIMIT
"""Bytes of a zip whose end is of the common form; its files have less than 2 GiB, too."""
PAGES = 40
"""Members that a bundle has besides its entries and exhibits, and a few more."""
_HEADERS = 200
"""Bytes that a zip takes for a member at most, its names left out."""
_LARGEST = 3
_LOOKED_INTO = ("/report.html", "/entries.jsonl", "/entries.csv", "/form.txt", "/declaration.html",
                "/statement.html", "/statement.txt", "START-HERE.html")  # fmt: skip


def refuse_from_far(dossier: Dossier) -> None:
    """Refuse what cannot fit before any page of it is made. Raises TooLargeError."""
    entries, exhibits = len(dossier.sealed), len(dossier.exhibits)
    if entries + PAGES > MEMBERS:
        raise TooLargeError(dossier.number, "entries", entries, MEMBERS - PAGES)
    if entries + exhibits + PAGES > MEMBERS:
        raise _refused(dossier, "files", exhibits, MEMBERS - PAGES - entries)
    _check_size(dossier, sum(exhibit.size for exhibit in dossier.exhibits))


def refuse_too_large(dossier: Dossier, members: Iterable[Member], top: str) -> None:
    """Refuse what our own check would refuse to read. Raises TooLargeError."""
    every = list(members)
    if len(every) > MEMBERS:
        raise _refused(dossier, "files", len(every), MEMBERS)
    _check_size(dossier, sum(m.size + 2 * len(f"{top}/{m.name}") + _HEADERS for m in every))
    _check_pages(dossier, every)
    proofs = [member for member in every if member.name.startswith(("proof/", "seal."))]
    stamps = sum(member.name.endswith(".tsr") for member in proofs)
    if stamps > MOST_TOKENS or sum(member.size for member in proofs) > PROOFS_CAP:
        raise TooLargeError(dossier.number, "stamps", stamps, MOST_TOKENS)


def _check_size(dossier: Dossier, size: int) -> None:
    if size > ROOM:
        raise _refused(dossier, "size", size, ROOM)


def _check_pages(dossier: Dossier, every: list[Member]) -> None:
    """Hold each page against what our own check reads of it."""
    exhibits = sum(m.size for m in every if m.name.startswith("data/exhibits/"))
    entries = sum(m.size for m in every if m.name == "data/entries.jsonl")
    for member in every:
        cap = page_cap(member.name, len(every), entries, exhibits)
        if member.name.endswith(_LOOKED_INTO) and member.size > cap:
            raise _refused(dossier, "page", member.size, cap)


def _refused(dossier: Dossier, reason: str, amount: int, cap: int) -> TooLargeError:
    by_size = sorted(dossier.exhibits, key=lambda exhibit: -exhibit.size)[:_LARGEST]
    largest = tuple((exhibit.label, exhibit.size) for exhibit in by_size)
    return TooLargeError(dossier.number, reason, amount, cap, largest)
