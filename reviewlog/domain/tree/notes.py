"""Signed notes: a short text and under it who signed it, as c2sp.org/signed-note has it.

A note is bytes, because its bytes are what is stamped and kept; the text in it is text. A note
out of a bundle may come from anybody: it is read strictly, and believed only when it is signed.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from reviewlog.domain.tree.hashing import HASH_BYTES

NOTE_CAP = 128 * 1024
"""Bytes that a note may have: room for sixteen signatures of the longest kind."""
ED25519 = b"\x01"
SIGNATURE_BYTES = 64
_DASH = "— "


class BadNoteError(ValueError):
    """A note that cannot be believed; `reason` is one of NOTE_REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


NOTE_REASONS = (
    "form",  # it is no note, or not of the form that is expected
    "signature",  # a known key's signature is not over this text
    "stranger",  # no known key signed it
)


class Verifier(NamedTuple):
    """The public half of a key, and its name: what a signature is checked with."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        named = self.name.encode() + b"\n" + ED25519 + self.public
        return hashlib.sha256(named).digest()[:4]

    @property
    def vkey(self) -> str:
        """The key as a line of text: name, key id and public key, joined by +."""
        return f"{self.name}+{self.key_id.hex()}+{to_base64(ED25519 + self.public)}"

    @property
    def fingerprint(self) -> str:
        """Some letters by which two people compare a key: half of its SHA-256, in groups."""
        digits = hashlib.sha256(self.public).hexdigest()[:32]
        return " ".join(digits[i : i + 4] for i in range(0, 32, 4))

    @classmethod
    def read(cls, vkey: str) -> Self:
        """Return the key of such a line. Raises BadNoteError."""
        name, _, rest = vkey.partition("+")
        key_id, _, encoded = rest.partition("+")
        raw = from_base64(encoded)
        found = cls(name, raw[1:])
        if not _is_name(name) or raw[:1] != ED25519 or len(found.public) != HASH_BYTES:
            raise BadNoteError("form")
        if key_id != found.key_id.hex():
            raise BadNoteError("form")
        return found

    def has_signed(self, text: bytes, signature: bytes) -> bool:
        """Whether a signature of this key is over exactly these bytes."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True


def verifier_of(name: str, private: bytes) -> Verifier:
    """Return the public half of a private key (its 32 bytes)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(private)
    return Verifier(name, key.public_key().public_bytes_raw())


def sign_note(text: str, name: str, private: bytes) -> bytes:
    """Return a text as a note signed with a private key (its 32 bytes).

    Raises BadNoteError for a text or a name that no note can have.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not text.endswith("\n") or not _is_clean(text) or not _is_name(name):
        raise BadNoteError("form")
    key = Ed25519PrivateKey.from_private_bytes(private)
    key_id = Verifier(name, key.public_key().public_bytes_raw()).key_id
    signature = to_base64(key_id + key.sign(text.encode()))
    return f"{text}\n{_DASH}{name} {signature}\n".encode()


def open_note(note: bytes, verifiers: Iterable[Verifier]) -> str:
    """Return the text of a note that one of the known keys signed; strangers' lines are ignored.

    Raises BadNoteError.
    """
    text, signatures = _parts(note)
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    mine = {(key, raw) for key, raw in signatures if key in known}
    if not mine:
        raise BadNoteError("stranger")
    for key, raw in mine:
        if not known[key].has_signed(text.encode(), raw):
            raise BadNoteError("signature")
    return text


def note_text(note: bytes) -> str:
    """Return the text of a note whoever signed it: not to be believed. Raises BadNoteError."""
    return _parts(note)[0]


Signature = tuple[tuple[str, bytes], bytes]
"""Name and id of a key, and the bytes that it signed with."""


def _parts(note: bytes) -> tuple[str, list[Signature]]:
    if len(note) > NOTE_CAP:
        raise BadNoteError("form")
    try:
        whole = note.decode()
    except UnicodeDecodeError:
        raise BadNoteError("form") from None
    text, found, lines = whole.rpartition("\n\n")
    if not found or not text or not lines.endswith("\n") or not _is_clean(whole):
        raise BadNoteError("form")
    return text + "\n", list(_signatures(lines.removesuffix("\n")))


def _signatures(lines: str) -> Iterator[Signature]:
    for line in lines.split("\n"):
        name, _, encoded = line.removeprefix(_DASH).partition(" ")
        raw = from_base64(encoded)
        if not line.startswith(_DASH) or not _is_name(name) or len(raw) < 5:
            raise BadNoteError("form")
        yield (name, raw[:4]), raw[4:]


def _is_clean(text: str) -> bool:
    """No control character but the newline, and nothing that is no UTF-8."""
    controlled = any(char < " " and char != "\n" for char in text)
    return not controlled and not any("\ud800" <= char <= "\udfff" for char in text)


def _is_name(name: str) -> bool:
    return name != "" and "+" not in name and not any(char.isspace() for char in name)


def to_base64(raw: bytes) -> str:
    """Return bytes in the base64 of notes: the common alphabet, with padding."""
    return base64.b64encode(raw).decode("ascii")


def from_base64(text: str) -> bytes:
    """Return the bytes of base64 that is written in the one way. Raises BadNoteError."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadNoteError("form") from None
    if to_base64(raw) != text:  # loose bits at the end would give one note two forms
        raise BadNoteError("form")
    return raw
