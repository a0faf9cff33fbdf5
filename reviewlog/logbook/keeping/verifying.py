"""Checking a logbook: what lies in its folder, what follows from the entries, what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reviewlog.domain.checked import Checked, Outside, Place, Remark
from reviewlog.domain.tree.checkpoint import Checkpoint, origin_of
from reviewlog.domain.tree.mailed import Mailed
from reviewlog.domain.tree.notes import BadNoteError, Verifier, open_note
from reviewlog.logbook.keeping.comparing import Comparing
from reviewlog.logbook.proving.stamped import Stamps
from reviewlog.store.checking.check import Check, LogFacts
from reviewlog.store.checking.found import Found, Watch
from reviewlog.store.checking.lateness import Gap, ahead, late
from reviewlog.store.checking.signed import logged_keys
from reviewlog.store.look import Look

LOG = ("file", "headers", "links", "fields")
"""The checks without which nothing can be said about what follows from the entries."""
_SIGNED = (*LOG, "checkpoints")


def verified(folder: Path, watch: Watch | None = None, mailed: Sequence[Mailed] = ()) -> Checked:
    """Check everything that lies in a logbook's folder; nothing is written, not even a lock file.

    With checkpoints that a witness kept, also whether the log still begins with what they cover.
    Raises BookError where there is no logbook that this program can look at.
    """
    Look.open(folder).close()
    found, telling = Found(), watch or _in_silence
    comparing = Comparing(folder)
    try:
        comparing.begin()
        wanted = frozenset(one.checkpoint.size for one in mailed)
        facts = Check(folder, found, telling, wanted).run()
        holds = found.holds(*LOG)
        if holds and comparing.is_current:
            comparing.finish(found, telling)
    finally:
        comparing.stop()
    remarks = [] if holds and comparing.is_current else [Remark("not-compared", {"log": not holds})]
    stamps = Stamps(folder, facts, comparing.settings)
    stamps.check(found)
    if mailed:
        remarks += _mailed(mailed, facts, found)
    remarks += [*stamps.remarks, *_remarks(facts), *_keys(facts), *_times(folder, facts, stamps)]
    outside = sorted(stamps.outside, key=lambda one: (one.at, one.size))
    return Checked(dict(found.counts), found.places, tuple(outside), tuple(remarks))


def log_places(folder: Path) -> tuple[Place, ...]:
    """Return where the log itself does not hold: its entries, and the checkpoints over them.

    What is made from the entries, and what lies beside them, is left out. Raises BookError.
    """
    found = Found()
    Check(folder, found, _in_silence).run()
    return tuple(place for place in found.places if place.check in _SIGNED)


def _in_silence(check: str, done: int, total: int) -> None:
    """Watch nothing."""


def _mailed(mailed: Sequence[Mailed], facts: LogFacts, found: Found) -> Iterator[Remark]:
    """Compare the log with checkpoints that somebody else kept; anybody can write an unsigned one.

    Without a signature one still helps where the log is what it says.
    """
    signed = [one for one in mailed if _is_signed(one, facts.keys)]
    faults = [(one, _fault(one.checkpoint, facts)) for one in signed or mailed]
    if not signed and any(fault for _, fault in faults):
        ours = any(origin_of(log) == one.checkpoint.origin for log in facts.ends for one in mailed)
        yield Remark("stranger", {"name": mailed[0].name, "ours": ours})
        return
    for one, fault in faults:
        if fault is not None:
            found.fault("checkpoints", one.name, fault)
    good = [one for one, fault in faults if fault is None]
    if good:
        most = max(good, key=lambda one: one.checkpoint.size)
        told = {"name": most.name, "size": most.checkpoint.size, "signed": bool(signed)}
        yield Remark("mailed", told)


def _is_signed(mailed: Mailed, keys: Iterable[Verifier]) -> bool:
    try:
        open_note(mailed.note, keys)
    except BadNoteError:
        return False
    return True


def _fault(checkpoint: Checkpoint, facts: LogFacts) -> str | None:
    """Return why the log does not begin with what a checkpoint covers."""
    origin, size, root = checkpoint
    logs = [log for log in facts.ends if origin_of(log) == origin]
    if not logs:
        return "it is about another log"
    if size > facts.ends[logs[0]]:
        return f"the newest entries are missing: the log once held {size:,}"
    if facts.roots[logs[0]].get(size) != root:
        kept = "entry is not the one" if size == 1 else f"{size:,} entries are not those"
        return f"the first {kept} that it was made of: not the same log"
    return None


def _remarks(facts: LogFacts) -> Iterator[Remark]:
    if facts.erased:
        yield Remark("erased", {"count": facts.erased})
    if facts.turned_back:
        yield Remark("clock", {"count": len(facts.turned_back), "first": facts.turned_back[0]})
    if facts.unnamed:
        yield Remark("unnamed-files", {"names": facts.unnamed})


def _keys(facts: LogFacts) -> Iterator[Remark]:
    """Tell when another key began to sign, and which one had done so until then."""
    last: Verifier | None = None
    for entry in facts.said:
        for key in logged_keys([entry]):
            if last is not None and key != last:
                told = {"entry": entry.seq, "at": entry.at, "before": last.fingerprint}
                yield Remark("key-changed", told)
            last = key


def _times(folder: Path, facts: LogFacts, stamps: Stamps) -> Iterator[Remark]:
    """Say how the times that entries claim go with those from outside, and what none covers."""
    look = Look.open(folder)
    try:
        for log in [log for log, end in facts.ends.items() if end] or [look.log.ours]:
            outside = stamps.by_origin.get(origin_of(log), [])
            with look.still():
                gaps = {name: find(look.read_from, log, outside) for name, find in _GAPS.items()}
            yield from _gaps(gaps)
            yield from _uncovered(facts, log, outside)
    finally:
        look.close()


def _gaps(gaps: Mapping[str, Gap | None]) -> Iterator[Remark]:
    for name, gap in gaps.items():
        if gap is not None:
            told = {"count": gap.entries, "first": gap.first, "days": gap.longest.days}
            yield Remark(name, told | {"minutes": int(gap.longest.total_seconds() // 60)})


def _uncovered(facts: LogFacts, log: str, outside: Sequence[Outside]) -> Iterator[Remark]:
    end, known = facts.ends.get(log, 0), max((one.size for one in outside), default=0)
    covered = max(known, facts.covered.get(origin_of(log), 0))
    if end > covered or end > known:
        told = {"count": end - covered, "entries": end, "covered": covered, "outside": known}
        yield Remark("uncovered", told)


_GAPS = {"late": late, "ahead": ahead}
