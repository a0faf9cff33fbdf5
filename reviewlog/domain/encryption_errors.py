"""What can go wrong before a bundle is encrypted, as facts; no error ever holds a passphrase."""

from reviewlog.domain.errors import ReviewlogError, UsageError


class MissingExtraError(ReviewlogError):
    """A part of the program that is installed only where somebody asks for it."""

    extra: str


class BadRecipientError(UsageError):
    """Somebody for whom nothing can be encrypted; `reason` is one of RECIPIENT_REASONS."""

    word: str
    """Empty where it may be secret."""
    reason: str
    line: int | None = None
    """Its line in the file `word`."""


RECIPIENT_REASONS = (
    "unknown",  # neither a key nor a file that is there
    "secret",  # the key that opens, not the one that closes
    "kind",  # a key of a kind for which nothing can be encrypted
    "damaged",  # a key that was cut off or mistyped
    "empty",  # a file without a key
)


class EncryptedError(ReviewlogError):
    """A bundle that is encrypted: nobody can look into it from outside."""

    path: str
    passphrase: bool
    """Whether it asks for a passphrase, not for a key."""


class PassphraseError(UsageError):
    """No passphrase that can be used; `reason` is one of PASSPHRASE_REASONS."""

    reason: str


PASSPHRASE_REASONS = ("missing", "empty", "different")
