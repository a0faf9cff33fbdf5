"""What `verify` found: where something does not hold, what is known, what cannot be known."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reviewlog.domain.checked import Checked, Outside, Remark
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import utc_text
from reviewlog.render.layout.wrapping import hanging, wrap
from reviewlog.render.proving.sealed import WORDS as SEALED
from reviewlog.render.words.moments import count

if TYPE_CHECKING:
    from reviewlog.render.promised import sharing

MOST_NAMES = 3
_FOLDED = frozenset(("unparsed", "untrusted"))
"""Remarks of which there can be one for each day of years."""
_IN_VERDICT = frozenset(("not-compared", "stranger", "layout", "form", "kept-back"))
"""Remarks without which the verdict alone would say too much."""
NOUNS = {
    "bag": ("file", "files"),
    "entries": ("entry", "entries"),
    "fields": ("field", "fields"),
    "files": ("file", "files"),
    "checkpoints": ("checkpoint", "checkpoints"),
    "tokens": ("time stamp", "time stamps"),
    "projections": ("incident", "incidents"),
}
"""What is counted for people; the other checks go over the same entries again."""
CHECKS = {
    "file": "the database file",
    "triggers": "the guards",
    "tokens": "time stamps",
    "projections": "what is shown of incidents",
    "bag": "the files and their lists",
    "report": "the report",
    "proofs": "the proofs",
    "seal": "the seal",
}
"""The checks whose own name says too little."""
TRUTH = (
    "whether what was written is true: only that it is still what was written, since then",
    "whether an entry was left out that nobody ever wrote down",
)


def checked_text(what: str, checked: Checked, width: int, *, brief: bool = False) -> str:
    """Return the outcome of a check, whole; brief is the verdict alone."""
    verdict = "\n".join(hanging(line, width) for line in _verdict(what, checked))
    if brief:
        return verdict
    told = _IN_VERDICT if checked.holds else ()
    remarks = tuple(one for one in checked.remarks if one.key not in told)
    known = [*_known(checked.outside), *map(harmless_line, _remarks(remarks))]
    blocks = [verdict, "\n".join(hanging(line, width, 0) for line in known)]
    if "entries" in checked.counts:
        unknown = [
            "\n".join(wrap(f"{line}.", width, "  - ", "    ")) for line in _unknowable(checked)
        ]
        blocks.append("\n".join(["No check can tell", *unknown]))
    return "\n\n".join(block for block in blocks if block)


def _verdict(what: str, checked: Checked) -> Iterator[str]:
    shown = harmless_line(what)
    if checked.holds:
        first = "Not all of it compared" if _is_partly(checked) else "Unchanged"
        yield f"{first}: {shown} ({_counted(checked.counts)} checked)."
        told = [one for one in checked.remarks if one.key in _IN_VERDICT]
        yield from map(harmless_line, _remarks(tuple(told)))
        return
    yield f"{shown} does not hold in {count(len(checked.places), 'place')}:"
    for check, place, fault in checked.places:
        yield f"  {CHECKS.get(check, check)}: {harmless_line(place)}: {harmless_line(fault)}"
    faulty = {place.check for place in checked.places}
    good = [CHECKS.get(name, name) for name in checked.counts if name not in faulty]
    if good:
        yield f"The rest holds: {', '.join(good)}."
    if "bag" in checked.counts:
        yield "Ask whoever made it for another copy, and keep this one."
    else:
        yield "Copy the whole folder before anything else is done with it."
        if faulty == {"triggers"}:
            yield "Then put the guards back: reviewlog doctor --rebuild"


def _is_partly(checked: Checked) -> bool:
    """Whether there are pages in it that could hold anything that the holder of the key wanted."""
    return any(remark.key == "layout" for remark in checked.remarks)


def _counted(counts: Mapping[str, int]) -> str:
    told = [(counts[name], nouns) for name, nouns in NOUNS.items() if counts.get(name)]
    return ", ".join(f"{n:,} {one if n == 1 else more}" for n, (one, more) in told) or "nothing"


def _known(outside: tuple[Outside, ...]) -> Iterator[str]:
    """Name the first and the last time from outside: between them the log grew."""
    for one in dict.fromkeys((*outside[:1], *outside[-1:])):
        at = utc_text(one.at)
        first = "entry 1 was" if one.size == 1 else f"entries 1 to {one.size:,} were"
        service = harmless_line(one.service)
        yield f"Known outside: {first} there by {at[:10]} {at[11:16]} UTC, says {service}."


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[str]:
    """Word each remark; of time stamps with the same trouble the first stands for the others."""
    many = Counter(remark.key for remark in remarks)
    told = set[str]()
    for key, facts in remarks:
        words = _REMARKS.get(key) or SEALED.get(key)
        if words is None or (key in _FOLDED and key in told):
            continue
        told.add(key)
        more = many[key] - 1 if key in _FOLDED else 0
        yield words(facts) + (f" So it is with {more:,} more." if more else "")


def _unknowable(checked: Checked) -> Iterator[str]:
    yield from TRUTH
    for key, facts in checked.remarks:
        if key == "uncovered" and facts["count"]:
            after = f"after entry {facts['covered']:,}" if facts["covered"] else "at the end"
            yield (
                f"whether entries were cut off {after}: no checkpoint covers the newest"
                f" {facts['count']:,}"
            )
        if key == "uncovered" and facts["outside"] < facts["entries"]:
            since = f"after entry {facts['outside']:,}" if facts["outside"] else "there"
            yield f"when what stands {since} was written: only this computer says so"


def _late(facts: Mapping[str, Any]) -> str:
    first = f"{facts['count']:,} entries, from entry {facts['first']:,} on,"
    if facts["count"] == 1:
        first = f"Entry {facts['first']:,}"
    return (
        f"{first} became known outside only long after the time they tell, up to"
        f" {count(facts['days'], 'day')} later. Until then they could have been written anew."
    )


def _ahead(facts: Mapping[str, Any]) -> str:
    told, covered = f"{facts['count']:,} entries, from entry {facts['first']:,} on, tell", "them"
    if facts["count"] == 1:
        told, covered = f"Entry {facts['first']:,} tells", "it"
    return (
        f"{told} a later time than a time stamp that covers {covered}: the clock of this computer"
        " was ahead."
    )


def _names(facts: Mapping[str, Any]) -> str:
    names = facts["names"]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more


def _times_more(more: int) -> str:
    return f", and {count(more, 'time')} more later" if more else ""


def _mailed(facts: Mapping[str, Any]) -> str:
    signed = "" if facts["signed"] else " (no signature of this logbook came back with it)"
    kept = f"its first {facts['size']:,} entries are those"
    if facts["size"] == 1:
        kept = "its first entry is that"
    return f"The log still holds what it held then: {kept} of {facts['name']}{signed}."


def _stranger(facts: Mapping[str, Any]) -> str:
    name = facts["name"]
    if not facts["ours"]:
        return f"The checkpoint in {name} is about another logbook: it says nothing about this one."
    return (
        f"What {name} says is not so, but nothing in it is signed by this logbook: anybody can have"
        " written it, and it says nothing about the logbook. If you know that it is real, entries"
        " were cut off, or the log was replaced."
    )


def _key_changed(facts: Mapping[str, Any]) -> str:
    return (
        f"The key changed on {facts['at'][:10]}, with entry {facts['entry']:,}. Until then it was"
        f" the one with the fingerprint {facts['before']}."
    )


def _not_compared(facts: Mapping[str, Any]) -> str:
    why = "the log itself does not hold" if facts["log"] else "another version wrote it last"
    return f"What is shown of incidents was not compared with the entries: {why}."


_REMARKS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "mailed": _mailed,
    "late": _late,
    "ahead": _ahead,
    "clock": lambda facts: (
        f"The clock of this computer was set back before entry {facts['first']:,}"
        f"{_times_more(facts['count'] - 1)}; the entries keep the order in which they were written."
    ),
    "erased": lambda facts: (
        f"{count(facts['count'], 'field')} erased for good, each named by an erasure in the log."
    ),
    "unnamed-files": lambda facts: f"No entry names what lies in files/: {_names(facts)}.",
    "unnamed-tokens": lambda facts: f"No entry names what lies in checkpoints/: {_names(facts)}.",
    "no-chain": lambda facts: (
        f"The certificates of {_names(facts)} are not there any more; the time stamp itself is."
        if len(facts["names"]) == 1
        else f"The certificates of {_names(facts)} are not there any more; the time stamps are."
    ),
    "unparsed": lambda facts: (
        f"The time stamp {facts['name']} is kept, but could not be checked here: its form is not one"
        " that this program reads. Try: openssl ts -verify"
    ),
    "untrusted": lambda facts: (
        f"The time stamp {facts['name']} is sound in itself, but nothing on this computer vouches for"
        f" {facts['service']}. Name its certificate with “roots:” in config.yaml, for a bundle"
        " with --roots."
    ),
    "not-compared": _not_compared,
    "stranger": _stranger,
    "key-changed": _key_changed,
}


def checked_shape(what: str, checked: Checked) -> "sharing.Verified":
    """Return the outcome of a check for programs."""
    counts = dict(checked.counts)
    return {
        "path": what,
        "holds": checked.holds,
        "checked": counts.get("entries", counts.get("files", 0)),
        "counts": counts,
        "broken": [{"check": p.check, "place": p.place, "what": p.what} for p in checked.places],
        "outside": [
            {"entries": one.size, "at": utc_text(one.at), "service": one.service}
            for one in checked.outside
        ],
        "remarks": [{"remark": one.key, **one.facts} for one in checked.remarks],
    }
