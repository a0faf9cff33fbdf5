"""Every shipped file with its keys dropped, renamed and mistyped: always told, with the right line.

A mutation hits all places of one kind in a file at once (every `when` of all steps, say), and each
of them must be told: faults do not hide behind each other. In one file each place is hit alone too.
"""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pytest
import yaml

from reviewlog.domain.playbook import FACT_WORDS
from reviewlog.playbook.checking import Source, around, check
from reviewlog.playbook.shelf import shipped_texts

TEXTS = shipped_texts()
AROUND = around(TEXTS, date(2026, 11, 21), {}, ())
FREE = {"title", "why", "say", "avoid", "sources", "name", "who", "quote", "nick", "amount", "id"}
"""Texts in which any word may stand."""
REQUIRED = {
    "": {"playbook", "version", "title", "steps"},
    "steps": {"id", "title", "kind", "why", "use"},
    "repeat": {"every", "at_most"},
    "budget": {"unanswered", "gap"},
    "cooling": {"after", "for"},
    "targets": {"first_answer"},
    "examples": {"name", "given"},
    "given": {"day", "entry", "step"},
    "done_by": {"entry"},
}
"""Keys that may not be dropped, by where they stand."""


class Spot(NamedTuple):
    """A key of a file with its value, and what stands around it."""

    level: str
    key: str
    node: yaml.Node
    value: yaml.Node
    parent: yaml.MappingNode
    place: int
    """The line at which it is told that something is missing among its neighbours."""


class Change(NamedTuple):
    """A piece of text put in place of another, and where it must be told with what word."""

    start: int
    end: int
    text: str
    line: int
    word: str
    column: int = -1
    """Where in the line; -1 where other changes of the line move it."""


@lru_cache
def spots_of(text):
    found = []

    def walk(node, level, place):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                found.append(Spot(level, key.value, key, value, node, place))
                walk(value, key.value, key.start_mark.line)
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                walk(child, level, child.start_mark.line)

    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    walk(root, "", root.start_mark.line)
    return found


def scalars_of(node):
    if isinstance(node, yaml.ScalarNode):
        return [node]
    if isinstance(node, yaml.SequenceNode):
        return [scalar for child in node.value for scalar in scalars_of(child)]
    return []


def told(name, text, changes):
    """Return every fault and remark of a changed text, by line."""
    for change in sorted(changes, key=lambda c: -c.start):
        text = text[: change.start] + change.text + text[change.end :]
    checked = check(Source(f"{name}.yaml", text), {**TEXTS, name: text}, AROUND)
    lines: dict[int, str] = defaultdict(str)
    for fault in checked.faults:
        lines[fault.line] += f"{fault.text}\n"
    for remark in checked.remarks:
        lines[remark.line] += f"{remark.text}\n"
    return lines, checked


def assert_told(name, groups):
    for group, changes in groups.items():
        lines, checked = told(name, TEXTS[name], changes)
        places = {(found.line, found.column) for found in checked.faults + checked.remarks}
        for change in changes:
            place = change.line + 1, change.column + 1
            assert change.column < 0 or place in places, f"{group}: nothing is told at {place}"
            said = lines.get(change.line + 1, "")
            assert said, f"{group}: nothing is told in line {change.line + 1}\n{dict(lines)}"
            assert change.word in said, f"{group}: line {change.line + 1} says only\n{said}"


def renamed(text):
    groups = defaultdict(list)
    for spot in spots_of(text):
        start, end = spot.node.start_mark.index, spot.node.end_mark.index
        word = spot.key[:-1] + ("q" if spot.key[-1] != "q" else "x")
        line = spot.node.start_mark.line
        group = spot.level, word.startswith("use-")
        column = spot.node.start_mark.column
        groups[group].append(Change(start, end, word, line, f"“{word}”", column))
    return groups


def misspelt(text):
    groups = defaultdict(list)
    for spot in spots_of(text):
        if spot.level in FREE or spot.key in FREE:
            continue
        for scalar in scalars_of(spot.value):
            start, end = scalar.start_mark.index, scalar.end_mark.index
            word = f"{scalar.value}q"
            shown = f'"{word}"' if scalar.style else word
            line = scalar.start_mark.line
            groups[_told_with(spot, scalar)].append(Change(start, end, shown, line, ""))
    return groups


def _told_with(spot, scalar):
    """What is judged only when its neighbours are sound stands in a group of its own."""
    alone = spot.level == "done_by" or spot.key in ("step", "state", "use")
    return spot.level, spot.key if alone else "", scalar.value.startswith("use-")


def mistyped(text):
    """A mapping or a number where something else is expected; line breaks stay."""
    groups = defaultdict(list)
    for spot in spots_of(text):
        for scalar in scalars_of(spot.value):
            start, end = scalar.start_mark.index, scalar.end_mark.index
            line = scalar.start_mark.line
            gap = "\n" * text.count("\n", start, end)
            groups["", "map"].append(Change(start, end, f"{{zzz: 1}}{gap}", line, ""))
        if not isinstance(spot.value, yaml.ScalarNode):
            start, end = spot.value.start_mark.index, _end(text, spot)
            gap = "\n" * text.count("\n", start, end)
            line = spot.value.start_mark.line
            groups[spot.level, "number"].append(Change(start, end, f"7{gap}", line, ""))
    return groups


