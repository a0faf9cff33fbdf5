"""Rows ↔ records, in pairs."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Entry, EntryId, Ref
from reviewlog.domain.playbook import Cover
from reviewlog.domain.sealing import read_json
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import utc_from_text, utc_text

ENTRY_COLUMNS = "e.log, e.seq, e.header, e.leaf"
FOR_EVER = "9999-12-31"


def entry_from_row(row: tuple[Any, ...], fields: Mapping[str, Any]) -> Entry:
    """Return the entry of (log, seq, header, leaf) with its disclosed fields."""
    header = read_json(row[2].decode())
    return Entry(
        id=EntryId(row[0], row[1]),
        command=header["command"],
        incident=header["incident"],
        n=header["n"],
        kind=header["kind"],
        recorded_at=utc_from_text(header["recorded_at"]),
        offset_min=header["utc_offset_min"],
        rel=header["rel"],
        refs=tuple(Ref(EntryId(r["log"], r["seq"]), r["leaf"]) for r in header["refs"]),
        leaf=row[3].hex(),
        header=bytes(row[2]),
        fields=fields,
    )


def entry_to_row(entry: Entry) -> tuple[Any, ...]:
    """Return the row of an entry, in the order of the table's columns."""
    return (
        entry.id.log,
        entry.id.seq,
        entry.header,
        bytes.fromhex(entry.leaf),
        entry.command,
        entry.incident,
        entry.n,
        entry.kind,
        utc_text(entry.recorded_at),
    )


def item_to_row(item: Item, place: int, calendar: Calendar) -> dict[str, Any]:
    """Return the agenda columns of an item (those of its incident come from the caller)."""
    return {
        "incident": item.incident,
        "place": place,
        "playbook": item.playbook,
        "step": item.step,
        "anchor": str(item.anchor),
        "kind": item.kind,
        "title": item.title,
        "why": item.why,
        "opens_at": utc_text(item.opens_at),
        "opens_on": calendar.day_of(item.opens_at).isoformat(),
        "due_on": item.due_on and item.due_on.isoformat(),
        "due_at": item.due_at and utc_text(item.due_at),
        "latest_at": item.latest_at and utc_text(item.latest_at),
        "closes_at": item.closes_at and utc_text(item.closes_at),
        "closes_on": calendar.day_of(item.closes_at).isoformat() if item.closes_at else FOR_EVER,
        "say": json.dumps(item.say),
        "avoid": json.dumps(item.avoid),
        "source": json.dumps(item.source),
        "done_by": item.done_by,
        "must": int(item.must),
    }


def item_from_row(row: sqlite3.Row) -> Item:
    """Return the item of an agenda row."""
    log, _, seq = row["anchor"].rpartition(":")
    return Item(
        incident=row["incident"],
        playbook=row["playbook"],
        step=row["step"],
        anchor=EntryId(log, int(seq)),
        kind=row["kind"],
        title=row["title"],
        why=row["why"],
        opens_at=utc_from_text(row["opens_at"]),
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        due_at=utc_from_text(row["due_at"]) if row["due_at"] else None,
        latest_at=utc_from_text(row["latest_at"]) if row["latest_at"] else None,
        closes_at=utc_from_text(row["closes_at"]) if row["closes_at"] else None,
        say=tuple(json.loads(row["say"])),
        avoid=tuple(json.loads(row["avoid"])),
        source=tuple(json.loads(row["source"])),
        done_by=row["done_by"],
        must=bool(row["must"]),
        rank=row["place"],
    )


def cover_to_row(cover: Cover) -> str:
    """Return what is seen of a playbook as one line of JSON."""
    conditions = {"use_when": dict(cover.use_when), "not_when": dict(cover.not_when)}
    return json.dumps(cover._asdict() | conditions)


def cover_from_row(text: str) -> Cover:
    """Return the cover that `cover_to_row` wrote."""
    row = json.loads(text)
    row |= {n: {k: tuple(w) for k, w in row[n].items()} for n in ("use_when", "not_when")}
    return Cover(**row)
