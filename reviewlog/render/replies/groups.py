"""What was found in a text, put together rule by rule, and how much it is in words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked, Finding
from reviewlog.domain.reply.rules import LEVELS, Rule
from reviewlog.render.words.moments import count

STOP, WARN, NOTE = LEVELS
LABELS = {STOP: "STOP", WARN: "WARN", NOTE: "NOTE"}
STEM = 4
"""Letters by which two words are taken for the same: list, lists."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
_WORD = re.compile(r"\w+")
_FACT = re.compile(r"\d|“|\s[A-Z]")
"""What tells more than any title: a number, a quotation, a name."""


class Group(NamedTuple):
    """All that one rule found."""

    rule: Rule
    level: str
    spans: tuple[Span, ...]
    said: tuple[str, ...]
    twins: tuple[str, ...]


def grouped(checked: Checked) -> list[Group]:
    """Return what was found rule by rule, the heaviest first, else in the order of the text."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in checked.findings:
        by_rule.setdefault((finding.level, finding.rule.id), []).append(finding)
    groups = [_group(found, checked.language) for found in by_rule.values()]
    return sorted(groups, key=lambda group: LEVELS.index(group.level))


def _group(found: list[Finding], language: str) -> Group:
    first = found[0]
    spans = sorted({span for finding in found for span in finding.spans})
    said = dict.fromkeys(finding.said for finding in found if finding.said)
    twins = dict.fromkeys(finding.twin for finding in found if finding.twin)
    rule = first.rule.told_in(language) if language else first.rule
    return Group(rule, first.level, tuple(spans), tuple(said), tuple(twins))


def stops_in(checked: Checked) -> tuple[str, ...]:
    """Return the ids of the rules that stop a text."""
    return tuple(dict.fromkeys(f.rule.id for f in checked.findings if f.level == STOP))


def counted(groups: Iterable[Group], *, named: bool = False) -> str:
    """Return how much was found, `2 to change, 1 to think about`; the stops by name if wanted."""
    levels = [(group.level, group.rule.id) for group in groups]
    stops = [rule for level, rule in levels if level == STOP]
    warnings, notes = (sum(level == one for level, _ in levels) for one in (WARN, NOTE))
    names = f" ({', '.join(stops)})" if named else ""
    told = [f"{len(stops)} to change{names}"] if stops else []
    told += [f"{warnings} to think about"] if warnings else []
    told += [count(notes, "note")] if notes else []
    return ", ".join(told)


def told_of(group: Group) -> str:
    """Return the title of a rule, and what its check says beyond it, as sentences."""
    said = [one for text in group.said for one in sentences(text) if adds(one, group.rule.title)]
    bare = (one.strip().rstrip(".;") for one in dict.fromkeys(said))
    return " ".join([group.rule.title, *(f"{one[0].upper()}{one[1:]}." for one in bare if one)])


def sentences(text: str) -> list[str]:
    """Return the sentences of a text of the program."""
    return _SENTENCE.split(text.strip())


def adds(said: str, title: str) -> bool:
    """Whether a sentence tells more than the title beside it."""
    words = [word[:STEM].casefold() for word in _WORD.findall(said)]
    known = {word[:STEM].casefold() for word in _WORD.findall(title)}
    return bool(_FACT.search(said)) or 2 * sum(word not in known for word in words) >= len(words)
