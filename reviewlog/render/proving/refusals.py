"""What stands in the way of proving the log, as sentences that say what to do."""

import shlex
from collections.abc import Mapping

from reviewlog.domain.evidence_errors import CheckpointError, KeyFileError
from reviewlog.domain.harmless import harmless_line

_KEY: Mapping[str, str] = {
    "damaged": "The key that signs for this logbook is damaged and was left as it is. Put a copy"
    " of it back; or rename it, and a new key is made and logged.",
    "open": "Others on this computer may read the key that signs for this logbook."
    " Make it yours alone:",
    "locked": "The key that signs for this logbook may not be read by you."
    " Check whom the file belongs to.",
    "foreign": "The key that signs for this logbook is not an ordinary file."
    " Put the file itself in its place.",
}
_CHECKPOINT: Mapping[str, str] = {
    "forked": "The logbook does not go on from what it once signed: an older copy came back, or"
    " entries were changed. Nothing was signed. What is wrong where: reviewlog verify",
    "damaged": "The signed checkpoint of this size was changed. Nothing was signed."
    " What is wrong where: reviewlog verify",
}


def key_words(error: KeyFileError) -> str:
    """Say what is wrong with the key."""
    path = harmless_line(error.path)
    under = f"  chmod 600 {shlex.quote(path)}" if error.reason == "open" else f"({path})"
    return f"{_KEY[error.reason]}\n{under}"


def checkpoint_words(error: CheckpointError) -> str:
    """Say why nothing can be signed beside a checkpoint."""
    return f"{_CHECKPOINT[error.reason]}\n({harmless_line(error.path)})"
