"""What is to be known of a bundle that holds, in words: whose key, how much, known since when."""

from collections.abc import Callable, Mapping
from typing import Any

_MOST_NAMES = 12


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


def _are(number: int, one: str, more: str) -> str:
    return f"1 {one} is" if number == 1 else f"{number:,} {more} are"


def _sealed(facts: Mapping[str, Any]) -> str:
    what = _are(facts["entries"], "entry", "entries")
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
    what = _are(facts["count"], "entry", "entries")
    return (
        f"{what} covered by no time stamp that could be checked: when that was written, only the"
        " computer of the business says."
    )


def _layout(facts: Mapping[str, Any]) -> str:
    made_by = facts["made_by"] or "an unknown version"
    return (
        f"It names {made_by}, which lays out its pages in another way than this version does. Of the"
        " report only the words of each entry were compared with the log. Nothing else in"
        f" {_listed(facts['pages'])} was compared: of that the seal says only that the business"
        " made it so. The version that made the bundle can compare all of it."
    )


def _pdf(_: Mapping[str, Any]) -> str:
    return (
        "report.pdf was not compared with the entries: the seal says only that the business made it"
        " so. report.html says the same, and was."
    )


def _form(_: Mapping[str, Any]) -> str:
    return (
        "form.txt is not what this version makes of the entries, perhaps because the business has"
        " rules of its own for the site: its words are only those of the business."
    )


def _checker(_: Mapping[str, Any]) -> str:
    return (
        "tools/verify.html was not compared with the one of the version that made the bundle: take"
        " that page from the source of reviewlog."
    )


def _left_out(facts: Mapping[str, Any]) -> str:
    what = _are(facts["count"], "field", "fields")
    its = "it opens the field" if facts["count"] == 1 else "it opens them"
    return (
        f"{what} told with words left out. What stands there is the word of the business, until"
        f" {its}: here the log shows only a digest of each."
    )


def _unbound(facts: Mapping[str, Any]) -> str:
    labels = facts["exhibits"]
    is_bound = "is" if len(labels) == 1 else "are"
    return (
        f"{_listed(labels)} {is_bound} bound by the seal only, not by an entry of the log: words were"
        " left out of the field that names the file."
    )


def _corrected_closed(facts: Mapping[str, Any]) -> str:
    numbers = [f"{number:,}" for number in facts["entries"]]
    what = "Entry" if len(numbers) == 1 else "Entries"
    was = "was" if len(numbers) == 1 else "were"
    return f"{what} {_listed(numbers)} {was} corrected later in something that is not shown here."


def _kept_back(facts: Mapping[str, Any]) -> str:
    numbers = [f"{number:,}" for number in facts["entries"]]
    what = "the file of entry" if len(numbers) == 1 else "the files of entries"
    return f"It does not hold everything: {what} {_listed(numbers)} may have been left out."


def _listed(names: list[str]) -> str:
    shown = names if len(names) <= _MOST_NAMES else names[:_MOST_NAMES]
    if len(shown) < len(names):
        return f"{', '.join(shown)} and {len(names) - len(shown):,} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


WORDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "key": _key,
    "sealed": _sealed,
    "no-time": _no_time,
    "unstamped": _unstamped,
    "layout": _layout,
    "pdf": _pdf,
    "form": _form,
    "checker": _checker,
    "left-out": _left_out,
    "unbound": _unbound,
    "corrected-closed": _corrected_closed,
    "kept-back": _kept_back,
}
"""By the key of the remark."""
