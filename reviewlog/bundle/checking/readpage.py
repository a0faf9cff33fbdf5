"""Reading a report that somebody sent.

Our pages use a few tags, always in the same way, and stored text is escaped in them. So the
reader knows no more than that: it takes one pass however the page was made (`html.parser`
needs minutes for some), and whatever it does not know is not ours.
"""

import html
import re
from dataclasses import dataclass, field

from reviewlog.bundle.caps import MEMBERS, TAGS_CAP

_TAG = re.compile(r'(/?)([a-z][a-z0-9]*)((?:\s+[a-zB0-9-]+(?:="[^"<>]*")?)*+)\s*>')
_BEGIN = re.compile(r"\s*<!doctype html>\s*(?=<)")
_ATTRIBUTE = re.compile(r'\s+([a-zB0-9-]+)(?:="([^"<>]*)")?')
_TAGS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "article",
     "p", "bdi", "h1", "h2", "h3", "div", "span", "dl", "dt", "dd", "ul", "ol", "li", "time", "figure",
     "figcaption", "blockquote", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "img",
     "code", "pre", "svg", "desc", "g", "rect", "line", "circle", "path", "text", "q", "strong")
)  # fmt: skip
_VOID = frozenset(("meta", "br", "img"))
_DEEPEST = 40
_MOST_NAMED = 4
"""Named elements inside each other: each holds the words of those in it."""
_ELSEWHERE = re.compile(r"\s*(javascript|data|vbscript|file|blob):", re.IGNORECASE)
_LOADING = re.compile(r"url\(|@import|expression\(", re.IGNORECASE)


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
    begun = _BEGIN.match(text)
    if begun is None or text.count("<") > TAGS_CAP:
        return Shown(strange=True)
    place = begun.end()
    while place < len(text):
        tag = _TAG.match(text, place + 1)
        if tag is None or not _step(tag, path, shown):
            shown.strange = True
            return shown
        following = text.find("<", tag.end())
        place = following if following >= 0 else len(text)
        if not _take(text[tag.end() : place], path):
            shown.strange = True
            return shown
    shown.strange = bool(path)
    return shown


def _take(words: str, path: list[_Element]) -> bool:
    """Hand words to the elements that they stand in; return whether that was to be expected."""
    if path and path[-1].tag == "style" and _LOADING.search(words):
        return False
    named = [element for element in path if element.name is not None]
    if named:
        said = html.unescape(words)
        for element in named:
            element.texts.append(said)
    return len(named) <= _MOST_NAMED


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
    if _ELSEWHERE.match(known.get("href", "")) or not _is_plain_meta(name, known):
        return False
    if name == "img":
        shown.pictures.append(known.get("src", ""))
    if name not in _VOID:
        leaf = known.get("data-of") or (path[-1].leaf if path else "")
        shown.fields.setdefault(leaf, {})
        path.append(_Element(name, leaf, known.get("data-field"), []))
    return len(shown.fields) <= MEMBERS


def _is_plain_meta(tag: str, known: dict[str, str]) -> bool:
    """Whether it is no order to the browser but the policy under which a page of ours stands."""
    said = known.get("http-equiv", "").casefold()
    return tag != "meta" or said in ("", "content-security-policy")


def _leave(tag: str, path: list[_Element], shown: Shown) -> bool:
    if not path or path[-1].tag != tag:
        return False
    element = path.pop()
    if element.name is not None:
        texts = shown.fields[element.leaf].setdefault(element.name, [])
        texts.append("".join(element.texts))
    return True
