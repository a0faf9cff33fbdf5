"""The words of the command line as a table, read without loading any verb.

`words.tsv` is written from the verbs themselves by the tests, which also hold it equal to them.
Each line has four columns. Of a verb: the verb, an option with its other names or the place of
an argument, what it takes, its help. Of a closed list: `=` and its name, a word, `-`, its help.
"""

import os

FILE = os.path.join(os.path.dirname(__file__), "words.tsv")  # noqa: PTH118, PTH120
SHARED = "*"
"""Stands in the first column for the options that every verb takes."""
ROOT = "reviewlog"
FLAG = "flag"
REPEATED = "+"
"""Behind what an option or an argument takes: it may be given again."""

Row = tuple[str, str, str]


def rows_of(*owners: str) -> dict[str, list[Row]]:
    """Return the lines of some verbs or lists: word, what it takes, help."""
    found: dict[str, list[Row]] = {owner: [] for owner in owners}
    with open(FILE, encoding="utf-8") as lines:  # noqa: PTH123
        for line in lines:
            owner, _, rest = line.partition("\t")
            if owner in found:
                word, kind, about = rest.rstrip("\n").split("\t")
                found[owner].append((word, kind, about))
    return found


def list_of(name: str) -> list[Row]:
    """Return the words of a closed list, none where there is no such list."""
    return rows_of(f"={name}")[f"={name}"]
