"""Checking a logbook: what lies in its folder, what follows from the entries, what is known."""

from collections.abc import Iterator
from pathlib import Path

from reviewlog.domain.checked import Checked, Outside, Remark
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.mailed import Mailed
from reviewlog.logbook.comparing import Comparing
from reviewlog.logbook.stamped import Stamps
from reviewlog.store.checking.check import Check, LogFacts
from reviewlog.store.checking.found import Found, Watch
from reviewlog.store.checking.lateness import ahead, late
from reviewlog.store.checking.signed import note_fault
from reviewlog.store.look import Look

LOG = ("file", "headers", "links", "fields")
"""The checks without which nothing can be said about what follows from the entries."""


def verified(folder: Path, watch: Watch | None = None, mailed: Mailed | None = None) -> Checked:
    """Check everything that lies in a logbook's folder; nothing is written, not even a lock file.

    With a checkpoint that a witness kept, also whether the log still begins with what it covers.
    Raises BookError where there is no logbook that this program can look at.
    """
    Look.open(folder).close()
    found, telling = Found(), watch or _in_silence
    comparing = Comparing(folder)
    try:
        comparing.begin()
        wanted = frozenset([mailed.checkpoint.size] if mailed else ())
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
    remarks += [*stamps.remarks, *_remarks(facts), *_times(folder, facts, stamps.outside)]
    outside = sorted(stamps.outside, key=lambda one: (one.at, one.size))
    return Checked(dict(found.counts), found.places, tuple(outside), tuple(remarks))


def _in_silence(check: str, done: int, total: int) -> None:
    """Watch nothing."""


def _mailed(mailed: Mailed, facts: LogFacts, found: Found) -> Iterator[Remark]:
    """Compare the log with a checkpoint that somebody else kept: what it covers, then who signed."""
    origin, size, root = mailed.checkpoint
    logs = [log for log in facts.ends if origin_of(log) == origin]
    end = facts.ends[logs[0]] if logs else 0
    if not logs:
        found.fault("checkpoints", mailed.name, "it is about another log")
    elif size > end:
        what = f"the newest entries are missing: the log once held {size:,}"
        found.fault("checkpoints", mailed.name, what)
    elif facts.roots[logs[0]].get(size) != root:
        what = f"the first {size:,} entries are not those that it was made of: not the same log"
        found.fault("checkpoints", mailed.name, what)
    else:
        signed = note_fault(mailed.note, list(facts.keys), facts.roots, facts.ends) is None
        yield Remark("mailed", {"name": mailed.name, "size": size, "signed": signed})


def _remarks(facts: LogFacts) -> Iterator[Remark]:
    if facts.erased:
        yield Remark("erased", {"count": facts.erased})
    if facts.turned_back:
        yield Remark("clock", {"count": len(facts.turned_back), "first": facts.turned_back[0]})
    if facts.unnamed:
        yield Remark("unnamed-files", {"names": facts.unnamed})


def _times(folder: Path, facts: LogFacts, outside: list[Outside]) -> Iterator[Remark]:
    """Say how the times that entries claim go with those from outside, and what none covers."""
    look = Look.open(folder)
    try:
        ours = look.log.ours
        with look.still():
            gaps = {name: find(look.read_from, ours, outside) for name, find in _GAPS.items()}
    finally:
        look.close()
    for name, gap in gaps.items():
        if gap is not None:
            told = {"count": gap.entries, "first": gap.first, "days": gap.longest.days}
            yield Remark(name, told | {"minutes": int(gap.longest.total_seconds() // 60)})
    end, known = facts.ends.get(ours, 0), max((one.size for one in outside), default=0)
    covered = max(known, facts.covered)
    if end > covered or end > known:
        told = {"count": end - covered, "entries": end, "covered": covered, "outside": known}
        yield Remark("uncovered", told)


_GAPS = {"late": late, "ahead": ahead}
