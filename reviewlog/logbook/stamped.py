"""The time stamps of a logbook: each is the one that was logged, and stamps what it must."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reviewlog.domain.checked import Outside, Remark
from reviewlog.domain.time.moment import utc_text
from reviewlog.store.checking.check import LogFacts
from reviewlog.store.checking.fields import Said
from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checking.signed import Note, note_fault
from reviewlog.store.checkpoints import FOLDER_NAME, Checkpoints

CAP = 128 * 1024
"""Bytes that a time stamp may have: services are cut off long before."""
_FAULTS = {
    "other-data": "it stamps something else than its checkpoint",
    "other-nonce": "it answers another question",
    "broken": "its signature does not hold",
    "no-stamp": "it is no time stamp any more",
}


class Stamps:
    """What the time stamps of a logbook tell."""

    def __init__(self, folder: Path, facts: LogFacts, settings: Mapping[str, Any]) -> None:
        self._folder, self._facts = folder, facts
        self._roots = {s["url"]: s.get("roots") for s in settings.get("time_stamps") or ()}
        self._notes = {note.sha256: note for note in facts.notes}
        self.outside: list[Outside] = []
        self.remarks: list[Remark] = []

    def check(self, found: Found) -> None:
        """Check every time stamp that the log names; say which lie there unnamed."""
        kept = dict(self._kept())
        for entry in self._facts.said:
            if entry.kind != "anchor":
                continue
            found.counts["tokens"] += 1
            name, raw = kept.get(str(entry.fields.get("token")), ("", b""))
            if not name:
                what = "the time stamp that it names is gone, or was changed"
                found.fault("tokens", entry_place(entry.seq), what)
            else:
                self._check(entry, name, raw, found)
        named = {str(entry.fields.get("token")) for entry in self._facts.said}
        strange = sorted(name for sha256, (name, _) in kept.items() if sha256 not in named)
        if strange:
            self.remarks.append(Remark("unnamed-tokens", {"names": tuple(strange)}))

    def _kept(self) -> Iterator[tuple[str, tuple[str, bytes]]]:
        for token in Checkpoints(self._folder / FOLDER_NAME).tokens():
            with token.path.open("rb") as file:
                raw = file.read(CAP)
            yield hashlib.sha256(raw).hexdigest(), (token.path.name, raw)

    def _check(self, entry: Said, name: str, raw: bytes, found: Found) -> None:
        note = self._notes.get(str(entry.fields.get("checkpoint")))
        if note is None:
            return  # it was told among the checkpoints
        from reviewlog.sync.tokens import check_token

        service = str(entry.fields.get("service"))
        token = check_token(raw, note.raw, self._trusted(service))
        if token.fault is not None:
            found.fault("tokens", name, _FAULTS[token.fault])
        elif token.at is None or token.state != "checked":
            self.remarks.append(Remark(token.state, {"name": name, "service": service}))
        elif entry.fields.get("time") not in (None, utc_text(token.at)):
            found.fault("tokens", entry_place(entry.seq), "it tells another time than its stamp")
        elif self._holds(note):
            self.outside.append(Outside(note.size, token.at, service))

    def _holds(self, note: Note) -> bool:
        facts = self._facts
        return note_fault(note.raw, list(facts.keys), facts.roots, facts.ends) is None

    def _trusted(self, service: str) -> bytes:
        """Return the certificates that the owner named for a service."""
        name = self._roots.get(service)
        try:
            return (self._folder / name).read_bytes() if name else b""
        except OSError:
            return b""
