"""Reading a bag: every file hashed, and those that are looked into kept, within limits."""

import hashlib
import re
from dataclasses import dataclass, field

from reviewlog.bundle.caps import MOST_TOKENS, PROOF_CAPS, PROOFS_CAP, page_cap
from reviewlog.bundle.checking.bag import PAYLOAD
from reviewlog.bundle.checking.contents import Contents, HostileError
from reviewlog.bundle.checking.lines import ENTRIES
from reviewlog.bundle.packing.bag import (
    DECLARED,
    FORM,
    REPORT,
    ROWS,
    START,
    STATEMENT,
    STATEMENT_TEXT,
    TAGS,
)
from reviewlog.bundle.packing.seal import LOOSE
from reviewlog.store.pictures import LARGEST, Unfit, unfit

_PICTURE = re.compile(r"data/exhibits/E\d+\.(png|jpg|gif|webp)")
_PAGES = frozenset(
    (ENTRIES, REPORT, ROWS, START, STATEMENT, STATEMENT_TEXT, FORM, DECLARED, "bagit.txt",
     "bag-info.txt", PAYLOAD, TAGS)
)  # fmt: skip


@dataclass(slots=True)
class Bag:
    """What was read of a bag: each file once."""

    top: str | None = None
    """The name that it has inside a zip."""
    hashes: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    """The pages, the entries and the lists."""
    proofs: dict[str, bytes] = field(default_factory=dict)
    """The seal, and what lies under proof/."""
    unfit: dict[str, Unfit | None] = field(default_factory=dict)
    """Why an exhibit is not shown as a picture, by its SHA-256."""

    def text(self, name: str) -> str:
        """Return a file as text; what is no text shows as such and agrees with nothing."""
        return self.raw.get(name, b"").decode("utf-8", "replace")


def read_bag(contents: Contents) -> Bag:
    """Read every file once. Raises HostileError."""
    bag, left, tokens = Bag(contents.top), PROOFS_CAP, 0
    # How much a page may tell follows from the entries and the exhibits.
    for name in sorted(contents.names, key=_reading_order):
        cap = (
            _cap(bag, name, len(contents.names)) if name in _PAGES else min(_proof_cap(name), left)
        )
        kept = _read(bag, contents, name, cap)
        if name in _PAGES:
            bag.raw[name] = kept
        elif _proof_cap(name):
            bag.proofs[name] = kept
            left -= len(kept)
            tokens += name.endswith(".tsr")
        if tokens > MOST_TOKENS:
            raise HostileError(name, f"there are more than {MOST_TOKENS:,} time stamps")
    return bag


def _reading_order(name: str) -> tuple[bool, bool, str]:
    return name != ENTRIES, name in _PAGES, name


def _cap(bag: Bag, name: str, members: int) -> int:
    exhibits = sum(n for one, n in bag.sizes.items() if one.startswith("data/exhibits/"))
    return page_cap(name, members, bag.sizes.get(ENTRIES, 0), exhibits)


def _proof_cap(name: str) -> int:
    """Return how many bytes of a file are kept, 0 for one that is not looked into."""
    if not name.startswith("proof/") and not LOOSE.fullmatch(name):
        return 0
    ending = name.rpartition(".")[2]
    # Certificates are for other programs; those that a list names need no look.
    return 0 if ending == "pem" and name.startswith("proof/") else PROOF_CAPS.get(ending, 0)


def _read(bag: Bag, contents: Contents, name: str, cap: int) -> bytes:
    hasher, size, kept = hashlib.sha256(), 0, bytearray()
    looked_into = name in _PAGES or _proof_cap(name) > 0
    pictured = _PICTURE.fullmatch(name) is not None
    for chunk in contents.chunks(name):
        hasher.update(chunk)
        size += len(chunk)
        if looked_into:
            if size > cap:
                raise HostileError(name, "it is too large to be checked")
            kept += chunk
        elif pictured and size <= LARGEST:
            kept += chunk
    bag.hashes[name], bag.sizes[name] = hasher.hexdigest(), size
    if pictured:
        bag.unfit[bag.hashes[name]] = Unfit("bytes") if size > LARGEST else unfit(bytes(kept))
    return bytes(kept)
