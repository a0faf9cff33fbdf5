"""Encrypting for a passphrase in the form of age (C2SP age, version 1), piece by piece.

pyrage takes a passphrase only for what lies in memory as a whole; a bundle may have gigabytes.
"""

import base64
import hashlib
import hmac
import secrets
from typing import IO

CHUNK = 64 * 1024
"""Bytes of a piece, as the form has it."""
WORK = 18
"""The binary logarithm of the work of trying one passphrase: 256 MB and about a second."""
_SALT = b"age-encryption.org/v1/scrypt"


def encrypt_by_passphrase(
    passphrase: str, source: IO[bytes], target: IO[bytes], work: int = WORK
) -> None:
    """Copy a file over, encrypted; only who knows the passphrase can read the copy."""
    file_key = secrets.token_bytes(16)
    target.write(_header(file_key, passphrase.encode("utf-8", "surrogateescape"), work))
    nonce = secrets.token_bytes(16)
    target.write(nonce)
    _copy(_derived(file_key, nonce, b"payload"), source, target)


def _header(file_key: bytes, passphrase: bytes, work: int) -> bytes:
    """Return who can open it: the key of the file, closed with the passphrase, and a seal."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt = secrets.token_bytes(16)
    wrapping = hashlib.scrypt(
        passphrase, salt=_SALT + salt, n=1 << work, r=8, p=1, maxmem=(1 << work) * 1100, dklen=32
    )
    body = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    stanza = b"-> scrypt %s %d\n%s\n" % (_base64(salt), work, _base64(body))
    head = b"age-encryption.org/v1\n" + stanza + b"---"
    seal = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    return head + b" " + _base64(seal) + b"\n"


def _derived(file_key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt or None, purpose).derive(file_key)


def _copy(key: bytes, source: IO[bytes], target: IO[bytes]) -> None:
    """Encrypt piece by piece; the last one is marked, so that nothing can be cut off unseen."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher, number = ChaCha20Poly1305(key), 0
    piece = source.read(CHUNK)
    while following := source.read(CHUNK):
        target.write(cipher.encrypt(_nonce(number, last=False), piece, None))
        piece, number = following, number + 1
    target.write(cipher.encrypt(_nonce(number, last=True), piece, None))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _base64(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")
