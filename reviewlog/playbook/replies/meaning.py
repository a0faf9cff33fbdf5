"""Faults of rules for replies that take two places to tell: names, numbers, whose rule it is.

What is looked at is the file as it was read, so that all faults are told at once.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, NamedTuple

from reviewlog.domain.advice import ADVICE, is_strange
from reviewlog.domain.reply.checks import COUNTING, WORDED
from reviewlog.domain.reply.lexicon import KNOWN
from reviewlog.domain.reply.lexicon.alphabets import NAMES
from reviewlog.domain.reply.rules import LEVELS, PHRASES, Rule
from reviewlog.playbook.faults import unknown
from reviewlog.playbook.replies.claims import RULE, Claims, parts, repeated, word
from reviewlog.playbook.strict import Document, Fault, Path, shortened

FEWEST, FEWEST_OWN = 3, 1
"""Texts that trip a rule, and near misses, in a file of the program and in one of an owner."""
STOP = LEVELS[0]
_MOSTLY = 0.75
"""Share of the frequent words of a language from which they are those of another one."""
_TRANSLATED = ("title", "why", "instead", "phrases", "lists")
Part = Mapping[str, Any]
_PHRASES = frozenset(("phrases", "unless", "lists"))


class Around(NamedTuple):
    """What stands beside a file."""

    shipped: Mapping[str, Rule]
    """The rules of the program; none while its own files are read."""
    first: Claims
    is_own: bool

    @property
    def ids(self) -> list[str]:
        """The ids of all rules."""
        return [claim.name for claim in self.first if claim.what == RULE]


def misread(document: Document) -> Iterator[Path]:
    """Return where YAML reads a yes or no though only a word of ours can stand there."""
    yield from (path for path in _yes_or_no(document) if path in document.values)


def _yes_or_no(document: Document) -> Iterator[Path]:
    for key, word_key in (("soften", "level"), ("rules", "only_forbidden")):
        yield from ((*path, word_key) for path, _ in parts(document, key))
    for key in ("rules", "translates"):
        for path, part in parts(document, key):
            for trial in ("bad", "good"):
                texts = part.get(trial)
                count = len(texts) if isinstance(texts, list) else 0
                yield from ((*path, trial, i, "given", "may_ask") for i in range(count))


def cut_phrases(text: str, document: Document) -> Iterator[Fault]:
    """Find phrases that end before a “#”: YAML takes it for the beginning of a remark."""
    lines = text.split("\n")
    for path, place in document.values.items():
        if not _PHRASES.isdisjoint(path) and isinstance(path[-1], int):
            phrase = str(reduce(lambda part, key: part[key], path, document.data))
            line = "".join(lines[place.line - 1 : place.line])[place.column - 1 :]
            if line.startswith(phrase) and line[len(phrase) :].lstrip().startswith("#"):
                yield place.fault("The phrase ends before “#”; put it in quotation marks.")


def meaning_faults(name: str, document: Document, around: Around) -> Iterator[Fault]:
    """Find what is wrong between several places of a file, or between files."""
    yield from repeated(name, document, around.first)
    yield from _common_faults(document)
    for path, rule in parts(document, "rules"):
        yield from _rule_faults(path, rule, document, around)
    for path, words in parts(document, "translates"):
        yield from _translation_faults(path, words, document, around)
    for path, softened in parts(document, "soften"):
        yield from _softening_faults(path, softened, document, around)


def _common_faults(document: Document) -> Iterator[Fault]:
    """Find frequent words that would take texts away from a language that the program knows."""
    said = document.data.get("common") if isinstance(document.data, dict) else None
    listed = said if isinstance(said, list) else []
    words = {one.casefold() for one in listed if isinstance(one, str)}
    language = word(document.data, "language") if words else ""
    if not language:
        return
    place = document.key_place(("common",))
    if language in NAMES:
        yield place.fault(f"The program knows {NAMES[language]} by itself; leave “common” out.")
    for known, common in KNOWN.items():
        shared = words & {*common.replace("|", " ").split()}
        if language not in NAMES and len(shared) >= _MOSTLY * len(words):
            yield place.fault(f"Most of these words are {NAMES.get(known, known)}.")


