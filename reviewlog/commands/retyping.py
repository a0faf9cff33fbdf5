"""The line of an example with an owner's own words in it: none of theirs is replaced by ours."""

import re
import shlex

from reviewlog.commands.catalogue import COMMANDS, is_verb
from reviewlog.commands.verbs import command_of

NUMBERS = ("12", "31")
"""What stands in an example for the incident, or the entry."""
BY_ENTRY = ("amend",)
"""Verbs that may name an entry, and in their example name none."""
_PART = re.compile(r"(--[a-z-]+ '[^']*')|(--[a-z-]+(?: (?!--)[^ ']+)?)|'([^']*)'|([^ ]+)")
"""In an example: an option with words, any other option, words, and all else."""


def retyped(line: str, words: list[str]) -> str:
    """Return an example with what was typed; words that its verb does not take are left out."""
    rest = list(words)
    if rest and rest[0].isdecimal() and (numbered := _numbered(line, rest[0])) != line:
        line = numbered
        del rest[0]
    start = next((i for i, word in enumerate(rest) if word.startswith("-")), len(rest))
    said, options = rest[:start], rest[start:]
    fits = _fits(line, said, options)
    return _filled(line, said, options) if rest and fits else _as_typed(line)


def _numbered(line: str, number: str) -> str:
    verb, _, others = line.partition(" ")
    if verb in BY_ENTRY and others:
        return f"{verb} {number} {others}"
    return " ".join(number if word in NUMBERS else word for word in line.split(" "))


def _fits(line: str, said: list[str], options: list[str]) -> bool:
    """Whether the verb of a line takes what was typed."""
    name = next((one for one in (" ".join(line.split()[:2]), line.split()[0]) if is_verb(one)), "")
    params = command_of(name).params if name else []
    taken = {option for param in params for option in param.opts}
    asked = {word.partition("=")[0] for word in options if word.startswith("-")}
    has_room = any(match[3] for match in _PART.finditer(line)) or (
        line in COMMANDS and any(param.param_type_name == "argument" for param in params)
    )
    return asked <= taken and (not said or has_room)


def _as_typed(line: str) -> str:
    """Return an example as it stands, without quotation marks that it does not need."""
    parts = (shlex.quote(match[3]) if match[3] else match[0] for match in _PART.finditer(line))
    return " ".join(parts)


def _filled(line: str, said: list[str], options: list[str]) -> str:
    """Return an example whose own words have given way to what was typed."""
    slots = sum(1 for match in _PART.finditer(line) if match[3])
    texts = [*said[: slots - 1], " ".join(said[slots - 1 :])] if slots and said else list(said)
    parts: list[str] = []
    for match in _PART.finditer(line):
        if match[3] and said:
            parts.append(shlex.quote(texts.pop(0) if texts and texts[0] else match[3]))
        elif match[4] or (match[2] and match[2].partition(" ")[0] not in options):
            parts.append(match[0])
    return " ".join([*parts, *map(shlex.quote, (*filter(None, texts), *options))])
