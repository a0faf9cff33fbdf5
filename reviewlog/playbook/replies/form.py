"""What a file of rules for replies may hold."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, Tag

from reviewlog.domain.agenda.never import RULES
from reviewlog.domain.reply.checks import CHECKS, LISTS
from reviewlog.domain.reply.phrasing import parse
from reviewlog.domain.reply.rules import (
    LEVELS,
    MEDIA,
    OFF,
    PHRASES,
    SHIPPED,
    Example,
    Rule,
    Wording,
)
from reviewlog.domain.sitewords import FORBIDDEN
from reviewlog.domain.vocabulary import VERDICTS
from reviewlog.playbook.faults import TAG
from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form, Line, Name, OneOf, OneOrMoreOf, Words, words_of
from reviewlog.playbook.replies.given import YES, YES_NO, GivenForm, Texts
from reviewlog.playbook.replies.partsform import PartForm
from reviewlog.playbook.shop.hours import wrong

LONGEST = 20_000
FEWEST_COMMON = 20
"""Frequent words by which a language can be told from others."""
STRICT, OTHER = "strict", "other"


def _sound(phrase: str) -> str:
    try:
        parse(phrase)
    except ValueError as error:
        raise wrong(f"“{phrase}”: {error}") from None
    return phrase


Language = Annotated[str, Field(pattern=patterns.LANGUAGE)]
Phrases = list[Annotated[str, Field(max_length=1_000), AfterValidator(_sound)]]
Text = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=patterns.NOT_BLANK)]


class ExampleForm(Form):
    """A text with the words that are marked in it, and how things stand."""

    text: Text
    marks: Texts | None = None
    given: GivenForm = GivenForm()


def _which(value: object) -> str:
    return f"{TAG}text" if isinstance(value, str) else f"{TAG}more"


Examples = list[
    Annotated[
        Annotated[Text, Tag(f"{TAG}text")] | Annotated[ExampleForm, Tag(f"{TAG}more")],
        Discriminator(_which),
    ]
]


class WordsForm(Form):
    """The words of a rule in the language of the file, and the texts that try them."""

    instead: Line | None = None
    phrases: Phrases = Field(default=[])
    unless: Phrases = Field(default=[])
    lists: dict[Annotated[str, OneOf(LISTS)], Phrases] = Field(default={})
    bad: Examples = Field(default=[])
    """Texts that trip it."""
    good: Examples = Field(default=[])
    """Near misses."""

    def as_wording(self, language: str) -> Wording:
        """Return its words as the rest of the program knows them."""
        lists = {name: tuple(phrases) for name, phrases in self.lists.items()}
        return Wording(language, tuple(self.phrases), tuple(self.unless), lists)


class RuleForm(WordsForm):
    """One rule."""

    id: Name
    title: Line
    level: Annotated[str, OneOf(LEVELS)]
    why: Line
    source: list[Line] = Field(default=[])
    media: Annotated[Words, OneOrMoreOf(MEDIA)] = Field(default=list(MEDIA))
    check: Annotated[str, OneOf(CHECKS)] = PHRASES
    most: Annotated[int | None, Field(ge=1, le=10_000)] = None
    verdicts: Annotated[Words, OneOrMoreOf(VERDICTS)] = Field(default=[])
    trade: Annotated[str, OneOf((STRICT, OTHER))] | None = None
    forbidden_as: Annotated[Words, OneOrMoreOf(FORBIDDEN)] = Field(default=[])
    only_forbidden: Annotated[str, OneOf(YES_NO)] = "no"
    never: Annotated[str, OneOf(rule.id for rule in RULES)] = ""

    def as_rule(self, language: str, origin: str) -> Rule:
        """Return it as the rest of the program knows it."""
        wording = self.as_wording(language)._replace(is_own=origin != SHIPPED)
        return Rule(
            id=self.id,
            title=self.title,
            why=self.why,
            level=self.level,
            source=tuple(self.source),
            media=words_of(self.media),
            instead=self.instead or "",
            check=self.check,
            most=self.most,
            verdicts=words_of(self.verdicts),
            strict=None if self.trade is None else self.trade == STRICT,
            forbidden_as=words_of(self.forbidden_as),
            only_forbidden=self.only_forbidden == YES,
            never=self.never,
            wordings=(wording,) if any(wording[1:-1]) else (),
            origin=origin,
        )


class TranslationForm(WordsForm):
    """The words of a rule that stands elsewhere, in the language of this file."""

    rule: Name
    title: Line | None = None
    why: Line | None = None

    def as_wording(self, language: str) -> Wording:
        """Return its words as the rest of the program knows them."""
        said = super().as_wording(language)
        return said._replace(title=self.title or "", why=self.why or "", instead=self.instead or "")


class SoftenForm(Form):
    """Another level for a rule of the program, and the reason."""

    rule: Name
    level: Annotated[str, OneOf((*LEVELS, OFF))]
    because: Line


class RulesForm(Form):
    """A file of rules."""

    language: Language
    name: Line | None = None
    """What the language is called, for a language that the program does not know."""
    common: Annotated[list[Line], Field(min_length=FEWEST_COMMON)] | None = None
    """Its most frequent words: what it is told from others by."""
    rules: list[RuleForm] = Field(default=[])
    translates: list[TranslationForm] = Field(default=[])
    soften: list[SoftenForm] = Field(default=[])
    parts: list[PartForm] = Field(default=[])
    """What drafts are put together from."""

    def worded(self) -> Iterator[tuple[tuple[str, int], str, WordsForm]]:
        """Return where the words of each rule stand, and its id."""
        yield from ((("rules", i), rule.id, rule) for i, rule in enumerate(self.rules))
        yield from ((("translates", i), one.rule, one) for i, one in enumerate(self.translates))


def as_examples(forms: Examples, language: str) -> tuple[Example, ...]:
    """Return texts that try a rule as the rest of the program knows them."""
    return tuple(_as_example(form, language) for form in forms)


def _as_example(form: str | ExampleForm, language: str) -> Example:
    if isinstance(form, str):
        return Example(form, (), {"language": language})
    marks = words_of(form.marks) if form.marks is not None else ()
    return Example(form.text, marks, form.given.as_mapping(language))
