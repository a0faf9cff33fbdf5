"""A playbook as the JSON that the logbook keeps, so that the daily verbs read no YAML."""

import json
from typing import Any

from reviewlog.domain.playbook import Budget, Cooling, Playbook, Repeat, Step
from reviewlog.domain.time.durations import Duration, parse_duration

_TEXTS = ("id", "title", "kind", "why", "after", "must")
_LISTS = ("source", "say", "avoid")
_CONDITIONS = ("when", "unless", "done_by")
_DURATIONS = ("within", "not_before", "latest")


def playbook_to_json(playbook: Playbook) -> str:
    """Return a playbook as one line of JSON."""
    return json.dumps(
        {
            "id": playbook.id,
            "version": playbook.version,
            "title": playbook.title,
            "digest": playbook.digest,
            "use_when": playbook.use_when,
            "not_when": playbook.not_when,
            "unanswered": playbook.budget.unanswered,
            "gap": str(playbook.budget.gap),
            "first_answer": playbook.first_answer and str(playbook.first_answer),
            "cooling": playbook.cooling and [playbook.cooling.after, str(playbook.cooling.length)],
            "sources": dict(playbook.sources),
            "steps": [_step_to_wire(step) for step in playbook.steps],
        }
    )


def playbook_from_json(text: str) -> Playbook:
    """Return the playbook that `playbook_to_json` wrote."""
    wire = json.loads(text)
    answer, cooling = wire.get("first_answer"), wire.get("cooling")
    return Playbook(
        id=wire["id"],
        version=wire["version"],
        title=wire["title"],
        digest=wire["digest"],
        use_when=_tuples(wire["use_when"]),
        not_when=_tuples(wire["not_when"]),
        budget=Budget(wire["unanswered"], parse_duration(wire["gap"])),
        steps=tuple(_step_from_wire(step) for step in wire["steps"]),
        first_answer=answer and parse_duration(answer),
        cooling=cooling and Cooling(tuple(cooling[0]), parse_duration(cooling[1])),
        sources=wire.get("sources", {}),
    )


def _step_to_wire(step: Step) -> dict[str, Any]:
    wire: dict[str, Any] = {name: getattr(step, name) for name in _TEXTS + _LISTS + _CONDITIONS}
    for name in _DURATIONS:
        length: Duration | None = getattr(step, name)
        wire[name] = length and str(length)
    wire["repeat"] = step.repeat and [str(step.repeat.every), step.repeat.at_most]
    return wire


def _step_from_wire(wire: dict[str, Any]) -> Step:
    values = {name: wire[name] for name in _TEXTS}
    values |= {name: tuple(wire[name]) for name in _LISTS}
    values |= {name: _tuples(wire[name]) for name in _CONDITIONS}
    values |= {name: wire[name] and parse_duration(wire[name]) for name in _DURATIONS}
    repeat = wire["repeat"]
    values["repeat"] = repeat and Repeat(parse_duration(repeat[0]), repeat[1])
    return Step(**values)


def _tuples(mapping: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in mapping.items()}
