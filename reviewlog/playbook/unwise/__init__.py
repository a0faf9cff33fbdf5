"""What is meaningful in a playbook but unwise: a table of rules, each explained by its docstring."""

from collections.abc import Callable
from inspect import cleandoc
from typing import NamedTuple

from reviewlog.playbook.unwise import ages, proofs, slips, times, ways
from reviewlog.playbook.unwise.view import Found, View

RULES: dict[str, Callable[[View], Found]] = {
    "unreachable": ways.unreachable,
    "barred": ways.barred,
    "dead-end": ways.dead_end,
    "early-request": ways.early_request,
    "unfulfilled": ways.unfulfilled,
    "undated": times.undated,
    "endless-wait": times.endless_wait,
    "due-too-early": times.due_too_early,
    "lasting-must": times.lasting_must,
    "over-budget": times.over_budget,
    "small-gap": times.small_gap,
    "untested": proofs.untested,
    "unknown-offer": proofs.unknown_offer,
    "two-texts": proofs.two_texts,
    "stale-sites": proofs.stale_sites,
    "unknown-verb": proofs.unknown_verb,
    "odd-quotes": slips.odd_quotes,
    "unknown-source": slips.unknown_source,
}
"""Every rule by its id."""


class Remark(NamedTuple):
    """Something unwise, and where; line and column count from 1."""

    line: int
    column: int
    rule: str
    text: str


def remarks(view: View) -> tuple[Remark, ...]:
    """Return everything unwise in a playbook, in the order of the file."""
    found = {
        Remark(place.line, place.column, rule, text)
        for rule, find in RULES.items()
        for place, text in find(view)
    }
    return tuple(sorted(found))


def explained() -> dict[str, str]:
    """Return what each rule is about, by its id."""
    told = {rule: find.__doc__ for rule, find in RULES.items()}
    told[ages.OLD_FACT] = ages.old_facts.__doc__
    return {rule: cleandoc(text or "") for rule, text in told.items()}
