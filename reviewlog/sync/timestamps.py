"""Asking a service for a time stamp: only a hash leaves the machine (RFC 3161)."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.sync.certificates import trusted
from reviewlog.sync.posting import post
from reviewlog.sync.tokens import TokenFacts, check_token, refusal

SECONDS = 10.0
LONGEST_REFUSAL = 200
"""Characters of a service's own words that are repeated."""


class Service(NamedTuple):
    """A time-stamping service that the owner named."""

    url: str
    roots: bytes = b""
    """The certificates that its chain must end in, as PEM; without them those of this computer."""


class Stamp(NamedTuple):
    """A service's answer, to be kept as it came."""

    service: str
    raw: bytes
    state: Literal["checked", "unparsed", "untrusted"]
    at: datetime | None
    signer: str
    chain: str


def services_of(settings: Mapping[str, Any], folder: Path) -> tuple[Service, ...]:
    """Return the services that the kept settings of a logbook name; none in an old one.

    Raises NoStampError (`roots`) where a file of certificates cannot be read.
    """
    named = settings.get("time_stamps") or ()
    return tuple(Service(one["url"], _roots(one, folder)) for one in named)


def _roots(named: Mapping[str, str], folder: Path) -> bytes:
    if "roots" not in named:
        return b""
    try:
        roots = (folder / named["roots"]).read_bytes()
    except OSError:
        raise NoStampError(named["url"], "roots") from None
    if not roots.strip() or not trusted(roots):
        raise NoStampError(named["url"], "roots")
    return roots


def ask(service: Service, data: bytes, seconds: float = SECONDS) -> Stamp:
    """Return a time stamp over these bytes.

    Raises NoStampError with its reason; nothing is to be kept then.
    """
    question, nonce = _question(data)
    raw = post(service.url, question, seconds)
    if (words := refusal(raw)) is not None:
        raise NoStampError(service.url, "refused", words[:LONGEST_REFUSAL])
    return _stamp(service.url, raw, check_token(raw, data, service.roots, nonce))


def _question(data: bytes) -> tuple[bytes, int]:
    """Return the question, and the number in it that only an answer to it repeats."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    builder = TimestampRequestBuilder(data, HashAlgorithm.SHA256, nonce=True, cert_req=True)
    request = builder.build()
    if request.nonce is None:
        raise AssertionError("a question without a number cannot tell an old answer")
    return request.as_bytes(), request.nonce


def _stamp(url: str, raw: bytes, found: TokenFacts) -> Stamp:
    if found.state == "faulty":
        raise NoStampError(url, str(found.fault))
    return Stamp(url, raw, found.state, found.at, found.signer, found.chain)
