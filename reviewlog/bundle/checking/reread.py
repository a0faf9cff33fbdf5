"""A bundle read back into a dossier, so that its pages can be made again and compared.

The same functions of the domain apply as when it was made. What cannot be read so raises an
error of those in BAD_VALUES.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.pages.baginfo import (
    AGENT,
    ASKED,
    BUSINESS,
    COUNTRY,
    CUSTOMER,
    INCIDENT,
    NUMBER,
    READER,
    SITE,
    ZONE,
)
from reviewlog.domain.audience import Leaving
from reviewlog.domain.entry import Entry, EntryId, Ref
from reviewlog.domain.exhibits import label_order
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.order import as_written
from reviewlog.domain.relations import settle
from reviewlog.domain.time.moment import utc_from_text
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit, Sealed
from reviewlog.logbook.sharing.told import told_claims, told_dispute
from reviewlog.store.pictures import Unfit

BAD_VALUES = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    IndexError,
    RecursionError,
)
EXHIBITS = "data/exhibits/"
_VERSION = re.compile(r"[0-9A-Za-z.+-]{1,40}")


def dossier_from(
    info: Mapping[str, str],
    lines: Sequence[Line],
    leaves: frozenset[str],
    files: Mapping[str, str],
    unfit: Mapping[str, Unfit | None],
) -> Dossier:
    """Return the dossier that a bundle was made of.

    `leaves` are those of the told entries, `files` the SHA-256 of the exhibits by their names,
    `unfit` why one is not shown as a picture.
    Raises one of BAD_VALUES.
    """
    entries = {_id(line): _entry(line) for line in lines}
    redacted = {_id(line): frozenset(line.redacted) for line in lines}
    timeline = tuple(
        Leaving(s, s.entry.fields, frozenset(s.original.fields), redacted[s.entry.id])
        for s in settle(entries.values())
        if s.entry.leaf in leaves
    )
    exhibits = tuple(_exhibits(timeline, list(entries.values()), files, unfit))
    site = info.get(SITE)
    return Dossier(
        number=info[NUMBER],
        reader=info[READER],
        site=site,
        facts=Facts(info[INCIDENT], customer=_customer(info.get(CUSTOMER, ""), timeline)),
        timeline=timeline,
        sealed=tuple(_sealed(line, entries[_id(line)]) for line in lines),
        exhibits=exhibits,
        settings=_settings(info),
        zone=info[ZONE],
        claims=told_claims(timeline, exhibits),
        dispute=told_dispute(timeline, site) if site else None,
    )


def _id(line: Line) -> EntryId:
    return EntryId(line.header["log"], line.header["seq"])


def _entry(line: Line) -> Entry:
    header = line.header
    return Entry(
        id=_id(line),
        command=int(header["command"]),
        incident=header["incident"],
        n=header["n"],
        kind=header["kind"],
        recorded_at=utc_from_text(header["recorded_at"]),
        offset_min=int(header["utc_offset_min"]),
        rel=header["rel"],
        refs=tuple(Ref(EntryId(r["log"], r["seq"]), r["leaf"]) for r in header["refs"]),
        leaf=line.leaf,
        header=b"",
        fields={**line.fields, **line.redacted},
    )


def _sealed(line: Line, entry: Entry) -> Sealed:
    names = tuple(sorted(line.fields))
    return Sealed(entry, names, line.corrected, line.retracted, names, line.redacted)


def _customer(said: str, timeline: Sequence[Leaving]) -> str | None:
    """The name that bag-info.txt gives the customer, if it is one that is told."""
    names = (t.fields.get(n) for t in timeline for n in ("who", "on_behalf_of"))
    return next((name for name in names if name and harmless_line(str(name)) == said), None)


def _settings(info: Mapping[str, str]) -> dict[str, Any]:
    made_by = info[AGENT].removeprefix("reviewlog ")
    if not _VERSION.fullmatch(made_by):
        raise ValueError(made_by)
    return {
        "business": info.get(BUSINESS),
        "time_stamps": info.get(ASKED),
        "made_by": made_by,
        "country": info.get(COUNTRY),
    }


def _exhibits(
    timeline: Sequence[Leaving],
    entries: Sequence[Entry],
    files: Mapping[str, str],
    unfit: Mapping[str, Unfit | None],
) -> Iterator[Exhibit]:
    """The numbers are those of the files: of the same bytes taken in twice, the first joined first."""
    labels: dict[str, list[str]] = {}
    for name in sorted(files, key=lambda name: label_order(_label(name))):
        labels.setdefault(files[name], []).append(_label(name))
    told = {t.settled.entry.id: t for t in timeline if t.fields.get("file")}
    found = []
    for place in _joined(entries, told):
        file = told[place].fields["file"]
        label = labels[file["sha256"]].pop(0)
        entry = told[place].settled.entry
        found.append(
            Exhibit(
                label=label,
                entry=entry,
                name=file["name"],
                size=file["size"],
                sha256=file["sha256"],
                type=file["type"],
                path=Path(),
                unfit=unfit.get(file["sha256"]),
            )
        )
    yield from sorted(found, key=lambda exhibit: label_order(exhibit.label))


def _label(name: str) -> str:
    return name.removeprefix(EXHIBITS).partition(".")[0]


def _joined(entries: Sequence[Entry], told: Mapping[EntryId, Leaving]) -> list[EntryId]:
    """Return the told files in the order in which they came into the incident."""
    found: dict[EntryId, None] = {}
    homes = {entry.incident for entry in entries if entry.rel is None}
    for entry in as_written(entries):
        here = (entry.id,) if entry.rel is None and not _moved(entry, homes, told) else ()
        moves = tuple(ref.id for ref in entry.refs) if entry.rel == "amends" else ()
        for place in (*here, *moves):
            if place in told:
                found.setdefault(place)
    return [*found, *(place for place in told if place not in found)]


def _moved(entry: Entry, homes: set[str | None], told: Mapping[EntryId, Leaving]) -> bool:
    """Whether an entry was first filed elsewhere: it counts from when it was moved here."""
    amended = told[entry.id].settled if entry.id in told else None
    return len(homes) > 1 and amended is not None and "incident" in amended.corrected
