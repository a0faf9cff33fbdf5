"""What checking a reply costs beside thousands of earlier ones, and how well each rule judges.

    python -m tests.bench --replies [--runs 15]

The corpus of real-looking replies says by hand what each rule should find in them: precision is
how much of what a rule found is meant, recall how much of what is meant it found. It prints; a
change that makes a rule worse is seen by comparing.
"""

import os
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from reviewlog.domain.entry import Draft
from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply.rules import Example
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.projecting import Projector
from reviewlog.playbook.replies.given import GivenForm
from reviewlog.playbook.replies.shelf import shipped_ruleset
from reviewlog.playbook.shelf import shipped_texts
from reviewlog.reply.check import check
from reviewlog.reply.examples import case_of
from tests.bench import START, installed

CORPUS = Path(__file__).parent / "reply" / "corpus"
EARLIER, PER_INCIDENT = 5000, 10
LONG = 4000
"""Letters of the text that is checked."""
BUDGET_MS = 300.0


class Expected(NamedTuple):
    """One reply of the corpus, and what the rules should say of it."""

    id: str
    mood: str
    example: Example
    rules: tuple[tuple[str, str], ...]
    """The rules that it trips, each with the exact words that are to be marked, or none."""


def reply_costs(runs: int) -> None:
    """Print both tables."""
    judged(list(corpus()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python, script = installed(folder / "venv")
        text = folder / "answer.txt"
        text.write_text(_a_text(random.Random(1), LONG))
        commands = {"python -c pass": [python, "-c", "pass"]}
        for letters in (0, 500, LONG):
            book = str(_filled(folder / f"book{letters}", letters))
            words = [script, "reply", "1", "--check", str(text), "--book", book]
            commands[f"check of {LONG:,}, {_beside(letters)}"] = words
        _report(_timed(commands, runs))


def _beside(letters: int) -> str:
    return f"{EARLIER:,} of {letters:,}" if letters else "nothing earlier"


def _filled(folder: Path, letters: int) -> Path:
    """Return a logbook with earlier replies of a length, and an incident that waits for one."""
    folder.mkdir()
    (folder / "config.yaml").write_text("trade: bakery\nbusiness: Crumb and Co\n")
    book = Logbook.open(folder, lambda: START, "Europe/London")
    chosen = random.Random(letters)
    try:
        with book.store.writing():
            book.store.log.append(_waiting(), START)
            incidents = ["bench0"]
            for n in range(EARLIER // PER_INCIDENT if letters else 0):
                incidents.append(f"bench{n + 1}")
                drafts = list(_answered(incidents[-1], n, chosen, letters))
                book.store.log.append(drafts, START + timedelta(minutes=n))
            projector = Projector(book.store, book.calendar)
            for incident in incidents:
                projector.update([incident])
    finally:
        book.close()
    return folder


def _waiting() -> list[Draft]:
    at = moment_to_field(exactly(START))
    text = "We waited an hour, and the cake was dry."
    review = {"happened_at": at, "state": "up", "site": "google", "stars": 1, "text": text}
    return [Draft("review", review, "bench0")]


def _answered(incident: str, n: int, chosen: random.Random, letters: int) -> Iterator[Draft]:
    at = moment_to_field(exactly(START + timedelta(minutes=n)))
    yield Draft("review", {"happened_at": at, "state": "up", "site": "google"}, incident)
    for _ in range(PER_INCIDENT):
        said = {"happened_at": at, "state": "posted", "text": _a_text(chosen, letters)}
        yield Draft("reply", said, incident)


@cache
def _chains() -> dict[str, list[str]]:
    """Return which words follow which in the shipped playbooks: they read as owners write."""
    words = " ".join(shipped_texts().values()).split()
    after: dict[str, list[str]] = {}
    for word, following in pairwise(words):
        after.setdefault(word, []).append(following)
    return after


def _a_text(chosen: random.Random, letters: int) -> str:
    """Return a text that shares words and pairs of words with others as replies do."""
    chains = _chains()
    word = chosen.choice(sorted(chains))
    text = ""
    while len(text) < letters:
        text += f"{word} "
        word = chosen.choice(chains.get(word) or sorted(chains))
    return f"{text[: letters - 6].strip()} Ann."


def _timed(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Return the fastest of the interleaved runs, in seconds; what was found is no failure."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=False, env=env)
            best[name] = min(best[name], time.perf_counter() - start)
            if done.returncode > 1:
                raise RuntimeError(done.stderr.decode())
    return best


def _report(best: dict[str, float]) -> None:
    bare = best["python -c pass"]
    print(f"\n{'command':<36}{'ms':>8}{'x bare':>9}{'budget':>9}")
    for name, seconds in best.items():
        budget = "" if name.startswith("python") else f"{BUDGET_MS:9.0f}"
        print(f"{name:<36}{seconds * 1000:8.1f}{seconds / bare:9.2f}{budget}")


def corpus() -> Iterator[Expected]:
    """Yield the replies that were written for the tests."""
    for path in sorted(CORPUS.glob("*.yaml")):
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


def judged(every: Sequence[Expected]) -> None:
    """Print precision and recall of each rule, then every miss."""
    if not every:
        print("no replies to judge the rules by")
        return
    moods = Counter(one.mood for one in every)
    shown = ", ".join(f"{number} {mood}" for mood, number in moods.most_common())
    print(f"{len(every)} replies: {shown}")
    counted = tally(every)
    print(f"\n{'rule':<18}{'meant':>7}{'found':>7}{'precision':>11}{'recall':>8}{'marks off':>11}")
    for rule in sorted({*counted.right, *counted.wrong, *counted.missed}):
        _line(
            rule,
            counted.right[rule],
            counted.wrong[rule],
            counted.missed[rule],
            counted.misplaced[rule],
        )
    sums = [sum(counter.values()) for counter in counted[:4]]
    _line("all rules", *sums)
    print("\n".join(["", *counted.told]))


def _line(rule: str, right: int, wrong: int, missed: int, misplaced: int) -> None:
    meant, found = right + missed, right + wrong
    precision = f"{right / found:.2f}" if found else "-"
    recall = f"{right / meant:.2f}" if meant else "-"
    print(f"{rule:<18}{meant:>7}{found:>7}{precision:>11}{recall:>8}{misplaced:>11}")
