"""What an entry said before it was corrected: both versions are shown."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from reviewlog.domain.harmless import harmless
from reviewlog.domain.relations import Settled
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.render.words.folded import Folding, counted
from reviewlog.render.words.moments import moment_words, written_words

FIELD_WORDS = {"happened_at": "time", "who": "name", "on_behalf_of": "name", "nick": "shown name",
               "due": "deadline", "no_answer": "unanswered", "sites": "site", "pleased": "all is well", "url": "address",
               "captured_at": "time it was taken", "by": "who took it", "how": "how it was come by", "shows": "what it shows",
               "consent": "who agreed to it"}  # fmt: skip
_TIMES = frozenset(("happened_at", "due", "captured_at"))


def correction_words(settled: Settled, folding: Folding, now: datetime) -> Iterator[str]:
    """Yield what does not hold any more: the lines above are the new ones."""
    for name, before in sorted(settled.corrected.items()):
        last = next(a for a in reversed(settled.amendments) if name in a.fields)
        when = written_words(last, now)
        if name == "incident":
            yield f"moved here from another incident {when}"
            continue
        why = f" ({last.fields['why']})" if last.fields.get("why") else ""
        was = _was(settled, name, before, folding, now)
        yield f"corrected {when}: {FIELD_WORDS.get(name, name)} was {was}{why}"


def _was(settled: Settled, name: str, before: Any, folding: Folding, now: datetime) -> str:
    if before is None:
        return "not noted"
    if name in _TIMES and before:
        return f"“{moment_words(moment_from_field(before), now)}”"
    text = str(before)
    return counted(text) if folding.folds(settled.entry, name) else f"“{harmless(text)}”"
