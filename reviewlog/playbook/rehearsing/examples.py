"""What the `examples` of a playbook hold: entries on days, and what must be due after them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Given(NamedTuple):
    """One entry of an example: the day it happened (0 is the first), the time of day, and what it says."""

    day: int
    at: str
    kind: str
    fields: Mapping[str, Any]


class Example(NamedTuple):
    """One test of a playbook: what happened, and what must stand in the agenda afterwards, and what must not."""

    name: str
    given: tuple[Given, ...]
    expect: Mapping[str, int]
    first: str | None
    never: tuple[str, ...]
    line: int
