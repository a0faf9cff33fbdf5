"""Words on the command line that cannot be carried out as they stand: exit code 2."""

from datetime import date, datetime

from reviewlog.domain.errors import ReviewlogError, UsageError
from reviewlog.domain.time.moment import Moment


class BadDateError(UsageError):
    """A date that the grammar does not know.

    `kind` says what is wrong with it (see `time/refused/misreadings.py`), `tries` what works instead.
    """

    text: str
    future: bool
    kind: str
    tries: tuple[str, ...]


class AmbiguousDateError(UsageError):
    """Day and month could be either way round, and no order is configured."""

    text: str
    day_first: date
    month_first: date


class FutureError(UsageError):
    """Something that happened cannot lie in the future.

    `meant` is when it was if the words meant an earlier day; `line` the command that says so.
    """

    text: str
    understood: Moment
    now: datetime
    meant: Moment | None
    line: str | None = None


class LongAgoError(UsageError):
    """Nothing that somebody logs happened before anybody alive was born."""

    text: str
    now: datetime


class PastError(UsageError):
    """Something to come cannot lie in the past.

    `meant` is when it will be if the words meant a later day; `line` the command that says so.
    """

    text: str
    understood: Moment
    now: datetime
    meant: Moment | None
    line: str | None = None


class BadAmountError(UsageError):
    """An amount of money that has no single reading."""

    text: str


class BadWordError(UsageError):
    """A word outside a closed list; `near` is the likely right one."""

    what: str
    word: str
    allowed: tuple[str, ...]
    near: str | None = None


class UnknownWordError(UsageError):
    """A word that is no verb, action or topic; `lines` may be meant: (what to type, what it does).

    `columns` is how wide the screen is on which it is told.
    """

    word: str
    what: str
    columns: int
    lines: tuple[tuple[str, str], ...] = ()


class MissingError(UsageError):
    """Without a terminal nothing can be asked; `names` says what to give."""

    names: tuple[str, ...]


class LooseWordsError(UsageError):
    """Text without quotation marks; `line` is the line that would work."""

    line: str


class BrokenTextError(UsageError):
    """Text that came in pieces nobody can join for certain; `line` asks for it, where one does."""

    line: str | None


class EmptyAmendmentError(UsageError):
    """A correction that says nothing; `entry` is the one that would be corrected."""

    entry: str


class ConflictingOptionsError(UsageError):
    """Two options that exclude each other."""

    first: str
    second: str


class NotForUploadError(UsageError):
    """An option for a bundle, where only a folder to upload is written."""

    option: str
    incident: str


class TextTooLongError(UsageError):
    """Text over the cap (both in bytes)."""

    size: int
    cap: int


class EmptyTextError(UsageError):
    """Text that holds nothing but blanks."""

    what: str


class NoEditorError(ReviewlogError):
    """The owner's editor, which could not be started."""

    editor: str


class UnreadableFileError(UsageError):
    """A file that will not be taken in: missing, link, folder, device or too large."""

    path: str
    reason: str


class UnfitAmendmentError(UsageError):
    """Fields that an entry of this kind does not have."""

    entry: str
    kind: str
    fields: tuple[str, ...]


class BadNameError(UsageError):
    """A name that no playbook can have."""

    name: str


class BadPeriodError(UsageError):
    """First and last day that make no period: `turned` round, or too `long`."""

    first: date
    last: date
    reason: str


class ConsentMissingError(UsageError):
    """A recording of voices, and nobody said who agreed to it."""

    path: str


class GroundMissingError(UsageError):
    """No ground was named and nobody can be asked; `choices` are (id, the site's own name)."""

    site: str
    choices: tuple[tuple[str, str], ...]


class ReviewMissingError(UsageError):
    """Several reviews stand on a site; `choices` are (entry, name and stars)."""

    incident: str
    choices: tuple[tuple[str, str], ...]
