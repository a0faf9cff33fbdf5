"""Words on the command line that cannot be carried out as they stand: exit code 2."""

from datetime import date

from reviewlog.domain.errors import ReviewlogError, UsageError


class BadDateError(UsageError):
    """A date that the grammar does not know."""

    text: str
    future: bool = False


class AmbiguousDateError(UsageError):
    """Day and month could be either way round, and no order is configured."""

    text: str


class FutureError(UsageError):
    """Something that happened cannot lie in the future."""

    text: str
    understood: str


class LongAgoError(UsageError):
    """Nothing that somebody logs happened before anybody alive was born."""

    text: str


class PastError(UsageError):
    """Something to come cannot lie in the past."""

    text: str
    understood: str


class BadAmountError(UsageError):
    """An amount of money that has no single reading."""

    text: str


class BadWordError(UsageError):
    """A word outside a closed list; `near` is the likely right one."""

    what: str
    word: str
    allowed: tuple[str, ...]
    near: str | None = None


class MissingError(UsageError):
    """Without a terminal nothing can be asked; `names` says what to give."""

    names: tuple[str, ...]


class LooseWordsError(UsageError):
    """Text without quotation marks; `line` is the line that would work."""

    line: str


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
