"""What `doctor` found, line by line, and what to do about it."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.health import Finding
from reviewlog.domain.time.moment import utc_from_text
from reviewlog.render.layout.wrapping import hanging
from reviewlog.render.sentences import BOOK
from reviewlog.render.words.days import short_date

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing

MOST_NAMES = 3
_SUBJECTS = {
    "folder": "The folder",
    "database": "The database file",
    "disk": "The disk",
    "network": "The drive",
    "synced": "Other machines",
    "sqlite": "SQLite",
    "journal": "The way of writing",
    "logbook": "The logbook",
    "projections": "Lists and agendas",
    "key": "The key",
    "clock": "The clock",
    "stamps": "Time stamps",
    "checkpoint": "The last checkpoint",
    "leftovers": "Left behind",
    "drafts": "Open drafts",
    "settings": "The settings",
    "files": "Playbooks and rules of your own",
}
_FINE = {
    "folder": "only you may enter it",
    "database": "only you may read it",
    "disk": "{free_mb:,} MB free",
    "network": "a disk of this machine",
    "synced": "no service is known that copies this folder elsewhere",
    "sqlite": "version {version}",
    "journal": "as it must be",
    "logbook": "opens; {held}",
    "projections": "there; verify compares them with the entries",
    "key": "there, and only you may read it; its fingerprint is {fingerprint}",
    "clock": "runs as it should, as far as can be told from here",
    "stamps": "asked for; the last on {last}",
    "checkpoint": "covers {size:,} of {held}",
    "leftovers": "nothing",
    "settings": "can be read",
    "files": "nothing wrong with them",
}
_WORDS = {
    ("folder", "none"): "there is no logbook in {path} yet; the first entry makes one",
    ("folder", "open"): "others on this machine may look into it. Run: chmod {wanted} '{path}'",
    ("database", "open"): "others on this machine may read it. Run: chmod {wanted} '{path}'",
    ("disk", "full"): "only {free_mb:,} MB free; a full disk keeps nothing. Free some space",
    ("network", "network"): (
        "belongs to another machine, where two writers can damage the file. Move the folder to a"
        " disk of this machine, then name it with --book or REVIEWLOG_BOOK"
    ),
    ("synced", "synced"): "{synced}",
    ("sqlite", "old"): "version {version}; 3.37 is needed. Install a newer Python",
    ("journal", "mode"): (
        "journal mode is {mode} where delete is meant: another program changed it. Close that"
        " program; a power cut may cost the last entries"
    ),
    ("projections", "spoiled"): "cannot be read. Run: reviewlog doctor --rebuild",
    ("key", "none"): "none yet; the first checkpoint makes one",
    ("key", "lost"): (
        "gone. Bring it back from a backup if you have one; else the next checkpoint makes a new one"
        " and logs the change"
    ),
    ("key", "another"): "another one than the log names; the next checkpoint logs the change. Its"
    " fingerprint is {fingerprint}",
    ("key", "open"): "others may read it. Run: chmod 600 '{path}'",
    ("key", "locked"): "you may not read it. Check whose it is: {path}",
    ("key", "damaged"): "not a key any more. Bring it back from a backup: {path}",
    ("key", "foreign"): "something else lies in its place: {path}",
    ("clock", "back"): (
        "stands before the newest entry ({newest}). Set the clock of this computer; new entries are"
        " marked until then"
    ),
    ("clock", "off"): (
        "was {seconds:,} seconds from the time that a service told on {at}. Let the system set it"
        " from the network"
    ),
    ("stamps", "none"): (
        "none are asked for, so only your computer says when entries were written. Name a service"
        " under time_stamps in config.yaml, or mail a checkpoint: reviewlog anchor --print"
    ),
    ("stamps", "never"): "a service is named, but none was had yet. Run: reviewlog anchor",
    (
        "checkpoint",
        "none",
    ): "none yet; what is cut off at the end would not be seen. Run: reviewlog anchor",
    ("leftovers", "left"): (
        "{names}. Nothing in the log needs them; parts of commands that were broken off go by"
        " themselves, other files are yours to look at"
    ),
    ("settings", "faulty"): (
        "config.yaml has faults, so the last good settings hold. Each fault with its place:"
        " reviewlog due"
    ),
    ("files", "faulty"): (
        "{names} cannot be used as written; what held before holds. Each fault with its place:"
        " reviewlog playbook check"
    ),
    ("drafts", "open"): (
        "{names}. Texts that an editor was left with; reviewlog reply offers each of them again"
    ),
    ("drafts", "answers"): (
        "{names}. Answers of a run that was stopped; the same command, typed again, goes on with them"
    ),
}


_MARGIN = 5
_TIMES = ("newest", "at", "last")
"""Facts that are moments."""


def findings_text(folder: str, found: Sequence[Finding], now: datetime, width: int) -> str:
    """Return one line for each thing that was looked at, then what it comes to."""
    lines = [f"{one.state:<{_MARGIN}}{_SUBJECTS[one.check]}: {words(one, now)}." for one in found]
    told = [hanging(line, width, _MARGIN) for line in lines]
    return "\n".join([*told, hanging(_sum(folder, found), width)])


def words(finding: Finding, now: datetime) -> str:
    """Return what was found, and what to do."""
    if finding.check == "logbook" and finding.what != "ok":
        return BOOK[finding.what].rstrip(".")
    text = _FINE[finding.check] if finding.what == "ok" else _WORDS[finding.check, finding.what]
    return harmless_line(text.format(**_told(finding, now)))


def _told(finding: Finding, now: datetime) -> dict[str, Any]:
    facts = dict(finding.facts)
    for name in _TIMES:
        if facts.get(name):
            facts[name] = _local(facts[name], facts["utc_offset_min"], now)
    if "entries" in facts:
        entries = facts["entries"]
        facts["held"] = "1 entry" if entries == 1 else f"{entries:,} entries"
    if "free" in facts:
        facts["free_mb"] = facts["free"] // 2**20
    if "names" in facts:
        more = len(facts["names"]) - MOST_NAMES
        named = ", ".join(facts["names"][:MOST_NAMES])
        facts["names"] = f"{named} and {more} more" if more > 0 else named
    if "service" in facts:
        facts["synced"] = synced_text(facts["service"]).rstrip(".")
    return facts


def _local(text: str, offset_min: int, now: datetime) -> str:
    """Return a moment as it is told elsewhere: in the offset in which it was written down."""
    zone = timezone(timedelta(minutes=offset_min))
    local = utc_from_text(text).astimezone(zone)
    today = now.astimezone(zone).date().isoformat()
    return f"{short_date(local.date().isoformat(), today)} {local:%H:%M}"


def synced_text(service: str) -> str:
    """Return the calm word about a folder that a service copies to other machines."""
    return harmless_line(
        f"{service} keeps this folder the same on several machines: write on one of them only, and"
        " keep a copy elsewhere, because two writers can damage the file."
    )


def _sum(folder: str, found: Sequence[Finding]) -> str:
    bad = sum(finding.state == "bad" for finding in found)
    look = sum(finding.state == "look" for finding in found)
    if not bad and not look:
        return f"All is well with {harmless_line(folder)}."
    told = [f"{bad} bad" if bad else "", f"{look} worth a look" if look else ""]
    return f"{' and '.join(filter(None, told))}, in {harmless_line(folder)}."


def findings_shape(folder: str, found: Sequence[Finding], now: datetime) -> "sharing.Findings":
    """Return what was found for programs."""
    return {
        "path": folder,
        "findings": [
            {
                "state": finding.state,
                "check": finding.check,
                "what": finding.what,
                "words": words(finding, now),
                "facts": dict(finding.facts),
            }
            for finding in found
        ],
    }
