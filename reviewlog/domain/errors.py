"""What can go wrong, as facts; `render/sentences.py` puts them into words.

Every class carries its exit code: 1 is the owner's matter, 2 wrong usage, 4 not found.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, dataclass_transform


@dataclass_transform(eq_default=False)
class ReviewlogError(Exception):
    """The base of everything reviewlog says no to; subclasses declare their facts as fields.

    It stands in for `dataclass`, which would cost every start of the program 3 ms here.
    """

    exit_code = 1

    def __init__(self, *facts: Any, **named: Any) -> None:
        super().__init__(*facts)
        vars(self).update(zip(type(self).__annotations__, facts, strict=False), **named)


class UsageError(ReviewlogError):
    """The words on the command line cannot be carried out as they stand."""

    exit_code = 2


class NotFoundError(ReviewlogError):
    """Something named does not exist."""

    exit_code = 4


class UnknownIncidentError(NotFoundError):
    """No incident of that number or name; `near` are like it, else the `newest` are told."""

    word: str
    near: tuple[Mapping[str, Any], ...] = ()
    newest: tuple[Mapping[str, Any], ...] = ()


class UnknownEntryError(NotFoundError):
    """No entry of that number, or in an incident none of its `open` demands."""

    word: str
    last: str | None = None
    incident: str | None = None
    open: tuple[str, ...] = ()


class UnknownFileError(NotFoundError):
    """No entry of that number in the incident that holds a file."""

    incident: str
    word: str


class UnknownPlaybookError(NotFoundError):
    """No playbook of that id."""

    word: str
    known: tuple[str, ...]


class UnknownStepError(NotFoundError):
    """No open step of that id in the incident."""

    incident: str
    word: str
    open_steps: tuple[str, ...]


class NoSuchStepError(NotFoundError):
    """No step of that id in the incident, open or not; `near` is the nearest id."""

    incident: str
    word: str
    known: tuple[str, ...]
    near: str | None = None


class UnknownAttemptError(NotFoundError):
    """No attempt of that letter in the incident."""

    incident: str
    word: str
    known: tuple[str, ...]


class SeveralIncidentsError(ReviewlogError):
    """A person with two or more open incidents, as their rows."""

    who: str
    incidents: tuple[Mapping[str, Any], ...]


class SeveralStepsError(ReviewlogError):
    """Not exactly one open step where one was needed, as (STEP, title); may be empty."""

    incident: str
    choices: tuple[tuple[str, str], ...]


class SeveralAttemptsError(ReviewlogError):
    """Two or more live attempts where exactly one was needed, as (letter, text)."""

    incident: str
    choices: tuple[tuple[str, str], ...]


class SeveralDemandsError(ReviewlogError):
    """Two or more open demands where exactly one was needed, as (entry, text)."""

    incident: str
    choices: tuple[tuple[str, str], ...]


class SeveralReviewsError(ReviewlogError):
    """Two or more reviews where exactly one was needed, as (site, nick)."""

    incident: str
    choices: tuple[tuple[str, str], ...]


class FulfilledByEntryError(ReviewlogError):
    """A step that an entry fulfils; `line` is the command that writes it down."""

    step: str
    line: str


class BrokenRule(NamedTuple):
    """A never-rule that stands against a plan."""

    sentence: str
    source: tuple[str, ...]
    until: str | None = None
    """The day from which on it may be, where the rule holds only for a while."""


class AgainstRuleError(ReviewlogError):
    """A plan that never-rules stand against; `line` is the command that plans it all the same."""

    rules: tuple[BrokenRule, ...]
    line: str


class NothingToUndoError(ReviewlogError):
    """No command is left that undo may take back."""


class NothingToAmendError(ReviewlogError):
    """The logbook holds no entry that could be corrected."""


class NothingToExportError(ReviewlogError):
    """The incident holds nothing that this audience may get."""

    incident: str
    audience: str
    strict: bool = False
    """Whether the trade is the reason: a review site gets the public review only."""


class RefusedError(ReviewlogError):
    """The owner was asked and said no."""

    what: str


class NeedsYesError(ReviewlogError):
    """A confirmation is needed and nobody can be asked."""

    what: str


class ConfigError(ReviewlogError):
    """Faults in config.yaml, each as (line, column, sentence)."""

    path: str
    faults: tuple[tuple[int, int, str], ...] = ()


class PlaybookFaultError(ReviewlogError):
    """Faults in a playbook, each as (line, column, sentence)."""

    path: str
    faults: tuple[tuple[int, int, str], ...] = ()
    holds: str = ""
    """Which text holds until it is mended: `own` the last good one, `shipped`, or none."""


class MisfitError(ReviewlogError):
    """A shipped playbook does not fit the owner's own one that it uses."""

    path: str
    sentence: str


class UnreadChangesError(ReviewlogError):
    """Files of the owner's changed, and the folder cannot be written to."""

    path: str


class BookError(ReviewlogError):
    """The logbook cannot be used; `reason` is one of BOOK_REASONS."""

    path: str
    reason: str
    detail: str = ""


BOOK_REASONS = (
    "newer",
    "damaged",
    "read-only",
    "full",
    "busy",
    "unreadable",
    "foreign",
    "network",
    "guards",
    "none",
    "older",
    "broken-off",
    "spoiled",
)


class UploadFolderError(ReviewlogError):
    """A folder to upload to a site: it holds no proofs that could be checked."""

    path: str


class TargetError(ReviewlogError):
    """A file to be written cannot be written."""

    path: str
    reason: str


class BrokenProofError(ReviewlogError):
    """`verify` found places that do not hold, each as (place, what)."""

    path: str
    places: tuple[tuple[str, str], ...]
