"""What may be meant by a word that is no verb: by what it is about, and by a slip in its spelling.

Nothing is run by guessing: the line is shown, and its owner types it.
"""

import shlex
from typing import NoReturn

from reviewlog.commands.catalogue import COMMANDS, GROUPS, TOPICS, WHOLE
from reviewlog.commands.meanings import ACTIONS, MEANINGS, Meanings
from reviewlog.commands.retyping import retyped
from reviewlog.commands.verbs import FLAGS, SHORT
from reviewlog.domain.spelling import meant_by
from reviewlog.domain.usage_errors import UnknownWordError
from reviewlog.domain.vocabulary import SITES

LOOSE = 4
"""So many words without a verb are a sentence: what was said."""
KNOWN = {word for words in MEANINGS for word in words}
ORDERS = ("add", "create", "enter", "new", "record", "start", "write")
"""Words before a sentence that are none of it."""
LOG = "log 'What was said' --who 'Their name'"


def refuse_word(prefix: str, words: list[str], columns: int) -> NoReturn:
    """Tell what may be meant by a word that is no verb, or no action of one."""
    group, (typed, book) = prefix.strip(), _without_book(words)
    found = _action_lines(group, typed) if group else _verb_lines(typed)
    lines = [line if line.startswith(("help", "--")) else line + book for line in found]
    what = f"action of {group}" if group else "verb"
    raise UnknownWordError(words[0], what, columns, tuple(map(_explained, lines)))


def _without_book(words: list[str]) -> tuple[list[str], str]:
    """Return the words without the shared options that stood before the verb; a book is kept."""
    rest, book = words[1:], ""
    while rest and rest[0] in ("--book", *FLAGS, *SHORT):
        if rest.pop(0) == "--book" and rest:
            book = f" {shlex.join(['--book', rest.pop(0)])}"
    return [words[0], *rest], book


def refuse_help(asked: str, columns: int) -> NoReturn:
    """Tell what help may be meant by words that are neither a verb nor a topic."""
    meant = _site_lines(asked) or _meant(MEANINGS, asked, {*COMMANDS, *TOPICS, *WHOLE})
    verbs = [_told_about(line) for line in meant]
    lines = [f"help {verb}".removesuffix(" help").strip() for verb in dict.fromkeys(verbs)]
    raise UnknownWordError(asked, "verb and no topic", columns, tuple(map(_explained, lines)))


def _verb_lines(words: list[str]) -> list[str]:
    """Return the lines that may be meant by a word in place of a verb."""
    word, rest = words[0].strip().casefold(), words[1:]
    if word.isdecimal():
        return [f"show {word}", f"next {word}"]
    meant = [*_site_lines(word), *_meant(MEANINGS, word, {*COMMANDS, *TOPICS})]
    actions = [whole for whole in WHOLE if whole.partition(" ")[2] == word]
    if actions and word not in KNOWN:
        meant = []
    if rest and rest[0] in COMMANDS and meant:
        return [shlex.join(rest)]
    is_slip = word not in KNOWN
    found = [_line(line, rest, is_slip=is_slip) for line in (*meant, *actions)]
    is_verb = is_slip and any(line in COMMANDS or line in WHOLE for line in (*meant, *actions))
    said = [] if is_verb else _said(words, found)
    others = (_line(line, []) for line in meant if not line.startswith("log"))
    return [*said, *others] if said else found


def _said(words: list[str], found: list[str]) -> list[str]:
    """Return the lines for loose words that are a sentence, or the name of somebody."""
    is_line = any(word.startswith("-") for word in words) or "".join(words[1:2]).isdecimal()
    if words[0].casefold() in ORDERS or is_line or not " ".join(words).isprintable():
        return []
    if not found and len(words) < LOOSE and all(word.istitle() for word in words):
        name = " ".join(words)
        return [retyped(LOG, ["What was said", "--who", name]), shlex.join(["show", name])]
    is_sentence = len(words) >= LOOSE or (len(words) > 1 and not found)
    return [retyped(LOG, [" ".join(words), "--who", "Their name"])] if is_sentence else []


def _action_lines(group: str, words: list[str]) -> list[str]:
    """Return the lines that may be meant by a word in place of an action."""
    word, rest = words[0].strip().casefold(), words[1:]
    if group == "site" and word in SITES:
        return [f"site show {word}"]
    table = GROUPS[group][0]
    meant = _meant(ACTIONS[group], word, set(table))
    return [_line(f"{group} {line}" if line in table else line, rest) for line in meant]


def _site_lines(word: str) -> list[str]:
    return [f"site show {word}", f"dispute 12 --site {word}"] if word in SITES else []


def _meant(table: Meanings, word: str, names: set[str]) -> tuple[str, ...]:
    """Return the lines that a word is about, or of the one word that it is a slip of.

    Nothing is erased because of a slip.
    """
    known = {one: lines for several, lines in table.items() for one in several}
    if word in known:
        return known[word]
    one = meant_by(word, [*sorted(names), *known])
    lines = () if one is None else (one,) if one in names else known[one]
    return tuple(line for line in lines if not line.startswith("erase"))


def _line(line: str, rest: list[str], *, is_slip: bool = False) -> str:
    """Return a line to type with the owner's words; behind a slip they stay as they are."""
    if line in TOPICS and line not in COMMANDS:
        return f"help {line}"
    bare = line in WHOLE or (is_slip and line in COMMANDS)
    return shlex.join([*line.split(), *rest]) if bare else retyped(line, rest)


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
