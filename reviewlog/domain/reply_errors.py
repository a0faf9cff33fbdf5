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


class SpokenError(UsageError):
    """What was said on the telephone is a contact, and is written down as one."""

    incident: str


class WithoutPostedError(UsageError):
    """An option that says something about what was posted, without --posted."""

    option: str
    incident: str
