"""What can go wrong with replies, as facts."""

from datetime import datetime

from reviewlog.domain.errors import NotFoundError, ReviewlogError, UsageError


class NoDraftError(NotFoundError):
    """There is no draft that waits; `medium` is a word of `reply.rules.MEDIA`."""

    incident: str
    medium: str


class NotReadyError(ReviewlogError):
    """A draft that is not to be printed yet."""

    incident: str
    medium: str
    at: datetime | None
    """From when on it is ready; None where the hour has come and somebody else is to read it."""
    now: datetime
    eyes: str | None = None
    """Who is to read it first."""
    stops: tuple[str, ...] = ()
    """The rules that stop its words."""


class NoReviewError(ReviewlogError):
    """There is no review to which a public text could be put together."""

    incident: str
    where: str
    """The site in words, ` on Yelp`, where one was named."""


class LongReplyError(UsageError):
    """A text that is longer than any reply, in characters."""

    characters: int
    most: int


class StrayDraftError(ReviewlogError):
    """What lies where a text for the editor lies, and cannot be read as one."""

    path: str
    reason: str
    """A word of `UnreadableFileError`."""


class LeftDraftError(ReviewlogError):
    """An editor after which there is nothing to write down; the text may still lie in `path`."""

    reason: str
    """`start`: it could not be started; `failed`: it did not finish; `gone`: it left no file."""
    editor: str
    path: str
    line: str
    """What to type to go on with it."""


class SourceRuleError(UsageError):
    """The name of advice, where the id of a rule is wanted; `rules` rest on it."""

    source: str
    rules: tuple[str, ...]


class SpokenError(UsageError):
    """What was said on the telephone is a contact, and is written down as one."""

    incident: str


class NoPartsError(UsageError):
    """There are no parts in the language of the review, and nobody is there to write the text."""

    incident: str
    medium: str
    language: str
    """Its name, `German`."""


class WithoutPostedError(UsageError):
    """An option that says something about what was posted, without --posted."""

    option: str
    incident: str


class OwnEyesError(UsageError):
    """The second pair of eyes is that of whoever signs."""

    name: str
