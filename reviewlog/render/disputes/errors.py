"""What is missing to dispute a review, in calm sentences."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain import dispute_errors, errors, usage_errors
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.vocabulary import SITES


def _listed(first: str, choices: tuple[tuple[str, str], ...]) -> str:
    width = max((len(word) for word, _ in choices), default=0)
    lines = [f"  {harmless_line(word):<{width}}  {harmless_line(text)}" for word, text in choices]
    return "\n".join([first, *lines])


def _either(options: tuple[str, ...]) -> str:
    *first, last = options
    return f"{', '.join(first)} or {last}" if first else last


def _typed(option: str) -> str:
    """The option with a word for its value, as it is typed."""
    values = {"TEXT": "removed 'their words'", "--reference": "--reference 'its number'", "--at": "--at WHEN",
              "--deadline": "--deadline WHEN", "--text": "--text 'what you sent'",
              "--exhibit": "--exhibit E1"}  # fmt: skip
    return values.get(option, option)


DISPUTES: dict[type[errors.ReviewlogError], Callable[[Any], str]] = {
    usage_errors.GroundMissingError: lambda e: _listed(
        f"Missing: --ground ID. {harmless_line(e.site)} acts on its own grounds only; one of them:",
        e.choices,
    ),
    dispute_errors.WithoutModeError: lambda e: (
        f"{e.option} goes with {_either(e.goes_with)}: it says what became of a report.\n"
        f"  reviewlog dispute {e.incident} {e.goes_with[0]} {_typed(e.option)}\nNothing was written."
    ),
    dispute_errors.OtherSiteError: lambda e: (
        f"Entry {harmless_line(e.entry)} is a review on {SITES.get(e.on, harmless_line(e.on))}, not on"
        f" {SITES.get(e.asked, e.asked)}. Leave --site out, or name another entry."
    ),
    usage_errors.ReviewMissingError: lambda e: _listed(
        f"Which review of incident {e.incident}? Name its entry with --of, or say --of all:",
        e.choices,
    ),
}
