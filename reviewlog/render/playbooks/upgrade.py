"""What a newer text of a playbook changes: its steps, the agenda, the words."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.playbook import Playbook, Step
from reviewlog.logbook.acting.directing import Text, Upgrade
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.playbooks.matches import item_day

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks

INDENT = "  "


def upgrade_text(found: Upgrade, today: date, width: int) -> str:
    """Return the difference between the text an incident follows and the current one."""
    old, new, number = found.old.playbook, found.new.playbook, found.row["number"]
    head = f"Incident {number} follows {new.id} in version {old.version};"
    if old.version == new.version:
        head += " the current text differs, and has the same number."
    else:
        head += f" the current text is version {new.version}."
    lines = [*wrap(head, width), "", "Steps", *_wrapped(_steps(old, new), width)]
    lines += ["", f"What is due in {number}", *_wrapped(_agenda(found, today), width)]
    return "\n".join([*lines, "", "The words", *words_changed(found.old, found.new)])


def upgrade_shape(found: Upgrade, today: date) -> "playbooks.Changes":
    """Return the same difference as `--json` prints it."""
    old, new = found.old.playbook, found.new.playbook
    return {
        "from": old.version,
        "to": new.version,
        "steps": list(_steps(old, new)),
        "due": list(_agenda(found, today)),
        "words": words_changed(found.old, found.new),
    }


def _wrapped(told: Iterator[str], width: int) -> list[str]:
    lines: list[str] = []
    for text in told:
        lines += wrap(harmless_line(text), width, INDENT, INDENT * 3)
    return lines or [f"{INDENT}nothing changes"]


def _steps(old: Playbook, new: Playbook) -> Iterator[str]:
    before, after = ({step.id: step for step in p.steps} for p in (old, new))
    for name, step in after.items():
        if name not in before:
            yield f"new: {name}: {step.title}"
    for name, step in before.items():
        if name not in after:
            yield f"dropped: {name}: {step.title}"
        elif keys := keys_changed(step, after[name]):
            yield f"changed: {name} ({', '.join(keys)})"
    shared = [[name for name in steps if name in before.keys() & after.keys()]
              for steps in (before, after)]  # fmt: skip
    if shared[0] != shared[1]:
        yield "the steps stand in another order"


def keys_changed(old: Step, new: Step) -> list[str]:
    """Return the keys of a step that are not as they were, by their names in the file."""
    names = {"must": "weight"}
    return [
        names.get(name, name) for name in Step._fields if getattr(old, name) != getattr(new, name)
    ]


def _agenda(found: Upgrade, today: date) -> Iterator[str]:
    before, after = ({(i.step, i.anchor): i for i in items}
                     for items in (found.before, found.after))  # fmt: skip
    for key, item in after.items():
        if key not in before:
            yield f"appears: {_item(item, today)}"
        elif before[key].due_on != item.due_on:
            yield f"moves from {item_day(before[key], today)} to: {_item(item, today)}"
        elif before[key].due_at != item.due_at:
            yield f"has another hour: {_item(item, today)}"
    for key, item in before.items():
        if key not in after:
            yield f"disappears: {_item(item, today)}"


def _item(item: Item, today: date) -> str:
    return f"{item_day(item, today)}: {item.title}"


def words_changed(old: Text, new: Text) -> list[str]:
    """Return the difference of the YAML, file by file, as programmers draw it."""
    from difflib import unified_diff

    lines: list[str] = []
    for name in dict.fromkeys((*new.files, *old.files)):
        before, after = (text.files.get(name, "").splitlines() for text in (old, new))
        label = f"{name}.yaml"
        diff = unified_diff(before, after, f"{label} (old)", f"{label} (new)", lineterm="", n=1)
        lines += [harmless(line) for line in diff]
    return lines or [f"{INDENT}nothing changes"]
