"""What an incident has lost: what was taken back and what was erased; and what holds the rest."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.relations import erased_by, standing
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.receipt import Undone, View
from reviewlog.logbook.writing.correcting import RETRACT
from reviewlog.render.layout.blocks import beside, paragraph
from reviewlog.render.words.days import short_date
from reviewlog.render.words.folded import Folding
from reviewlog.render.words.moments import moment_words, written_words
from reviewlog.render.words.phrases import field_words, phrase

if TYPE_CHECKING:
    from reviewlog.render.promised import incidents

ERASED_LAST = "The last thing you did was to erase, and that cannot be taken back."
NUMBER = 6
"""Columns in which the number of an entry stands."""
INSTEAD = "What undo would take back is older:"
SHOWN = 20
"""So many lines of one command are told; a script can write very many at once."""


def retracted_text(undone: Undone, follows: Iterable[str] = ()) -> str:
    """Return what was taken back by name, what is followed then, and how to see it still."""
    shown = [
        f"Both are in: reviewlog show {row['number']}"
        for row in undone.rows
        if row["state"] != "void"
    ]
    return "\n".join(
        [undone_text(undone), *follows, *shown, "It was right after all? reviewlog undo"]
    )


def undone_text(undone: Undone) -> str:
    """Return what undo took back, in words; the log keeps both."""
    empty = [
        f"Incident {row['number']} is empty now and shows up nowhere."
        for row in undone.rows
        if row["state"] == "void"
    ]
    first = "Taken back (the log keeps both):"
    return "\n".join([first, *command_lines(undone), *_in_short(empty, "")])


def before_erasure_text(undone: Undone | None) -> str:
    """Say that an erasure stays, and what undo takes back instead."""
    if undone is None:
        return ERASED_LAST
    return "\n".join([ERASED_LAST, INSTEAD, *command_lines(undone)])


def command_lines(undone: Undone) -> Iterator[str]:
    """Return what one command wrote, line by line; of very much only the first lines."""
    yield from _in_short(list(_command_lines(undone)), "  ")


def _in_short(lines: list[str], indent: str) -> list[str]:
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], f"{indent}and {more} more"] if more > 0 else lines


def _command_lines(undone: Undone) -> Iterator[str]:
    shown = [e for e in undone.entries if e.kind != "playbook"] or list(undone.entries)
    names = {row["id"]: row["customer"] for row in undone.rows}
    folding = Folding(undone.entries)
    for entry in shown:
        said = _words(entry, folding, "text", "quote")
        yield f"  {phrase(entry, names.get(entry.incident))} (entry {entry.id.seq}){said}"


def hold_lines(view: View, now: datetime) -> Iterator[str]:
    """Say until when nothing may be erased, and why."""
    facts = view.facts
    if facts.hold is None or facts.held_until is None:
        return
    last = (facts.held_until - timedelta(milliseconds=1)).astimezone(now.tzinfo).date()
    day = short_date(last.isoformat(), now.date().isoformat())
    why = facts.hold.fields.get("text")
    over = "The hold ended" if facts.held_until <= now else "On hold until"
    yield f"{over} {day}{f': {harmless_line(why)}' if why else ''}"


def gone_lines(view: View, now: datetime, width: int, folding: Folding) -> Iterator[str]:
    """Return what was taken back by name, and what was erased, with the reasons."""
    taken = list(taken_back(view))
    if taken:
        yield from ("", "Taken back")
    for entry, by in taken:
        said = f"{phrase(entry, view.facts.customer)}{_words(entry, folding, 'quote', 'text')}"
        told = (
            f"{moment_words(entry.happened, now)}  {said}",
            f"taken back {written_words(by, now)} by entry {by.id.seq}{_why(by)}",
        )
        yield from _numbered(entry, told, width)
    erasures = [entry for entry in view.every if entry.rel == "erases"]
    if erasures:
        yield from ("", "Erased")
    for erasure in erasures:
        seqs = [str(entry.seq) for entry, _ in erased_by(erasure)]
        what = f"{'entry' if len(seqs) == 1 else 'entries'} {', '.join(seqs)}"
        text = f"{written_words(erasure, now)}  of {what}{_why(erasure)}"
        yield from _numbered(erasure, [text], width)


def _numbered(entry: Entry, texts: Iterable[str], width: int) -> list[str]:
    lines = [line for text in texts for line in paragraph(text, width - NUMBER)]
    return beside([f"{entry.id.seq:>4}"], lines, NUMBER)


def taken_back(view: View) -> Iterator[tuple[Entry, Entry]]:
    """Return what the owner took back by name, each with the entry that did it."""
    known = {entry.id: entry for entry in view.every}
    for relation in standing(view.every)[0]:
        if relation.rel == "retracts" and relation.fields.get("verb") == RETRACT:
            yield from ((known[ref.id], relation) for ref in relation.refs if ref.id in known)


def erased_words(names: Iterable[str]) -> str:
    """Return which fields of an entry are gone."""
    return f"erased: {field_words(sorted(names))}"


def gone_shape(view: View) -> "incidents.Gone":
    """Return what was taken back and erased, as `show --json` prints it."""
    erasures = [entry for entry in view.every if entry.rel == "erases"]
    return {
        "retracted": [
            {"entry": str(entry.id.seq), "by": str(by.id.seq), "why": by.fields.get("why")}
            for entry, by in taken_back(view)
        ],
        "erasures": [
            {
                "entry": str(erasure.id.seq),
                "at": utc_text(erasure.recorded_at),
                "why": erasure.fields.get("why"),
                "erased": {str(e.seq): sorted(names) for e, names in erased_by(erasure)},
            }
            for erasure in erasures
        ],
    }


def _words(entry: Entry, folding: Folding, *names: str) -> str:
    """The words of an entry in short, those that hurt folded."""
    words = folding.in_short(entry, *names)
    return f": {words}" if words else ""


def _why(entry: Entry) -> str:
    why = entry.fields.get("why")
    return f": {harmless_line(str(why))}" if why else ""
