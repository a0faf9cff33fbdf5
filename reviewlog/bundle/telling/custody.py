"""Where a file came from, in one sentence of pieces: `verify` compares each with the log."""

from datetime import datetime
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.fieldwords import Fields, Piece, stored
from reviewlog.bundle.telling.headlines import Words
from reviewlog.bundle.telling.times import instant_words, late_words
from reviewlog.domain.custody import CAPTURE
from reviewlog.domain.harmless import harmless
from reviewlog.domain.shows import shows_words
from reviewlog.domain.time.moment import moment_from_field

KEPT, HASH = "kept", "sha256"
"""Names under which a page shows what is no field of its own: when it was kept, and its hash."""
_BEFORE = {"captured_at": "taken ", "by": "by ", "source": "from ",
           "parent": "made of the file with SHA-256 "}  # fmt: skip


def custody(fields: Fields, recorded_at: datetime, zone: ZoneInfo) -> Words:
    """Return how a file came to us, by the fields that are told, and its hash."""
    said: list[Piece] = []
    for name in CAPTURE:
        told = _told(fields, name, zone)
        if told.text:
            gap = " " if name == "by" and fields.get("captured_at") else ", "
            said += [Piece((gap if said else "") + _BEFORE.get(name, "")), told]
    said.append(Piece(", " if said else ""))
    for name, text in custody_texts(fields, recorded_at, zone).items():
        begin = ", SHA-256 " if name == HASH else ""
        said += [Piece(begin), Piece(text, name)]
    return tuple(piece for piece in said if piece.text)


def _told(fields: Fields, name: str, zone: ZoneInfo) -> Piece:
    """Return a field; what a file shows follows from its way to us where nobody said it."""
    if name == "shows" and not fields.get(name):
        return Piece(harmless(shows_words(fields)))
    return stored(fields, name, zone)


def custody_texts(fields: Fields, recorded_at: datetime, zone: ZoneInfo) -> dict[str, str]:
    """Return what a page may show of a file besides its fields, by name."""
    if not fields.get("file"):
        return {}
    kept = f"kept {instant_words(recorded_at, zone)}"
    if fields.get("captured_at"):
        late = late_words(moment_from_field(fields["captured_at"]), recorded_at)
        kept = late.replace("written", "kept", 1)
    return {KEPT: kept, HASH: harmless(str(fields["file"]["sha256"]))}
