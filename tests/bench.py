"""What the program costs, as ratios measured side by side in one run.

    python -m tests.bench [--sizes 100,10000] [--runs 15]
    python -m tests.bench --million
    python -m tests.bench --export [--gigabytes 2]
    python -m tests.bench --replies
    python -m tests.bench --starts

Installs the project into a fresh environment, fills logbooks of several sizes and times whole
commands against `python -c pass`: the minimum of interleaved runs, because a shared machine is
noisy. It prints; it never fails because something was slow.
"""

import argparse
import os
import resource
import subprocess
import tempfile
import time
import venv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.logbook.keeping.verifying import verified
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.opening.projecting import Projector
from tests.builders import INCIDENT, LONDON, SHELF, an_entry

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
PER_INCIDENT = 20
OPEN_INCIDENTS = 20
AGENDA_MS = 5.0
BUDGETS = {"due": 2.5, "due --json": 2.5, "due --on": 2.5, "due --brief": 2.5}


def installed(folder: Path) -> tuple[str, str]:
    """Return the interpreter and the script of a fresh installation of this project."""
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin" / "python"
    root = Path(__file__).parents[1]
    subprocess.run([python, "-m", "pip", "install", "-q", str(root)], check=True)
    return str(python), str(folder / "bin" / "reviewlog")


