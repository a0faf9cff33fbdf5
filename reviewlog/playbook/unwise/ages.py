"""Facts about sites that nobody has looked up for a year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from reviewlog.domain.sites import is_old
from reviewlog.playbook.strict import Document, Path
from reviewlog.playbook.unwise.view import Found

OLD_FACT = "old-fact"


def old_facts(document: Document, today: date) -> Found:
    """A fact about a site that was last looked up more than a year ago."""
    for path, month in _months(document.data, ()):
        if is_old(month, today):
            yield document.place(path), f"Last looked up in {month}; look again, and say when."


def _months(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Return every `checked` and where it stands."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return
    for key, part in value.items():
        if key == "checked":
            yield (*path, key), part
        else:
            yield from _months(part, (*path, key))
