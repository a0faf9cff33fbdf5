"""The private key of the logbook: one small file that only the owner may read."""

import os
import stat
from pathlib import Path

from reviewlog.domain.evidence_errors import KeyFileError
from reviewlog.store.whole import unwritten, write_whole

KEY_NAME = "key"
_CAP = 4096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Key:
    """The Ed25519 key with which this machine signs its checkpoints."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / KEY_NAME

    def find(self) -> bytes | None:
        """Return the 32 bytes of the private key, None where there is none yet.

        Raises KeyFileError.
        """
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            opened = os.open(self.path, flags | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return None
        except PermissionError:
            raise KeyFileError(str(self.path), "locked") from None
        except OSError:
            raise KeyFileError(str(self.path), "foreign") from None
        try:
            self._check_mode(os.fstat(opened).st_mode)
            raw = os.read(opened, _CAP)
        finally:
            os.close(opened)
        return self._private(raw)

    def _check_mode(self, mode: int) -> None:
        if not stat.S_ISREG(mode):
            raise KeyFileError(str(self.path), "foreign")
        if os.name == "posix" and mode & _OTHERS:
            raise KeyFileError(str(self.path), "open")

    def _private(self, raw: bytes) -> bytes:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            key = load_pem_private_key(raw, None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise KeyFileError(str(self.path), "damaged") from None
        if not isinstance(key, Ed25519PrivateKey):
            raise KeyFileError(str(self.path), "damaged")
        return key.private_bytes_raw()

    def get(self) -> bytes:
        """Return the private key, made now where there is none; never one over another.

        The caller holds the write lock, so that two processes make one key.
        Raises KeyFileError, BookError.
        """
        found = self.find()
        if found is not None:
            return found
        pem = _new_key()
        try:
            write_whole(pem, self.path)
        except OSError as error:
            raise unwritten(self.path.parent, error) from error
        return self._private(pem)


def _new_key() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
