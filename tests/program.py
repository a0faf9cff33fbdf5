"""The real program in a process of its own, as an owner's shell runs it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from reviewlog.domain.harmless import is_harmless
from reviewlog.logbook.logbook import Logbook
from tests.fakes import FakeClock
from tests.promises import kept

SECONDS = 60
"""No run may hang longer than this."""
PROGRAM = (sys.executable, "-m", "reviewlog")


class Run:
    """What one run left behind."""

    def __init__(self, finished: "subprocess.CompletedProcess[bytes]") -> None:
        self.code = finished.returncode
        self.raw = finished.stdout + finished.stderr
        self.out = finished.stdout.decode("utf-8")
        self.err = finished.stderr.decode("utf-8")

    @property
    def json(self) -> Any:
        return kept(json.loads(self.out))


class Program:
    """reviewlog with a home and a logbook that belong to one test."""

    def __init__(self, home: Path, book: Path | None = None, **env: str) -> None:
        self.home = home
        self.book = book or home / "book"
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        self.env: Mapping[str, str] = {
            **kept,
            "HOME": str(home),
            "USERPROFILE": str(home),
            "REVIEWLOG_BOOK": str(self.book),
            "TZ": "Europe/London",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            **env,
        }

    def __call__(
        self,
        *words: str | bytes,
        stdin: bytes | None = None,
        before: Callable[[], object] | None = None,
        **env: str,
    ) -> Run:
        """Run a command line; without `stdin` there is nothing to read."""
        given: dict[str, Any] = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
        finished = subprocess.run(
            [*PROGRAM, *words],
            capture_output=True,
            check=False,
            cwd=self.home,
            env={**self.env, **env},
            preexec_fn=before,
            timeout=SECONDS,
            **given,
        )
        return Run(finished)

    def ok(self, *words: str | bytes, stdin: bytes | None = None) -> Run:
        """Run a command line that must succeed."""
        run = self(*words, stdin=stdin)
        assert run.code == 0, run.err
        return run

    def with_a_copy_of(self, pattern: Path) -> "Program":
        """Begin with a copy of a logbook that was made before: making one takes time."""
        shutil.copytree(pattern, self.book)
        return self

    def logbook(self) -> Logbook:
        """Open the same logbook in this process; the caller closes it."""
        return Logbook.open(self.book, FakeClock(), "Europe/London")


def assert_calm(run: Run, code: int) -> None:
    """One calm sentence or two on stderr, no traceback, and on stdout at most the same as JSON."""
    assert run.code == code, run.raw
    assert run.out == "" or run.json["schema"] == "reviewlog.error/1"
    assert run.err.strip()
    assert len(run.err.strip().splitlines()) <= 3
    assert "Traceback" not in run.err
    assert "Error" not in run.err


def assert_harmless(text: str) -> None:
    """Nothing in the text moves the cursor, hides, reorders or pretends."""
    bad = {f"U+{ord(c):04X}" for c in text if not is_harmless(c)}
    assert not bad
