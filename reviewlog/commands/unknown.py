"""What may be meant by a word that is no verb: by spelling, and by what it is about.

Nothing is run by guessing: the line is shown, and its owner types it.
"""

import shlex
from typing import NoReturn

from reviewlog.commands.catalogue import COMMANDS, GROUPS, TOPICS
from reviewlog.commands.meanings import ACTIONS, MEANINGS, Meanings
from reviewlog.domain.usage_errors import UnknownWordError
from reviewlog.domain.vocabulary import SITES, alike

WHOLE = {
    f"{verb} {action}": told
    for verb, (table, _) in GROUPS.items()
    for action, told in table.items()
}
"""The actions with their verbs, and what they do."""
KNOWN = {word for words in MEANINGS for word in words}


def refuse_word(prefix: str, words: list[str], columns: int) -> NoReturn:
    """Tell what may be meant by a word that is no verb, or no action of one."""
    word, group = words[0].strip().casefold(), prefix.strip()
    lines = _action_lines(group, word, words[1:]) if group else _verb_lines(word, words[1:])
    what = f"action of {group}" if group else "verb"
    raise UnknownWordError(words[0], what, columns, tuple(map(_explained, lines)))


def refuse_help(asked: str, columns: int) -> NoReturn:
    """Tell what help may be meant by words that are neither a verb nor a topic."""
    verbs = [_told_about(line) for line in _meant(MEANINGS, asked, {*COMMANDS, *TOPICS, *WHOLE})]
    lines = [f"help {verb}".removesuffix(" help").strip() for verb in dict.fromkeys(verbs)]
    raise UnknownWordError(asked, "verb and no topic", columns, tuple(map(_explained, lines)))


def _verb_lines(word: str, rest: list[str]) -> list[str]:
    """Return the lines that may be meant by a word in place of a verb."""
    if word.isdecimal():
        return [f"show {word}", f"next {word}"]
    meant = _meant(MEANINGS, word, {*COMMANDS, *TOPICS})
    if rest and rest[0] in COMMANDS and meant:
        return [shlex.join(rest)]
    actions = [whole for whole in WHOLE if whole.partition(" ")[2] == word]
    spelt = word not in KNOWN
    return [
        _line(line, rest) if spelt or line not in COMMANDS else line for line in actions or meant
    ]


def _action_lines(group: str, word: str, rest: list[str]) -> list[str]:
    """Return the lines that may be meant by a word in place of an action."""
    if group == "site" and word in SITES:
        return [f"site show {word}"]
    table = GROUPS[group][0]
    meant = _meant(ACTIONS[group], word, set(table))
    return [_line(f"{group} {line}" if line in table else line, rest) for line in meant]


def _meant(table: Meanings, word: str, names: set[str]) -> tuple[str, ...]:
    """Return the lines that a word is about, or the one name or word that it is spelt like."""
    known = {one: lines for several, lines in table.items() for one in several}
    near = [word] if word in known else alike(word, [*sorted(names), *known], cutoff=0.65)
    return () if not near else (near[0],) if near[0] in names else known[near[0]]


def _line(line: str, rest: list[str]) -> str:
    """Return a line to type: a verb takes the owner's own words, an example their incident."""
    if line in COMMANDS or line in WHOLE:
        return shlex.join([*line.split(), *rest])
    if line in TOPICS:
        return f"help {line}"
    number = rest[0] if rest and rest[0].isdecimal() else "12"
    return " ".join(number if word == "12" else word for word in line.split(" "))


def _told_about(line: str) -> str:
    """Return what the help has about a line: its verb, with its action, or its topic."""
    verb, action, *_ = [*line.removeprefix("help ").split(), "", ""]
    return f"{verb} {action}" if f"{verb} {action}" in WHOLE else verb.removeprefix("--version")


def _explained(line: str) -> tuple[str, str]:
    """Return a line to type, and what it does."""
    about = _told_about(line)
    helps = line.startswith("help ")
    told = TOPICS.get(about) if helps and about in TOPICS else WHOLE.get(about)
    return f"reviewlog {line}", told or COMMANDS.get(about, "Show the version.")
