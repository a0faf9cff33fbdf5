"""What a draft is put together from: parts in a fixed order, each with several wordings."""

from typing import NamedTuple

from reviewlog.domain.reply.rules import MEDIA, PUBLIC
from reviewlog.domain.usage_errors import MissingError

CASE, FACT, DID, OFFER = "case", "fact", "did", "offer"
DAY, DOOR, SIGN_OFF = "day", "door", "sign-off"
PARTS = (
    "thanks",
    CASE,
    "admission",
    "sympathy",
    FACT,
    DID,
    OFFER,
    "stands-for",
    "question",
    DAY,
    DOOR,
    SIGN_OFF,
)
"""The names of the parts, in the order in which they stand in a text."""
SENTENCES = ("case", "fact", "did", "offer", "stands_for")
"""Values that are whole sentences of the owner's."""
WORDS = ("name", "role", "business", "sign_off", "phone", "email", "door", "site", "day")
"""Values that stand inside a sentence."""
VALUES = (*SENTENCES, *WORDS)
CONTACT = ("phone", "email", "door")
"""Ways to reach the owner: left out where the site does not want them."""
ENGLISH = "en"
_WHOLE = {CASE, SIGN_OFF}
"""Without these parts nothing can be written in a language."""


class Situation(NamedTuple):
    """How things stand where the text goes."""

    medium: str = PUBLIC
    verdict: str = "unknown"
    strict: bool = False
    """Whether the trade keeps silent about who was a customer."""
    language: str = ENGLISH
    """That of the parts: two small letters."""
    may_give_contact: bool = True
    """Whether a telephone number or an address may stand there."""
    has_delivered: bool = False
    """Whether anything that was to put it right was delivered."""
    is_known: bool = False
    """Whether anything is known of the customer: then nothing needs to be looked for."""
    most: int | None = None
    """How many characters the site takes; None where that is of no concern."""


class Part(NamedTuple):
    """One part of a text, in several wordings of which one is taken."""

    part: str
    """A word of PARTS."""
    language: str
    variants: tuple[str, ...]
    """`{case}` is a value; what stands in `[...]` is left out where its value is missing."""
    media: tuple[str, ...] = MEDIA
    verdicts: tuple[str, ...] = ()
    """The verdicts under which it is said; none named means all."""
    strict: bool | None = None
    """True: only for trades that keep silent; False: only for the others."""
    origin: str = "shipped"
    """`shipped`, or the name of the owner's own file."""

    def fits(self, situation: Situation) -> bool:
        """Whether it is said there."""
        return (
            self.language == situation.language
            and situation.medium in self.media
            and (not self.verdicts or situation.verdict in self.verdicts)
            and (self.strict is None or self.strict == situation.strict)
        )


class Missing(NamedTuple):
    """A value that is asked for before a draft can be made."""

    name: str
    """A word of VALUES."""
    question: str
    option: str
    """`--case`"""
    example: str
    proposal: str = ""
    """What the logbook would say: shown as the answer, never taken unasked."""
    required: bool = True
    """Without it no draft is made; else the part is left out."""


class MissingValueError(MissingError):
    """A draft would have a hole; `names` are the options that fill it."""

    names: tuple[str, ...]


def languages(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Return the languages that drafts can be made in; a single part makes no letter."""
    known: dict[str, set[str]] = {}
    for part in parts:
        known.setdefault(part.language, set()).add(part.part)
    return tuple(sorted(language for language, names in known.items() if names >= _WHOLE))


def spoken(parts: tuple[Part, ...], language: str) -> str:
    """Return the language of a draft: the one that is wanted, English where it has no parts."""
    return language if language in languages(parts) else ENGLISH
