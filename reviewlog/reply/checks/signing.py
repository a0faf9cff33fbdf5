"""Whether somebody signs a text with a name: no management, no team, no shop."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from reviewlog.domain.reply.lettering import plain_words
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.people import FIRST_NAMES
from reviewlog.reply.phrases import listed
from reviewlog.reply.tongues import common_words
from reviewlog.reply.words import Text

_LONGEST = 4
"""Words of a name."""
_TAIL = 30
"""Words at the end among which a name is looked for: name, role, shop, street, number."""
_PARTING = re.compile("[\n\r\u2028\u2029,;:|/()!?\u2013\u2014\u00b7\u3001\u3002\uff0c]|- |^ -|--")
"""What parts a name at the end from what stands around it."""
_ENDING = re.compile(r"\.\s")
_SHOUTED = frozenset("!?\uff01\uff1f")


class _Listed(NamedTuple):
    """At which words the lists of the rule stand."""

    nobody: frozenset[int]
    closing: frozenset[int]
    roles: frozenset[int]
    joining: frozenset[int]


def is_signed(text: Text, rule: Rule, case: Case) -> bool:
    """Whether a name stands at the end, or somebody says who they are."""
    if _is_known(text, case.voice.name):
        return True
    names = ("nobody", "closing", "roles", "joining")
    marks = _Listed(*(_at(text, rule, name, case) for name in names))
    said = any(_is_name(text, run, marks, case) for run in _introduced(text, rule, case))
    return said or _ends_with_name(text, marks, case)


def _at(text: Text, rule: Rule, name: str, case: Case) -> frozenset[int]:
    hits = listed(rule, name, text, case)
    return frozenset(index for hit in hits for index in range(hit.first, hit.last + 1))


def _is_known(text: Text, name: str) -> bool:
    """Whether the name of the settings, or its first part, stands anywhere."""
    said = plain_words(name)
    return bool(said) and any(word.text == said[0] for word in text.words)


def _introduced(text: Text, rule: Rule, case: Case) -> Iterator[list[int]]:
    """Yield the words with capitals behind `I am`, `ask for`, and before `here`, `speaking`."""
    for hit in listed(rule, "introducing", text, case):
        run: list[int] = []
        index = hit.last + 1
        while index < len(text.words) and len(run) < _LONGEST and _follows(text, index):
            run.append(index)
            index += 1
        yield run or _called_after(text, hit.last + 1)
    for hit in listed(rule, "speaking", text, case):
        yield _before(text, hit.first)


def _called_after(text: Text, index: int) -> list[int]:
    """Return the one word between a comma and the next sign: `ask for me, Lena, any day`."""
    if not 0 < index < len(text.words):
        return []
    word = text.words[index]
    is_apart = text.original[text.words[index - 1].end : word.start].strip() == ","
    is_closed = text.original[word.end : word.end + 1] in ("", ",", ".", ";", "\n")
    return [index] if is_apart and is_closed and _is_capital(text, index) else []


def _before(text: Text, end: int) -> list[int]:
    """Return the words with capitals with which a sentence begins up to a word: `Sam Fox here`."""
    start = end
    while start > 0 and text.words[start - 1].sentence == text.words[end].sentence:
        start -= 1
    run = list(range(start, end))
    return run if all(_follows(text, index) for index in run[1:]) and _are_names(text, run) else []


def _are_names(text: Text, run: list[int]) -> bool:
    return bool(run) and all(_is_capital(text, index) for index in run)


def _follows(text: Text, index: int) -> bool:
    """Whether a word with a capital stands directly behind the one before it."""
    between = text.original[text.words[index - 1].end : text.words[index].start]
    return between.isspace() and "\n" not in between and _is_capital(text, index)


def _ends_with_name(text: Text, marks: _Listed, case: Case) -> bool:
    """Whether a name closes the text: only a role, a shop, an address or a postscript below it."""
    pieces = _pieces(text)
    last = True
    for place in range(len(pieces) - 1, 0, -1):
        piece = pieces[place]
        closed = any(i in marks.closing for i in pieces[place - 1])
        alone = _begins_line(text, piece) and _ends_line(text, piece)
        rest = [i for i in piece if i not in marks.closing and i not in marks.roles]
        if closed or _begins_line(text, piece):
            rest = _opening(text, piece, marks) or rest
        small = last and len(piece) == 1 and (closed or alone or _begins_sentence(text, piece))
        stands = (last or (closed and alone)) and not _is_shouted(text, piece)
        if not (closed or alone) and _is_remark(text, pieces[place:], marks):
            return False
        if stands and _is_name(text, rest, marks, case, small=small):
            return True
        last = last and _is_beside_a_name(text, rest, marks)
    return False


def _is_remark(text: Text, pieces: list[list[int]], marks: _Listed) -> bool:
    """Whether one word is a sentence of its own before those who sign: `Crooks. The team`."""
    word = text.words[pieces[0][-1]]
    below = [index for piece in pieces[1:2] for index in piece]
    ends = _ENDING.match(text.original[word.end : word.end + 2])
    return len(pieces[0]) == 1 and bool(ends) and any(index in marks.nobody for index in below)


def _opening(text: Text, piece: list[int], marks: _Listed) -> list[int]:
    """Return the name in `Ruth and the team`; nothing where the piece ends like a sentence."""
    known = marks.nobody | marks.closing | marks.roles
    run = list(takewhile(lambda i: _is_capital(text, i) and i not in known, piece))
    if not 0 < len(run) < len(piece) or text.original[text.words[piece[-1]].end :][:1] == ".":
        return []
    behind = piece[len(run)]
    between = text.original[text.words[behind - 1].end : text.words[behind].start]
    return run if behind in marks.joining or between.strip() in ("&", "+") else []


def _begins_line(text: Text, piece: list[int]) -> bool:
    first = text.words[piece[0]].start
    return "\n" in text.original[max(first - 3, 0) : first]


def _begins_sentence(text: Text, piece: list[int]) -> bool:
    first = text.words[piece[0]].start
    return text.original[:first].rstrip()[-1:] in tuple(".!?") and text.original[first - 1] == " "


def _ends_line(text: Text, piece: list[int]) -> bool:
    behind = text.original[text.words[piece[-1]].end :][:3]
    return "\n" in behind or not behind.strip()


def _pieces(text: Text) -> list[list[int]]:
    """Return the last words, parted where a line, a comma or a sentence ends."""
    pieces: list[list[int]] = [[]]
    for index in range(max(len(text.words) - _TAIL, 0), len(text.words)):
        if pieces[-1] and _is_parted(text, index):
            pieces.append([])
        pieces[-1].append(index)
    return pieces


def _is_parted(text: Text, index: int) -> bool:
    """Whether something ends before a word; the point of an initial, `S. Fox`, ends nothing."""
    word = text.words[index - 1]
    between = text.original[word.end : text.words[index].start]
    ends = _ENDING.match(between) and len(word.text) > 1
    return bool(ends or _PARTING.search(between))


def _is_shouted(text: Text, piece: list[int]) -> bool:
    end = text.words[piece[-1]].end
    return text.original[end : end + 1] in _SHOUTED


def _is_beside_a_name(text: Text, rest: list[int], marks: _Listed) -> bool:
    """Whether a piece may stand below a name: a shop, a street, a number, an address, no sentence."""
    has_number = any(char.isdigit() for i in rest for char in text.words[i].text)
    fine = all(_is_capital(text, i) or i in marks.nobody or _is_glued(text, i) for i in rest)
    return fine or (has_number and len(rest) <= 2 * _LONGEST)


def _is_glued(text: Text, index: int) -> bool:
    """Whether a word belongs to an address such as `sam@shop.example`."""
    word = text.words[index]
    before = text.original[max(word.start - 1, 0) : word.start]
    behind = text.original[word.end : word.end + 2]
    return (
        before in ("@", ".") or behind[:1] == "@" or (behind[:1] == "." and len(behind.strip()) > 1)
    )


def _is_name(
    text: Text, run: list[int], marks: _Listed, case: Case, *, small: bool = False
) -> bool:
    """Whether words read like the name of a person."""
    if not 0 < len(run) <= _LONGEST or any(i in marks.nobody or i in marks.closing for i in run):
        return False
    if not (small or all(_is_capital(text, index) for index in run)):
        return False
    words = {text.words[index].text for index in run}
    common = common_words(text.language or case.first, case.tongues) - FIRST_NAMES
    return all(map(str.isalpha, words)) and not words <= common | _others(case)


def _others(case: Case) -> set[str]:
    """Return the words of names that do not sign: the shop's, and whom the text is for."""
    ours = {word for name in case.ours if name != case.business for word in plain_words(name)}
    theirs = {word for name in (*case.customers, case.nick) for word in plain_words(name)}
    return set(plain_words(case.business)) | (theirs - ours)


def _is_capital(text: Text, index: int) -> bool:
    """Whether a word begins with a capital, or is of a script without capitals."""
    char = text.original[text.words[index].start]
    return char.isalpha() and not char.islower()
