"""How an entry is sealed: salted fields, a canonical header, one leaf of the log tree.

A field is a disclosure in the shape of RFC 9901: `base64url(JSON [salt, name, value])`. The
header holds only its SHA-256, so a field can be withheld or erased and the tree still
verifies. The header is canonical JSON (RFC 8785) and its stored bytes are what is hashed
(RFC 6962: leaf = SHA-256(0x00 ‖ header)).
"""

import base64
import binascii
import json
from typing import Any

SALT_BYTES = 16
_DECODE = json.JSONDecoder().raw_decode


def disclose(salt: bytes, name: str, value: Any) -> str:
    """Return the disclosure of one field as text."""
    body = json.dumps([encode(salt), name, value], separators=(",", ":"))
    return encode(body.encode())


def open_disclosure(text: str) -> tuple[str, Any]:
    """Return the name and the value inside a disclosure.

    Raises ValueError when the text is not a disclosure.
    """
    raw = decode(text).decode()
    body, end = _DECODE(raw)
    if end != len(raw):  # blanks behind it, or it is no JSON: the slow way says which
        body = json.loads(raw)
    if not isinstance(body, list) or len(body) != 3 or not isinstance(body[1], str):
        raise ValueError(text[:40])
    return body[1], body[2]


def read_json(text: str) -> Any:
    """Return what `json.loads` would, sooner for what we wrote ourselves. Raises ValueError."""
    value, end = _DECODE(text)
    return value if end == len(text) else json.loads(text)


def digest(disclosure: str) -> str:
    """Return the digest that the header keeps of a disclosure: base64url(SHA-256)."""
    from hashlib import sha256  # the system's library: what only reads does not load it

    return encode(sha256(disclosure.encode("ascii")).digest())


def leaf_hash(header: bytes) -> str:
    """Return the RFC 6962 leaf hash of a header as 64 hex digits."""
    from hashlib import sha256

    return sha256(b"\x00" + header).hexdigest()


def canonical(header: dict[str, Any]) -> bytes:
    """Return the bytes of a header by RFC 8785."""
    import rfc8785

    return rfc8785.dumps(header)


def encode(raw: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def decode(text: str) -> bytes:
    """Return the bytes of base64url without padding."""
    return binascii.a2b_base64(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))
