"""The rules that a text of ours must pass before anybody reads it: data, out of YAML."""

from collections.abc import Mapping
from typing import Any, NamedTuple

LEVELS = ("stop", "warn", "note")
"""How much a finding weighs, the heaviest first; `off` is a rule that an owner has softened away."""
OFF = "off"
PUBLIC, PRIVATE, CALL = MEDIA = ("public", "private", "call")
"""Where the text goes: under a review for all to read, to the customer alone, or said on the phone."""
PHRASES = "phrases"
"""The check of a rule that needs nothing but its phrases."""
SHIPPED = "shipped"
_NOTHING: Mapping[str, tuple[str, ...]] = {}


class Wording(NamedTuple):
    """The words of a rule in one language."""

    language: str
    """Two small letters, `en`."""
    phrases: tuple[str, ...] = ()
    """What trips it (for a check that asks for something: what fulfils it)."""
    unless: tuple[str, ...] = ()
    """What is fine although a phrase stands in it; holds for the phrases of this wording only."""
    lists: Mapping[str, tuple[str, ...]] = _NOTHING
    """Further phrases that a check of the program asks for, by name."""
    title: str = ""
    """What is wrong, in this language; nothing where the rule's own title is in it."""
    why: str = ""
    instead: str = ""
    is_own: bool = False
    """Whether a file of the owner's says it: then it lets nothing pass that may never be said."""


class Tongue(NamedTuple):
    """A language by its most frequent words: enough to tell it from others."""

    language: str
    name: str
    common: tuple[str, ...]


class Rule(NamedTuple):
    """One rule, with its reason."""

    id: str
    title: str
    """What is wrong, in one line."""
    why: str
    level: str
    """A word of LEVELS, or OFF."""
    source: tuple[str, ...]
    """Ids of advice, or the name of a site's rule, a law."""
    media: tuple[str, ...] = MEDIA
    instead: str = ""
    """What to write instead."""
    check: str = PHRASES
    """The check that applies it: a name of `reply/checks`."""
    most: int | None = None
    """The number of a check that counts."""
    verdicts: tuple[str, ...] = ()
    """The verdicts under which it holds; none named means all."""
    strict: bool | None = None
    """True: holds only for trades that keep silent; False: only for the others."""
    forbidden_as: tuple[str, ...] = ()
    """Words of `sitewords.FORBIDDEN`: at a site that forbids one of them a finding is a stop."""
    only_forbidden: bool = False
    """Whether it holds only at a site that forbids it."""
    never: str = ""
    """The never-rule (`domain/agenda/never.py`) that it carries out: it cannot be softened."""
    wordings: tuple[Wording, ...] = ()
    origin: str = SHIPPED
    """SHIPPED, or the name of the owner's own file."""
    softened: str = ""
    """The owner's reason for another level."""
    shipped_level: str = ""
    """The level that it had before."""

    def wording(self, language: str) -> Wording:
        """Return its words in a language; an empty wording where there are none."""
        said = [w for w in self.wordings if w.language == language]
        return said[0] if said else Wording(language)

    def is_wordless(self, language: str) -> bool:
        """Whether it stops words, and has none in a language."""
        is_about_words = any(said.phrases for said in self.wordings)
        return self.level == LEVELS[0] and is_about_words and not self.wording(language).phrases

    def told_in(self, language: str) -> "Rule":
        """Return it with title, reason and advice in a language, as far as they were translated."""
        said = self.wording(language)
        return self._replace(
            title=said.title or self.title,
            why=said.why or self.why,
            instead=said.instead or self.instead,
        )


class Example(NamedTuple):
    """A text that trips a rule, or a near miss: the rule's own test."""

    text: str
    marks: tuple[str, ...] = ()
    """The words that must be marked in it; none named means that it does not matter."""
    given: Mapping[str, Any] = {}
    """How things stand: the keys of `playbook/replies/given.py`, `medium`, `verdict` ..."""
