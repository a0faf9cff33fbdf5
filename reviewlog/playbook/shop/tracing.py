"""Where a fact about a site comes from: said beside it, or once under `sources` and named."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from reviewlog.domain.site import NOT_KNOWN, Known
from reviewlog.domain.sites import UNKNOWN
from reviewlog.playbook.language import patterns
from reviewlog.playbook.language.words import Form, Line, Name
from reviewlog.playbook.shop.hours import wrong

Month = Annotated[str, Field(pattern=patterns.MONTH)]
Sure = Literal["own-page", "second-hand", "memory"]


class SourceForm(Form):
    """A text on which facts rest, and how surely it tells them."""

    checked: Month
    """The month in which somebody last looked."""
    sure: Sure
    source: Line

    def as_known(self) -> Known:
        """Return it as what is known of a fact."""
        return Known(self.checked, self.sure, self.source)


Sources = Mapping[str, SourceForm]


class TracedForm(Form):
    """A fact that says where it is from."""

    from_: Annotated[Name | None, Field(alias="from")] = None
    """The name of one of the `sources` of the file."""
    checked: Month | None = None
    sure: Sure | None = None
    source: Line | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether it says that nobody knows; then it needs no source."""
        return False

    @model_validator(mode="after")
    def _says_where_from(self) -> Self:
        if self.from_ is not None:
            if self.checked or self.sure or self.source:
                raise wrong("Say “from”, or “checked”, “sure” and “source”; not both.")
            return self
        if self.checked is None:
            raise wrong("“checked” is missing: the month of the last look, such as “2026-11”.")
        if not self.is_unknown and (self.sure is None or self.source is None):
            raise wrong("What is known needs “sure” and “source”, or “from”.")
        return self

    def known(self, sources: Sources) -> Known:
        """Return where the fact comes from; a name among the sources was looked up before."""
        if self.from_ is not None:
            return sources[self.from_].as_known()
        return NOT_KNOWN._replace(
            checked=self.checked or "", sure=self.sure or "", source=self.source or ""
        )


class AnswerForm(TracedForm):
    """One plain answer; each site file closes the list of words itself."""

    says: Line | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether the answer is that nobody knows."""
        return str(getattr(self, "value", UNKNOWN)) == UNKNOWN


class LimitForm(TracedForm):
    """How often something may be done; without `most` and `says` nobody knows."""

    most: Annotated[int | None, Field(ge=0, le=100)] = None
    says: Line | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether it says nothing."""
        return self.most is None and self.says is None
