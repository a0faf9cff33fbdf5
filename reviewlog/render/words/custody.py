"""Where a file came from, what left the house, and a clock that went back, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewlog.domain.custody import CONSENT_WORDS, HOW_WORDS
from reviewlog.domain.entry import CLOCK_BACK, Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import exactly, moment_from_field, utc_from_text, utc_text
from reviewlog.domain.vocabulary import SITES
from reviewlog.render.words.moments import count, minutes_words, moment_words, written_words

if TYPE_CHECKING:
    from reviewlog.render.promised.incidents import Exported

_READERS = {"self": "yourself", "lawyer": "your lawyer", "site": "the review site"}
_PLAIN = {"court", "police", "insurer"}


def custody_words(entry: Entry, now: datetime) -> str:
    """Return how a file came to us, `screenshot, taken Sat 21 Nov 16:50 by Sam, kept at once`."""
    fields = entry.fields
    parts = [HOW_WORDS.get(fields.get("how", ""), harmless_line(str(fields.get("how") or "")))]
    parts.append(shows_words(fields))
    parts.append(_taken(fields, now))
    if fields.get("source"):
        parts.append(f"from {harmless_line(str(fields['source']))}")
    parts.append(CONSENT_WORDS.get(fields.get("consent", ""), ""))
    if fields.get("parent"):
        parts.append(f"made of the file with SHA-256 {_short(fields['parent'])}")
    parts.append(_kept(entry, now))
    file = fields.get("file") or {}
    parts.append(f"SHA-256 {_short(file.get('sha256'))}" if file.get("sha256") else "")
    return ", ".join(part for part in parts if part)


def _taken(fields: Mapping[str, Any], now: datetime) -> str:
    by = f"by {harmless_line(str(fields['by']))}" if fields.get("by") else ""
    if not fields.get("captured_at"):
        return by
    return f"taken {moment_words(moment_from_field(fields['captured_at']), now)} {by}".rstrip()


def _kept(entry: Entry, now: datetime) -> str:
    """Return how long after it was taken it was kept; the time alone where that is not known."""
    claim = entry.fields.get("captured_at")
    taken = moment_from_field(claim) if claim else None
    if taken is None or taken.precision == "day":
        return f"kept {written_words(entry, now)}"
    minutes = int((entry.recorded_at - taken.end).total_seconds() // 60)
    return f"kept {minutes_words(minutes)} later" if minutes > 0 else "kept at once"


def shows_words(fields: Mapping[str, Any]) -> str:
    """Return what a file shows, where that is known, harmless to show."""
    from reviewlog.domain import shows

    return harmless_line(shows.shows_words(fields))


def _short(sha256: Any) -> str:
    return f"{harmless_line(str(sha256))[:12]}..."


def clock_words(entries: Iterable[Entry], now: datetime) -> str | None:
    """Return that the clock went back before one of the entries was written, None if it did not."""
    said = (entry.fields.get(CLOCK_BACK) for entry in entries)
    before = next((text for text in said if text), None)
    if before is None:
        return None
    at = moment_words(exactly(utc_from_text(before).astimezone(now.tzinfo)), now)
    return (
        f"This computer's clock went back: the entry before was written {at}. Both times are kept."
    )


def export_lines(exports: Iterable[Entry], now: datetime) -> Iterator[str]:
    """Say what left the house: when, for whom, how much, and the hash of the bundle."""
    for entry in exports:
        fields = entry.fields
        word = str(fields.get("audience") or "")
        reader = SITES.get(word) or _READERS.get(word) or harmless_line(word)
        reader = f"the {reader}" if word in _PLAIN else reader
        told = count(int(fields.get("entries") or 0), "entry").replace("entrys", "entries")
        files = count(int(fields.get("exhibits") or 0), "file")
        begin = "Bundle made" if word == "self" else "Left the house"
        yield (
            f"{begin}: {written_words(entry, now)} for {reader}, {told}, {files},"
            f" SHA-256 {_short(fields.get('sha256'))}"
        )


def export_shape(entry: Entry) -> "Exported":
    """Return what left the house, for `--json`."""
    said = entry.fields.get
    return {
        "entry": str(entry.id.seq),
        "recorded_at": utc_text(entry.recorded_at),
        "audience": said("audience"),
        "sha256": said("sha256"),
        "entries": said("entries"),
        "exhibits": said("exhibits"),
        "told": said("told"),
        "files": said("files"),
    }
