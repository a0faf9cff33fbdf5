"""What is to be known of a bundle that holds, in words: whose key, how much, known since when."""

from collections.abc import Callable, Mapping
from typing import Any


def _key(facts: Mapping[str, Any]) -> str:
    earlier = (
        f" Earlier keys of the log: {', '.join(facts['earlier'])}. That it took over from them,"
        " nothing but this key says."
        if facts["earlier"]
        else ""
    )
    return (
        f"Signed with the key {facts['fingerprint']}.{earlier} A file cannot tell whose key that is:"
        " ask the business for these numbers by another way, and compare."
    )


def _sealed(facts: Mapping[str, Any]) -> str:
    what = "1 entry is" if facts["entries"] == 1 else f"{facts['entries']:,} entries are"
    return (
        f"The holder of the key has signed that its {what} all that the log has about the incident up"
        f" to entry {facts['size']:,} of the log. This bundle alone cannot show that; another one"
        " that holds more would show it."
    )


def _no_time(_: Mapping[str, Any]) -> str:
    return (
        "No time from outside is in it that could be checked: when all this was written, only the"
        " computer of the business says."
    )


def _unstamped(facts: Mapping[str, Any]) -> str:
    what = "1 entry is" if facts["count"] == 1 else f"{facts['count']:,} entries are"
    return (
        f"{what} covered by no time stamp that could be checked: when that was written, only the"
        " computer of the business says."
    )


def _layout(facts: Mapping[str, Any]) -> str:
    made_by = facts["made_by"] or "another version"
    return (
        f"Its pages were made by {made_by} and are laid out in another way than this version does"
        " it: only what they show of each entry was compared, not the words between."
    )


WORDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "key": _key,
    "sealed": _sealed,
    "no-time": _no_time,
    "unstamped": _unstamped,
    "layout": _layout,
}
"""By the key of the remark."""
