"""YAML read strictly: every fault with its line, nothing guessed.

Texts stay texts: `yes`, `2026-11-21` and `1.5` without quotation marks are faults, because
YAML would silently turn them into something else. Aliases and tags are refused.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
"""Lists and mappings inside each other; far more would exhaust the stack of the YAML reader."""
Path = tuple[str | int, ...]
Fault = tuple[int, str]

_TEXT, _INT = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_MISREAD = {
    _INT: "a number in an odd notation",
    "tag:yaml.org,2002:bool": "a yes/no value",
    "tag:yaml.org,2002:timestamp": "a date",
    "tag:yaml.org,2002:float": "a fraction",
    "tag:yaml.org,2002:null": "nothing",
}


@dataclass(slots=True)
class Document:
    """What a YAML text holds, and where."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    """Line of each value, by its path of keys and indexes, from 1."""
    faults: list[Fault] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """Return the line of a path, or of its nearest parent that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_strictly(text: str) -> Document:
    """Return the document of a YAML text; its faults are in the result, never raised."""
    document = Document()
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        document.faults.append((1, f"The file is over {MAX_BYTES // 1024} KiB."))
        return document
    try:
        document.faults += _event_faults(text)
        node = None if document.faults else yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        document.faults.append(_syntax_fault(error, text))
        return document
    document.data = _value(node, (), document) if node else {}
    return document


def _event_faults(text: str) -> list[Fault]:
    """Find the first alias, and nesting without end, before anything is built of it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            return [(line, "Aliases (*name) are not used here; write it out.")]
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return [(line, f"More than {MAX_DEPTH} lists and mappings stand inside each other.")]
    return []


def _syntax_fault(error: Exception, text: str) -> Fault:
    if isinstance(error, UnicodeEncodeError):
        return (text.count("\n", 0, error.start) + 1, "This is no text in UTF-8.")
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "This cannot be read as YAML"
    before = text.encode()[: getattr(error, "position", None) or 0]
    line = mark.line if mark else before.count(b"\n")
    return (line + 1, f"{problem[0].upper()}{problem[1:]}.")


def _value(node: yaml.Node, path: Path, document: Document) -> Any:
    line = node.start_mark.line + 1
    document.lines[path] = line
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), document) for i, child in enumerate(node.value)]
    if node.tag == _TEXT:
        return node.value
    if node.tag == _INT and _DIGITS.fullmatch(node.value):
        return int(node.value)
    what = _MISREAD.get(node.tag, f"the tag {node.tag}")
    document.faults.append((line, f"“{node.value}” is read as {what}; put it in quotation marks."))
    return str(node.value)


def _mapping(node: yaml.MappingNode, path: Path, document: Document) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            document.faults.append((line, "A key is a word, not a list or a mapping."))
            continue
        if key in result:
            document.faults.append((line, f"“{key}” stands here twice."))
            continue
        result[key] = _value(value_node, (*path, key), document)
        document.lines[(*path, key)] = line
    return result
