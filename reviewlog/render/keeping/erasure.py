"""Erasing on the screen: what goes and what stays, before; what may still hold it, after."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import Part, is_file, texts
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.keeping.erasable import Planned
from reviewlog.logbook.keeping.erasing import Erased
from reviewlog.logbook.keeping.remains import Remains
from reviewlog.render.keeping.remains import remains_lines, remains_shape
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.words.moments import count, moment_words
from reviewlog.render.words.phrases import field_words, phrase, who_words

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing

STAYS = (
    "What stays: that something happened, when, by which channel, states and sums. No names,"
    " no words."
)
LONGEST = 60
"""Letters of a text that is shown to be recognised."""
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
    """Return what would go, then what stays, then what to do before; each set apart."""
    decide = list(_left_to_decide(planned, width))
    blocks = [
        _wrapped(_summary(planned), width),
        list(_going(planned, now, width)),
        list(_staying(planned, width)),
        *([decide] if decide else []),
        [*_hold_first(planned, width), FINAL],
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def _summary(planned: Planned) -> str:
    files = len(planned.files)
    what = f"{_fields_of(planned)} and {count(files, 'file')}" if files else _fields_of(planned)
    rows = [row for row in _rows(planned) if _parts_in(planned, row["id"])]
    numbers = [str(row["number"]) for row in rows]
    where = f", {'incident' if len(rows) == 1 else 'incidents'} {_listed(numbers)}" if rows else ""
    names = [planned.person] if planned.person else [who_words(dict(row)) for row in rows]
    whose = "".join(f", {harmless_line(name)}" for name in dict.fromkeys(names))
    return f"This goes for good: {what}{where}{whose}."


def _fields_of(planned: Planned) -> str:
    fields = sum(len(part.names) for part in planned.parts)
    return f"{count(fields, 'field')} of {_entries(len(planned.parts))}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def _rows(planned: Planned) -> list[Mapping[str, Any]]:
    return sorted(planned.rows.values(), key=lambda row: int(row["number"]))


def _parts_in(planned: Planned, incident: str | None) -> list[Part]:
    return [part for part in planned.parts if part.entry.incident == incident]


def _going(planned: Planned, now: datetime, width: int) -> Iterator[str]:
    """Every entry of which something goes, under its incident where there are several."""
    found = [(row, parts) for row in _rows(planned) if (parts := _parts_in(planned, row["id"]))]
    general = _parts_in(planned, None)
    for row, parts in found:
        if len(found) > 1 or general:
            yield from _wrapped(_incident(row) + ":", width)
        for part in parts:
            yield from _part(part, row["customer"], now, width)
    if general:
        yield "Outside the incidents:"
    for part in general:
        yield from _part(part, None, now, width)
    for file in planned.files:
        yield from _wrapped(f"Goes with it: the file {_file(file)}", width, hang="  ")
    for path in planned.drafts:
        text = f"Goes with it: a text that you were writing, {harmless_line(path.name)}"
        yield from _wrapped(text, width, hang="  ")


def _part(part: Part, customer: str | None, now: datetime, width: int) -> list[str]:
    entry = part.entry
    what = f"{phrase(entry, customer)}: {field_words(part.names)}"
    text = f"{moment_words(entry.happened, now)}  {what}"
    return _wrapped(text, width, f"{entry.id.seq:>4}  ", " " * 6)


def _incident(row: Mapping[str, Any]) -> str:
    return f"Incident {row['number']}, {who_words(dict(row))}"


def _file(file: Mapping[str, Any]) -> str:
    return harmless_line(str(file.get("name", "")))


def _wrapped(text: str, width: int, indent: str = "", hang: str = "") -> list[str]:
    return wrap(text, width, indent, hang)


def _staying(planned: Planned, width: int) -> Iterator[str]:
    yield from _wrapped(STAYS, width)
    for file in planned.shared:
        text = f"Stays, another entry keeps it: the file {_file(file)}"
        yield from _wrapped(text, width, hang="  ")


def _hold_first(planned: Planned, width: int) -> Iterator[str]:
    if planned.rows:
        yield from _wrapped(FIRST_HOLD, width)
    for row in planned.rows.values():
        line = f"reviewlog hold {row['number']} --until 'in 1 year' --why TEXT"
        yield from _wrapped(line, width, "  ", "    ")


def _left_to_decide(planned: Planned, width: int) -> Iterator[str]:
    """What the words of others hold, and whom the owner took for the same person."""
    if planned.mentions:
        yield from _wrapped("Not erased; look at each, and if you want, erase it too:", width)
    for mention in planned.mentions:
        for name in mention.names:
            yield from _mentioned(planned, mention.entry, name, width)
    if planned.linked:
        yield from _wrapped("Not erased; you noted that it may be the same person:", width)
    for row in planned.linked:
        yield from _wrapped(_incident(row), width, "  ", "    ")


def _mentioned(planned: Planned, entry: Entry, name: str, width: int) -> Iterator[str]:
    """Whose incident it is, how the text begins, and the command that erases it."""
    row = planned.mentioned_in.get(entry.incident or "")
    where = _incident(row) if row else "Outside the incidents"
    value = entry.fields[name]
    said = value.get("name", "") if is_file(value) else " ".join(texts(value))
    begins = f"{where}, {field_words((name,))}: “{_beginning(said)}”"
    yield from _wrapped(begins, width, "  ", "    ")
    command = f"reviewlog erase {entry.id.seq} --field {shlex.quote(name)} --why TEXT"
    yield from _wrapped(command, width, "    ", "      ")


def _beginning(text: str) -> str:
    line = harmless_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 3].rstrip()}..."


def erased_text(erased: Erased, remains: Remains, now: datetime, width: int) -> str:
    """Return what went, and where copies may still be."""
    planned = erased.planned
    seqs = [str(entry.id.seq) for entry in erased.entries]
    noted = f"{'entries' if seqs[1:] else 'entry'} {_listed(seqs)}"
    what = _fields_of(planned)
    files = f" and {count(len(planned.files), 'file')}" if planned.files else ""
    lines = _wrapped(f"Erased: {what}{files} (noted in {noted}).", width)
    if erased.unfinished:
        lines += wrap(f"{_UNFINISHED.get(erased.unfinished, '')} {_LATER}".strip(), width)
    found = [line for t in remains_lines(remains, now) for line in _wrapped(t, width, "  ", "    ")]
    lines += ["", "It may still stand in:", *found] if found else []
    return "\n".join([*lines, "", *wrap(NOBODY_CAN_LOOK, width), *_still_open(planned)])


def _still_open(planned: Planned) -> Iterator[str]:
    """An incident without a person asks for steps that nobody can take any more."""
    numbers = [row["number"] for row in _rows(planned) if row["state"] == "open" and planned.person]
    if numbers:
        yield ""
    for number in numbers:
        yield f"Incident {number} is still open. To end it: reviewlog close {number}"


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def erased_shape(erased: Erased, remains: Remains) -> "sharing.Erased":
    """Return what went and what remains, as `erase --json` prints it."""
    planned = erased.planned
    return {
        "incidents": [str(row["number"]) for row in _rows(planned)],
        "entries": [str(entry.id.seq) for entry in erased.entries],
        "erased": [{"entry": str(p.entry.id.seq), "fields": list(p.names)} for p in planned.parts],
        "files": [file["sha256"] for file in planned.files],
        "drafts": [path.name for path in planned.drafts],
        "files_kept": [file["sha256"] for file in planned.shared],
        "mentions": [
            {"entry": str(m.entry.id.seq), "fields": list(m.names)} for m in planned.mentions
        ],
        "linked": [str(row["number"]) for row in planned.linked],
        "finished": not erased.unfinished,
        **remains_shape(remains),
    }
