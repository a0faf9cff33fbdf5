"""What `doctor` found about the place and the set-up of a logbook."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from reviewlog.domain.entry import NOTHING

State = Literal["ok", "look", "bad"]


class Finding(NamedTuple):
    """One thing that was looked at; `render/doctor.py` words it and says what to do."""

    state: State
    """`look`: it works, but is worth a look. `bad`: it does not work, or entries are in danger."""
    check: str
    what: str = "ok"
    """What is the matter."""
    facts: Mapping[str, Any] = NOTHING
