"""The folder `checkpoints/seals/`: time stamps over the seals of bundles, to be used again.

The same incident gives the same bundle, so its seal is stamped once.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

from reviewlog.store.checkpoints import slug_of
from reviewlog.store.files import regular_bytes
from reviewlog.store.whole import unwritten, write_whole

FOLDER_NAME = "seals"
TOKEN_CAP = 64 * 1024
CHAIN_CAP = 256 * 1024
"""Bytes that a time stamp and its certificates may have."""


class KeptStamp(NamedTuple):
    """A time stamp, as the service gave it."""

    slug: str
    """Which service: see `slug_of`."""
    token: bytes
    chain: bytes | None
    """The certificates (PEM) that came with it."""


class Seals:
    """What was stamped, by the SHA-256 of the seal (64 hex digits)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def stamps(self, sha256: str) -> list[KeptStamp]:
        """Return the time stamps over a seal, in the order of their services."""
        named = re.compile(rf"{sha256}\.([a-z0-9-]+)\.tsr")
        paths = self._folder.iterdir() if self._folder.is_dir() else ()
        slugs = sorted(found[1] for path in paths if (found := named.fullmatch(path.name)))
        stamps = [self._stamp(sha256, slug) for slug in slugs]
        return [stamp for stamp in stamps if stamp is not None]

    def put(self, sha256: str, service: str, token: bytes, chain: bytes | None) -> None:
        """Keep a time stamp over a seal, beside any earlier one. Raises BookError."""
        slug, other = slug_of(service), 1
        while any(os.path.lexists(self._path(sha256, slug, e)) for e in ("tsr", "pem")):
            other += 1
            slug = f"{slug_of(service)}-{other}"
        if chain is not None:
            self._publish(chain, self._path(sha256, slug, "pem"))
        self._publish(token, self._path(sha256, slug, "tsr"))

    def _stamp(self, sha256: str, slug: str) -> KeptStamp | None:
        token = regular_bytes(self._path(sha256, slug, "tsr"), TOKEN_CAP)
        chain = regular_bytes(self._path(sha256, slug, "pem"), CHAIN_CAP)
        return KeptStamp(slug, token, chain) if token is not None else None

    def _path(self, sha256: str, slug: str, ending: str) -> Path:
        return self._folder / f"{sha256}.{slug}.{ending}"

    def _publish(self, raw: bytes, target: Path) -> None:
        try:
            self._folder.parent.mkdir(mode=0o700, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            write_whole(raw, target)
        except OSError as error:
            raise unwritten(self._folder, error) from error
