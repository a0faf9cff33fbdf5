"""Rules for replies out of their files: the program's own, then what an owner's files say."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.reply.rules import SHIPPED, Example, Rule, Tongue
from reviewlog.playbook.replies.form import RulesForm, SoftenForm, as_examples
from reviewlog.playbook.replies.partsform import as_parts
from reviewlog.playbook.replies.wire import Ruleset


class Trial(NamedTuple):
    """The texts that try the words of a rule in one language."""

    rule: str
    language: str
    origin: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


class Origin(NamedTuple):
    """What a file holds, and whose it is."""

    name: str
    """SHIPPED, or the name of the owner's own file."""
    form: RulesForm


def ruleset_of(base: Ruleset, files: Iterable[Origin]) -> Ruleset:
    """Return the rules with what further files add, translate and soften."""
    files = tuple(files)
    rules = {rule.id: rule for rule in base.rules}
    for origin, form in files:
        rules |= {one.id: one.as_rule(form.language, origin) for one in form.rules}
    for origin, form in files:
        _translate(rules, form, is_own=origin != SHIPPED)
        for softened in form.soften:
            _soften(rules, softened)
    tongues = (_tongue(form) for _, form in files if form.common)
    parts = (part for origin, form in files for part in as_parts(form.parts, form.language, origin))
    return Ruleset(tuple(rules.values()), (*base.tongues, *tongues), (*base.parts, *parts))


def trials_of(files: Iterable[Origin]) -> tuple[Trial, ...]:
    """Return the texts that try each rule, in the order of the files."""
    return tuple(
        Trial(name, form.language, origin, as_examples(one.bad, form.language),
              as_examples(one.good, form.language))
        for origin, form in files
        for _, name, one in form.worded()
    )  # fmt: skip


def _translate(rules: dict[str, Rule], form: RulesForm, *, is_own: bool) -> None:
    """Add the words of another language; a rule of a file that cannot be used has none."""
    for words in form.translates:
        if words.rule in rules:
            rule = rules[words.rule]
            said = words.as_wording(form.language)._replace(is_own=is_own)
            rules[rule.id] = rule._replace(wordings=(*rule.wordings, said))


def _soften(rules: dict[str, Rule], said: SoftenForm) -> None:
    rule = rules[said.rule]
    rules[rule.id] = rule._replace(
        level=said.level, softened=said.because, shipped_level=rule.level
    )


def _tongue(form: RulesForm) -> Tongue:
    return Tongue(form.language, form.name or form.language, tuple(form.common or ()))
