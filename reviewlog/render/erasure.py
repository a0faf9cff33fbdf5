"""Erasing on the screen: what goes and what stays, before; what may still hold it, after."""

import shlex
import textwrap
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import Part
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.erasable import Planned
from reviewlog.logbook.erasing import Erased
from reviewlog.logbook.remains import Held, Remains
from reviewlog.render.moments import count, moment_words, written_words
from reviewlog.render.phrases import field_words, phrase, who_words

STAYS = (
    "What stays: that something happened, when, by which channel, states and sums. No names,"
    " no words."
)
FIRST_HOLD = "If a dispute or claim may come, hold first:"
FINAL = "It cannot be taken back."
NOBODY_CAN_LOOK = (
    "What nobody can look into from here: backups by other programs, synced copies, mails and"
    " bundles that you sent, what still stands in this window, and old blocks of an SSD."
)
_UNFINISHED = {
    "full": "The disk has no room to write the file anew.",
    "busy": "Another reviewlog was reading, so the file could not be written anew.",
}
_LATER = "What was erased stays erased; the last traces in the file go when there is room."


def planned_text(planned: Planned, now: datetime, width: int) -> str:
    """Return what would go and what stays."""
    lines = [line for row in _rows(planned) for line in _of_incident(planned, row, now)]
    general = [part for part in planned.parts if part.entry.incident is None]
    lines += ["Outside the incidents:"] if general else []
    lines += [_going(part, None, now) for part in general]
    lines += [f"Goes with it: the file {_file(file)}" for file in planned.files]
    lines += [f"Stays, another entry keeps it: the file {_file(file)}" for file in planned.shared]
    lines += [*textwrap.wrap(STAYS, width), *_left_to_decide(planned)]
    numbers = [str(row["number"]) for row in planned.rows.values()]
    if numbers:
        lines += [FIRST_HOLD]
        lines += [f"  reviewlog hold {n} --until 'in 1 year' --why TEXT" for n in numbers]
    return "\n".join([*lines, FINAL])


def _rows(planned: Planned) -> list[Mapping[str, Any]]:
    return sorted(planned.rows.values(), key=lambda row: int(row["number"]))


def _of_incident(planned: Planned, row: Mapping[str, Any], now: datetime) -> Iterator[str]:
    parts = [part for part in planned.parts if part.entry.incident == row["id"]]
    if parts:
        yield f"This goes for good, incident {row['number']}, {who_words(dict(row))}:"
    for part in parts:
        yield _going(part, row["customer"], now)


def _going(part: Part, customer: str | None, now: datetime) -> str:
    entry = part.entry
    what = phrase(entry, customer)
    return (
        f"{entry.id.seq:>4}  {moment_words(entry.happened, now)}  {what}: {field_words(part.names)}"
    )


def _file(file: Mapping[str, Any]) -> str:
    return harmless_line(str(file.get("name", "")))


def _left_to_decide(planned: Planned) -> Iterator[str]:
    """What the words of others hold, and whom the owner took for the same person."""
    if planned.mentions:
        yield "Not erased; look at each, and if you want, erase it too:"
    for mention in planned.mentions:
        for name in mention.names:
            yield f"  reviewlog erase {mention.entry.id.seq} --field {shlex.quote(name)} --why TEXT"
    if planned.linked:
        yield "Not erased; you noted that it may be the same person:"
    for row in planned.linked:
        yield f"  incident {row['number']}, {who_words(dict(row))}"


def erased_text(erased: Erased, remains: Remains, now: datetime, width: int) -> str:
    """Return what went, and where copies may still be."""
    planned = erased.planned
    entries = ", ".join(str(entry.id.seq) for entry in erased.entries)
    fields = sum(len(part.names) for part in planned.parts)
    what = f"{count(fields, 'field')} of {_entries(len(planned.parts))}"
    files = f" and {count(len(planned.files), 'file')}" if planned.files else ""
    lines = [f"Erased: {what}{files} (noted in entry {entries})."]
    if erased.unfinished:
        lines += textwrap.wrap(f"{_UNFINISHED.get(erased.unfinished, '')} {_LATER}".strip(), width)
    found = list(_remains(remains, now))
    lines += ["", "It may still stand in:", *found] if found else []
    return "\n".join([*lines, "", *textwrap.wrap(NOBODY_CAN_LOOK, width), *_still_open(planned)])


def _still_open(planned: Planned) -> Iterator[str]:
    """An incident without a person asks for steps that nobody can take any more."""
    numbers = [row["number"] for row in _rows(planned) if row["state"] == "open" and planned.person]
    if numbers:
        yield ""
    for number in numbers:
        yield f"Incident {number} is still open. To end it: reviewlog close {number}"


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _remains(remains: Remains, now: datetime) -> Iterator[str]:
    for export in remains.bundles:
        audience = harmless_line(str(export.fields.get("audience", "somebody")))
        yield f"  a bundle for {audience}, made {written_words(export, now)}"
    for path in remains.copies:
        what = "another logbook, " if path.is_dir() else ""
        yield f"  {what}{harmless_line(str(path))}"
    for held in remains.texts:
        yield f"  {harmless_line(str(held.path))}: {count(held.lines, 'line')}"
    for held in remains.histories:
        found = f"{count(held.lines, 'line')} with these words" if held.lines else _CALLED
        yield f"  {harmless_line(str(held.path))}: {found}; also the line you just typed"


_CALLED = "calls of reviewlog"


def erased_shape(erased: Erased, remains: Remains) -> dict[str, Any]:
    """Return what went and what remains, as `erase --json` prints it."""
    planned = erased.planned
    return {
        "incidents": [str(row["number"]) for row in _rows(planned)],
        "entries": [str(entry.id.seq) for entry in erased.entries],
        "erased": [{"entry": str(p.entry.id.seq), "fields": list(p.names)} for p in planned.parts],
        "files": [file["sha256"] for file in planned.files],
        "files_kept": [file["sha256"] for file in planned.shared],
        "mentions": [
            {"entry": str(m.entry.id.seq), "fields": list(m.names)} for m in planned.mentions
        ],
        "linked": [str(row["number"]) for row in planned.linked],
        "finished": not erased.unfinished,
        "bundles": [_bundle(export) for export in remains.bundles],
        "copies": [str(path) for path in remains.copies],
        "texts": [_lines(held) for held in remains.texts],
        "histories": [_lines(held) for held in remains.histories],
    }


def _bundle(export: Entry) -> dict[str, Any]:
    return {"at": utc_text(export.recorded_at), "audience": export.fields.get("audience")}


def _lines(held: Held) -> dict[str, Any]:
    return {"path": str(held.path), "lines": held.lines}
