"""What each command costs to start: time and modules, beside bare Python and other loggers.

Every run begins with the same logbook, and every line must succeed.
"""

import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.prepared import prepare
from tests.starts import STDIN, before, is_fast, is_slow, starts, words_of

MODULES = """
import sys
bare = len(sys.modules)
sys.argv = ["reviewlog", *sys.argv[1:]]
from reviewlog.door import main
code = main()
print(len(sys.modules) - bare, file=sys.stderr)
sys.exit(code)
"""
OTHERS = {
    "jrnl -n 3": ("jrnl", "--config-file", "{home}/jrnl.yaml", "-n", "3"),
    "jrnl, a line": ("jrnl", "--config-file", "{home}/jrnl.yaml", "Dana rang. She wants a refund."),
    "watson status": ("watson", "status"),
    "watson log": ("watson", "log", "--no-pager"),
    "task next": (
        "task",
        "rc.confirmation=off",
        "rc:{home}/taskrc",
        "rc.data.location={home}",
        "next",
    ),
    "task add": (
        "task",
        "rc.confirmation=off",
        "rc:{home}/taskrc",
        "rc.data.location={home}",
        "add",
        "x",
    ),
}
"""Loggers that people know, where they are installed."""
FIRST = ("due", "due --json", "due --brief")
"""Looks before the first entry: a shell's greeting must not be slow while there is no logbook."""


class Line(NamedTuple):
    """A command, what it reads, and the folder that it needs."""

    command: list[str]
    stdin: str = ""
    folder: Path | None = None
    """What lies there is put into the home before each run."""
    budget: str = ""


def starts_table(python: str, script: str, home: Path, runs: int) -> None:
    """Print what every line costs."""
    env = {"HOME": str(home / "now"), "REVIEWLOG_BOOK": str(home / "now" / "book"),
           "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Europe/London"}  # fmt: skip
    lines = {"python -c pass": Line([python, "-c", "pass"])}
    lines |= _ours(script, env, home)
    lines |= {name: Line(found) for name, words in OTHERS.items() if (found := _there(words, home))}
    best = _timed(lines, env, home, runs)
    print(f"{'command':<60}{'ms':>8}{'x bare':>9}{'budget':>9}{'modules':>9}")
    for name, seconds in best.items():
        count = _modules(python, lines[name], env, home) if lines[name].budget else ""
        ratio = seconds / best["python -c pass"]
        budget = lines[name].budget.replace("-", "")
        print(f"{name[:59]:<60}{seconds * 1000:8.1f}{ratio:9.2f}{budget:>9}{count:>9}")


def _ours(script: str, env: Mapping[str, str], home: Path) -> dict[str, Line]:
    """Return every line of ours with a logbook in which it can be typed."""
    now, pattern = home / "now", home / "pattern"
    now.mkdir()

    def run(*words: str) -> None:
        subprocess.run([script, *words], env=env, cwd=now, check=True, capture_output=True)

    prepare(run, now)
    run("list")
    now.rename(pattern)
    found = {}
    for number, line in enumerate(starts()):
        folder = pattern
        if earlier := before(line):
            folder = home / f"pattern{number}"
            shutil.copytree(pattern, now)
            for words in earlier:
                run(*words)
            now.rename(folder)
        budget = "-" if is_slow(line) else "2.5" if is_fast(line) else "10.0"
        name = line.removeprefix("reviewlog ")
        found[name] = Line([script, *words_of(line)], STDIN.get(line, ""), folder, budget)
    for name in ("empty", "now"):
        (home / name).mkdir()
    for name in FIRST:
        words = [script, *name.split()]
        found[f"{name}, no logbook"] = Line(words, "", home / "empty", "2.5")
    _papers_of_others(home)
    return found


def _papers_of_others(home: Path) -> None:
    """Lay down what the other loggers need."""
    (home / "jrnl.yaml").write_text(
        f"version: v4.2\neditor: ''\nencrypt: false\ntemplate: false\n"
        f"journals:\n  default: {home}/jrnl.txt\ndefault_hour: 9\ndefault_minute: 0\n"
        f"timeformat: '%F %r'\nlinewrap: 79\ntagsymbols: '#@'\nhighlight: true\n"
        f"indent_character: '|'\ncolors: {{body: none, date: none, tags: none, title: none}}\n"
    )
    (home / "jrnl.txt").write_text("")
    (home / "taskrc").write_text("")


def _there(words: tuple[str, ...], home: Path) -> list[str] | None:
    """Return the line of another logger, None where it is not installed."""
    program = shutil.which(words[0])
    return [program, *(word.format(home=home) for word in words[1:])] if program else None


def _timed(
    lines: Mapping[str, Line], env: Mapping[str, str], home: Path, runs: int
) -> dict[str, float]:
    best = dict.fromkeys(lines, float("inf"))
    for _ in range(runs + 1):
        for name, line in lines.items():
            best[name] = min(best[name], _seconds(name, line, env, home))
    return best


def _seconds(name: str, line: Line, env: Mapping[str, str], home: Path) -> float:
    """Run a line in a fresh copy of its folder. Raises RuntimeError where it fails."""
    _lay_out(line, home)
    start = time.perf_counter()
    run = subprocess.run(
        line.command, input=line.stdin, capture_output=True, text=True, env=env, cwd=home / "now",
        check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    if run.returncode:
        raise RuntimeError(f"{name} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return seconds


def _lay_out(line: Line, home: Path) -> None:
    if line.folder is not None:
        shutil.rmtree(home / "now", ignore_errors=True)
        shutil.copytree(line.folder, home / "now")


def _modules(python: str, line: Line, env: Mapping[str, str], home: Path) -> str:
    """Return how many modules a line loads beyond a bare start."""
    _lay_out(line, home)
    run = subprocess.run(
        [python, "-c", MODULES, *line.command[1:]], input=line.stdin, capture_output=True,
        text=True, check=True, env=env, cwd=home / "now",
    )  # fmt: skip
    return run.stderr.splitlines()[-1]
