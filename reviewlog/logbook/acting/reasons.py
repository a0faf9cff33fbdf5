"""Why: how things stand with every step of an incident, and which of them was asked about."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from reviewlog.domain.agenda.explain import Account, explain
from reviewlog.domain.errors import NoSuchStepError
from reviewlog.domain.sites import old_sites
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.vocabulary import alike
from reviewlog.logbook.acting.background import Background, background_of
from reviewlog.logbook.acting.stepping import next_items
from reviewlog.logbook.base import Book
from reviewlog.logbook.receipt import View


class Reasons(NamedTuple):
    """Every step with its reasons, and those that were asked about."""

    view: View
    behind: Background
    accounts: tuple[Account, ...]
    asked: tuple[Account, ...]
    named: bool
    """Whether a step was named; else `asked` holds the next one, if there is one."""
    calendar: Calendar
    old_sites: tuple[tuple[str, str], ...] = ()
    """The sites concerned that nobody looked up for a year, each with the month."""


def reasons_of(book: Book, incident: str, step: str | None) -> Reasons:
    """Return why STEP (or STEP@ENTRY) is due or is not; without it why the next one is.

    Raises NoSuchStepError.
    """
    view = book.view(incident)
    with book.store.reading():
        behind = background_of(book.store, book.calendar, view)
        shelf = book.store.projections.covers()
    accounts = explain(behind.playbook, view.facts, book.calendar, shelf)
    if step is None:
        asked = _next(view, accounts, book.now())
    else:
        asked = _named(step, accounts, str(view.row["number"]))
    old = old_sites(view.facts.sites, book.site_rules, book.calendar.day_of(book.now()))
    return Reasons(view, behind, accounts, asked, step is not None, book.calendar, old)


def _next(view: View, accounts: Sequence[Account], now: datetime) -> tuple[Account, ...]:
    """Return the account of the step that `next` shows."""
    for item in next_items(view.agenda, now)[:1]:
        key = (item.playbook, item.step, item.anchor)
        return tuple(
            a for a in accounts if a.item and (a.item.playbook, a.item.step, a.item.anchor) == key
        )
    return ()


def _named(word: str, accounts: Sequence[Account], number: str) -> tuple[Account, ...]:
    name, _, entry = word.partition("@")
    found = tuple(
        a for a in accounts if a.step == name and entry in ("", str(a.anchor and a.anchor.seq))
    )
    if found:
        return found
    known = tuple(dict.fromkeys(label_of(account, accounts) for account in accounts))
    near = alike(name, [a.step for a in accounts])
    raise NoSuchStepError(number, word, known, near[0] if near else None)


def moved_from(account: Account, calendar: Calendar) -> date | None:
    """Return the day in an absence on which a step of ours would have been due."""
    rule, item, at = account.rule, account.item, account.anchor_at
    if rule is None or item is None or at is None or rule.within is None or item.due_on is None:
        return None
    on = max(calendar.date_after(at, rule.within), calendar.day_of(item.opens_at))
    return on if on != item.due_on == calendar.own_target(on) else None


def label_of(account: Account, accounts: Sequence[Account]) -> str:
    """Return the word that names a step: with its entry where several share it."""
    alike = [other for other in accounts if other.step == account.step]
    if len(alike) == 1 or account.anchor is None:
        return account.step
    return f"{account.step}@{account.anchor.seq}"
