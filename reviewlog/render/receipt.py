"""The answer to every entry: what was written down, as it was understood."""

import re
from datetime import datetime
from typing import Any

from reviewlog.domain.entry import CLOCK_BACK, Entry
from reviewlog.domain.money import money_words
from reviewlog.domain.time.moment import Moment, moment_from_field
from reviewlog.logbook.receipt import Receipt
from reviewlog.render.layout.blocks import paragraph, shortened
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.words.moments import lateness, moment_words
from reviewlog.render.words.phrases import phrase, who_words
from reviewlog.render.words.when import near_moment, until_moment

EATEN = r"(?:^|\s)(?:00|[.,]\d\d)(?=\s|$|[.,;])"
"""What the shell leaves of "$500": it reads $5 as its own and keeps 00."""
SWALLOWED = (
    "Is a sum missing? In double quotes the shell swallows $5; use single quotes,"
    " and reviewlog amend sets it right."
)
PEACE = "They were to be left in peace. It is on record; leave it at that for now."
LIFTED = "They had asked to be left alone; now that they got in touch, you may answer."
DANGER = (
    "If anybody may be in danger, ring the emergency number first: 112, 999 or 911.\n"
    "The log can wait."
)


def receipt_text(
    receipt: Receipt, now: datetime, width: int, remark: str | None = None, style: Style = PLAIN
) -> str:
    """Return the receipt, what was set by it, and a remark of the verb's own."""
    texts = [*_remarks(receipt, now), *([remark] if remark else [])]
    lines = [line for text in texts for line in paragraph(text, width, 2)]
    return "\n".join([receipt_head(receipt, now, width, style), *lines])


def receipt_head(receipt: Receipt, now: datetime, width: int, style: Style = PLAIN) -> str:
    """Return who did what and when, in lines of a width."""
    lines = paragraph(receipt_line(receipt, now), width, 2)
    return "\n".join(style.strong(line) for line in lines)


def receipt_line(receipt: Receipt, now: datetime) -> str:
    """Return who did what and when, `Kept, 12 (entry 31). Dana phoned you, Sat 21 Nov 16:40.`."""
    what = phrase(_shown_entry(receipt), receipt.facts.customer)
    moment = moment_words(_shown_entry(receipt).happened, now)
    late = lateness(_shown_entry(receipt))
    when = f"{moment}, written {late} later" if late else moment
    return f"{_kept(receipt)} {what}, {when}."


def _kept(receipt: Receipt) -> str:
    main, number = receipt.main, receipt.row["number"]
    if main.rel == "amends":
        return f"Corrected, {number} (entry {main.id.seq} corrects {main.refs[0].id.seq})."
    return f"Kept, {number} (entry {main.id.seq})."


def _shown_entry(receipt: Receipt) -> Any:
    """An amendment shows the entry as it stands now."""
    main = receipt.main
    if main.rel != "amends":
        return main
    wanted = {ref.id for ref in main.refs}
    return next((e for e in receipt.facts.entries if e.id in wanted), main)


def _remarks(receipt: Receipt, now: datetime) -> list[str]:
    lines = [f"{label} {near_moment(moment, now)}." for label, moment in _set_dates(receipt, now)]
    lines += [f"Sum: {text}." for text in _sums(receipt)]
    texts = [receipt.main.fields.get(name) for name in ("quote", "text", "said", "answer")]
    lines += [f"“{shortened(text)}”" for text in texts if text]
    files = [e for e in receipt.entries[1:] if e.kind == "evidence"]
    lines += [f"{phrase(file, None)} (entry {file.id.seq})." for file in files]
    number = receipt.row["number"]
    closing = receipt.main.fields.get("state") == "closed"
    names = [e for e in receipt.entries if e.rel == "amends" and "who" in e.fields]
    renamed = sum(len(entry.refs) for entry in names)
    clock = _clock(receipt, now)
    remarks = (
        (clock is not None, clock or ""),
        (any(text and re.search(EATEN, text) for text in texts), SWALLOWED),
        (renamed > 1, f"The name is set right in {renamed} entries."),
        (receipt.joined, f"Written into {who_words(dict(receipt.row))}'s open incident {number}."),
        (receipt.breached, PEACE),
        (receipt.lifted, LIFTED),
        (closing, "You did what could be done."),
        (
            receipt.facts.closed and not closing,
            f"Incident {number} is closed. If it is not over: reviewlog reopen {number}",
        ),
    )
    return lines + [text for holds, text in remarks if holds] + _against(receipt)


def _clock(receipt: Receipt, now: datetime) -> str | None:
    if not any(CLOCK_BACK in entry.fields for entry in receipt.entries):
        return None
    from reviewlog.render.words.custody import clock_words

    return clock_words(receipt.entries, now)


def _against(receipt: Receipt) -> list[str]:
    rule = receipt.main.fields.get("rule")
    if not rule:
        return []
    from reviewlog.render.words.rules import rule_sentence

    return [f"Planned against the rule: {rule_sentence(rule)}"]


SET_DATES = {
    "demand": "Their deadline:",
    "promise": "Promised for",
    "reminder": "For",
    "dispute": "Set by the site:",
}


def _set_by(entry: Entry) -> str:
    if entry.kind == "dispute" and not entry.fields.get("site"):
        return "The day it names:"
    return SET_DATES.get(entry.kind, "For")


def _set_dates(receipt: Receipt, now: datetime) -> list[tuple[str, Moment]]:
    """The dates to come that this command set, as they were understood."""
    found = [
        (_set_by(e), moment_from_field(e.fields["due"]))
        for e in receipt.entries
        if e.fields.get("due")
    ]
    for e in receipt.entries:
        if e.fields.get("captured_at"):
            found.append(("Taken", moment_from_field(e.fields["captured_at"])))
    for name, label in (("until", "Put off until"), ("cool_until", "No contact before")):
        said = receipt.main.fields.get(name)
        if receipt.main.kind == "hold" and said:
            found.append(("On hold until", moment_from_field(said)))
        elif said:
            found.append((label, until_moment(said, now)))
    return found


def _sums(receipt: Receipt) -> list[str]:
    """The sums that this command wrote down, as they were understood."""
    return [
        money_words(e.fields[name], e.fields.get("currency"))
        for e in receipt.entries
        for name in ("amount", "cost")
        if e.fields.get(name)
    ]
