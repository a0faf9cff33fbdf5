"""What still makes sense of a faulty file, so that all its faults are told at once.

Parts that pydantic refused are replaced by harmless ones in the same place; references that
then cannot be judged are left out. The result is only looked at, never followed.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from reviewlog.playbook.faults import TAG, path_of
from reviewlog.playbook.language.keys import PlaybookForm
from reviewlog.playbook.strict import Path

_STAND_INS: dict[str, Any] = {
    "playbook": "unnamed",
    "version": 1,
    "title": "A title.",
    "kind": "ask",
    "why": "A reason.",
    "targets": {"first_answer": "1 day"},
}
_EXAMPLE = {"given": [{"day": 0, "entry": "note"}]}


def salvaged(data: Any, errors: Iterable[Any]) -> PlaybookForm | None:
    """Return the form of what is sound in a file, or None when there is too little of it."""
    if not isinstance(data, dict):
        return None
    sound = deepcopy(data)
    paths = {path_of(details["loc"]) for details in errors if not _is_idle(details)}
    _take_out_ids(sound)
    for path in sorted(paths, key=len, reverse=True):
        _replace(sound, path)
    if any(_names_a_step(path) for path in paths):
        sound.pop("examples", None)
    for step in sound.get("steps", ()):
        if any(path[0] == "sources" for path in paths if path):
            step.pop("source", None)
        if any(_names_a_step(path) for path in paths):
            step.pop("after", None)
    try:
        return PlaybookForm.model_validate(sound)
    except ValidationError:
        return None


def _is_idle(details: Any) -> bool:
    """Whether it is an `id` beside `use:`, which can be taken out: the used step has its own."""
    return details["loc"][-1:] == ("id",) and f"{TAG}use" in details["loc"]


def _take_out_ids(sound: dict[str, Any]) -> None:
    steps = sound.get("steps")
    for step in steps if isinstance(steps, list) else ():
        if isinstance(step, dict) and "use" in step:
            step.pop("id", None)


def _names_a_step(path: Path) -> bool:
    """Whether a fault leaves unknown which steps there are."""
    return path[:1] == ("steps",) and (len(path) < 3 or path[2] in ("id", "use"))


def _replace(sound: dict[str, Any], path: Path) -> None:
    """Put something harmless where a fault is, so that all other paths stay as they are."""
    if path[:1] == ("examples",) and len(path) > 1 and isinstance(sound["examples"], list):
        sound["examples"][int(path[1])] = {"name": f"Example {path[1]}", **_EXAMPLE}
    elif path[:1] == ("steps",) and len(path) > 1 and isinstance(sound["steps"], list):
        _replace_in_step(sound["steps"], int(path[1]), str(path[2]) if len(path) > 2 else "")
    elif path:
        _replace_key(sound, str(path[0]))


def _replace_in_step(steps: list[Any], index: int, key: str) -> None:
    step = steps[index]
    if not isinstance(step, dict) or not key:
        step = steps[index] = {}
    if key in ("id", "use") or not step:
        step.pop("use", None)
        step["id"] = f"step-{index}"
    else:
        _replace_key(step, key)
    for name in ("title", "kind", "why") if "use" not in step else ():
        step.setdefault(name, _STAND_INS[name])


def _replace_key(mapping: dict[str, Any], key: str) -> None:
    mapping.pop(key, None)
    if key in _STAND_INS:
        mapping[key] = _STAND_INS[key]
