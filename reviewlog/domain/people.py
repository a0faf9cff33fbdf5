"""When two spellings are the same person."""

import unicodedata

from reviewlog.domain.harmless import storable

UNKNOWN = ""


def person_key(name: str | None) -> str:
    """Return what a person is found by: letters folded, blanks joined; empty is nobody known."""
    if not name:
        return UNKNOWN
    return " ".join(unicodedata.normalize("NFKC", storable(name)).casefold().split())
