"""How much a bundle may hold: one that we write must be one that we read."""

from collections.abc import Mapping

MEMBERS = 10_000
TOTAL = 2 * 1024**3
"""Bytes of all members together."""
PAGE_CAP = 256 * 1024 * 1024
"""Bytes up to which a page is read as a whole."""
ENTRIES_CAP = 64 * 1024 * 1024
LINE_CAP = 32 * 1024 * 1024
"""Bytes of the entries, and of a single one."""
TAGS_CAP = 5_000_000
"""Tags of a page: ten thousand entries have fewer."""
PROOF_CAPS: Mapping[str, int] = {
    "vkey": 4 * 1024,
    "jsonl": 64 * 1024,
    "txt": 16 * 1024,
    "tlog-proof": 32 * 1024,
    "tsr": 65 * 1024,
    "pem": 256 * 1024,
}
"""Bytes that a file of the proofs or the seal may have, by how its name ends."""
PROOFS_CAP = 64 * 1024 * 1024
"""Bytes of all these together: fifty thousand entries have less."""
MOST_TOKENS = 2000
"""Each costs a chain of certificates to check."""
_ABOUT = 64 * 1024
_LISTED = 300
"""Bytes of a line in a list: a hash and a name."""
_FRAME = 4 * 1024 * 1024
"""Bytes of a page before anything is told on it, and with room for all its proofs."""
_TOLD = 40
"""How often a page may tell, with its tags, what the entries hold."""
_SHOWN = 3
"""How often a page may show a picture, with what its form there takes more."""


def page_cap(name: str, members: int, entries: int, exhibits: int) -> int:
    """Return the bytes that a page or a list may have, by what else there is.

    `entries` and `exhibits` are their bytes: a page that has far more tells something else.
    """
    if name in ("bagit.txt", "bag-info.txt"):
        return _ABOUT
    if "manifest-" in name:
        return _LISTED * (members + 1)
    if name == "data/entries.jsonl":
        return ENTRIES_CAP
    shown = exhibits * _SHOWN if name == "data/report.html" else 0
    return min(PAGE_CAP, _FRAME + entries * _TOLD + shown)
