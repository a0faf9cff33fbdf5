"""What doctor says of one entry, and of more."""

from datetime import UTC, datetime

import pytest

from reviewlog.domain.health import Finding
from reviewlog.render.doctor import words

NOW = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)


@pytest.mark.parametrize(("entries", "held"), [(1, "1 entry"), (1200, "1,200 entries")])
def test_one_entry_is_told_as_one(entries, held):
    logbook = Finding("ok", "logbook", "ok", {"entries": entries})
    assert words(logbook, NOW) == f"opens; {held}"
    checkpoint = Finding("ok", "checkpoint", "ok", {"entries": entries, "size": 1})
    assert words(checkpoint, NOW) == f"covers 1 of {held}"
