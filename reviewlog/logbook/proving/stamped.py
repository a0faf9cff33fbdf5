"""The time stamps of a logbook: each is the one that was logged, and stamps what it must."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.checked import Outside, Remark
from reviewlog.domain.time.moment import utc_text
from reviewlog.store.checking.check import LogFacts
from reviewlog.store.checking.fields import Said
from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checking.signed import Note, note_fault
from reviewlog.store.checkpoints import FOLDER_NAME, Checkpoints
from reviewlog.store.files import regular

CAP = 128 * 1024
"""Bytes that a time stamp may have: services are cut off long before."""
ROOTS_CAP = 4 * 1024 * 1024
"""Bytes of certificates that are read: all that a system trusts are a tenth of it."""
_FAULTS = {
    "other-data": "it stamps something else than its checkpoint",
    "other-nonce": "it answers another question",
    "broken": "its signature does not hold",
    "no-stamp": "it is no time stamp any more",
}


class _Kept(NamedTuple):
    """A time stamp that lies in the folder."""

    name: str
    raw: bytes
    has_chain: bool


_Named = tuple[str, str]
"""A time stamp as an entry names it: by the size of its checkpoint, and by its SHA-256."""


class Stamps:
    """What the time stamps of a logbook tell."""

    def __init__(self, folder: Path, facts: LogFacts, settings: Mapping[str, Any]) -> None:
        self._folder, self._facts = folder, facts
        self._roots = _named_roots(settings.get("time_stamps"))
        self._notes = {note.sha256: note for note in facts.notes}
        self.outside: list[Outside] = []
        self.by_origin: dict[str, list[Outside]] = {}
        """The same, by the log that was stamped."""
        self.remarks: list[Remark] = []
        self._bare: list[str] = []
        """Time stamps whose certificates are gone."""

    def check(self, found: Found) -> None:
        """Check every time stamp that the log names; say which lie there unnamed."""
        kept, named = dict(self._kept()), set[_Named]()
        for entry in self._facts.said:
            if entry.kind != "anchor":
                continue
            found.counts["tokens"] += 1
            key = (str(entry.fields.get("size")), str(entry.fields.get("token")))
            named.add(key)
            if key not in kept:
                what = "the time stamp that it names is gone, or was changed"
                found.fault("tokens", entry_place(entry.seq), what)
            else:
                self._check(entry, kept[key], found)
        self._remark("unnamed-tokens", (kept[key].name for key in kept.keys() - named))
        self._remark("no-chain", self._bare)

    def _remark(self, key: str, names: Iterable[str]) -> None:
        told = tuple(sorted(names))
        if told:
            self.remarks.append(Remark(key, {"names": told}))

    def _kept(self) -> Iterator[tuple[_Named, _Kept]]:
        for token in Checkpoints(self._folder / FOLDER_NAME).tokens():
            try:
                with regular(token.path) as file:
                    raw = file.read(CAP)
            except OSError:  # a folder, a pipe or a link to nothing: no entry names such a thing
                yield (
                    (str(token.size), token.path.name),
                    _Kept(token.path.name, b"", has_chain=True),
                )
                continue
            kept = _Kept(token.path.name, raw, token.chain is not None)
            yield (str(token.size), hashlib.sha256(raw).hexdigest()), kept

    def _check(self, entry: Said, kept: _Kept, found: Found) -> None:
        note = self._notes.get(str(entry.fields.get("checkpoint")))
        if note is None:
            return  # it was told among the checkpoints
        from reviewlog.sync.tokens import check_token

        service = str(entry.fields.get("service"))
        token = check_token(kept.raw, note.raw, self._trusted(service))
        if token.chain and not kept.has_chain:  # some services send none
            self._bare.append(kept.name)
        if token.fault is not None:
            found.fault("tokens", kept.name, _FAULTS[token.fault])
        elif token.at is None or token.state != "checked":
            self.remarks.append(Remark(token.state, {"name": kept.name, "service": service}))
        elif entry.fields.get("time") not in (None, utc_text(token.at)):
            found.fault("tokens", entry_place(entry.seq), "it tells another time than its stamp")
        elif self._holds(note):
            self._add(note, Outside(note.size, token.at, service))

    def _add(self, note: Note, outside: Outside) -> None:
        self.outside.append(outside)
        if note.claimed is not None:
            self.by_origin.setdefault(note.claimed.origin, []).append(outside)

    def _holds(self, note: Note) -> bool:
        facts = self._facts
        return note_fault(note.raw, list(facts.keys), facts.roots, facts.ends) is None

    def _trusted(self, service: str) -> bytes:
        """Return the certificates that the owner named for a service."""
        name = self._roots.get(service)
        try:
            if name:
                with regular(self._folder / name) as file:
                    return file.read(ROOTS_CAP)
        except (OSError, ValueError):  # a name with a NUL is no name
            pass
        return b""


def _named_roots(services: Any) -> dict[str, str]:
    """Return the file of certificates by service; whatever else a setting holds is passed over."""
    named = [one for one in services if isinstance(one, dict)] if isinstance(services, list) else []
    pairs = [(one.get("url"), one.get("roots")) for one in named]
    return {u: name for u, name in pairs if isinstance(u, str) and isinstance(name, str)}
