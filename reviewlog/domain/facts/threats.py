"""What threat stands now."""

from collections.abc import Iterable

from reviewlog.domain.entry import Entry

_RANK = {"unasked": 0, "withdrawn": 0, "none": 1, "veiled": 2, "open": 3, "harm": 4}


def threat_of(entries: Iterable[Entry]) -> tuple[str, Entry | None]:
    """Return the strongest threat ever stated, until it is withdrawn; late logging changes nothing.

    Their own word ends no threat of harm: only what we note of our side does.
    With it comes the contact that a threat counts from: the last that stated it so strongly.
    """
    now, stated = "unasked", None
    for entry in entries:
        said = str(entry.fields.get("threat"))
        if said == "withdrawn" and now == "harm" and entry.fields.get("direction") == "in":
            continue
        if said == "withdrawn" or _RANK.get(said, -1) >= _RANK[now]:
            now, stated = said, entry
    return now, stated if now in ("veiled", "open", "harm") else None
