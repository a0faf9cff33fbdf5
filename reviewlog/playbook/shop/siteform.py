"""What the file of a review site may hold."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from reviewlog.domain.site import (
    Answer,
    Forbidden,
    Limit,
    Note,
    Reply,
    Site,
    Window,
)
from reviewlog.domain.sites import UNKNOWN
from reviewlog.domain.sitewords import (
    FORBIDDEN,
    ONE_GROUND,
    SINCE,
    UNITS,
    WHO,
    WINDOWS,
    WRITTEN,
)
from reviewlog.playbook.language.words import Form, Line, Name, OneOf
from reviewlog.playbook.shop.grounds import GroundForm, NotGroundForm
from reviewlog.playbook.shop.hours import wrong
from reviewlog.playbook.shop.tracing import (
    AnswerForm,
    LimitForm,
    SourceForm,
    Sources,
    TracedForm,
)


class PermissionForm(AnswerForm):
    """Whether something may be done."""

    value: Annotated[str, OneOf(("allowed", "forbidden", UNKNOWN))]


class ReportForm(AnswerForm):
    """Whether a report is taken."""

    value: Annotated[str, OneOf(("taken", "refused", UNKNOWN))]


class OneGroundForm(AnswerForm):
    """How many grounds a report may name."""

    value: Annotated[str, OneOf(ONE_GROUND)]


class WrittenForm(AnswerForm):
    """Whether a threat has to be shown in writing."""

    value: Annotated[str, OneOf(WRITTEN)]


class WindowForm(TracedForm):
    """A stretch of time that the site names."""

    id: Annotated[str, OneOf(WINDOWS)]
    says: Line
    who: Annotated[str, OneOf(WHO)]
    """Who must act within it."""
    days: Annotated[int | None, Field(ge=0, le=4000)] = None
    since: Annotated[str, OneOf(SINCE)] | None = None
    part: Line | None = None
    """Which kind of review it is for, on a site that has several."""

    @model_validator(mode="after")
    def _counts_from_something(self) -> Self:
        if (self.days is None) != (self.since is None):
            raise wrong("“days” and “since” stand together, or neither does.")
        return self

    def as_window(self, sources: Sources) -> Window:
        """Return it as the rest of the program knows it."""
        known, since = self.known(sources), self.since or ""
        return Window(self.id, self.says, self.who, self.days, since, known, self.part or "")


class LengthForm(TracedForm):
    """How long a public reply may be."""

    most: Annotated[int, Field(ge=1)]
    unit: Annotated[str, OneOf(UNITS)] = UNITS[0]


class ForbiddenForm(TracedForm):
    """What a public reply may not hold, all from one source."""

    what: Annotated[list[Annotated[str, OneOf(FORBIDDEN)]], Field(min_length=1)]


class NoteForm(TracedForm):
    """Something else worth knowing."""

    says: Line

    def as_note(self, sources: Sources) -> Note:
        """Return it as the rest of the program knows it."""
        return Note(self.says, self.known(sources))


class ReplyForm(Form):
    """What the site says about public replies."""

    length: LengthForm | None = None
    forbids: list[ForbiddenForm] = Field(default=[])
    notes: list[NoteForm] = Field(default=[])

    def as_reply(self, sources: Sources) -> Reply:
        """Return it as the rest of the program knows it."""
        reply = Reply(
            forbids=tuple(
                Forbidden(word, one.known(sources)) for one in self.forbids for word in one.what
            ),
            notes=tuple(note.as_note(sources) for note in self.notes),
        )
        if self.length is None:
            return reply
        known = self.length.known(sources)
        return reply._replace(most=self.length.most, unit=self.length.unit, known=known)


class SiteForm(Form):
    """The file of one site; what it leaves out, nobody knows."""

    title: Line
    sources: dict[Name, SourceForm] = Field(default={})
    """Texts that several facts rest on, by a short name."""
    asking: PermissionForm
    """May the author be asked to update a review?"""
    inviting: PermissionForm
    """May customers be asked for reviews at all?"""
    early_report: ReportForm
    """Does it take a report of a threat before the review is there?"""
    one_ground: OneGroundForm | None = None
    """Does a report name one ground only?"""
    written_only: WrittenForm | None = None
    """Does it act on a threat only with written proof?"""
    tries: LimitForm | None = None
    """How often may the same review be reported?"""
    appeals: LimitForm | None = None
    windows: list[WindowForm] = Field(default=[])
    reply: ReplyForm = ReplyForm()
    grounds: list[GroundForm] = Field(default=[])
    not_grounds: list[NotGroundForm] = Field(default=[])
    notes: list[NoteForm] = Field(default=[])

    def as_site(self, site: str) -> Site:
        """Return all of it as the rest of the program knows it."""
        sources = self.sources
        return Site(
            id=site,
            title=self.title,
            grounds=tuple(one.as_ground(sources) for one in self.grounds),
            not_grounds=tuple(one.as_not_ground(sources) for one in self.not_grounds),
            asking=_answer(self.asking, sources),
            inviting=_answer(self.inviting, sources),
            early_report=_answer(self.early_report, sources),
            one_ground=_answer(self.one_ground, sources),
            written_only=_answer(self.written_only, sources),
            tries=_limit(self.tries, sources),
            appeals=_limit(self.appeals, sources),
            windows=tuple(one.as_window(sources) for one in self.windows),
            reply=self.reply.as_reply(sources),
            notes=tuple(note.as_note(sources) for note in self.notes),
        )


Answered = PermissionForm | ReportForm | OneGroundForm | WrittenForm


def _answer(form: Answered | None, sources: Sources) -> Answer:
    return Answer() if form is None else Answer(form.value, form.known(sources), form.says or "")


def _limit(form: LimitForm | None, sources: Sources) -> Limit:
    return Limit() if form is None else Limit(form.most, form.says or "", form.known(sources))
