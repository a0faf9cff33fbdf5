"""Where what was erased may still stand: bundles, other logbooks, settings, what the shell keeps."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import utc_text
from reviewlog.logbook.keeping.remains import Held, Remains
from reviewlog.render.words.moments import count, written_words

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing


def remains_lines(remains: Remains, now: datetime) -> Iterator[str]:
    """Return every place by a line."""
    for export in remains.bundles:
        audience = harmless_line(str(export.fields.get("audience", "somebody")))
        yield f"a bundle for {audience}, made {written_words(export, now)}"
    for path in remains.copies:
        what = "another logbook, " if path.is_dir() else ""
        yield f"{what}{_path(path)}"
    for path in remains.unread:
        yield f"another logbook, {_path(path)}, which could not be looked into"
    for held in remains.texts:
        yield f"{_path(held.path)}: {count(held.lines, 'line')}"
    for held in remains.histories:
        yield _history(held)


def _history(held: Held) -> str:
    """What the shell keeps; a line may also tell of somebody in other words."""
    found = [f"{count(held.lines, 'line')} with these words"] if held.lines else []
    calls = "1 line calls" if held.called == 1 else f"{held.called} lines call"
    found += [f"{calls} reviewlog, look at {'it' if held.called == 1 else 'them'}"]
    told = "; ".join(found if held.called else found[:1])
    return f"{_path(held.path)} keeps what you typed, also the line just now; {told}"


def _path(path: Path) -> str:
    try:
        return harmless_line(str("~" / path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return harmless_line(str(path))


def remains_shape(remains: Remains) -> "sharing.Remains":
    """Return the places as `erase --json` prints them."""
    return {
        "bundles": [_bundle(export) for export in remains.bundles],
        "copies": [str(path) for path in remains.copies],
        "unread": [str(path) for path in remains.unread],
        "texts": [_lines(held) for held in remains.texts],
        "histories": [_lines(held) for held in remains.histories],
    }


def _bundle(export: Entry) -> "sharing.Bundle":
    return {"at": utc_text(export.recorded_at), "audience": export.fields.get("audience")}


def _lines(held: Held) -> "sharing.Lines":
    return {"path": str(held.path), "lines": held.lines}
