"""A text of ours that exists as a page, as blocks for paper: its words stand in one place only."""

from html.parser import HTMLParser
from typing import Any

_BLOCKS = {"h3": "title", "p": "text", "li": "item", "dt": "blank"}
"""The tags that such a text is made of, and what they are on paper."""
_KINDS = ("caution", "soft")


def blocks_of(html: str) -> list[dict[str, Any]]:
    """Return the blocks of a page's part, in their order; items of a list have their number.

    Only for templates of ours that use these tags: what they are filled with is text by then.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block["text"]]


class _Reader(HTMLParser):
    """Collects the text of each block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[dict[str, Any]] = []
        self._open = False
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul"):
            self._number = 0 if tag == "ol" else -1
        if tag in _BLOCKS:
            self._begin(tag, dict(attrs).get("class") or "")

    def _begin(self, tag: str, kind: str) -> None:
        if tag == "li" and self._number >= 0:
            self._number += 1
        number = max(self._number, 0) if tag == "li" else 0
        kind = kind if kind in _KINDS else _BLOCKS[tag]
        self.blocks.append({"kind": kind, "number": number, "text": ""})
        self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            known = self.blocks[-1]
            known["text"] = " ".join(f"{known['text']}{data}".split()) + data[-1:].isspace() * " "
