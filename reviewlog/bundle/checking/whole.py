"""Checking the pages as wholes: each is made again from the entries, and compared word by word.

So a word that the holder of the key has put between the entries is found. Pages of another
layout can only be compared field by field.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.checking.proofs import Signed, proofs_found
from reviewlog.bundle.checking.readbag import Bag
from reviewlog.bundle.checking.reread import BAD_VALUES, EXHIBITS, dossier_from
from reviewlog.bundle.packing.bag import (
    DECLARED,
    FORM,
    INFO,
    REPORT,
    ROWS,
    START,
    STATEMENT,
    STATEMENT_TEXT,
)
from reviewlog.bundle.pages.baginfo import info_from, info_lines
from reviewlog.bundle.pages.declaration import declaration, is_declared
from reviewlog.bundle.pages.forms import form_text
from reviewlog.bundle.pages.report import report
from reviewlog.bundle.pages.rows import csv_lines
from reviewlog.bundle.pages.start import start_here
from reviewlog.bundle.pages.statement import statement_page, statement_text
from reviewlog.bundle.telling.shownproofs import ShownProofs
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit
from reviewlog.playbook.siteshelf import shipped_site

_PICTURE = re.compile(r'(<img src="data:[a-z/+.-]{1,40};base64,)([A-Za-z0-9+/=]*)"')
_SHOWN = 60
"""Letters of a line that are shown of what differs."""
NO_SUCH_PAGE = "a bundle for this reader has no such page"
_Maker = Callable[[], Iterable[str]]


def whole_places(
    bag: Bag, lines: Sequence[Line], leaves: frozenset[str], signed: Signed, zone: ZoneInfo
) -> Iterator[Fault]:
    """Yield every page that is not what the entries make of it, with the first place in it."""
    try:
        makers = page_makers(bag, lines, leaves, signed, zone)
        for name, make in makers.items():
            yield from _compared(name, bag, make)
    except BAD_VALUES:
        yield INFO, "the pages cannot be made again from it and the entries"
        return
    for name in (STATEMENT, STATEMENT_TEXT, DECLARED):
        if name in bag.hashes and name not in makers:
            yield name, NO_SUCH_PAGE
    dossier = _dossier(bag, lines, leaves)
    if FORM in bag.hashes and not (dossier.dispute and dossier.dispute.ground):
        yield FORM, NO_SUCH_PAGE


def is_form_ours(bag: Bag, lines: Sequence[Line], leaves: frozenset[str], zone: ZoneInfo) -> bool:
    """Whether the form is what the entries and the rules of the site make, as they are shipped.

    The owner may have better ones: a form that is made by those says nothing against it.
    """
    try:
        dossier = _dossier(bag, lines, leaves)
        rules = shipped_site(str(dossier.site))
        return bag.text(FORM) == "".join(form_text(dossier._replace(rules=rules), zone))
    except BAD_VALUES:
        return False


def page_makers(
    bag: Bag, lines: Sequence[Line], leaves: frozenset[str], signed: Signed, zone: ZoneInfo
) -> Mapping[str, _Maker]:
    """Return how each page of a bag is made out of its entries, with pictures by their hashes.

    Raises one of BAD_VALUES.
    """
    return _makers(_dossier(bag, lines, leaves), zone, bag, proofs_found(signed, bag.hashes))


def _dossier(bag: Bag, lines: Sequence[Line], leaves: frozenset[str]) -> Dossier:
    """Raises one of BAD_VALUES."""
    files = {name: sha for name, sha in bag.hashes.items() if name.startswith(EXHIBITS)}
    return dossier_from(info_from(bag.text(INFO)), lines, leaves, files, bag.unfit)


def _makers(
    dossier: Dossier, zone: ZoneInfo, bag: Bag, proofs: ShownProofs
) -> Mapping[str, _Maker]:
    """Return how each page is made, by its name."""
    payload = [name for name in bag.hashes if name.startswith("data/")]
    oxum = f"{sum(bag.sizes[name] for name in payload)}.{len(payload)}"
    made: dict[str, _Maker] = {
        REPORT: lambda: report(dossier, zone, _named_picture),
        ROWS: lambda: csv_lines(dossier, zone),
        START: lambda: start_here(dossier, proofs, payload),
        INFO: lambda: info_lines(dossier, zone, oxum),
    }
    if dossier.reader == "site":
        made[STATEMENT] = lambda: statement_page(dossier, zone)
        made[STATEMENT_TEXT] = lambda: statement_text(dossier, zone)
    if is_declared(dossier):
        made[DECLARED] = lambda: declaration(dossier, zone, proofs)
    return made


def _compared(name: str, bag: Bag, make: _Maker) -> Iterator[Fault]:
    if name not in bag.raw:
        yield name, "it is missing"
        return
    there = _with_names(bag.text(name)).split("\n")
    made = "".join(make()).split("\n")
    if there == made:
        return
    number, line = next(
        (number, line)
        for number, (line, own) in enumerate(zip_longest(there, made), 1)
        if line != own
    )
    words = _plain(line or "")
    shown = f"“{words}”" if words else "nothing"
    yield name, f"line {number} is not what the entries say; there stands {shown}"


def _plain(line: str) -> str:
    words = harmless_line(re.sub(r"<[^<>]{0,400}>", " ", line[:4000]))
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"


def _named_picture(exhibit: Exhibit) -> str:
    """Return a picture by its hash, to be compared without its bytes."""
    return f"data:{harmless_line(exhibit.type)};base64,{exhibit.sha256}"


def _with_names(text: str) -> str:
    """Return a page with each picture in it put down by its hash."""
    return _PICTURE.sub(lambda found: f'{found[1]}{_hash(found[2])}"', text)


def _hash(body: str) -> str:
    try:
        return hashlib.sha256(base64.b64decode(body, validate=True)).hexdigest()
    except (binascii.Error, ValueError):
        return "damaged"
