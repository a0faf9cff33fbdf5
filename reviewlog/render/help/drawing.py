"""Help on a screen: two columns where there is room, one below the other where there is not."""

from collections.abc import Mapping

from reviewlog.render.help.page import Page, Rows
from reviewlog.render.help.topics import Blocks
from reviewlog.render.layout.style import Style
from reviewlog.render.layout.wrapping import wrap

INDENT = "  "
WIDEST = 26
"""The most that names on the left may take; a longer one has its text on the next line."""
LEAST = 22
"""The least room in which a text on the right can be read."""


def page_text(page: Page, width: int, look: Style) -> str:
    """Return a verb explained."""
    usage = _wrapped(f"Usage: {page.usage}", width, "", " " * 7)
    parts = ["\n".join(usage), *(_paragraph(text, width) for text in page.about)]
    parts += _section("Examples", [INDENT + line for line in page.examples], look)
    for heading, rows in (
        ("What to give", page.words),
        ("Actions", page.actions),
        ("Options", page.options),
        ("Options of every verb", page.shared),
    ):
        parts += _section(heading, row_lines(rows, width), look)
    return "\n\n".join(parts)


def verbs_text(
    about: str,
    jobs: Mapping[str, Mapping[str, str]],
    topics: Mapping[str, str],
    width: int,
    look: Style,
) -> str:
    """Return all verbs by what an owner is doing, and the topics."""
    left = max(len(name) for names in (*jobs.values(), topics) for name in names)
    parts = [_paragraph(about, width), "Usage: reviewlog VERB ..."]
    for job, verbs in jobs.items():
        parts += _section(job, row_lines([*verbs.items()], width, left), look)
    parts += _section(
        "Topics: reviewlog help TOPIC", row_lines([*topics.items()], width, left), look
    )
    more = [
        ("reviewlog help log", "help on a verb"),
        ("reviewlog --version", "which reviewlog this is"),
        ("reviewlog man | man -l -", "all of it as one page"),
    ]
    parts += _section("More", row_lines(more, width), look)
    return "\n\n".join(parts)


def topic_text(blocks: Blocks, width: int, look: Style) -> str:
    """Return a topic; lines to type stay whole, they are copied."""
    parts: list[str] = []
    before = ""
    for kind, text in blocks:
        close = kind == before and kind in ("line", "item")
        parts += [] if close or not parts else [""]
        parts.append(_block(kind, text, width, look))
        before = kind
    return "\n".join(parts)


def _block(kind: str, text: str, width: int, look: Style) -> str:
    if kind == "heading":
        return "\n".join(map(look.strong, _wrapped(text, width)))
    if kind == "line":
        return INDENT + text
    if kind == "item":
        return "\n".join(_wrapped(text, width, "- ", INDENT))
    return _paragraph(text, width)


def row_lines(rows: Rows, width: int, left: int | None = None) -> list[str]:
    """Return names with their texts beside them, or below them on a narrow screen."""
    if left is None:
        left = max((len(name) for name, _ in rows if len(name) <= WIDEST), default=0)
    room = width - len(INDENT) - left - 2
    lines: list[str] = []
    for name, text in rows:
        lines += _beside(name, text, left, room) if room >= LEAST else _below(name, text, width)
    return lines


def _beside(name: str, text: str, left: int, room: int) -> list[str]:
    wrapped = _wrapped(text, room) or [""]
    names = [name] if len(name) > left else []
    column = ["" if names else name] + [""] * (len(wrapped) - 1)
    return [INDENT + name for name in names] + [
        f"{INDENT}{cell:{left}}  {line}".rstrip()
        for cell, line in zip(column, wrapped, strict=True)
    ]


def _below(name: str, text: str, width: int) -> list[str]:
    indent = INDENT * 3
    return [INDENT + name, *_wrapped(text, width, indent, indent)]


def _section(heading: str, lines: list[str], look: Style) -> list[str]:
    return ["\n".join([look.strong(heading), *lines])] if lines else []


def _paragraph(text: str, width: int) -> str:
    """Wrap a paragraph; a line in it that begins with a # is to be copied and stays whole."""
    kept = [line for line in text.split("\n") if line.startswith("# ")]
    prose = " ".join(line for line in text.split("\n") if not line.startswith("# "))
    return "\n".join([*_wrapped(prose, width), *(INDENT + line for line in kept)])


def _wrapped(text: str, width: int, first: str = "", others: str = "") -> list[str]:
    return wrap(text, width, first, others)