def filled(folder: Path, entries: int) -> Path:
    """Return a logbook with that many entries; the last incidents are open."""
    book = Logbook.open(folder, lambda: START, "Europe/London")
    incidents = max(OPEN_INCIDENTS, entries // PER_INCIDENT)
    with book.store.writing():
        projector = Projector(book.store, book.calendar)
        for i in range(incidents):
            is_open = i >= incidents - OPEN_INCIDENTS
            drafts = _incident(book, i, entries // incidents, is_open=is_open)
            book.store.log.append(drafts, START + timedelta(minutes=i))
            projector.update([f"bench{i}"])
    book.close()
    return folder


def _incident(book: Logbook, i: int, size: int, *, is_open: bool) -> list[Draft]:
    at = moment_to_field(exactly(START + timedelta(minutes=i)))
    call = {"happened_at": at, "channel": "phone", "direction": "in", "who": f"Person {i}",
            "text": "The cake was dry.", "threat": "open", "phone": "07700 900123"}  # fmt: skip
    drafts = [Draft("interaction", call, f"bench{i}")] * max(1, size - 2)
    pinned = {"id": "complaint", "digest": book.playbook_digest("complaint")}
    drafts.append(Draft("playbook", pinned, f"bench{i}"))
    if not is_open:
        closed = {"happened_at": at, "state": "closed", "outcome": "resolved"}
        drafts.append(Draft("outcome", closed, f"bench{i}"))
    return drafts


def a_long_incident(entries: int = 500) -> list[Entry]:
    """Return the entries of an incident that went on and on: calls, reviews, demands, attempts."""
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("interaction", {"channel": "phone", "direction": "in", "who": "Dana", "threat": "open"}),
        ("interaction", {"channel": "email", "direction": "out", "who": "Dana"}),
        ("review", {"state": "up", "site": "google"}),
        ("demand", {"state": "open"}),
        ("attempt", {"state": "delivered", "label": "A"}),
        ("interaction", {"channel": "phone", "direction": "in", "who": "Dana", "pleased": True}),
        ("assessment", {"verdict": "partly"}),
        ("interaction", {"channel": "phone", "direction": "out", "who": "Dana"}),
        ("evidence", {}),
        ("step", {"state": "done", "playbook": "complaint", "step": "any", "anchor": "log0:1"}),
    ]
    return [
        an_entry(kind, START + timedelta(hours=n), seq=n + 1, **fields)
        for n, (kind, fields) in enumerate(islice(cycle(kinds), entries))
    ]


def engine(runs: int) -> None:
    """Print what folding a long incident and making its agenda cost, whatever it follows."""
    settled = settle(a_long_incident())
    facts = fold(INCIDENT, settled)
    covers = [playbook.cover for playbook in SHELF.values()]
    work: dict[str, Callable[[], object]] = {"fold": lambda: fold(INCIDENT, settled)}
    for name, playbook in SHELF.items():
        work[name] = partial(agenda, playbook, facts, LONDON, covers)
    best = dict.fromkeys(work, float("inf"))
    for _ in range(runs + 1):
        for name, job in work.items():
            start = time.perf_counter()
            job()
            best[name] = min(best[name], time.perf_counter() - start)
    print(f"\n{'agenda of 500 entries':<24}{'ms':>8}{'budget':>18}")
    for name, seconds in best.items():
        print(f"{name:<24}{seconds * 1000:8.2f}{AGENDA_MS:18.1f}")


def million(entries: int = 1_000_000) -> None:
    """Print what it costs to check, to append to and to prove out of a very large logbook."""
    with tempfile.TemporaryDirectory() as name:
        folder = filled(Path(name) / "book", entries)
        book = Logbook.open(folder, lambda: START, "Europe/London")
        try:
            appended = _seconds(lambda: book.note("1", "One more.", None, lawyer=False))
            log, size = book.store.log.ours, book.store.log.length()
            proved = _seconds(lambda: book.store.tree.inclusion(log, size // 3, size))
        finally:
            book.close()
        print(f"append: {appended * 1000:.1f} ms, inclusion proof: {proved * 1000:.1f} ms (50)")
        before = _cpu()
        start = time.perf_counter()
        checked = verified(folder)
        seconds = time.perf_counter() - start
    cpu = _cpu() - before
    told = f"{len(checked.places)} faults, {checked.counts['entries']:,} entries"
    print(
        f"verify: {seconds:.1f} s (60), {cpu:.1f} s of processor, {_megabytes():.0f} MB (300); {told}"
    )


def _seconds(job: Callable[[], object], runs: int = 5) -> float:
    """Return the shortest of a few runs."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        took.append(time.perf_counter() - start)
    return min(took)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _megabytes() -> float:
    """Return the most memory of this process, and twice the largest other one: two help."""
    ours, others = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return (resource.getrusage(ours).ru_maxrss + 2 * resource.getrusage(others).ru_maxrss) / 1024


def timed(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Return the fastest of the interleaved runs of every command, in seconds."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            quiet = subprocess.DEVNULL
            subprocess.run(command, stdin=quiet, stdout=quiet, check=True, env=env)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="100,10000")
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--million", action="store_true", help="check a million entries instead")
    options.add_argument("--export", action="store_true", help="time and memory of a bundle")
    options.add_argument("--replies", action="store_true", help="checks of replies instead")
    options.add_argument("--starts", action="store_true", help="what every command costs to start")
    options.add_argument("--gigabytes", type=float, default=2.0, help="of exhibits, with --export")
    asked = options.parse_args()
    if asked.export:
        from tests.bench_export import export_costs

        export_costs(asked.gigabytes)
        return
    if asked.replies:
        from tests.bench_replies import reply_costs

        reply_costs(asked.runs)
        return
    if asked.million:
        million()
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python, script = installed(folder / "venv")
        if asked.starts:
            from tests.bench_starts import starts_table

            starts_table(python, script, folder, asked.runs)
            return
        commands = {"python -c pass": [python, "-c", "pass"]}
        sizes = [int(size) for size in asked.sizes.split(",")]
        for size in sizes:
            book = str(filled(folder / f"book{size}", size))
            last = str(max(OPEN_INCIDENTS, size // PER_INCIDENT))
            verbs = {"due": ["due"], "due --json": ["due", "--json"], "due --on": ["due", "--on", "friday"],
                     "due --brief": ["due", "--brief"], "due --week": ["due", "--week"],
                     "log": ["log", "x", "--incident", last], "log, new": ["log", "x", "--who", "Nia", "--new"],
                     "next": ["next", last], "show": ["show", last], "show, closed": ["show", "1"],
                     "list": ["list", "--open"]}  # fmt: skip
            for verb, words in verbs.items():
                commands[f"{verb} @ {size:,}"] = [script, *words, "--book", book]
        report(timed(commands, asked.runs), sizes)
    engine(asked.runs)


def report(best: dict[str, float], sizes: list[int]) -> None:
    """Print each command's time, its ratio to bare Python, and what growing costs."""
    bare = best["python -c pass"]
    print(f"{'command':<24}{'ms':>8}{'x bare':>9}{'budget':>9}")
    for name, seconds in best.items():
        verb = name.partition(" @ ")[0]
        budget = BUDGETS.get(verb, 10.0) if " @ " in name else 1.0
        print(f"{name:<24}{seconds * 1000:8.1f}{seconds / bare:9.2f}{budget:9.1f}")
    for verb in ("due", "log"):
        small, large = best[f"{verb} @ {sizes[0]:,}"], best[f"{verb} @ {sizes[-1]:,}"]
        print(f"{verb}: {sizes[-1]:,} entries cost {large / small:.2f} x what {sizes[0]:,} cost")


if __name__ == "__main__":
    main()
