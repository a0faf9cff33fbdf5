"""What was found in a text, and where."""

from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import LEVELS, Rule


class Finding(NamedTuple):
    """One place of a text that a rule stands against."""

    rule: Rule
    level: str
    """The level that holds here: a site may make a stop of it."""
    spans: tuple[Span, ...] = ()
    """Where it stands, in characters of the text as it was given; none where something is missing."""
    said: str = ""
    """What is to be told of this place beyond the rule: a count, the twin, the site's own limit."""
    twin: str = ""
    """The number of the entry of an earlier reply that is nearly the same."""
    forbidden: str = ""
    """The word of `sitewords.FORBIDDEN` by which the site makes a stop of it."""


class Promised(NamedTuple):
    """Something that a text promises."""

    text: str
    span: Span
    due: str = ""
    """The words of the text that give the day; none where it gives none."""


class Checked(NamedTuple):
    """What the checks say of a text."""

    findings: tuple[Finding, ...]
    promises: tuple[Promised, ...] = ()
    language: str = ""
    """The language it seems to be in; nothing where that cannot be told."""
    unread: bool = False
    """Whether no rule about words knows that language: only numbers and shapes were checked."""
    unworded: tuple[str, ...] = ()
    """The rules that stop words, hold here and have none in that language, by their ids."""

    @property
    def passes(self) -> bool:
        """Whether nothing but notes was found."""
        return all(finding.level == LEVELS[-1] for finding in self.findings)
