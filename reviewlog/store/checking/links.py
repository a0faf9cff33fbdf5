"""Links: numbers without gaps, each incident continued, relations that point at what was there."""

from typing import Any

from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checking.headers import Header, beside
from reviewlog.store.checking.stream import Row

LEAF = 32


class Links:
    """Follows every log entry by entry; the leaves stay at hand, 32 bytes each."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._leaves: dict[str, bytearray] = {}
        self._last: dict[str, tuple[int, int]] = {}
        """Number and command of the last entry of a log."""
        self._in: dict[tuple[str, Any], tuple[Any, bytes]] = {}
        """Counter and leaf of the last entry of an incident."""
        self._later: list[tuple[int, Header]] = []
        """Relations to entries of a log that is yet to be read."""

    def see(self, row: Row, header: Header | None) -> None:
        """Take the next entry of a log."""
        seq, command = self._last.get(row.log, (0, 0))
        if row.seq != seq + 1:
            self._fault(row.seq, "the entries before it are missing")
        if header is None:
            said = beside(row)
        else:
            said = header
            self._see_header(row, header, command)
        self._last[row.log] = (row.seq, row.beside[0])
        if said["incident"] is not None:
            self._in[row.log, said["incident"]] = (said["n"], row.leaf)
        self._keep(row)

    def _keep(self, row: Row) -> None:
        """Put the leaf at its place; what stands at a wrong one cannot be pointed at."""
        leaves = self._leaves.setdefault(row.log, bytearray())
        if len(leaves) == (row.seq - 1) * LEAF or row.seq < 1:
            leaves += row.leaf
        elif row.seq * LEAF < len(leaves) + 2**24:  # a gap is filled: it was told already
            leaves += bytes(row.seq * LEAF - LEAF - len(leaves)) + row.leaf

    def _see_header(self, row: Row, header: Header, command: int) -> None:
        if header["command"] not in (row.seq, command):
            self._fault(row.seq, "it does not belong to the command before it")
        if not self._continues(row.log, header):
            self._fault(row.seq, "it does not continue its incident")
        for ref in header["refs"]:
            if ref["log"] != row.log and ref["log"] not in self._last:
                self._later.append((row.seq, ref))
            elif ref["log"] == row.log and ref["seq"] >= row.seq:
                self._fault(row.seq, "it points at an entry that came after it")
            else:
                self._see_ref(row.seq, ref)

    def _continues(self, log: str, header: Header) -> bool:
        if header["incident"] is None:
            return header["n"] is None and header["prev"] is None
        n, leaf = self._in.get((log, header["incident"]), (0, b""))
        follows = type(n) is int and header["n"] == n + 1
        return follows and header["prev"] == (leaf.hex() if n else None)

    def _see_ref(self, seq: int, ref: Header) -> None:
        end = ref["seq"] * LEAF
        leaf = self._leaves.get(ref["log"], b"")[max(0, end - LEAF) : max(0, end)]
        if leaf.hex() != ref["leaf"] or not leaf:
            self._fault(seq, f"it points at entry {ref['seq']}, which is another one now")

    def end(self) -> None:
        """Look at the relations between logs."""
        for seq, ref in self._later:
            self._see_ref(seq, ref)

    def _fault(self, seq: int, what: str) -> None:
        self._found.fault("links", entry_place(seq), what)
