"""Checking the names: a bundle holds files that are looked at, and nothing beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.packing.bag import (
    DECLARED,
    ENTRIES,
    FORM,
    INFO,
    PDF,
    REPORT,
    ROWS,
    START,
    STATEMENT,
    STATEMENT_TEXT,
    TAGS,
)
from reviewlog.bundle.packing.checker import CHECKER, checker_member
from reviewlog.bundle.packing.seal import LOOSE
from reviewlog.bundle.telling.proofnames import KEY_ENTRIES, KEYS
from reviewlog.store.sniff import EXTENSIONS

_FETCH = "fetch.txt"
"""It has a fault of its own."""
_KNOWN = frozenset(
    (START, "bagit.txt", INFO, "manifest-sha256.txt", TAGS, CHECKER, REPORT, PDF, ENTRIES, ROWS,
     STATEMENT, STATEMENT_TEXT, FORM, DECLARED, KEYS, KEY_ENTRIES, _FETCH)
)  # fmt: skip
_ENDINGS = "|".join(sorted({*EXTENSIONS.values(), "bin"}))
_FORMS = re.compile(
    rf"data/exhibits/E[1-9][0-9]{{0,8}}\.({_ENDINGS})"
    r"|proof/[0-9]{9,18}(\.txt|\.[a-z0-9-]{1,80}\.(tsr|pem))"
    r"|proof/[0-9]{6,18}\.tlog-proof"
    r"|proof/consistency-[0-9]{9,18}-[0-9]{9,18}\.txt"
)


def name_places(names: Iterable[str]) -> Iterator[Fault]:
    """Yield every file that no bundle of ours has, by its name: nobody would look into it."""
    for name in names:
        if not (name in _KNOWN or _FORMS.fullmatch(name) or LOOSE.fullmatch(name)):
            yield name, "no bundle of reviewlog has a file of this name"


def checker_places(hashes: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the page that checks where it is not the one that this version puts in."""
    if hashes.get(CHECKER) != checker_member().sha256:
        yield CHECKER, "it is not the page that this version of reviewlog puts into a bundle"
