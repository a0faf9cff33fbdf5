"""The topics of the help, which lie beside this file as texts."""

from importlib.resources import files

Blocks = list[tuple[str, str]]
"""A topic as its headings, paragraphs, items and lines to type, in order."""

MARKS: dict[str, str] = {"# ": "heading", "- ": "item", "    ": "line"}
"""How a block begins that is no paragraph."""


def topic_blocks(name: str) -> Blocks:
    """Return a topic as headings, paragraphs, items and lines to type, in order."""
    text = files("reviewlog.render.help").joinpath("texts", f"{name}.txt").read_text("utf-8")
    return blocks_of(text)


def blocks_of(text: str) -> Blocks:
    """Return the blocks of a text: marked lines by themselves, the others as paragraphs."""
    blocks: Blocks = []
    goes_on = False
    for line in text.split("\n"):
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        kind = MARKS.get(mark, "text")
        if mark:
            blocks.append((kind, line.removeprefix(mark).strip()))
        elif goes_on and line:
            last, before = blocks[-1]
            blocks[-1] = (last, f"{before} {line.strip()}")
        elif line:
            blocks.append((kind, line))
        goes_on = bool(line) and kind in ("text", "item")
    return blocks
