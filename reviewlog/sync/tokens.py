"""Checking a time stamp without a network: what it says, and how much of that holds."""

import hashlib
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from reviewlog.sync.certificates import in_order, loaded, name_of, pem_of, trusted

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

Fault = Literal["other-data", "other-nonce", "broken", "no-stamp"]
_SHA256 = "2.16.840.1.101.3.4.2.1"
_TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")
"""How a time stamp says that it is one: the DER of id-ct-TSTInfo."""
_GRANTED = (0, 1)
"""Granted, and granted with changes: RFC 3161 sends a token with both."""
_NO_ANCHOR = ("issuer certificate", "self-signed certificate", "self signed certificate",
              "verify the first certificate", "certificate not trusted")  # fmt: skip
"""How OpenSSL says that a chain ends in nothing that is trusted."""


class TokenFacts(NamedTuple):
    """What a time stamp is found to be; of one with a fault nothing else is told."""

    state: Literal["checked", "unparsed", "untrusted", "faulty"]
    at: datetime | None = None
    signer: str = ""
    """Whose certificate signed it."""
    chain: str = ""
    """The certificates that it carries, as PEM, the signer's first."""
    fault: Fault | None = None


class _Parsed(NamedTuple):
    """A time stamp that could be read."""

    answer: "TimeStampResponse"
    at: datetime
    imprint: bytes
    nonce: int | None
    certificates: "tuple[Certificate, ...]"


def check_token(
    raw: bytes, data: bytes, roots: bytes = b"", nonce: int | None = None
) -> TokenFacts:
    """Return whether a service's answer stamps these data; hostile bytes never raise.

    `roots` is PEM; without it the certificates count that this computer trusts. They are
    asked for the time of the stamp: it stays good when its certificate has run out since.
    """
    parsed = _parsed(raw)
    if parsed is None:
        return _unparsed(raw, data, nonce)
    if parsed.imprint != hashlib.sha256(data).digest():
        return _faulty("other-data")
    if nonce is not None and parsed.nonce != nonce:
        return _faulty("other-nonce")
    state = _standing(parsed, trusted(roots))
    if state == "broken":
        return _faulty("broken")
    signer = name_of(parsed.certificates[0]) if parsed.certificates else ""
    return TokenFacts(state, parsed.at, signer, pem_of(parsed.certificates))


def chain_of(raw: bytes) -> str:
    """Return the certificates that a time stamp carries, as PEM; empty where it cannot be read."""
    parsed = _parsed(raw)
    return pem_of(parsed.certificates) if parsed else ""


def refusal(raw: bytes) -> str | None:
    """Return the words with which a service said no, None where it did not."""
    answer = _answer(raw)
    if answer is None or answer.status in _GRANTED:
        return None
    return " ".join(" ".join(answer.status_string).split())


def _answer(raw: bytes) -> "TimeStampResponse | None":
    from rfc3161_client import decode_timestamp_response

    try:
        return decode_timestamp_response(raw)
    except Exception:
        return None


def _parsed(raw: bytes) -> _Parsed | None:
    """Read a time stamp; None for what is none, and for what the library cannot read.

    Any error counts: of hostile bytes some parts fail only when they are asked for.
    """
    answer = _answer(raw)
    if answer is None or answer.status not in _GRANTED:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            return _read(answer)
    except Exception:
        return None


def _read(answer: "TimeStampResponse") -> _Parsed:
    info, signed = answer.tst_info, answer.signed_data
    (signer,) = signed.signer_infos
    imprint = info.message_imprint
    known = imprint.hash_algorithm.dotted_string == _SHA256
    return _Parsed(
        answer,
        info.gen_time,
        imprint.message if known else b"",
        info.nonce,
        in_order(loaded(sorted(signed.certificates)), signer),
    )


def _standing(
    parsed: _Parsed, roots: "tuple[Certificate, ...]"
) -> Literal["checked", "untrusted", "broken"]:
    """Return whether the signature holds, and whether its chain ends in something trusted."""
    if not parsed.answer.signed_data.certificates:
        return "untrusted"
    outcome = _verified(parsed, roots)
    if outcome != "untrusted":
        return outcome
    # OpenSSL asks for the chain before it looks at the signature; with the chain's own end
    # taken for good it says whether the rest is broken.
    return "broken" if _verified(parsed, parsed.certificates) == "broken" else "untrusted"


def _verified(
    parsed: _Parsed, roots: "tuple[Certificate, ...]"
) -> Literal["checked", "untrusted", "broken"]:
    from rfc3161_client import VerifierBuilder, decode_timestamp_response

    if not roots:
        return "untrusted"
    verifier = VerifierBuilder(roots=list(roots)).build()
    try:
        answer = decode_timestamp_response(_granted(parsed.answer.time_stamp_token()))
        with warnings.catch_warnings(action="ignore"):
            verifier.verify(answer, parsed.imprint)
    except Exception as error:
        return "untrusted" if any(words in str(error) for words in _NO_ANCHOR) else "broken"
    return "checked"


def _granted(token: bytes) -> bytes:
    """Return the answer `granted` with a token: the library takes no `granted with changes`."""
    return _sequence(b"\x30\x03\x02\x01\x00" + token)


def _sequence(content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes((0x30, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((0x30, 0x80 | len(length))) + length + content


def _unparsed(raw: bytes, data: bytes, nonce: int | None) -> TokenFacts:
    """Judge an answer that cannot be read here by what must stand in it byte for byte."""
    if refusal(raw) is not None or not _is_one_sequence(raw) or _TST_INFO not in raw:
        return _faulty("no-stamp")
    if hashlib.sha256(data).digest() not in raw:
        return _faulty("other-data")
    if nonce is not None and nonce.to_bytes((nonce.bit_length() + 7) // 8, "big") not in raw:
        return _faulty("other-nonce")
    return TokenFacts("unparsed")


def _is_one_sequence(raw: bytes) -> bool:
    """Whether the bytes are one DER SEQUENCE, neither cut nor with anything behind it."""
    if len(raw) < 2 or raw[0] != 0x30:
        return False
    if raw[1] < 0x80:
        return len(raw) == 2 + raw[1]
    head = 2 + (raw[1] & 0x7F)
    size = int.from_bytes(raw[2:head], "big")
    return head <= len(raw) == head + size and _sequence(raw[head:]) == raw


def _faulty(fault: Fault) -> TokenFacts:
    return TokenFacts("faulty", fault=fault)
