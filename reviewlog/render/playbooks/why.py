"""Why a step is due, or is not: the rule, the entry it counts from, what ends it, the advice."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from reviewlog.domain.agenda.explain import Account
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import EntryId
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.sites import SITE_FACTS
from reviewlog.logbook.acting.reasons import Reasons, label_of, moved_from
from reviewlog.logbook.acting.stepping import BY_ENTRY, MESSAGE, entry_line
from reviewlog.render.layout.blocks import block, paragraph
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.layout.tables import drawn
from reviewlog.render.playbooks.listing import done_words, source_words
from reviewlog.render.words.days import short_date
from reviewlog.render.words.moments import moment_words
from reviewlog.render.words.phrases import phrase, who_words
from reviewlog.render.words.sitewords import age_words
from reviewlog.render.words.terms import after_words, condition_words, fact_words, timing_words
from reviewlog.render.words.when import when_words

MARGIN = 8
SITE_FORBIDS = "site-forbids"
"""The never-rule that rests on what is known of a site."""
HOLDS = {
    "cooling": "they are to be left in peace",
    "gap": "your last message is too fresh",
}
WAITS = "It ends by itself on its day, and at once when they get in touch."

WORN_OUT = "it came up often enough; it comes back when they get in touch"


def why_text(
    told: Reasons, now: datetime, width: int, look: Style = PLAIN, columns: int | None = None
) -> str:
    """Return the reasons that were asked for, then, where no step was named, all steps in short.

    `columns` are those that a table may take on a terminal.
    """
    head = f"Incident {told.view.row['number']}: {harmless_line(who_words(dict(told.view.row)))}"
    lines = [look.strong(head)]
    for account in told.asked:
        first, *others = _account(account, told, now, width)
        lines += ["", *map(look.strong, paragraph(first, width)), *others]
    if not told.asked:
        lines += ["", "Nothing is left to do."]
    if not told.named:
        lines += [
            "",
            *(_lines(told, now, width) if columns is None else _table(told, now, columns)),
        ]
    return "\n".join(lines)


def _account(account: Account, told: Reasons, now: datetime, width: int) -> list[str]:
    label = label_of(account, told.accounts)
    lines = [f"{label}: {harmless_line(account.title)}"]
    for name, texts in _parts(account, told, now):
        shown = [text for text in texts if text]
        lines += block(name, shown, width, MARGIN) if shown else []
    return lines


def _parts(account: Account, told: Reasons, now: datetime) -> Iterator[tuple[str, list[str]]]:
    rule, item = account.rule, account.item
    yield "State", [state_words(account, now)]
    yield "Moved", [_moved(account, told, now)]
    yield "Rule", [_sentence(timing_words(rule))] if rule else []
    yield "If", _joined("and", condition_words(rule.when)) if rule else []
    yield "Unless", _joined("or", condition_words(rule.unless)) if rule else []
    yield "Age", age_words(old_sites(account, told))
    yield "From", [_entry(account.anchor, told, now)]
    yield "Fact", [_entry(account.ground, told, now)]
    yield "By", [_entry(account.done_by, told, now), _quoted(account.why)]
    yield "Rests", ["; ".join(account.never.source)] if account.never else []
    yield "Why", [item.why if item else rule.why if rule else ""]
    yield "Ends", ends(account, told) if item else []
    yield "Advice", list(advice(account, told))


def old_sites(account: Account, told: Reasons) -> tuple[tuple[str, str], ...]:
    """Return the sites with old facts, where it depends on what a site allows."""
    rule, never = account.rule, account.never
    asked = {*rule.when, *rule.unless} if rule else set()
    forbids = never is not None and never.id == SITE_FORBIDS
    return told.old_sites if forbids or not asked.isdisjoint(SITE_FACTS) else ()


def _moved(account: Account, told: Reasons, now: datetime) -> str:
    on = moved_from(account, told.calendar)
    if on is None:
        return ""
    return f"It fell on {short_date(on.isoformat(), now.date().isoformat())}, when you are away."


def _joined(word: str, texts: list[str]) -> list[str]:
    return [text if n == 0 else f"{word} {text}" for n, text in enumerate(texts)]


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _quoted(text: str | None) -> str:
    return f"“{harmless_line(text)}”" if text else ""


def _entry(found: EntryId | None, told: Reasons, now: datetime) -> str:
    """Return `entry 12, Dana phoned you, Sat 21 Nov 16:40`."""
    entry = next((e for e in told.view.facts.entries if e.id == found), None)
    if entry is None:
        return ""
    what = phrase(entry, told.view.facts.customer)
    return f"entry {entry.id.seq}, {what}, {moment_words(entry.happened, now)}"


def ends(account: Account, told: Reasons) -> list[str]:
    """Return what would end a step: in words, then the lines to type."""
    item, number = account.item, str(told.view.row["number"])
    if item is None:
        return []
    if item.kind == "wait":
        return [WAITS]
    if not item.done_by:
        label = label_of(account, told.accounts)
        if item.outside:
            return _outside_ends(item, number, label)
        if item.kind == "reply":
            return _reply_ends(number, label)
        fades = bool(account.rule and (account.rule.when or account.rule.unless))
        words = "It ends when you tick it, or when that no longer holds:"
        first = words if fades else "It ends when you tick it:"
        return [first, f"reviewlog done {number} {label}"]
    wanted = account.rule.done_by if account.rule else {"entry": (item.done_by,)}
    if "in" in wanted.get("direction", ()) and "out" not in wanted["direction"]:
        line = f"reviewlog log --incident {number} 'what they said'"
    else:
        line = entry_line(item, number)
    words = "when you write down that you sent it, or tick it" if item.step == MESSAGE else ""
    return [f"It ends {words or done_words(wanted)}:", line]


def _reply_ends(number: str, label: str) -> list[str]:
    """An answer in public ends with what was posted, or when it is ticked."""
    line = f"reviewlog {BY_ENTRY['reply'].format(n=number)}"
    first = "It ends when you write down what you posted, or tick it:"
    return [first, line, f"{line} --posted", f"reviewlog done {number} {label}"]


def _outside_ends(item: Item, number: str, label: str) -> list[str]:
    """A date that others set ends with our answer to them, or when it is ticked."""
    answer = f"reviewlog {BY_ENTRY['demand'].format(n=number)}"
    theirs = item.step.startswith("their-")
    first = (
        "It ends when you answer what they want, or tick it:"
        if theirs
        else ("It ends when you answer the review, or tick it:")
    )
    return [first, *([answer] if theirs else []), f"reviewlog done {number} {label}"]


def advice(account: Account, told: Reasons) -> Iterator[str]:
    """Yield what the step rests on."""
    names = account.item.source if account.item else account.rule.source if account.rule else ()
    sources: Mapping[str, str] = told.behind.playbook.sources if told.behind.playbook else {}
    yield from source_words(names, sources)


def state_words(account: Account, now: datetime) -> str:
    """Return how a step stands, in a few words."""
    if account.item is not None:
        return _open_words(account, account.item, now)
    if account.never is not None:
        return f"not asked for: {account.never.sentence}"
    if account.state == "not asked":
        return f"not asked for: {fact_words(account.fact, (account.word,))}"
    if account.state == "not yet":
        return f"not yet: it waits until {after_words(account.after)}"
    if account.state == "worn out":
        return WORN_OUT
    by = f" (entry {account.done_by.seq})" if account.done_by else ""
    return f"{account.state}{by}"


def _open_words(account: Account, item: Item, now: datetime) -> str:
    when = when_words(item, now)
    if item.closes_at is not None and item.closes_at <= now and item.kind != "wait":
        return f"lapsed on {short_date(item.closes_at.date().isoformat(), now.date().isoformat())}"
    ahead = account.until is not None and account.until > now
    if account.state == "held" and ahead:
        return f"held back, {HOLDS[account.held_by]}: {when}"
    if account.state == "put off" and ahead:
        return f"put off: {when}"
    return when


def _table(told: Reasons, now: datetime, columns: int) -> list[str]:
    rows = [(label_of(one, told.accounts), state_words(one, now)) for one in told.accounts]
    return [drawn(("All steps", "How they stand"), rows, columns)]


def _lines(told: Reasons, now: datetime, width: int) -> list[str]:
    labels = [label_of(account, told.accounts) for account in told.accounts]
    margin = min(width // 2, max((len(label) for label in labels), default=0) + 4)
    lines = ["All steps"]
    for label, account in zip(labels, told.accounts, strict=True):
        name = f"  {label}"
        if len(name) >= margin:
            lines.append(name)
            name = ""
        lines += block(name, [state_words(account, now)], width, margin)
    return lines
