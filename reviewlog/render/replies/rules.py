"""What a reply may not hold: every rule with its reason, or one with its words and its examples."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.rules import LEVELS, MEDIA, OFF, SHIPPED, Example, Rule, Wording
from reviewlog.playbook.replies.making import Trial
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.words.sitewords import FORBIDDEN_NAMES

if TYPE_CHECKING:
    from reviewlog.render.promised import replies

INDENT = "    "
HEAD = (
    "What every text of yours is looked over for before anybody reads it, and why. With a stop it"
    " is not ready, a warning is worth a second look, a note is a thought."
)
FOOT = (
    "One rule with its words and examples: reviewlog reply rules but. Rules of your own stand in"
    " the logbook's folder, playbooks/replies/."
)
HEADINGS = {"stop": "STOP", "warn": "WARNING", "note": "NOTE", OFF: "SWITCHED OFF BY YOU"}
LEVEL_NAMES = {"stop": "a stop", "warn": "a warning", "note": "a note", OFF: "switched off"}
_MEDIA_NAMES = {"public": "in public", "private": "in a private message", "call": "on the phone"}
_SILENT = "a trade that keeps silent about who was a customer (health, law, therapy)"


def rules_text(rules: Sequence[Rule], width: int) -> str:
    """Return every rule, the heaviest first, with its reason and its sources."""
    blocks = ["\n".join(wrap(HEAD, width))]
    for level in (*LEVELS, OFF):
        found = [rule for rule in rules if rule.level == level]
        blocks += [HEADINGS[level]] if found else []
        blocks += [_block(rule, _told(rule), width) for rule in found]
    return "\n\n".join([*blocks, "\n".join(wrap(FOOT, width))])


def rule_text(rule: Rule, trials: Iterable[Trial], width: int, *, whole: bool = False) -> str:
    """Return one rule: its reason, what it finds, and with all its words in each language."""
    head = f"{rule.id} ({LEVEL_NAMES[rule.level]}, {_whose(rule)})"
    parts = [_block(rule._replace(id=head), _told(rule, in_full=True), width)]
    for trial in trials:
        for heading, examples in (("FINDS (bad", trial.bad), ("LEAVES ALONE (good", trial.good)):
            texts = [_example(one) for one in examples if _holds_for(rule, one)]
            parts += [_part(f"{heading}, {trial.language})", texts, width)] if texts else []
    words = [said for wording in rule.wordings for said in _words(wording)]
    if whole:
        parts += [_part(heading, texts, width) for heading, texts in words]
    elif words:
        parts.append(f"The words that it looks for: reviewlog reply rules {rule.id} --all")
    return "\n\n".join(parts)


def _block(rule: Rule, told: Iterable[str], width: int) -> str:
    lines = [rule.id, *_set_in(rule.title, width)]
    return "\n".join([*lines, *(line for text in told for line in _set_in(text, width))])


def _part(heading: str, texts: Iterable[str], width: int) -> str:
    return "\n".join([heading, *(line for text in texts for line in _set_in(text, width))])


def _set_in(text: str, width: int) -> list[str]:
    return wrap(harmless_line(text), width, INDENT, INDENT + "  ")


def _told(rule: Rule, *, in_full: bool = False) -> Iterator[str]:
    yield f"Why: {rule.why}"
    if rule.instead and in_full:
        yield f"Instead: {rule.instead}"
    if rule.source:
        yield f"Rests on: {'; '.join(rule.source)}"
    yield from _where(rule)
    if rule.forbidden_as and not rule.only_forbidden and rule.level != LEVELS[0]:
        yield f"A stop at a site that forbids {_forbidden(rule)}."
    if rule.never:
        yield f"No file can soften it: it carries out the never-rule “{rule.never}”."
    if rule.origin != SHIPPED:
        yield f"Yours, from {rule.origin}."
    if rule.softened:
        yield f"You changed it: it was {LEVEL_NAMES[rule.shipped_level]}. Your reason: {rule.softened}"


def _where(rule: Rule) -> Iterator[str]:
    """Say where it holds, if not everywhere."""
    if rule.media != MEDIA:
        yield f"Only {_or(_MEDIA_NAMES[medium] for medium in rule.media)}."
    if rule.verdicts:
        yield f"Only where your view is {_or(rule.verdicts)}."
    if rule.strict is not None:
        yield f"{'Only' if rule.strict else 'Not'} in {_SILENT}."
    if rule.only_forbidden:
        yield f"Only at a site that forbids {_forbidden(rule)}."


def _or(words: Iterable[str]) -> str:
    """Return words as a choice: one, two or three."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _forbidden(rule: Rule) -> str:
    return _or(FORBIDDEN_NAMES[word] for word in rule.forbidden_as)


def _whose(rule: Rule) -> str:
    return SHIPPED if rule.origin == SHIPPED else f"yours, from {harmless_line(rule.origin)}"


def _words(said: Wording) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return the words of a rule in one language, under the keys of a file."""
    lists = {f"{name.upper()} (lists: {name}": words for name, words in said.lists.items()}
    words = {"WORDS (phrases": said.phrases, "NOT IN (unless": said.unless, **lists}
    for heading, phrases in words.items():
        if phrases:
            yield f"{harmless_line(heading)}, {said.language})", phrases


def _holds_for(rule: Rule, example: Example) -> bool:
    """Whether an example is a text that the rule is for: one that goes elsewhere explains nothing."""
    return example.given.get("medium", rule.media[0]) in rule.media


def _example(example: Example) -> str:
    said = [f"{name}: {_plain(value)}" for name, value in example.given.items()
            if name != "language"]  # fmt: skip
    return f"“{example.text}”" + (f" ({'; '.join(said)})" if said else "")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def rules_shape(rules: Sequence[Rule]) -> "replies.Rules":
    """Return the rules as `--json` prints them."""
    return {"rules": [_shape(rule) for rule in rules]}


def rule_shape(rule: Rule, trials: Iterable[Trial]) -> "replies.Rules":
    """Return one rule with its words and its examples as `--json` prints it."""
    examples: list[replies.Trial] = [
        {"language": trial.language, "bad": _examples(trial.bad), "good": _examples(trial.good)}
        for trial in trials
    ]
    words = [_wording(said) for said in rule.wordings]
    return {"rules": [{**_shape(rule), "wordings": words, "examples": examples}]}


def _shape(rule: Rule) -> "replies.Rule":
    softened: replies.Softened = {"from": rule.shipped_level, "because": rule.softened}
    return {
        "id": rule.id,
        "title": rule.title,
        "why": rule.why,
        "level": rule.level,
        "source": list(rule.source),
        "media": list(rule.media),
        "instead": rule.instead,
        "check": rule.check,
        "most": rule.most,
        "verdicts": list(rule.verdicts),
        "forbidden_as": list(rule.forbidden_as),
        "only_forbidden": rule.only_forbidden,
        "never": rule.never,
        "origin": rule.origin,
        "languages": [said.language for said in rule.wordings],
        "trade": {True: "strict", False: "other", None: None}[rule.strict],
        "softened": softened if rule.softened else None,
    }


def _wording(said: Wording) -> "replies.Wording":
    return {
        "language": said.language,
        "phrases": list(said.phrases),
        "unless": list(said.unless),
        "lists": {name: list(words) for name, words in said.lists.items()},
        "title": said.title,
        "why": said.why,
        "instead": said.instead,
        "is_own": said.is_own,
    }


def _examples(examples: Iterable[Example]) -> "list[replies.Example]":
    return [
        {"text": one.text, "marks": list(one.marks), "given": dict(one.given)} for one in examples
    ]
