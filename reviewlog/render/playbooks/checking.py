"""What `playbook check` found, for people and for programs."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.playbook.checking import PLAYBOOK, REPLY, SITE, Checked
from reviewlog.playbook.shelf import Ignored
from reviewlog.playbook.unwise import Remark, explained
from reviewlog.render.words.moments import count

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks


def check_text(checked: Sequence[Checked], ignored: Sequence[Ignored] = ()) -> str:
    """Return every fault with its place, then every remark, what was not read, and the sum."""
    lines = [
        f"{_place(one.path, fault.line, fault.column)}: {harmless_line(fault.text)}"
        for one in checked
        for fault in one.faults
    ]
    lines += [
        f"{_place(one.path, remark.line, remark.column)}: {remark.rule}: {harmless_line(remark.text)}"
        for one in checked
        for remark in one.remarks
    ]
    return "\n".join([*lines, *ignored_lines(ignored), _sum(checked)])


def ignored_lines(ignored: Sequence[Ignored]) -> list[str]:
    """Return a line for each file that looks like a playbook and is not read."""
    return [f"{harmless_line(one.path)} is not read: {harmless_line(one.why)}." for one in ignored]


def _place(path: str, line: int, column: int) -> str:
    return f"{harmless_line(path)}:{line}:{column}"


def _sum(checked: Sequence[Checked]) -> str:
    faults = sum(len(one.faults) for one in checked)
    told = sum(len(one.remarks) for one in checked)
    faulty = count(faults, "fault") if faults else "no fault"
    remarks = count(told, "remark") if told else "no remark"
    return f"{_judged(checked)}: {faulty}, {remarks}."


def _judged(checked: Sequence[Checked]) -> str:
    kinds = Counter(one.kind for one in checked) or {PLAYBOOK: 0}
    told = [count(kinds[kind], kind) for kind in (PLAYBOOK, SITE, REPLY) if kind in kinds]
    return " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def check_shape(checked: Sequence[Checked], ignored: Sequence[Ignored] = ()) -> "playbooks.Checks":
    """Return what was found in each file, and what the rules behind the remarks are about."""
    used = {remark.rule for one in checked for remark in one.remarks}
    return {
        "files": [
            {
                "file": one.path,
                "faults": [
                    {"line": f.line, "column": f.column, "text": f.text} for f in one.faults
                ],
                "remarks": [_remark(remark) for remark in one.remarks],
            }
            for one in checked
        ],
        "ignored": [{"file": one.path, "why": one.why} for one in ignored],
        "rules": {rule: text for rule, text in explained().items() if rule in used},
    }


def _remark(found: Remark) -> "playbooks.Unwise":
    return {"line": found.line, "column": found.column, "rule": found.rule, "text": found.text}
