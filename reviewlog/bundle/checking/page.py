"""Checking the report: it tells every entry, in the words that the log holds."""

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.checking.readpage import read_page
from reviewlog.bundle.pages.cards import shown_names
from reviewlog.bundle.telling.custody import custody_texts
from reviewlog.bundle.telling.fieldwords import Fields, field_text
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.bundle.telling.times import happened, instant_words, late_words, moment_words
from reviewlog.domain.time.moment import utc_from_text

REPORT = "data/report.html"
_BAD_VALUES = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)


def page_places(
    text: str, told: Mapping[str, tuple[Line, Fields]], zone: ZoneInfo, files: set[str]
) -> Iterator[Fault]:
    """Yield every place in which the report is not what the entries say.

    `files` are the SHA-256 of the exhibits, of which every picture must be one.
    """
    page = read_page(text)
    if page.strange:
        yield REPORT, "it holds something that no report of ours does"
        return
    for leaf, (line, fields) in told.items():
        what = f"the words of entry {line.header['seq']} are not those of the log"
        if leaf not in page.fields or f">{leaf}<" not in text:
            yield REPORT, f"entry {line.header['seq']} is not in it"
        elif not _agrees(page.fields[leaf], line, fields, zone):
            yield REPORT, what
    if set(page.fields) - set(told) - {""}:
        yield REPORT, "it tells an entry that is not in the log"
    if any(_picture_hash(source) not in files for source in page.pictures):
        yield REPORT, "it shows a picture that is not one of the exhibits"


def _agrees(shown: dict[str, list[str]], line: Line, fields: Fields, zone: ZoneInfo) -> bool:
    try:
        expected = _expected(line, fields, zone)
        optional = {n: field_text(n, fields[n], zone) for n in ("currency", "file") if n in fields}
        optional |= custody_texts(fields, utc_from_text(line.header["recorded_at"]), zone)
    except _BAD_VALUES:
        return False
    if not set(expected) <= set(shown):
        return False
    known = optional | expected
    return all(name in known and set(texts) == {known[name]} for name, texts in shown.items())


def _expected(line: Line, fields: Fields, zone: ZoneInfo) -> dict[str, Any]:
    recorded_at = utc_from_text(line.header["recorded_at"])
    moment = happened(fields, recorded_at)
    late = f"{late_words(moment, recorded_at)}: {instant_words(recorded_at, zone)}"
    return {
        "happened_at": moment_words(moment, zone),
        "recorded_at": late,
        "what": plain(headline(line.header["kind"], fields, zone)),
    } | {name: field_text(name, fields[name], zone) for name in shown_names(fields)}


def _picture_hash(source: str) -> str:
    kind, _, body = source.partition(";base64,")
    if not kind.startswith("data:image/"):
        return ""
    try:
        return hashlib.sha256(base64.b64decode(body, validate=True)).hexdigest()
    except (binascii.Error, ValueError):
        return ""
