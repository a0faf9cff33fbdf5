"""Looking for a text in every byte of a folder, however it may be written there."""

import base64
from collections.abc import Iterator
from pathlib import Path


def disguises(text: str) -> Iterator[bytes]:
    """Yield a text as it may stand in a file: plain, as UTF-16, inside base64 at any place."""
    raw = text.encode()
    yield raw
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw)
        start = -(-before * 4 // 3)
        end = (len(raw) + before) // 3 * 4
        yield coded[start:end]
        yield coded[start:end].replace(b"+", b"-").replace(b"/", b"_")


def places_of(text: str, folder: Path) -> list[str]:
    """Return the files in which a text still stands."""
    wanted = list(disguises(text))
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.name for path in files if text in path.name or _holds(path.read_bytes(), wanted)]


def _holds(raw: bytes, wanted: list[bytes]) -> bool:
    return any(text in raw for text in wanted)
