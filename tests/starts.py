"""What an owner types, a line for each way of it, in the logbook that `prepared` makes.

The lines are the examples of the help and those below; every one of them must succeed.
"""

import shlex

from tests.prepared import ANSWER, BEFORE, examples

REPLY = " ".join(ANSWER.split())
MORE = [
    "reviewlog due --json", "reviewlog due --on friday", "reviewlog due --brief", "reviewlog show 12 --json",
    "reviewlog next 12 --json", "reviewlog list", "reviewlog log 'She rang' --who 'Nia Ray' --json",
    "reviewlog log 'She rang' --incident 12 --at yesterday --by friday",
    "reviewlog log 'She wrote' --incident 12 --attach order.png", "reviewlog log --json -",
    f"reviewlog reply 12 {shlex.quote(REPLY)} --no-edit", "reviewlog claim 12 1 --opinion",
    "reviewlog dispute 12 --site google --ground spam", "reviewlog dispute 12 --site google --sent",
    "reviewlog _complete zsh ''", "reviewlog _complete bash log --", "reviewlog _complete zsh show ''",
    "reviewlog _complete fish log --who ''", "reviewlog _complete zsh done 12 ''",
    "reviewlog _complete bash log --threat ''",
]  # fmt: skip
"""What the help does not show and owners, scripts and shells type all the same."""
STDIN = {"reviewlog log --json -": '{"incident": "12", "text": "She rang", "via": "phone"}'}
"""What comes in where a line reads standard input."""
UNTIMED = {
    "reviewlog reply 12": "it asks; the same with a text is below",
    "reviewlog dispute 12 --site google": "it asks; the same with a ground is below",
    "reviewlog redact 12 E2 --box 40,120,300,24": "it draws on a picture, and needs the extra [redact]",
    "reviewlog verify their-mail.txt": "the file is made by anchor --print",
}
"""Lines that cannot be typed alone, and why."""
SLOW = {
    "anchor": "it signs", "demo": "it plays a whole story", "doctor": "it looks at every file",
    "export": "it makes a bundle", "man": "it describes every verb", "playbook check": "it reads files",
    "playbook preview": "it reads files", "playbook schema": "it makes a schema out of the forms",
    "playbook simulate": "it reads files and walks through weeks", "playbook test": "it reads files",
    "redact": "it looks for telephone numbers of all countries", "reply rules": "it shows the files' sources",
    "verify": "it reads every entry",
}  # fmt: skip
"""Verbs that nobody waits for every day, and what takes their time: the budget is their own."""
FAST = ("due", "_complete")


def starts() -> list[str]:
    """Return every line that can be typed alone; `--exit-code` says by a code what is due."""
    every = dict.fromkeys((*examples(), *MORE))
    return [line for line in every if line not in UNTIMED and "--exit-code" not in line]


def is_slow(line: str) -> bool:
    """Whether a line is none of every day."""
    return any(f"{line} ".startswith(f"reviewlog {verb} ") for verb in SLOW)


def is_fast(line: str) -> bool:
    """Whether the fast door answers a line."""
    verb = line.split()[1]
    return verb in FAST and "--week" not in line


def words_of(line: str) -> list[str]:
    """Return the words of a line behind the program's name; nobody is asked."""
    words = shlex.split(line.partition(" > ")[0])[1:]
    return words if words[0] == "_complete" else [*words, "-y"]


def before(line: str) -> list[list[str]]:
    """Return what must have been typed first."""
    return [words_of(one) for one in BEFORE.get(line, ())]
