"""The grounds of a site's file: what it acts on, what it will not hear, what its form asks for."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from reviewlog.domain.site import FormField, Ground, NotGround
from reviewlog.domain.sitewords import HOLDS, NEEDS, UNITS
from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form, Line, Name, OneOf
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.shop.tracing import Sources, TracedForm

Need = Annotated[str, OneOf(NEEDS)]
Question = Annotated[str, Field(min_length=1, max_length=400, pattern=patterns.QUESTION)]
FIXED = "fixed"


class FieldForm(Form):
    """One field of the site's form."""

    label: Line
    holds: Annotated[str, OneOf(HOLDS)]
    most: Annotated[int | None, Field(ge=1)] = None
    unit: Annotated[str, OneOf(UNITS)] = UNITS[0]
    text: Line | None = None
    """What the site wants there word for word."""

    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        if (self.holds == FIXED) != (self.text is not None):
            raise wrong("A field has a “text” just where it “holds” something fixed.")
        return self

    def as_field(self) -> FormField:
        """Return the field for those who fill it in."""
        return FormField(self.label, self.holds, self.most, self.unit, self.text or "")


class GroundForm(TracedForm):
    """One reason on which the site acts."""

    id: Name
    name: Line
    means: Line
    ask: Question
    """A question to the owner; yes means that this may be the ground."""
    needs: Annotated[list[Need], Field(min_length=1)]
    only_with: list[Need] = Field(default=[])
    """The needs without which the site does not act at all."""
    route: Line | None = None
    when: Literal["before", "after", "both"] = "after"
    """Whether it is reported before the review is there, after it, or both."""
    about: Literal["threat"] | None = None
    part: Line | None = None
    """Which kind of review it is for, on a site that has several."""
    outcome: Line | None = None
    """What the site does, where it is not to take the review down."""
    fields: list[FieldForm] = Field(default=[])

    @model_validator(mode="after")
    def _needs_what_it_insists_on(self) -> Self:
        odd = [need for need in self.only_with if need not in self.needs]
        if odd:
            raise wrong(f"“only_with” names “{odd[0]}”, which is not among the “needs”.")
        return self

    def as_ground(self, sources: Sources) -> Ground:
        """Return the ground as the rest of the program knows it."""
        return Ground(
            id=self.id,
            name=self.name,
            means=self.means,
            ask=self.ask,
            needs=tuple(self.needs),
            known=self.known(sources),
            route=self.route or "",
            fields=tuple(field.as_field() for field in self.fields),
            before_review=self.when != "after",
            after_review=self.when != "before",
            only_with=tuple(self.only_with),
            on_threat=self.about == "threat",
            part=self.part or "",
            outcome=self.outcome or "",
        )


class NotGroundForm(TracedForm):
    """One reason that the site does not hear."""

    id: Name
    name: Line
    ask: Question
    instead: Line
    """What to do instead."""
    part: Line | None = None

    def as_not_ground(self, sources: Sources) -> NotGround:
        """Return it as the rest of the program knows it."""
        known = self.known(sources)
        return NotGround(self.id, self.name, self.ask, self.instead, known, self.part or "")
