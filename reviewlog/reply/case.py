"""What the checks know besides the text."""

from typing import NamedTuple

from reviewlog.domain.reply.rules import PUBLIC, Rule, Tongue
from reviewlog.domain.site import Reply


class Voice(NamedTuple):
    """Who speaks, and how they can be reached."""

    name: str = ""
    role: str = ""
    sign_off: str = ""
    stands_for: str = ""
    phone: str = ""
    email: str = ""


class Earlier(NamedTuple):
    """An earlier text of ours, by its words only (`reply/similarity.words_of`)."""

    entry: str
    """The number of its entry."""
    words: bytes


class Case(NamedTuple):
    """How things stand where the text is going to be read."""

    rules: tuple[Rule, ...]
    medium: str = PUBLIC
    verdict: str = "unknown"
    strict: bool = False
    """Whether the trade keeps silent about who was a customer."""
    is_assumed: bool = False
    """Whether it is only taken for one that does, because no trade is set."""
    site: str = ""
    """How the site is called, `Google`; nothing where none is concerned."""
    reply: Reply = Reply()
    """What the site says about replies."""
    reviews: tuple[str, ...] = ()
    """The texts of the reviews that stand, as they were posted."""
    known: tuple[str, ...] = ()
    """What else the logbook says about this very case: words of theirs, our summaries, attempts."""
    customers: tuple[str, ...] = ()
    """Names of the customer and others that must not stand in public."""
    nick: str = ""
    """The name under which the review stands: that one is public already."""
    numbers: tuple[str, ...] = ()
    """Telephone numbers and other numbers of the customer's that the logbook knows."""
    voice: Voice = Voice()
    ours: tuple[str, ...] = ()
    """Names of the business and its staff."""
    business: str = ""
    """The name of the business alone: it is nobody's."""
    countries: tuple[str, ...] = ()
    """Countries whose telephone numbers are looked for, `GB`."""
    posted: int = 0
    """Public replies that stand under the newest review already."""
    may_ask: bool = False
    """Whether no rule stands against asking them about their review."""
    earlier: tuple[Earlier, ...] = ()
    """Our earlier texts of the same medium."""
    tongues: tuple[Tongue, ...] = ()
    """Languages besides those that the program knows."""
    first: str = "en"
    """The language that is taken where a text is too short to tell."""
