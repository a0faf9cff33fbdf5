"""The rules of review sites that advice depends on: `playbooks/sites/`, one file for each site."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.sites import UNKNOWN, SiteRule
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.faults import fault_of, unknown
from reviewlog.playbook.language.words import Form, Line, OneOf
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.strict import Fault, read_strictly

Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


class FactForm(Form):
    """One thing that a site allows or not, and how surely that is known."""

    checked: Month
    """The month in which somebody last looked."""
    sure: Literal["own-page", "second-hand", "memory"] | None = None
    source: Line | None = None

    @model_validator(mode="after")
    def _says_where_from(self) -> Self:
        known = getattr(self, "value", UNKNOWN) != UNKNOWN
        if known and (self.sure is None or self.source is None):
            raise wrong("What is known needs “sure” and “source”.")
        return self


class PermissionForm(FactForm):
    """Whether something may be done."""

    value: Annotated[str, OneOf(("allowed", "forbidden", UNKNOWN))]


class ReportForm(FactForm):
    """Whether a report is taken."""

    value: Annotated[str, OneOf(("taken", "refused", UNKNOWN))]


class SiteForm(Form):
    """The file of one site."""

    title: Line
    asking: PermissionForm
    """May the author be asked to update a review?"""
    inviting: PermissionForm
    """May customers be asked for reviews at all?"""
    early_report: ReportForm
    """Does it take a report of a threat before the review is there?"""


def read_site(site: str, text: str) -> SiteForm:
    """Return what the file of a site says.

    Raises PlaybookFaultError with every fault and its place.
    """
    document = read_strictly(text)
    faults: list[Fault] = list(document.faults)
    if site not in SITES:
        faults.append(Fault(1, 1, f"The name of the file: {unknown(site, SITES)}"))
    if not faults:
        try:
            return SiteForm.model_validate(document.data)
        except ValidationError as error:
            faults = [fault_of(d, document, _keys(d["loc"])) for d in error.errors()]
    raise PlaybookFaultError(f"sites/{site}.yaml", tuple(sorted(faults)))


def site_rules(texts: Mapping[str, str]) -> dict[str, SiteRule]:
    """Return the rule of each site from the texts of their files. Raises PlaybookFaultError."""
    return {site: _rule(read_site(site, text)) for site, text in texts.items()}


def _rule(form: SiteForm) -> SiteRule:
    facts = (form.asking, form.inviting, form.early_report)
    oldest = min(fact.checked for fact in facts)
    return SiteRule(form.asking.value, form.inviting.value, form.early_report.value, oldest)


def _keys(place: tuple[str | int, ...]) -> tuple[str, ...]:
    form = SiteForm if len(place) == 1 else PermissionForm
    return tuple(form.model_fields)
