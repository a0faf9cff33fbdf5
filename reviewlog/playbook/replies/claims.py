"""What a file of rules lays claim to: ids, the words of a rule in a language, another level."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.reply.rules import Rule
from reviewlog.playbook.shelf import ENDING
from reviewlog.playbook.strict import Document, Fault, Path, shortened

PROGRAM = ""
"""Stands for the files of the program, where one is named after the file it is in."""
RULE, WORDS, LEVEL, COMMON = "rule", "words", "level", "common"


class Claim(NamedTuple):
    """Something that may be said once only."""

    what: str
    name: str
    language: str = ""


Claims = Mapping[Claim, str]
"""Who was first to lay a claim: the name of a file, or PROGRAM."""


def first_claims(rules: Iterable[Rule], documents: Mapping[str, Document]) -> Claims:
    """Return who was first: the program, then the files in their order."""
    first: dict[Claim, str] = {}
    for rule in rules:
        first[Claim(RULE, rule.id)] = PROGRAM
        first |= {Claim(WORDS, rule.id, said.language): PROGRAM for said in rule.wordings}
    for name, document in documents.items():
        for claim, _ in _claims(document):
            first.setdefault(claim, name)
    return first


def holding(rules: Iterable[Rule], documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return the files that can stand beside each other; of two that say the same, the former."""
    first, kept = dict(first_claims(rules, {})), dict[str, Document]()
    for name, document in documents.items():
        beside = {claim: name for claim, _ in _claims(document)} | first
        if not any(repeated(name, document, beside)):
            first, kept[name] = beside, document
    return kept


def repeated(name: str, document: Document, first: Claims) -> Iterator[Fault]:
    """Find what was said before, in the same file or in another one."""
    seen: set[Claim] = set()
    told: set[Path] = set()
    for claim, path in _claims(document):
        if path not in told and (claim in seen or first[claim] != name):
            yield document.place(path).fault(_said(claim, name, first[claim]))
            told.add(path)
        seen.add(claim)


def parts(document: Document, key: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Return the mappings in the list under a key, as far as there are any."""
    data = document.data
    found = data.get(key) if isinstance(data, dict) else None
    for index, one in enumerate(found if isinstance(found, list) else ()):
        if isinstance(one, dict):
            yield (key, index), one


def word(part: Mapping[str, Any], key: str) -> str:
    """Return the word under a key; nothing where there is none."""
    found = part.get(key)
    return found if isinstance(found, str) else ""


def _claims(document: Document) -> Iterator[tuple[Claim, Path]]:
    language = word(document.data, "language") if isinstance(document.data, dict) else ""
    for path, rule in parts(document, "rules"):
        if name := word(rule, "id"):
            yield Claim(RULE, name), (*path, "id")
            yield Claim(WORDS, name, language), (*path, "id")
    for key, what, spoken in (("translates", WORDS, language), ("soften", LEVEL, "")):
        for path, part in parts(document, key):
            if name := word(part, "rule"):
                yield Claim(what, name, spoken), (*path, "rule")
    if language and "common" in document.data:
        yield Claim(COMMON, language), ("common",)


def _said(claim: Claim, name: str, owner: str) -> str:
    what, named, language = claim.what, shortened(claim.name), shortened(claim.language)
    where = "here twice" if owner == name else f"in {owner}{ENDING} already"
    if what == WORDS:
        return f"“{named}” has its words in “{language}” {_already(owner, name)}."
    if what == LEVEL:
        return f"Another level for “{named}” stands {where}."
    if what == COMMON:
        return f"The frequent words of “{named}” stand {where}."
    if owner == PROGRAM:
        return (
            f"“{named}” is a rule of the program: give it another level under “soften”,"
            " or words of another language under “translates”."
        )
    return f"The id “{named}” stands {where}."


def _already(owner: str, name: str) -> str:
    return "already" if owner in (name, PROGRAM) else f"in {owner}{ENDING} already"
