"""What can go wrong with the key, the checkpoints and what else proves the log, as facts."""

from reviewlog.domain.errors import ReviewlogError


class KeyFileError(ReviewlogError):
    """The key of the logbook cannot be used as it lies there; it is never written over."""

    path: str
    reason: str
    """One of KEY_REASONS."""


KEY_REASONS = (
    "damaged",  # not the private key that it must be
    "open",  # others may read it
    "locked",  # the owner may not
    "foreign",  # a link, a folder, a device
)


class CheckpointError(ReviewlogError):
    """Nothing can be signed beside a checkpoint that was kept; `path` is that one."""

    path: str
    reason: str
    """One of CHECKPOINT_REASONS."""


CHECKPOINT_REASONS = (
    "forked",  # the log does not go on from it: an older copy came back, or entries were changed
    "damaged",  # the file of the very size that is to be signed is not what was written
)


class NoStampError(ReviewlogError):
    """A service gave no time stamp that could be kept; `reason` is one of STAMP_REASONS."""

    service: str
    reason: str
    detail: str = ""
    """The service's own words when it refused."""


STAMP_REASONS = (
    "scheme",
    "roots",
    "unreachable",
    "slow",
    "large",
    "redirect",
    "no-stamp",
    "refused",
    "other-data",
    "other-nonce",
    "broken",
)


class TooLargeError(ReviewlogError):
    """A bundle would be larger than one that our own check reads; nothing was written."""

    incident: str
    reason: str
    """One of LARGE_REASONS."""
    amount: int
    cap: int
    largest: tuple[tuple[str, int], ...] = ()
    """The largest exhibits by their labels, with their bytes."""


LARGE_REASONS = (
    "size",  # bytes altogether
    "files",  # members, and some of them are exhibits
    "entries",  # members, and the entries alone are too many
    "page",  # a page or the entries in one file
    "stamps",  # time stamps and proofs
)
