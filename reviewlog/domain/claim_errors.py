"""What can go wrong when sentences are set against proof, as facts."""

from reviewlog.domain.errors import NotFoundError, ReviewlogError, UsageError


class NoSentencesError(ReviewlogError):
    """No review of the incident has a text yet."""

    incident: str


class UnknownReviewError(NotFoundError):
    """No review of the incident begins with the entry of that number."""

    incident: str
    word: str


class UnknownSentenceError(NotFoundError):
    """No sentence of that number in the review; `most` is how many it has."""

    word: str
    most: int


class UnknownProofError(NotFoundError):
    """No exhibit of that label, and no entry of that number, that could be proof."""

    incident: str
    word: str


class ErasedProofError(ReviewlogError):
    """An exhibit whose file was erased: nothing is left that could prove anything."""

    word: str


class BothWaysError(UsageError):
    """Proof for a sentence and proof against it, where it stands one way only."""


class SeveralTextsError(ReviewlogError):
    """Two or more reviews with a text where exactly one was needed, as (entry, first words)."""

    incident: str
    choices: tuple[tuple[str, str], ...]
