"""Time stamps in words: what was signed, who gave the time, and why somebody did not."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewlog.domain.entry import Entry
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import utc_from_text
from reviewlog.logbook.proving.anchoring import Anchored
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.proving.nostamp import no_stamp
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import minutes_words
from reviewlog.store.checkpoints import Kept

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing

AGREES_MS = 2000
"""A time stamp tells whole seconds as a rule, so that a small difference means nothing."""
NOBODY_ASKED = "Nothing was written since the last time stamp; nobody was asked."
NO_SERVICE = (
    "No service is named that could stamp it with the time. Name one under “time_stamps” in\n"
    "config.yaml, or let a witness keep it: reviewlog anchor --print"
)
MAIL_THIS = (
    "Mail these lines to somebody who keeps their mail: your accountant, your lawyer, yourself at\n"
    "another provider. Nothing personal is in them. Later, reviewlog verify FILE checks the mail\n"
    "against the logbook."
)
_UNPARSED = "gave a time stamp that cannot be read here. It is kept, unchecked."
_UNTRUSTED = (
    "The certificates that are trusted here do not vouch for it; it is kept, and “roots” in"
    " config.yaml may name its own."
)


def anchored_text(anchored: Anchored, now: datetime, width: int) -> str:
    """Return what was signed and stamped."""
    entries = {entry.id: entry for entry in (*anchored.standing, *anchored.new)}
    stamped = [_wrapped(stamped_text(entry, now), width) for entry in entries.values()]
    if anchored.checkpoint is None:
        return "\n".join([NOBODY_ASKED, *stamped])
    signed = signed_text(anchored.checkpoint)
    nobody = not (entries or anchored.errors)
    return "\n".join([signed, *([NO_SERVICE] if nobody else stamped)])


def _wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(text, width, "", "  "))


def signed_text(kept: Kept) -> str:
    """Return how much of the log a checkpoint signs, and where it lies."""
    size = kept.checkpoint.size
    first = "the first entry" if size == 1 else f"the first {size:,} entries"
    return f"Signed: {first} of the logbook.\n({harmless_line(str(kept.path))})"


def stamped_text(anchor: Entry, now: datetime) -> str:
    """Return when, by whom, and how far off this computer's clock was."""
    fields = anchor.fields
    host = host_of(str(fields.get("service")))
    if not fields.get("time"):
        return f"{host} {_UNPARSED}"
    at = utc_from_text(fields["time"]).astimezone(now.tzinfo)
    when = f"{short_date(at.date().isoformat(), now.date().isoformat())} {at:%H:%M:%S}"
    by = f", by {harmless_line(str(fields['signer']))}" if fields.get("signer") else ""
    parts = [f"{host}: {when}{by}."]
    if fields.get("clock_ms") is not None:
        parts.append(clock_words(int(fields["clock_ms"])))
    if fields.get("state") == "untrusted":
        parts.append(_UNTRUSTED)
    return " ".join(parts)


def clock_words(off_ms: int) -> str:
    """Return how far this computer's clock is off."""
    if abs(off_ms) < AGREES_MS:
        return "This computer's clock agrees with it."
    seconds = abs(off_ms) // 1000
    far = minutes_words(seconds // 60) if seconds >= 60 else f"{seconds} s"
    return f"This computer's clock is {far} {'ahead' if off_ms > 0 else 'behind'}."


def refused_text(anchored: Anchored, width: int) -> str:
    """Return why services gave nothing, in full, and when they are asked again."""
    lines = [_wrapped(no_stamp(error), width) for error in anchored.errors]
    again = f"{_asks_again(anchored)}; at once: reviewlog anchor"
    return "\n".join([*lines, _wrapped(again, width)])


def _asks_again(anchored: Anchored) -> str:
    when = "in an hour at the earliest" if anchored.paused else "the next time you use it"
    return f"reviewlog asks again {when}"


def missed_text(anchored: Anchored, width: int) -> str:
    """Return that no time stamp came, and that nothing is lost."""
    hosts = _listed(error.service for error in anchored.errors)
    missed = f"No time stamp came from {hosts}; nothing is lost."
    return _wrapped(f"{missed} {_asks_again(anchored)}.", width)


def before_export(errors: Iterable[NoStampError], width: int) -> str:
    """Say that the bundle is made all the same."""
    lines = [_wrapped(no_stamp(error), width) for error in errors]
    return "\n".join([*lines, "The bundle is made with the time stamps that are there."])


def asking_line(urls: Iterable[str]) -> str:
    """Say what the wait is for."""
    return f"Asking {_listed(urls)} for a time stamp ..."


def host_of(url: str) -> str:
    """Return the name of a service's machine, as short as an owner knows it."""
    try:
        return harmless_line(urlsplit(url).hostname or url)
    except ValueError:
        return harmless_line(url)


def _listed(urls: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(host_of(url) for url in urls))


def anchored_shape(anchored: Anchored) -> "sharing.Anchored":
    """Return what `anchor --json` promises."""
    kept = anchored.checkpoint
    return {
        "checkpoint": kept and checkpoint_shape(kept),
        "stamped": [_entry_shape(entry) for entry in anchored.new],
        "standing": [_entry_shape(entry) for entry in anchored.standing],
        "missing": _missing(anchored.errors),
    }


def checkpoint_shape(kept: Kept) -> "sharing.Checkpoint":
    """Return a checkpoint, with the note as it lies in the file."""
    size, root = kept.checkpoint.size, kept.checkpoint.root.hex()
    return {"size": size, "root": root, "path": str(kept.path), "note": kept.note.decode()}


def _entry_shape(anchor: Entry) -> "sharing.Stamp":
    said = anchor.fields.get
    return {
        "entry": str(anchor.id.seq),
        "size": said("size"),
        "service": said("service"),
        "time": said("time"),
        "state": said("state"),
        "signer": said("signer"),
        "clock_ms": said("clock_ms"),
        "token": said("token"),
    }


def _missing(errors: Sequence[NoStampError]) -> "list[sharing.NoStamp]":
    return [{"service": e.service, "reason": e.reason, "detail": e.detail} for e in errors]