def _end(text, spot):
    """Where a value ends; a block ends with its last line, not where the next thing begins."""
    end = spot.value.end_mark.index
    if isinstance(spot.value, yaml.ScalarNode) or spot.value.flow_style:
        return end
    return text.rfind("\n", 0, end) if end < len(text) else len(text.rstrip())


def dropped(text):
    """Each key with its value cut out, line breaks left standing; with whether it is needed."""
    for spot in spots_of(text):
        pairs = spot.parent.value
        index = next(i for i, (key, _) in enumerate(pairs) if key is spot.node)
        start, end = spot.node.start_mark.index, _end(text, spot)
        if spot.parent.flow_style and index + 1 < len(pairs):
            end = pairs[index + 1][0].start_mark.index
        elif spot.parent.flow_style and index:
            start = pairs[index - 1][1].end_mark.index
        gap = "\n" * text.count("\n", start, end)
        yield spot, Change(start, end, gap, spot.place, ""), len(pairs) == 1


def enough():
    """Return files that hold every key of a playbook and of a step; the others are slow."""
    kinds = {
        name: {(s.level, s.key if s.level in ("", "steps") else "") for s in spots_of(text)}
        for name, text in TEXTS.items()
    }
    chosen, open_kinds = set(), set().union(*kinds.values())
    while open_kinds:
        best = max(kinds, key=lambda name: len(kinds[name] & open_kinds) / len(TEXTS[name]))
        chosen.add(best)
        open_kinds -= kinds[best]
    return chosen


ENOUGH = enough()
EVERY = pytest.mark.parametrize(
    "name", [n if n in ENOUGH else pytest.param(n, marks=pytest.mark.slow) for n in TEXTS]
)


@EVERY
def test_a_renamed_key_is_told(name):
    assert_told(name, renamed(TEXTS[name]))


@EVERY
def test_a_misspelt_word_is_told(name):
    assert_told(name, misspelt(TEXTS[name]))


@EVERY
def test_a_value_of_the_wrong_type_is_told(name):
    assert_told(name, mistyped(TEXTS[name]))


def is_needed(spot):
    entries = {key.value: value.value for key, value in spot.parent.value}
    if "use" in entries:
        return spot.key == "use"
    if (spot.level, spot.key) == ("given", "step"):
        return entries["entry"] == "step"
    return spot.key in REQUIRED.get(spot.level, ())


@EVERY
def test_a_key_that_is_needed_and_dropped_is_told(name):
    groups = defaultdict(list)
    for spot, change, alone in dropped(TEXTS[name]):
        if is_needed(spot) and not alone:
            keys = [key.value for key, _ in spot.parent.value]
            parity = 2 if spot.key == "step" else keys.index(spot.key) % 2
            groups[spot.level, parity].append((spot, change))
    for group, hits in groups.items():
        lines, _ = told(name, TEXTS[name], [change for _, change in hits])
        for spot, change in hits:
            said = lines.get(change.line + 1, "") + lines.get(change.line + 2, "")
            missing = "missing" if spot.key == "use" else f"“{spot.key}” is missing"
            assert missing in said, (group, change, said)


@EVERY
def test_a_key_that_is_not_needed_may_be_dropped(name):
    groups = defaultdict(list)
    for spot, change, alone in dropped(TEXTS[name]):
        keys = [key.value for key, _ in spot.parent.value]
        used = "use" in keys
        refers = (spot.level, spot.key) in {
            ("", "sources"),
            ("", "targets"),
        } or spot.level == "sources"
        if not (is_needed(spot) or used or refers or alone):
            groups[spot.level, keys.index(spot.key) % 2].append(change)
    for group, changes in groups.items():
        _, checked = told(name, TEXTS[name], changes)
        assert not checked.faults, (group, checked.faults)


def test_a_text_that_is_cited_must_be_named():
    for spot, change, _ in dropped(TEXTS["complaint"]):
        if spot.level == "sources":
            lines, _ = told("complaint", TEXTS["complaint"], [change])
            assert any(f"named “{spot.key}”" in said for said in lines.values())


def test_each_place_is_told_when_it_is_the_only_one():
    shortest = min(TEXTS, key=lambda name: len(TEXTS[name]))
    for mutate in (renamed, misspelt, mistyped):
        for group, changes in mutate(TEXTS[shortest]).items():
            for change in changes:
                assert_told(shortest, {group: [change]})


def test_every_fact_and_every_step_of_the_language_is_among_what_is_mutated():
    keys = {(spot.level, spot.key) for text in TEXTS.values() for spot in spots_of(text)}
    assert {"budget", "sources", "steps", "examples"} <= {key for level, key in keys if not level}
    assert {level for level, _ in keys} >= {"when", "unless", "use_when", "done_by", "given"}
    assert (
        len({key for level, key in keys if level in ("when", "unless") and key in FACT_WORDS}) > 5
    )
