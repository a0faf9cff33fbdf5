"""What the examples of playbooks promised, and what was found."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.playbook.rehearsing.rehearsal import Rehearsed, Result
from reviewlog.playbook.rehearsing.rehearse import Mismatch
from reviewlog.playbook.rehearsing.stage import FIRST_DAY
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.sentences import explain
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import count

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks

INDENT = "    "


def rehearsal_text(rehearsed: Sequence[Rehearsed], width: int) -> str:
    """Return a line for every file that holds, every failure with its place, and the sum."""
    lines = [line for one in rehearsed for line in _file(one, width)]
    return "\n".join([*lines, _sum(rehearsed)] if len(rehearsed) > 1 else lines)


def _file(one: Rehearsed, width: int) -> list[str]:
    if one.fault is not None:
        return [explain(one.fault)]
    if not one.results:
        return [f"{one.playbook} has no examples: nothing shows that it does what you mean."]
    total, failed = len(one.results), len(one.failures)
    if not failed:
        return [f"{one.playbook}: {_examples(total)}."]
    lines = [line for result in one.failures for line in _failure(one, result, width)]
    return [*lines, f"{one.playbook}: {failed} of {count(total, 'example')} failed."]


def _examples(number: int) -> str:
    return "1 example holds" if number == 1 else f"{number} examples hold"


def _failure(one: Rehearsed, result: Result, width: int) -> list[str]:
    name = harmless_line(result.example.name)
    lines = [f"{harmless_line(one.file.path)}:{result.example.line}: “{name}”"]
    for mismatch in result.mismatches:
        lines += wrap(mismatch_words(mismatch), width, INDENT, INDENT * 2)
    return lines


def mismatch_words(mismatch: Mismatch) -> str:
    """Return what was expected and what was found."""
    step, expected = mismatch.step, day_words(mismatch.expected)
    if mismatch.what == "first":
        found = f"{mismatch.stands} does" if mismatch.stands else "nothing is left"
        return f"{step}: expected to stand first; {found}."
    if mismatch.what == "present":
        return f"{step}: must not be there, and is, for {day_words(mismatch.found)}."
    if mismatch.what == "not-open":
        return f"{step}: ticked on {expected}, but it is not open then."
    found = f"found {day_words(mismatch.found)}" if mismatch.what == "date" else "it is not there"
    return f"{step}: expected on {expected}, {found}."


def day_words(on: date | None) -> str:
    """Return `Mon 2 Mar (day 0)`."""
    if on is None:
        return "no day"
    shown = short_date(on.isoformat(), FIRST_DAY.isoformat())
    return f"{shown} (day {(on - FIRST_DAY).days})"


def _sum(rehearsed: Sequence[Rehearsed]) -> str:
    results = [result for one in rehearsed for result in one.results]
    failed = sum(bool(result.mismatches) for result in results)
    faulty = sum(one.fault is not None for one in rehearsed)
    told = f"{count(len(rehearsed), 'playbook')}, {count(len(results), 'example')}"
    if not failed and not faulty:
        return f"{told}: all hold."
    unread = f"; {count(faulty, 'file')} cannot be read" if faulty else ""
    return f"{told}: {failed} failed{unread}."


def rehearsal_shape(rehearsed: Sequence[Rehearsed]) -> "playbooks.Rehearsal":
    """Return the same for `--json`."""
    return {"holds": all(one.holds for one in rehearsed), "files": [_shape(o) for o in rehearsed]}


def _shape(one: Rehearsed) -> "playbooks.RehearsedFile":
    failures: list[playbooks.Failure] = [
        {
            "line": result.example.line,
            "name": result.example.name,
            "mismatches": [_mismatch_shape(m) for m in result.mismatches],
        }
        for result in one.failures
    ]
    return {
        "file": one.file.path,
        "playbook": one.playbook,
        "examples": len(one.results),
        "fault": explain(one.fault) if one.fault else None,
        "failures": failures,
    }


def _mismatch_shape(mismatch: Mismatch) -> "playbooks.Mismatch":
    return {
        "what": mismatch.what,
        "step": mismatch.step,
        "expected": mismatch.expected.isoformat() if mismatch.expected else None,
        "found": mismatch.found.isoformat() if mismatch.found else None,
        "stands": mismatch.stands,
    }
