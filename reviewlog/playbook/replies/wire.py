"""The rules for replies as the JSON that the logbook keeps, so that a check reads no YAML."""

import json
from typing import Any, NamedTuple

from reviewlog.domain.reply.parts import Part
from reviewlog.domain.reply.rules import Rule, Tongue, Wording

_RULE_LISTS = ("source", "media", "verdicts", "forbidden_as")
_WORDING_LISTS = ("phrases", "unless")
_PART_LISTS = ("variants", "media", "verdicts")


class Ruleset(NamedTuple):
    """All rules, the languages that an owner's files tell of, and the parts of drafts."""

    rules: tuple[Rule, ...]
    tongues: tuple[Tongue, ...] = ()
    parts: tuple[Part, ...] = ()


def ruleset_to_json(ruleset: Ruleset) -> str:
    """Return the rules as one line of JSON; what is as usual is left out."""
    rules = [_rule_to_wire(rule) for rule in ruleset.rules]
    tongues = [tongue._asdict() for tongue in ruleset.tongues]
    parts = [_unusual(part._asdict(), Part._field_defaults) for part in ruleset.parts]
    return json.dumps({"rules": rules, "tongues": tongues, "parts": parts})


def ruleset_from_json(text: str) -> Ruleset:
    """Return the rules that `ruleset_to_json` wrote."""
    wire = json.loads(text)
    rules = tuple(_rule_from_wire(rule) for rule in wire["rules"])
    tongues = (Tongue(t["language"], t["name"], tuple(t["common"])) for t in wire["tongues"])
    parts = (Part(**part | _tuples(part, _PART_LISTS)) for part in wire["parts"])
    return Ruleset(rules, tuple(tongues), tuple(parts))


def _rule_to_wire(rule: Rule) -> dict[str, Any]:
    wire = _unusual(rule._asdict(), Rule._field_defaults)
    wire["wordings"] = [_unusual(said._asdict(), Wording._field_defaults) for said in rule.wordings]
    return wire


def _unusual(values: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in values.items() if k not in usual or v != usual[k]}


def _rule_from_wire(wire: dict[str, Any]) -> Rule:
    wordings = tuple(_wording_from_wire(said) for said in wire["wordings"])
    return Rule(**wire | _tuples(wire, _RULE_LISTS) | {"wordings": wordings})


def _wording_from_wire(wire: dict[str, Any]) -> Wording:
    said = wire | _tuples(wire, _WORDING_LISTS)
    if "lists" in wire:
        said["lists"] = {name: tuple(phrases) for name, phrases in wire["lists"].items()}
    return Wording(**said)


def _tuples(wire: dict[str, Any], names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(wire[name]) for name in names if name in wire}
