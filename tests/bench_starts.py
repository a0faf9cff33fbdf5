"""What each command costs to start: time and modules, beside bare Python and other loggers."""

import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tests.lines import LOOKING, WRITING, with_text

MODULES = """
import sys
bare = len(sys.modules)
sys.argv = ["reviewlog", *sys.argv[1:]]
from reviewlog.door import main
main()
print(len(sys.modules) - bare, file=sys.stderr)
"""
FAST = ("due", "due --brief", "_complete")
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
SLOW = ("demo", "export", "anchor", "doctor", "verify", "playbook", "site", "redact", "man")
"""Verbs that nobody waits for every day: their budget is their own."""


def lines() -> dict[str, list[str]]:
    """Return a line for each verb."""
    found = {verb: with_text(several[0], "It was dry.") for verb, several in LOOKING.items()}
    found |= {verb: with_text(several[0], "It was dry.") for verb, several in WRITING.items()}
    found["due --brief"] = ["due", "--brief"]
    found["_complete"] = ["_complete", "zsh", "show", ""]
    return found


def prepared(home: Path, script: str, book: Path) -> dict[str, str]:
    """Return the environment of all runs, with a logbook and files that each line can use."""
    (home / "picture.txt").write_text("text")
    (home / "jrnl.yaml").write_text(
        f"version: v4.2\neditor: ''\nencrypt: false\ntemplate: false\n"
        f"journals:\n  default: {home}/jrnl.txt\ndefault_hour: 9\ndefault_minute: 0\n"
        f"timeformat: '%F %r'\nlinewrap: 79\ntagsymbols: '#@'\nhighlight: true\n"
        f"indent_character: '|'\ncolors: {{body: none, date: none, tags: none, title: none}}\n"
    )
    (home / "jrnl.txt").write_text("")
    (home / "taskrc").write_text("")
    env = {"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "REVIEWLOG_BOOK": str(book),
           "LANG": "C.UTF-8", "TZ": "Europe/London"}  # fmt: skip
    subprocess.run([script, "list"], env=env, capture_output=True, check=True)
    return env


def starts(python: str, script: str, book: Path, home: Path, runs: int) -> None:
    """Print the table."""
    env = prepared(home, script, book)
    commands = {"python -c pass": [python, "-c", "pass"]}
    commands |= {name: [script, *words] for name, words in lines().items()}
    commands |= {name: found for name, words in OTHERS.items() if (found := _there(words, home))}
    best = _timed(commands, env, home, runs)
    print(f"{'command':<16}{'ms':>8}{'x bare':>9}{'budget':>9}{'modules':>9}")
    for name, seconds in best.items():
        ours = lines().get(name)
        budget = "" if ours is None or name in SLOW else "2.5" if name in FAST else "10.0"
        count = _modules(python, ours, env, home) if ours else ""
        ratio = seconds / best["python -c pass"]
        print(f"{name:<16}{seconds * 1000:8.1f}{ratio:9.2f}{budget:>9}{count:>9}")


def _there(words: tuple[str, ...], home: Path) -> list[str] | None:
    """Return the line of another logger, None where it is not installed."""
    program = shutil.which(words[0])
    return [program, *(word.format(home=home) for word in words[1:])] if program else None


def _timed(
    commands: dict[str, list[str]], env: Mapping[str, str], home: Path, runs: int
) -> dict[str, float]:
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False,
                stderr=subprocess.DEVNULL, env=env, cwd=home,
            )  # fmt: skip
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def _modules(python: str, words: list[str], env: Mapping[str, str], home: Path) -> str:
    """Return how many modules a line loads beyond a bare start."""
    run = subprocess.run(
        [python, "-c", MODULES, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False, env=env, cwd=home,
    )  # fmt: skip
    return (run.stderr.splitlines() or ["?"])[-1]
