"""Running the examples of a playbook: what happened, and whether the agenda says what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import NOTHING
from reviewlog.domain.playbook import Cover, Playbook
from reviewlog.domain.sites import SiteRule
from reviewlog.playbook.rehearsing.examples import Example
from reviewlog.playbook.rehearsing.stage import Stage


class Mismatch(NamedTuple):
    """One thing that an example expects and the agenda does not say."""

    what: str
    """`missing`, `date`, `present` (though never), `first`, `not-open` (a tick without its step)."""
    step: str
    expected: date | None = None
    found: date | None = None
    stands: str | None = None
    """For `first`: the step that does stand first."""


def run_example(
    playbook: Playbook,
    example: Example,
    shelf: Iterable[Cover] = (),
    rules: Mapping[str, SiteRule] = NOTHING,
) -> tuple[Mismatch, ...]:
    """Return where the agenda after an example differs from what it expects; empty when it holds."""
    stage = Stage(playbook, shelf, rules)
    untold = [given for given in example.given if stage.tell(given) is None]
    if untold:
        return tuple(
            Mismatch("not-open", str(given.fields["step"]), stage.day(given.day))
            for given in untold
        )
    items = shown_after(stage)
    found = [*_dates(stage, example, items), *_first(example, items)]
    return (*found, *_present(example, items))


def shown_after(stage: Stage) -> list[Item]:
    """Return what is open once everything was told; what has lapsed by then is gone."""
    return stage.shown(max(entry.happened.start for entry in stage.entries))


def is_offer(item: Item) -> bool:
    """Whether an item only offers another playbook."""
    return not item.playbook and item.done_by == "playbook"


def _dates(stage: Stage, example: Example, items: list[Item]) -> Iterable[Mismatch]:
    for step, day in example.expect.items():
        mine, expected = [item for item in items if item.step == step], stage.day(day)
        if not mine:
            yield Mismatch("missing", step, expected)
        elif all(item.due_on != expected for item in mine):
            yield Mismatch("date", step, expected, mine[0].due_on)


def _first(example: Example, items: list[Item]) -> Iterable[Mismatch]:
    stands = next((item.step for item in items if not is_offer(item)), None)
    if example.first is not None and stands != example.first:
        yield Mismatch("first", example.first, stands=stands)


def _present(example: Example, items: list[Item]) -> Iterable[Mismatch]:
    for step in example.never:
        mine = [item for item in items if item.step == step]
        if mine:
            yield Mismatch("present", step, found=mine[0].due_on)
