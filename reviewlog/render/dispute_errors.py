"""What is missing to dispute a review, in calm sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import errors, usage_errors
from reviewlog.domain.harmless import harmless_line


def _listed(first: str, choices: tuple[tuple[str, str], ...]) -> str:
    width = max((len(word) for word, _ in choices), default=0)
    lines = [f"  {harmless_line(word):<{width}}  {harmless_line(text)}" for word, text in choices]
    return "\n".join([first, *lines])


DISPUTES: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    usage_errors.GroundMissingError: lambda e: _listed(
        f"Missing: --ground ID. {harmless_line(e.site)} acts on its own grounds only; one of them:",
        e.choices,
    ),
    usage_errors.ReviewMissingError: lambda e: _listed(
        f"Which review of incident {e.incident}? Name its entry with --of, or say --of all:",
        e.choices,
    ),
}
