"""A line to type, as somebody copies it."""

import shlex
from collections.abc import Sequence

from reviewlog.domain.harmless import harmless_line


def line_to_type(words: Sequence[str]) -> str | None:
    """Return words as they are typed, None where a screen could not show them letter for letter."""
    line = shlex.join(words)
    return line if harmless_line(line) == line else None
