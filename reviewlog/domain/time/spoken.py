"""Words that say a date, before they are read: made plain, and cut into a day and a time."""

import re
from collections.abc import Iterator

ABOUT = ("about ", "around ", "ca. ", "ca ", "~")
PAIR = re.compile(r"(?<!\d)(?:0?\d|1[0-2])[/.-](?:0?\d|1[0-2])(?!\d)")
"""Two numbers of which each could be the month."""
_GLUED = re.compile(r"(?<![\w./:+-])(\d{1,4})(?=[a-z]+ ago\b)|(?<=\bin )(\d{1,4})(?=[a-z])")
"""A number that stands close to its unit: `1h ago`, `in 10min`."""
_DOT = re.compile(r"(?<=\d)\.(?= |$)|(?<!\.m)\.$")
"""A dot behind a number or a sentence; not the one of `p.m.`."""
_Cut = tuple[list[str], str, bool]


def plain(text: str, *, future: bool) -> str:
    """Return the words in small letters and without marks, single blanks between."""
    said = " ".join(re.sub(r"[,()]", " ", text.casefold()).split())
    said = _GLUED.sub(r"\g<0> ", _DOT.sub("", said))
    return said.removeprefix("by ") if future else said


def cuts(words: list[str]) -> Iterator[_Cut]:
    """Yield every way to cut words into a day, a time, and whether "about" stands between."""
    pairs = [(words[:i], words[i:]) for i in range(len(words))]
    pairs += [(words[i:], words[:i]) for i in range(1, len(words))]
    for day, tail in pairs:
        near = day[-1:] in (["about"], ["around"])
        yield day[:-1] if near else day, " ".join(tail), near
