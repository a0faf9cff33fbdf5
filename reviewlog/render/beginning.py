"""The first words, before anything was written down."""

from reviewlog.domain.harmless import harmless_line
from reviewlog.render.layout.wrapping import wrap

INDENT = "  "


def first_words(folder: str, width: int) -> str:
    """Return what an owner may type first, and where it will all be kept."""
    place = harmless_line(folder)
    parts = (
        "Nothing is written down yet. After a call, a message or a bad review, type:",
        f"{INDENT}reviewlog log",
        "It asks what it needs to know, then says what to do next. "
        "To watch a whole story first, type:",
        f"{INDENT}reviewlog demo",
        f"Everything stays on this machine, in {place}",
    )
    return "\n".join("\n".join(wrap(part, width)) for part in parts)
