"""How things stand in an example of a rule: what the checks know besides the text."""

from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from reviewlog.domain.reply.rules import MEDIA
from reviewlog.domain.sitewords import FORBIDDEN, UNITS
from reviewlog.domain.trades import TRADES
from reviewlog.domain.vocabulary import VERDICTS
from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form, Line, OneOf, OneOrMoreOf, Words, words_of

YES = "yes"
YES_NO = (YES, "no")
"""In quotation marks: without them YAML reads something else."""


class OneOrMoreTexts(OneOrMoreOf):
    """Marks one text or a list of them."""

    def __init__(self) -> None:
        super().__init__(())

    def check(self, text: str) -> str:
        """Return the text as it is. Raises PydanticCustomError where there is none."""
        if not text.strip():
            raise PydanticCustomError("word", "Nothing stands here; write the text.")
        return text


Texts = Annotated[Words, OneOrMoreTexts()]
_LISTS = ("forbids", "review", "known", "names", "numbers", "ours", "earlier", "countries")
_ANSWERS = ("may_ask",)


class VoiceForm(Form):
    """Who speaks, and how they can be reached."""

    name: Line | None = None
    role: Line | None = None
    sign_off: Line | None = None
    stands_for: Line | None = None
    phone: Line | None = None
    email: Line | None = None


class GivenForm(Form):
    """What is so besides the text; what is left out is as in a new logbook."""

    medium: Annotated[str, OneOf(MEDIA)] | None = None
    verdict: Annotated[str, OneOf(VERDICTS)] | None = None
    trade: Annotated[str, OneOf(TRADES)] | None = None
    site: Line | None = None
    """How the site is called."""
    forbids: Annotated[Words, OneOrMoreOf(FORBIDDEN)] | None = None
    """What the site forbids in a reply."""
    most: Annotated[int, Field(ge=1)] | None = None
    """How long the site lets a reply be."""
    unit: Annotated[str, OneOf(UNITS)] | None = None
    review: Texts | None = None
    """The text of the review, or of several."""
    known: Texts | None = None
    """What else the logbook says of the case."""
    names: Texts | None = None
    """Names of the customer and of others that must not stand in public."""
    nick: Line | None = None
    numbers: Texts | None = None
    ours: Texts | None = None
    """Names of the business and its staff."""
    countries: Texts | None = None
    posted: Annotated[int, Field(ge=0, le=100)] | None = None
    """Public replies that stand under the review already."""
    may_ask: Annotated[str, OneOf(YES_NO)] | None = None
    earlier: Texts | None = None
    """Earlier replies of ours."""
    voice: VoiceForm | None = None
    language: Annotated[str, Field(pattern=patterns.LANGUAGE)] | None = None
    """The language taken where a text is too short to tell; left out, that of the file."""

    def as_mapping(self, language: str) -> dict[str, Any]:
        """Return what is said: lists as tuples, answers as truth, the voice as a mapping."""
        said = self.model_dump(exclude_none=True)
        said |= {name: words_of(said[name]) for name in _LISTS if name in said}
        said |= {name: said[name] == YES for name in _ANSWERS if name in said}
        return {"language": language} | said
