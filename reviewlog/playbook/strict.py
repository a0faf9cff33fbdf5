"""YAML read strictly: every fault with its line, nothing guessed.

Texts stay texts: `yes`, `2026-11-21` and `1.5` without quotation marks are faults, because
YAML would silently turn them into something else. Aliases and tags are refused.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
Path = tuple[str | int, ...]
Fault = tuple[int, str]

_PLAIN = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:int"}
_MISREAD = {
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
        if any(isinstance(e, yaml.AliasEvent) for e in yaml.parse(text, Loader=yaml.CSafeLoader)):
            document.faults.append((1, "Aliases (*name) are not used here; write it out."))
            return document
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        document.faults.append(_syntax_fault(error))
        return document
    document.data = _value(node, (), document) if node else {}
    return document


def _syntax_fault(error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "This cannot be read as YAML"
    return (mark.line + 1 if mark else 1, f"{problem[0].upper()}{problem[1:]}.")


def _value(node: yaml.Node, path: Path, document: Document) -> Any:
    line = node.start_mark.line + 1
    document.lines[path] = line
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), document) for i, child in enumerate(node.value)]
    if node.tag in _PLAIN:
        return int(node.value) if node.tag.endswith("int") else node.value
    what = _MISREAD.get(node.tag, f"the tag {node.tag}")
    document.faults.append((line, f"“{node.value}” is read as {what}; put it in quotation marks."))
    return str(node.value)


def _mapping(node: yaml.MappingNode, path: Path, document: Document) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in result:
            document.faults.append((line, f"“{key}” stands here twice."))
            continue
        result[key] = _value(value_node, (*path, key), document)
        document.lines[(*path, key)] = line
    return result
