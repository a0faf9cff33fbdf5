"""Fields: each is the one that was sealed, and only those are gone that were erased."""

from binascii import b2a_base64
from hashlib import sha256
from typing import Any, NamedTuple

from reviewlog.domain.entry import EntryId
from reviewlog.domain.sealing import open_disclosure
from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checking.headers import Header
from reviewlog.store.checking.stream import Row

_URL_SAFE = bytes.maketrans(b"+/", b"-_")
_AFTER_SALT = 36
"""Characters before the name in a disclosure of ours: 27 bytes, brackets, quotes and salt."""
_OPENED = frozenset(("erasure", "anchor", "key", "key-change"))
"""Kinds whose fields say something about the log itself."""


class Said(NamedTuple):
    """An entry about the log itself, with the fields that hold."""

    log: str
    seq: int
    kind: str
    fields: dict[str, Any]
    at: str
    """When it says that it was written."""


class Fields:
    """Follows the fields of every entry; what is missing is judged when all erasures are known."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._names: dict[bytes, tuple[bytes, ...]] = {}
        """How a disclosure goes on behind its salt, by the name of its field."""
        self.missing: dict[EntryId, set[str]] = {}
        """Digests without a field, by entry."""
        self.erased: dict[EntryId, dict[str, str]] = {}
        """What erasures name: the names of fields and their digests, by entry."""
        self.said: list[Said] = []
        self.files: dict[str, tuple[int, dict[str, Any]]] = {}
        """The files that entries name, by hash: the first such entry and its field."""
        self.turned_back: list[int] = []
        """Entries that were written while the clock stood before the entry before."""

    def see(self, row: Row, header: Header | None) -> None:
        """Take the next entry."""
        self._found.counts["fields"] += len(row.texts)
        if header is None:
            return
        digests = _digests([text for _, text in row.texts])
        if sorted(digests) != header["sd"]:
            self._see_difference(row, header, digests)
        if header["kind"] in _OPENED:
            self._see_said(row, header)
        for name, text in row.texts:
            if not self._is_named(name, text):
                self._see_name(row, name, text)
            elif name == b"file":
                self._see_file(row.seq, text)
            elif name == b"clock_back":
                self.turned_back.append(row.seq)

    def _see_difference(self, row: Row, header: Header, digests: list[str]) -> None:
        known = set(header["sd"])
        changed = 0
        for (name, _), digest in zip(row.texts, digests, strict=True):
            if digest not in known:
                changed += 1
                self._fault(row, name, "was changed after it was written")
        gone = known.difference(digests)
        if len(gone) > changed:
            self.missing[EntryId(row.log, row.seq)] = gone

    def _is_named(self, name: bytes, text: bytes) -> bool:
        """Whether a field stands under its own name: only where the name stands is looked at."""
        starts = self._names.get(name)
        if starts is None:
            starts = self._names[name] = _encoded_starts(name + b'",')
        return text.startswith(starts, _AFTER_SALT)

    def _see_name(self, row: Row, name: bytes, text: bytes) -> None:
        """Look at a name again that does not stand where ours does."""
        found = _opened(text)
        if found is None:
            self._fault(row, name, "cannot be read")
        elif found[0].encode("utf-8", "surrogatepass") != name:
            self._fault(row, name, "stands under a wrong name")

    def _see_said(self, row: Row, header: Header) -> None:
        known = set(header["sd"])
        opened = [_opened(text) for _, text in row.texts if _digests([text])[0] in known]
        fields = dict(field for field in opened if field is not None)
        self.said.append(Said(row.log, row.seq, header["kind"], fields, header["recorded_at"]))
        if header["kind"] == "erasure" and header["rel"] == "erases":
            self._see_erasure(fields.get("erased"), header["refs"])

    def _see_erasure(self, erased: Any, refs: list[Header]) -> None:
        for place, names in erased.items() if isinstance(erased, dict) else ():
            log, _, seq = place.rpartition(":")
            pointed = any(ref["log"] == log and str(ref["seq"]) == seq for ref in refs)
            if pointed and isinstance(names, dict):
                digests = {name: one for name, one in names.items() if isinstance(one, str)}
                self.erased.setdefault(EntryId(log, int(seq)), {}).update(digests)

    def _see_file(self, seq: int, text: bytes) -> None:
        field = _opened(text)
        if field is not None and isinstance(field[1], dict):
            self.files.setdefault(str(field[1].get("sha256")), (seq, field[1]))

    def _fault(self, row: Row, name: bytes, what: str) -> None:
        shown = name.decode("utf-8", "replace")
        self._found.fault("fields", entry_place(row.seq), f"the field {shown} {what}")

    def end(self) -> None:
        """Compare what is missing with what was erased."""
        for entry, digests in self.missing.items():
            erased = set(self.erased.get(entry, {}).values())
            if digests - erased:
                self._found.fault("fields", entry_place(entry.seq), "a field is missing")
        for entry, names in self.erased.items():
            gone = self.missing.get(entry, set())
            for name, digest in names.items():
                if digest not in gone:
                    what = f"the field {name} was erased and is still there"
                    self._found.fault("fields", entry_place(entry.seq), what)


def _opened(text: bytes) -> tuple[str, Any] | None:
    try:
        return open_disclosure(text.decode("ascii"))
    except (ValueError, RecursionError):
        return None


def _encoded_starts(raw: bytes) -> tuple[bytes, ...]:
    """Return how base64url that begins with these bytes may begin.

    Bytes that fill no group of four characters leave their last one open.
    """
    if len(raw) % 3 == 0:
        return (b2a_base64(raw, newline=False).translate(_URL_SAFE),)
    whole = -(-len(raw) * 8 // 6)
    more = (b2a_base64(raw + bytes((n, 0)), newline=False)[:whole] for n in range(256))
    return tuple(dict.fromkeys(start.translate(_URL_SAFE) for start in more))


def _digests(texts: list[bytes]) -> list[str]:
    """Return the digests of disclosures as headers keep them (base64url without padding)."""
    lines = b"".join([b2a_base64(sha256(text).digest()) for text in texts])
    return lines.translate(_URL_SAFE).decode().split("=\n")[:-1]
