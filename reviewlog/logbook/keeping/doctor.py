"""Looking a logbook's place and set-up over, also where the logbook itself cannot be opened."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.errors import BookError, BrokenProofError
from reviewlog.domain.evidence_errors import KeyFileError
from reviewlog.domain.health import Finding
from reviewlog.domain.time.moment import utc_text
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.notes import verifier_of
from reviewlog.logbook.keeping.unfinished import answer_files
from reviewlog.logbook.keeping.verifying import log_places
from reviewlog.logbook.opening.ownfiles import can_read_config, faulty_files
from reviewlog.logbook.opening.refresh import rebuild_and_compare
from reviewlog.logbook.proving.signing import logged_keys
from reviewlog.logbook.replies.draftfiles import DRAFTS, lying
from reviewlog.store.book import Store, exists
from reviewlog.store.checking.kept import stored_files
from reviewlog.store.connection import check_guards
from reviewlog.store.guarding import put_guards_back
from reviewlog.store.look import Look
from reviewlog.store.setup import examine_place, examine_sqlite, left_behind

CLOCK_MS = 60_000
"""So far a clock may be from the time that a service told before it is worth a look."""
ANCHOR = "anchor"


def examined(folder: Path, now: datetime) -> list[Finding]:
    """Look everything over and change nothing."""
    if not exists(folder):
        return [Finding("ok", "folder", "none", {"path": str(folder)}), *examine_sqlite(None)]
    found = [*examine_place(folder)]
    try:
        look = Look.open(folder)
    except BookError as error:
        broken = Finding("bad", "logbook", error.reason, {"path": error.path})
        return [*found, *examine_sqlite(None), broken, _left(left_behind(folder))]
    try:
        with look.reading():
            found += [*examine_sqlite(look.read_from), *_examine(look, folder, now)]
    except BookError as error:
        found.append(Finding("bad", "logbook", error.reason, {"path": error.path}))
    finally:
        look.close()
    return [*found, *_own_files(folder)]


def _examine(look: Look, folder: Path, now: datetime) -> Iterator[Finding]:
    try:
        check_guards(look.read_from, folder)
        yield Finding("ok", "logbook", facts={"entries": look.log.length()})
    except BookError as error:
        yield Finding("bad", "logbook", error.reason, {"path": error.path})
    yield _projections(look)
    yield _key(look)
    anchors = look.log.general((ANCHOR,))
    yield _clock(look, anchors, now)
    yield from _stamps(look, anchors)
    named = look.erasures.named_files()
    files = [
        name for name in stored_files(folder / "files") if name.rpartition("/")[2] not in named
    ]
    yield _left(sorted({*left_behind(folder), *(f"files/{name}" for name in files)}))
    yield from _open_drafts(folder)


def _settings(look: Look) -> dict[str, Any]:
    """Return the settings that are kept, none where they cannot be read."""
    try:
        kept = json.loads(look.stored.meta("settings") or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _projections(look: Look) -> Finding:
    whole = _settings(look).get("time_zone")
    return Finding("ok", "projections") if whole else Finding("bad", "projections", "spoiled")


def _key(look: Look) -> Finding:
    logged = logged_keys(look)
    try:
        private = look.key.find()
    except KeyFileError as error:
        return Finding("bad", "key", error.reason, {"path": error.path})
    if private is None:
        return Finding("look", "key", "lost") if logged else Finding("ok", "key", "none")
    mine = verifier_of(origin_of(look.log.ours), private)
    known = logged[-1:] == [mine] or not logged
    told = {"fingerprint": mine.fingerprint}
    return Finding("ok", "key", facts=told) if known else Finding("look", "key", "another", told)


def _clock(look: Look, anchors: list[Entry], now: datetime) -> Finding:
    newest = look.log.newest(1)
    if newest and newest[0].recorded_at - now > timedelta(minutes=1):
        return Finding("look", "clock", "back", _when("newest", newest[0]))
    known = [entry for entry in anchors if isinstance(entry.fields.get("clock_ms"), int)]
    off = int(known[-1].fields["clock_ms"]) if known else 0
    if abs(off) > CLOCK_MS:
        told = {"seconds": off // 1000, **_when("at", known[-1])}
        return Finding("look", "clock", "off", told)
    return Finding("ok", "clock")


def _when(name: str, entry: Entry) -> dict[str, Any]:
    return {name: utc_text(entry.recorded_at), "utc_offset_min": entry.offset_min}


def _stamps(look: Look, anchors: list[Entry]) -> Iterator[Finding]:
    services = _settings(look).get("time_stamps")
    last = _when("last", anchors[-1]) if anchors else {"last": None}
    if not services:
        yield Finding("look", "stamps", "none", last)
    else:
        yield Finding("ok" if anchors else "look", "stamps", "ok" if anchors else "never", last)
    size, length = max(look.checkpoints.sizes(), default=0), look.log.length()
    told = {"size": size, "entries": length}
    yield (
        Finding("ok", "checkpoint", facts=told)
        if size
        else Finding("look", "checkpoint", "none", told)
    )


def _left(names: list[str]) -> Finding:
    if not names:
        return Finding("ok", "leftovers")
    return Finding("look", "leftovers", "left", {"names": tuple(names)})


def _open_drafts(folder: Path) -> Iterator[Finding]:
    """What an editor was left with, or a run that was stopped; else nothing is said."""
    answers = answer_files(folder)
    names = tuple(f"{DRAFTS}/{path.name}" for path in lying(folder) if path not in answers)
    if names:
        yield Finding("look", "drafts", "open", {"names": names})
    if answers:
        typed = tuple(f"{DRAFTS}/{path.name}" for path in answers)
        yield Finding("look", "drafts", "answers", {"names": typed})


def _own_files(folder: Path) -> Iterator[Finding]:
    """Whether settings, or playbooks, sites and rules of the owner's are out of use."""
    is_read = can_read_config(folder)
    yield Finding("ok", "settings") if is_read else Finding("look", "settings", "faulty")
    names = faulty_files(folder)
    yield Finding("look", "files", "faulty", {"names": names}) if names else Finding("ok", "files")


class Rebuilt(NamedTuple):
    """What was made again."""

    same: bool
    """Whether the projections were the same before."""
    guards: tuple[str, ...]
    """The guards that were put back, and strangers that were taken away."""


def rebuilt(folder: Path) -> Rebuilt:
    """Make guards and projections again, also where no other verb can open the logbook.

    Raises BookError, and BrokenProofError where guards are missing and the log does not hold.
    """
    guards = put_guards_back(folder, lambda: _insist_on_log(folder)) if exists(folder) else ()
    store = Store.open(folder)
    try:
        return Rebuilt(rebuild_and_compare(store), guards)
    finally:
        store.close()


def _insist_on_log(folder: Path) -> None:
    """Guards put back over a changed log would hide that it was open to changes."""
    places = log_places(folder)
    if places:
        raise BrokenProofError(str(folder), tuple((place, what) for _, place, what in places))
