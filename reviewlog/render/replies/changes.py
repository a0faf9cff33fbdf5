"""The versions of a text, each with what became of the one before."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import Drafting, is_draft
from reviewlog.render.layout.wrapping import wrap_stored
from reviewlog.render.replies.screen import text_lines
from reviewlog.render.words.moments import moment_words, written_words
from reviewlog.reply.changes import ADDED, GONE, KEPT, WHATS, Change, changes

LEGEND = "[-so-] is what went, {+so+} is what came."
BEFORE, AFTER = "It was written anew. Before:", "Now:"
SAME = "Nothing was changed."
ERASED = "Its words were erased."
SCRAP = 2
"""So few words that were kept between two changes are read as a part of them."""
AROUND = 6
"""Words that are shown on either side of a change."""
KEPT_SHARE = 3
"""Where less than the third part of the words was kept, it is another text."""
LONGEST = 60
"""Words of a change that are shown at its beginning and at its end."""


class Version(NamedTuple):
    """A draft, or what was posted in the end."""

    entry: Entry
    number: int | None
    """Which draft it is, from 1; None for what went out."""

    @property
    def text(self) -> str:
        """Its words; nothing where they were erased."""
        return str(self.entry.fields.get("text") or "")


def versions_of(drafting: Drafting) -> list[Version]:
    """Return every version of a text and what went out of it, as they were written."""
    written = sorted([*drafting.drafts, *drafting.posted], key=lambda e: e.written_order)
    numbers = {e.id: n for n, e in enumerate((e for e in written if is_draft(e)), 1)}
    return [Version(entry, numbers.get(entry.id)) for entry in written]


def versions_text(versions: Sequence[Version], heading: str, now: datetime, width: int) -> str:
    """Return every version, the first one whole, the others by what changed."""
    lines, before = [f"{heading} {LEGEND}"], ""
    for version in versions:
        lines += ["", _title(version, now)]
        if not version.text:
            lines.append(f"  {ERASED}")
        elif before:
            lines += changes_lines(changes(before, version.text), width)
        else:
            lines += text_lines(version.text, width)
        before = version.text or before
    return "\n".join(lines)


def _title(version: Version, now: datetime) -> str:
    entry = version.entry
    if version.number is None:
        name = "SENT" if entry.kind == "interaction" else "POSTED"
        return f"{name}, {moment_words(entry.happened, now)} (entry {entry.id.seq})"
    return f"VERSION {version.number}, {written_words(entry, now)} (entry {entry.id.seq})"


def changes_lines(found: Sequence[Change], width: int) -> list[str]:
    """Return what changed, with some words around each change."""
    if all(change.what == KEPT for change in found):
        return [f"  {SAME}"]
    if is_another(found):
        return _anew(found, width)
    text = " ".join(_told(smooth(found)))
    return wrap_stored(text, width, "  ", "  ")


def is_another(found: Sequence[Change]) -> bool:
    """Whether so little was kept that it is another text."""
    words = {what: sum(len(c.text.split()) for c in found if c.what == what) for what in WHATS}
    longer = max(words[GONE], words[ADDED]) + words[KEPT]
    return min(words[GONE], words[ADDED]) > 0 and words[KEPT] * KEPT_SHARE < longer


def _anew(found: Sequence[Change], width: int) -> list[str]:
    """Return the old text and the new one: a difference of theirs cannot be read."""
    old = "".join(change.text for change in found if change.what != ADDED).strip()
    new = "".join(change.text for change in found if change.what != GONE).strip()
    return [f"  {BEFORE}", *text_lines(old, width), "", f"  {AFTER}", *text_lines(new, width)]


def smooth(found: Sequence[Change]) -> list[Change]:
    """Return changes as people read them: what went before what came, no scraps kept between."""
    made: list[Change] = []
    gone, added = "", ""
    for place, change in enumerate(found):
        is_inside = 0 < place < len(found) - 1
        is_scrap = is_inside and len(change.text.split()) <= SCRAP
        if change.what == KEPT and not is_scrap:
            made += [*_changed(gone, added), change]
            gone, added = "", ""
            continue
        gone += change.text if change.what != ADDED else ""
        added += change.text if change.what != GONE else ""
    return [*made, *_changed(gone, added)]


def _changed(gone: str, added: str) -> Iterator[Change]:
    if gone:
        yield Change(GONE, gone)
    if added:
        yield Change(ADDED, added)


def _told(found: Sequence[Change]) -> Iterator[str]:
    last = len(found) - 1
    for place, change in enumerate(found):
        if change.what == GONE:
            yield f"[-{_shortened(change.text, LONGEST, LONGEST)}-]"
        elif change.what == ADDED:
            yield f"{{+{_shortened(change.text, LONGEST, LONGEST)}+}}"
        else:
            before, after = (0 if place == 0 else AROUND), (0 if place == last else AROUND)
            yield _shortened(change.text, before, after)


def _shortened(text: str, before: int, after: int) -> str:
    """Return a text on one line without its middle, or without what is far from any change."""
    words = harmless_line(text).split()
    if len(words) <= max(before + after, 2 * AROUND):
        return " ".join(words)
    return " ".join([*words[:before], "…", *words[len(words) - after :]])
