"""Encrypting a bundle with age: for the holders of keys, or for who knows a passphrase."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from reviewlog.domain.encryption_errors import (
    BadRecipientError,
    EncryptedError,
    MissingExtraError,
)
from reviewlog.store.files import readable, regular_bytes

EXTRA = "encrypt"
_LIST_CAP = 256 * 1024
"""Bytes that a file of recipients may have."""
_HEADS = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
_HEAD_CAP = 100
"""Bytes in which a file of age says that it is one, and whether a passphrase opens it."""
_SCRYPT = b"\n-> scrypt "
_SECRET = ("AGE-SECRET-KEY-", "AGE-PLUGIN-", "-----BEGIN")
_FITS = ("age1", "ssh-ed25519 ", "ssh-rsa ")
_OTHER_KINDS = ("ssh-", "ecdsa-", "sk-", "age1yubikey1")


@dataclass(frozen=True, slots=True)
class Encryption:
    """How a bundle is encrypted, and where it may lie meanwhile."""

    copy: Callable[[IO[bytes], IO[bytes]], None]
    """Copies a file over, encrypted."""
    desk: Path
    """A folder on the owner's own disk, where the plain bundle lies without a name."""


def for_recipients(words: Sequence[str], desk: Path) -> Encryption:
    """Encrypt for public keys, or files of them. Raises BadRecipientError, MissingExtraError."""
    keys = [key for word in words for key in _keys(word)]
    return Encryption(partial(_copy_for, keys), desk)


def refuse_encrypted(path: Path) -> None:
    """Look whether a file is encrypted with age. Raises EncryptedError."""
    if not path.is_file():
        return
    with readable(path), path.open("rb") as file:
        head = file.read(_HEAD_CAP)
    if head.startswith(_HEADS):
        raise EncryptedError(str(path), passphrase=_SCRYPT in head)


def is_for_passphrase(path: Path) -> bool:
    """Whether an encrypted file is opened by a passphrase, and not by a key."""
    with readable(path), path.open("rb") as file:
        return _SCRYPT in file.read(_HEAD_CAP)


def for_passphrase(passphrase: str, desk: Path) -> Encryption:
    """Encrypt for whoever knows a passphrase."""
    from reviewlog.bundle.packing.passphrase import encrypt_by_passphrase

    return Encryption(partial(encrypt_by_passphrase, passphrase), desk)


def _copy_for(keys: list[Any], source: IO[bytes], target: IO[bytes]) -> None:
    import pyrage

    writing = _Writing(target)
    try:
        pyrage.encrypt_io(source, writing, keys)
    except pyrage.EncryptError:
        if writing.failed:
            raise writing.failed from None
        raise


class _Writing:
    """A file being written; pyrage would tell of a full disk only as a text."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self.failed: OSError | KeyboardInterrupt | None = None

    def write(self, raw: bytes) -> int:
        """Write on, and keep what went wrong."""
        try:
            return self._target.write(raw)
        except (OSError, KeyboardInterrupt) as error:
            self.failed = error
            raise

    def flush(self) -> None:
        """Leave that to whoever opened the file."""


def _keys(word: str) -> Iterator[Any]:
    """Yield the keys that a word means: itself, or those in the file of that name."""
    word = word.strip()
    if word.startswith((*_SECRET, *_FITS, *_OTHER_KINDS)):
        yield _key(word, word, None)
        return
    raw = regular_bytes(Path(word), _LIST_CAP)
    if raw is None:
        raise BadRecipientError(word, "unknown")
    lines = enumerate(raw.decode("utf-8-sig", "replace").splitlines(), 1)
    listed = [(number, line.strip()) for number, line in lines]
    wanted = [(number, line) for number, line in listed if line and not line.startswith("#")]
    if not wanted:
        raise BadRecipientError(word, "empty")
    for number, line in wanted:
        yield _key(line, word, number)


def _key(text: str, place: str, line: int | None) -> Any:
    if text.startswith(_SECRET):
        raise BadRecipientError("", "secret")
    if not text.startswith(_FITS):
        reason = "kind" if text.startswith(_OTHER_KINDS) or line is None else "unknown"
        raise BadRecipientError(place, reason, line)
    try:
        import pyrage
    except ModuleNotFoundError:
        raise MissingExtraError(EXTRA) from None
    read = pyrage.x25519 if text.startswith("age1") else pyrage.ssh
    try:
        return read.Recipient.from_str(text)
    except (pyrage.RecipientError, UnicodeEncodeError):
        raise BadRecipientError(place, "damaged", line) from None
