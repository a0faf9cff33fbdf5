"""What checking a reply costs beside thousands of earlier ones, and how well each rule judges.

    python -m tests.bench --replies [--runs 15]

The corpus of real-looking replies says by hand what each rule should find in them: precision is
how much of what a rule found is meant, recall how much of what is meant it found. Rules are tuned
on it, but for one file that nobody tunes on: that has a line of its own. It prints; a change that
makes a rule worse is seen by comparing.
"""

import os
import random
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.entry import Draft
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.playbook.shelf import shipped_texts
from tests.bench import START, installed
from tests.reply.judged import Expected, corpus, held_out, tally

EARLIER, PER_INCIDENT = 5000, 10
LONG = 4000
"""Letters of the text that is checked."""
BUDGET_MS = 300.0


def reply_costs(runs: int) -> None:
    """Print both tables."""
    judged(list(corpus()), list(held_out()))
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


class Cost(NamedTuple):
    """The least that a command took in any run, in seconds."""

    wall: float
    cpu: float
    """User and system time: what a busy machine does not lengthen."""


def _timed(commands: dict[str, list[str]], runs: int) -> dict[str, Cost]:
    """Return the least of the interleaved runs; what was found is no failure."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    best: dict[str, Cost] = {}
    for _ in range(runs + 1):
        for name, command in commands.items():
            cost = _ran(command, env)
            best[name] = Cost(*map(min, best.get(name, cost), cost))
    return best


def _ran(command: list[str], env: dict[str, str]) -> Cost:
    start, before = time.perf_counter(), _cpu_of_children()
    done = subprocess.run(command, capture_output=True, check=False, env=env)
    if done.returncode > 1:
        raise RuntimeError(done.stderr.decode())
    return Cost(time.perf_counter() - start, _cpu_of_children() - before)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _report(best: dict[str, Cost]) -> None:
    bare = best["python -c pass"].wall
    print(f"\n{'command':<36}{'ms':>8}{'CPU ms':>9}{'x bare':>9}{'budget':>9}")
    for name, (wall, cpu) in best.items():
        budget = "" if name.startswith("python") else f"{BUDGET_MS:9.0f}"
        print(f"{name:<36}{wall * 1000:8.1f}{cpu * 1000:9.1f}{wall / bare:9.2f}{budget}")


def judged(every: Sequence[Expected], fresh: Sequence[Expected]) -> None:
    """Print precision and recall of each rule and over replies that no rule was fitted to."""
    moods = Counter(one.mood for one in every)
    shown = ", ".join(f"{number} {mood}" for mood, number in moods.most_common())
    print(f"{len(every)} replies: {shown}; {len(fresh)} more are held out")
    counted, unseen = tally(every), tally(fresh)
    print(f"\n{'rule':<18}{'meant':>7}{'found':>7}{'precision':>11}{'recall':>8}{'marks off':>11}")
    for rule in sorted({*counted.right, *counted.wrong, *counted.missed}):
        _line(rule, *(counter[rule] for counter in counted[:4]))
    _line("all rules", *counted.sums)
    _line("held out", *unseen.sums)
    print("\n".join(["", *counted.told, "", *unseen.told]))


def _line(name: str, right: int, wrong: int, missed: int, misplaced: int) -> None:
    meant, found = right + missed, right + wrong
    precision = f"{right / found:.2f}" if found else "-"
    recall = f"{right / meant:.2f}" if meant else "-"
    print(f"{name:<18}{meant:>7}{found:>7}{precision:>11}{recall:>8}{misplaced:>11}")
