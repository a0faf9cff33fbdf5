"""The corpus of replies that were labelled by hand, and how well the rules judge them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply.rules import Example
from reviewlog.playbook.replies.given import GivenForm
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.reply.check import check
from reviewlog.reply.examples import case_of

CORPUS = Path(__file__).parent / "corpus"
HELD_OUT = "held-out"
"""The file of the corpus that nobody tunes a rule on."""


class Expected(NamedTuple):
    """One reply of the corpus, and what the rules should say of it."""

    id: str
    mood: str
    example: Example
    rules: tuple[tuple[str, str], ...]
    """The rules that it trips, each with the exact words that are to be marked, or none."""


def corpus() -> Iterator[Expected]:
    """Yield the replies that were written for the tests, but for those that are held out."""
    for path in sorted(CORPUS.glob("*.yaml")):
        if path.stem != HELD_OUT:
            yield from _replies(path)


def held_out() -> Iterator[Expected]:
    """Yield the replies that no rule was made to fit."""
    yield from _replies(CORPUS / f"{HELD_OUT}.yaml")


def _replies(path: Path) -> Iterator[Expected]:
    for said in yaml.safe_load(path.read_text(encoding="utf-8")):
        mapping = GivenForm.model_validate(said.get("given") or {}).as_mapping("en")
        mapping.setdefault("trade", said["trade"])
        yield Expected(
            said["id"],
            said["mood"],
            Example(said["text"], (), mapping),
            tuple((one["rule"], one.get("marks", "")) for one in said.get("expect") or ()),
        )


def found_in(expected: Expected) -> Checked:
    """Return what the shipped rules say of a reply."""
    ruleset = shipped_ruleset()
    return check(expected.example.text, case_of(expected.example, ruleset.rules, ruleset.tongues))


class Tally(NamedTuple):
    """How the rules did over a corpus, by rule."""

    right: Counter[str]
    wrong: Counter[str]
    """Found where nothing was meant."""
    missed: Counter[str]
    misplaced: Counter[str]
    """Found, but other words were marked."""
    told: tuple[str, ...]
    """Each miss in a line."""

    @property
    def sums(self) -> tuple[int, int, int, int]:
        """How many were right, wrong, missed and misplaced over all rules."""
        right, wrong, missed, misplaced = (sum(counter.values()) for counter in self[:4])
        return right, wrong, missed, misplaced

    @property
    def precision(self) -> float:
        """How much of what was found is meant."""
        return self.sums[0] / (self.sums[0] + self.sums[1])

    @property
    def recall(self) -> float:
        """How much of what is meant was found."""
        return self.sums[0] / (self.sums[0] + self.sums[2])


def tally(every: Sequence[Expected]) -> Tally:
    """Count what was found against what is meant: a rule counts once in a reply."""
    right, wrong, missed, misplaced = (Counter[str]() for _ in range(4))
    told: list[str] = []
    for one in every:
        found = found_in(one).findings
        ids, meant = {f.rule.id for f in found}, {rule for rule, _ in one.rules}
        right.update(ids & meant)
        wrong.update(ids - meant)
        missed.update(meant - ids)
        told += [f"{one.id}: {rule} found, not meant" for rule in sorted(ids - meant)]
        told += [f"{one.id}: {rule} meant, not found" for rule in sorted(meant - ids)]
        for rule, words in one.rules:
            marked = _marked(found, rule, one.example.text)
            if rule in ids and words and not any(words in m or m in words for m in marked):
                misplaced[rule] += 1
                told.append(f"{one.id}: {rule} marks other words than “{words}”")
    return Tally(right, wrong, missed, misplaced, tuple(told))


def _marked(found: Sequence[Any], rule: str, text: str) -> set[str]:
    return {text[s.start : s.end] for f in found if f.rule.id == rule for s in f.spans}
