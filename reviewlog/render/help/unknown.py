"""A line that cannot be read: what may have been meant by it, and one that works."""

from collections.abc import Callable
from typing import Any

from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import UnknownWordError
from reviewlog.render.help.page import Page
from reviewlog.render.layout.wrapping import hanging

ASKS = {0: "", 1: " Do you mean this?"}
MORE = "Nothing was done. All verbs and topics: reviewlog help"


def unknown_word(e: UnknownWordError) -> str:
    """Return what to type instead; lines to type stay whole, whatever the width."""
    asks = ASKS.get(len(e.lines), " Do you mean one of these?")
    first = f"“{harmless_line(e.word)}” is no {e.what}.{asks}"
    lines = [
        part
        for line, text in e.lines
        for part in (f"  {harmless_line(line)}", hanging(f"      {text}", e.columns, 0))
    ]
    if not lines:
        lines = _nothing_meant(e.what)
    return "\n".join([hanging(first, e.columns, 0), "", *lines, "", hanging(MORE, e.columns, 0)])


def _nothing_meant(what: str) -> list[str]:
    """Return what to type where nothing can have been meant."""
    if what == "verb":
        return ["To write something down:", "  reviewlog log 'What was said' --who 'Their name'"]
    if what.startswith("action of "):
        return ["What there is:", f"  reviewlog help {what.removeprefix('action of ')}"]
    return ["For the first time:", "  reviewlog help first-call"]


def wrong_line(fault: str, page: Page, columns: int) -> str:
    """Return what is wrong with a line, how the verb is used, and where its help is."""
    told = (
        hanging(harmless_line(fault), columns, 0),
        hanging(f"Usage: {page.usage}", columns, 7),
        f"  {page.examples[0]}",
        f"More: reviewlog help {page.name.removeprefix('reviewlog ')}",
    )
    return "\n".join(told)


HELPING: dict[type[ReviewlogError], Callable[[Any], str]] = {UnknownWordError: unknown_word}
