"""The entries for machines (`entries.jsonl`) and for a spreadsheet (`entries.csv`)."""

import csv
import io
import json
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.custody import custody
from reviewlog.bundle.telling.fieldwords import Fields, field_text
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.bundle.telling.times import happened, instant_words, moment_words
from reviewlog.domain.audience import Leaving
from reviewlog.domain.harmless import harmless
from reviewlog.logbook.sharing.gathering import Dossier, Sealed

COLUMNS = ("entry", "happened", "recorded", "kind", "what", "words", "text", "amount", "currency", "stars",
           "site", "leaf", "file")  # fmt: skip
_FORMULA_STARTS = frozenset("=+-@\t\r\x00＝＋－＠")  # noqa: RUF001
_BOM = "\ufeff"
"""Spreadsheet programs take UTF-8 for something else without it."""


def jsonl_lines(dossier: Dossier) -> Iterator[str]:
    """Yield one line per stored entry."""
    yield from map(jsonl_line, dossier.sealed)


def jsonl_line(sealed: Sealed) -> str:
    """Return the line of a stored entry: its header, its leaf, and what of it is disclosed."""
    line = {
        "header": sealed.entry.header.decode(),
        "leaf": sealed.entry.leaf,
        "disclosures": list(sealed.disclosures),
        "corrected": list(sealed.corrected),
        "retracted": sealed.retracted,
        **({"redacted": dict(sealed.redacted)} if sealed.redacted else {}),
    }
    return json.dumps(line, ensure_ascii=True) + "\n"


def csv_lines(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the told entries as rows for viewing; the record is `entries.jsonl`."""
    yield _BOM + _csv_line(COLUMNS)
    for told in dossier.timeline:
        yield _csv_line(tuple(guarded(cell) for cell in _cells(told, zone)))


def _cells(told: Leaving, zone: ZoneInfo) -> tuple[str, ...]:
    entry, fields = told.settled.entry, told.fields
    words = {"review": "text", "claim": "sentence"}.get(entry.kind, "quote")
    text = "answer" if entry.kind == "demand" and not fields.get("text") else "text"
    return (
        str(entry.id.seq),
        moment_words(happened(fields, entry.recorded_at), zone),
        instant_words(entry.recorded_at, zone),
        entry.kind,
        plain(headline(entry.kind, fields, zone)),
        _raw(fields, words),
        _raw(fields, text) if text != words else "",
        _raw(fields, "amount") or _raw(fields, "cost"),
        _raw(fields, "currency"),
        _raw(fields, "stars"),
        field_text("site", fields["site"], zone) if fields.get("site") else "",
        entry.leaf,
        plain(custody(fields, entry.recorded_at, zone)) if fields.get("file") else "",
    )


def _raw(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return "" if value is None else str(value)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula and no screen for a command."""
    starts = {cell.lstrip(" ")[:1], cell.lstrip()[:1]}
    return ("'" if starts & _FORMULA_STARTS else "") + harmless(cell)


def _csv_line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue()
