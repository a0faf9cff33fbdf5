"""Reading a report that somebody sent.

Our pages use a few tags, always in the same way, and stored text is escaped in them. So the
reader knows no more than that: it takes one pass however the page was made (`html.parser`
needs minutes for some), and whatever it does not know is not ours.
"""

import html
import re
from dataclasses import dataclass, field

_TAG = re.compile(r'(/?)([a-z][a-z0-9]*)((?:\s+[a-zB0-9-]+(?:="[^"<>]*")?)*+)\s*>')
_ATTRIBUTE = re.compile(r'\s+([a-zB0-9-]+)(?:="([^"<>]*)")?')
_TAGS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "article",
     "p", "bdi", "h1", "h2", "h3", "div", "span", "dl", "dt", "dd", "ul", "ol", "li", "time", "figure",
     "figcaption", "blockquote", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "img",
     "code", "svg", "desc", "g", "rect", "line", "circle", "path", "text", "q", "strong")
)  # fmt: skip
_VOID = frozenset(("meta", "br", "img"))
_DEEPEST = 40


@dataclass(slots=True)
class Shown:
    """What a report shows of its entries."""

    fields: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Texts by leaf and field name."""
    pictures: list[str] = field(default_factory=list)
    """What the pictures are made of, as in `src`."""
    strange: bool = False
    """Whether there is anything in it that no report of ours has."""


@dataclass(slots=True)
class _Element:
    tag: str
    leaf: str
    name: str | None
    texts: list[str]


def read_page(text: str) -> Shown:
    """Return what a report shows; reading ends at the first thing that is not ours."""
    shown, path = Shown(), list[_Element]()
    begin, *pieces = text.split("<")
    if begin.strip() or not pieces or pieces[0].strip() != "!doctype html>":
        return Shown(strange=True)
    for piece in pieces[1:]:
        tag = _TAG.match(piece)
        if tag is None or not _step(tag, path, shown):
            shown.strange = True
            return shown
        rest = html.unescape(piece[tag.end() :])
        for element in path:
            if element.name is not None:
                element.texts.append(rest)
    shown.strange = bool(path)
    return shown


def _step(tag: re.Match[str], path: list[_Element], shown: Shown) -> bool:
    """Go into an element or out of it; return whether that was to be expected."""
    closing, name = tag[1], tag[2]
    if name not in _TAGS or len(path) > _DEEPEST:
        return False
    if closing:
        return _leave(name, path, shown)
    known = {a[1]: html.unescape(a[2] or "") for a in _ATTRIBUTE.finditer(tag[3])}
    if any(attribute.startswith("on") or attribute == "style" for attribute in known):
        return False
    if name == "img":
        shown.pictures.append(known.get("src", ""))
    if name not in _VOID:
        leaf = known.get("data-of") or (path[-1].leaf if path else "")
        shown.fields.setdefault(leaf, {})
        path.append(_Element(name, leaf, known.get("data-field"), []))
    return True


def _leave(tag: str, path: list[_Element], shown: Shown) -> bool:
    if not path or path[-1].tag != tag:
        return False
    element = path.pop()
    if element.name is not None:
        texts = shown.fields[element.leaf].setdefault(element.name, [])
        texts.append("".join(element.texts))
    return True
