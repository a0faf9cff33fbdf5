"""When two spellings are the same person."""

import unicodedata

UNKNOWN = ""


def person_key(name: str | None) -> str:
    """Return what a person is found by: letters folded, blanks joined; empty is nobody known."""
    if not name:
        return UNKNOWN
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
