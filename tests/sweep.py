"""Many lines typed one after the other at one pseudo-terminal, or into pipes."""

import re
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pexpect

from tests.program import PROGRAM, Program

MARK = re.compile(r"@@(\d+) (\d+)@@\r?\n")
SECONDS = 300


def script(program: Program, typed: Iterable[Sequence[str]], behind: str = "") -> Path:
    """Return a file that runs each line and tells its number and exit code behind it."""
    path = program.home / "typed.sh"
    rows = [
        f"{shlex.join([*PROGRAM, *words])} < /dev/null {behind}\ncode=$?\necho\necho '@@'{number} $code'@@'"
        for number, words in enumerate(typed)
    ]
    path.write_bytes("\n".join(rows).encode("utf-8", "surrogateescape") + b"\n")
    return path


def at_a_terminal(
    program: Program,
    typed: Sequence[Sequence[str]],
    columns: int = 80,
    behind: str = "",
    **env: str,
) -> list[tuple[int, str]]:
    """Return exit code and output of each line, as a terminal of that width gets it."""
    child = pexpect.spawn(
        "sh",
        [str(script(program, typed, behind))],
        env={**program.env, **env},
        cwd=str(program.home),
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(24, columns),
    )
    child.expect(pexpect.EOF)
    child.close()
    return parted(child.before)


def in_a_pipe(
    program: Program, typed: Sequence[Sequence[str]], encoding: str = "utf-8", **env: str
) -> list[tuple[int, str]]:
    """Return exit code and output of each line, stdout and stderr together."""
    done = subprocess.run(
        ["sh", str(script(program, typed))],
        env={**program.env, **env},
        cwd=program.home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        timeout=SECONDS,
    )
    return parted(done.stdout.decode(encoding))


def parted(text: str) -> list[tuple[int, str]]:
    """Return what stands before each mark."""
    pieces = MARK.split(text.replace("\r\n", "\n"))
    return [(int(code), out) for out, _, code in zip(*(iter(pieces[:-1]),) * 3, strict=True)]
