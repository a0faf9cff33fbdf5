"""The playbooks as the log keeps them: an edition is one entry with all that changed together.

It holds `texts` by their SHA-256, each only once in the whole log, and in `shelf` the playbooks
that became current (`text` and `parts` name texts) or that are gone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import Draft, Entry

OWN, SHIPPED = "own", "shipped"


class Logged(NamedTuple):
    """The text of a playbook as the log keeps it: enough to read it again without any file."""

    id: str
    digest: str
    text: str
    parts: Mapping[str, str]
    """The texts of the playbooks that it uses, by id."""


class Change(NamedTuple):
    """A playbook that became current, or is gone."""

    id: str
    logged: Logged | None = None
    """None: there is no such playbook any more."""
    origin: str = SHIPPED


def edition(changes: Iterable[Change], general: Iterable[Entry]) -> Draft | None:
    """Return what is to be logged of changes, None where there are none."""
    new = {_address(text): text for change in changes for text in _texts(change)}
    known = {address for entry in general for address in _texts_of(entry)}
    shelf = [_to_field(change) for change in changes]
    texts = {address: text for address, text in new.items() if address not in known}
    return Draft("playbook", {"shelf": shelf, "texts": texts or None}) if shelf else None


def changes_of(general: Iterable[Entry]) -> Iterator[Change]:
    """Return all changes that entries of no incident hold, in their order."""
    editions = [entry for entry in general if entry.kind == "playbook"]
    texts = {address: text for entry in editions for address, text in _texts_of(entry).items()}
    for entry in editions:
        for field in entry.fields.get("shelf") or _as_first_written(entry):
            yield _from_field(field, texts)


def logged_texts(general: Iterable[Entry]) -> dict[str, Logged]:
    """Return every playbook text in the log by its digest."""
    found = (change.logged for change in changes_of(general))
    return {logged.digest: logged for logged in found if logged is not None}


def _texts(change: Change) -> list[str]:
    return [change.logged.text, *change.logged.parts.values()] if change.logged else []


def _texts_of(entry: Entry) -> Mapping[str, str]:
    if entry.fields.get("text"):
        return {_address(entry.fields["text"]): entry.fields["text"]}
    return entry.fields.get("texts") or {}


def _as_first_written(entry: Entry) -> list[dict[str, Any]]:
    """Version 0.1.0 wrote an entry for each playbook; none used another."""
    fields = entry.fields
    return [{**fields, "text": _address(fields["text"])}] if fields.get("text") else []


def _to_field(change: Change) -> dict[str, Any]:
    if change.logged is None:
        return {"id": change.id, "gone": True}
    logged = change.logged
    parts = {name: _address(text) for name, text in sorted(logged.parts.items())}
    found: dict[str, Any] = {"id": change.id, "digest": logged.digest, "origin": change.origin}
    return found | {"text": _address(logged.text), "parts": parts}


def _from_field(field: Mapping[str, Any], texts: Mapping[str, str]) -> Change:
    if field.get("gone"):
        return Change(field["id"])
    parts = {name: texts[address] for name, address in (field.get("parts") or {}).items()}
    logged = Logged(field["id"], field["digest"], texts[field["text"]], parts)
    return Change(field["id"], logged, field.get("origin", SHIPPED))


def _address(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