def _rule_faults(path: Path, rule: Part, document: Document, around: Around) -> Iterator[Fault]:
    check, place = word(rule, "check") or PHRASES, document.place(path)
    if "most" in rule and check not in COUNTING:
        said = f"“most” is for a check that counts ({', '.join(COUNTING)})."
        yield document.key_place((*path, "most")).fault(said)
    if check in WORDED and not rule.get("phrases"):
        yield place.fault(f"“phrases” is missing: the check “{check}” finds nothing without.")
    if "only_forbidden" in rule and not rule.get("forbidden_as"):
        yield document.key_place((*path, "only_forbidden")).fault("“forbidden_as” is missing.")
    yield from _whose_faults(path, rule, document, around)
    yield from _source_faults(path, rule, document)
    yield from _example_faults(path, rule, document, around)


def _whose_faults(path: Path, rule: Part, document: Document, around: Around) -> Iterator[Fault]:
    """Find what only the program may say of a rule, and what it must say."""
    if around.is_own and "never" in rule:
        said = "A rule that nobody can lift is the program's; leave “never” out."
        yield document.key_place((*path, "never")).fault(said)
    elif "never" in rule and word(rule, "level") != STOP:
        yield document.place((*path, "level")).fault("A never-rule is a “stop”.")
    if not around.is_own and not rule.get("source"):
        yield document.place(path).fault("“source” is missing.")


def _source_faults(path: Path, rule: Part, document: Document) -> Iterator[Fault]:
    sources = rule.get("source")
    for index, source in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(source, str) and is_strange(source):
            known = ", ".join(f"{letter}1 to {letter}{most}" for letter, most in ADVICE.items())
            said = f"“{source}” is no piece of advice; known are {known}. Or name a law, a site."
            yield document.place((*path, "source", index)).fault(said)


def _example_faults(path: Path, part: Part, document: Document, around: Around) -> Iterator[Fault]:
    fewest = FEWEST_OWN if around.is_own else FEWEST
    texts, are, they = (
        ("one text", "is", "it is") if fewest == 1 else (f"{fewest} texts", "are", "they are")
    )
    trials = {"bad": f"{texts} that it finds", "good": f"{texts} that {are} near it and fine"}
    for key, needed in trials.items():
        found = part.get(key, [])
        if isinstance(found, list) and len(found) < fewest:
            said = f"“{key}” needs at least {needed}: {they} the rule's own test."
            yield document.key_place((*path, key)).fault(said)


def _translation_faults(
    path: Path, words: Part, document: Document, around: Around
) -> Iterator[Fault]:
    name = word(words, "rule")
    if name and name not in around.ids:
        yield document.place((*path, "rule")).fault(f"rule: {unknown(name, around.ids)}")
    rule = around.shipped.get(name)
    missing = [*_missing_words(path, words, document, rule)] if rule is not None else []
    if not missing and not any(words.get(key) for key in _TRANSLATED):
        yield document.place(path).fault("Nothing is translated here.")
    if words.get("phrases") or words.get("lists"):
        yield from _example_faults(path, words, document, around)
    yield from missing


def _missing_words(path: Path, words: Part, document: Document, rule: Rule) -> Iterator[Fault]:
    """Find what a translation of a rule leaves out, and lists that the rule does not have."""
    if any(said.phrases for said in rule.wordings) and not words.get("phrases"):
        yield document.place(path).fault(f"“phrases” is missing: “{rule.id}” has some.")
    lists = words.get("lists")
    known = {name for said in rule.wordings for name in said.lists}
    for name in (lists if isinstance(lists, dict) else {}).keys() - known:
        said = f"“{shortened(name)}” is no list of “{rule.id}”."
        if known:
            said = f"lists: {unknown(name, sorted(known))}"
        yield document.key_place((*path, "lists", name)).fault(said)


def _softening_faults(
    path: Path, part: Part, document: Document, around: Around
) -> Iterator[Fault]:
    name, place = word(part, "rule"), document.place((*path, "rule"))
    rule = around.shipped.get(name)
    if not around.is_own:
        yield place.fault("The program's own rules have their level where they stand.")
    elif rule is None and name in around.ids:
        yield place.fault(f"“{name}” is a rule of your own: write its level where it stands.")
    elif rule is None and name:
        yield place.fault(f"rule: {unknown(name, list(around.shipped))}")
    elif rule is not None and rule.never:
        said = f"“{name}” stands above every file: nobody can lift it, and it keeps its level."
        yield place.fault(said)
    elif rule is not None and word(part, "level") == rule.level:
        yield document.place((*path, "level")).fault(f"“{name}” is a “{rule.level}” already.")
