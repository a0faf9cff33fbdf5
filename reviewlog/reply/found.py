"""What a check of one rule hands over."""

from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span


class Found(NamedTuple):
    """One thing that a check found."""

    spans: tuple[Span, ...] = ()
    said: str = ""
    twin: str = ""
    """The number of the entry of an earlier reply that is nearly the same."""
