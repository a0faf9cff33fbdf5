"""YAML read strictly: every fault with its place, nothing guessed.

Texts stay texts: `yes`, `2026-11-21` and `1.5` without quotation marks are faults, because
YAML would silently turn them into something else. Aliases and tags are refused.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
"""Lists and mappings inside each other; far more would exhaust the stack of the YAML reader."""
SHOWN = 60
"""Characters of a wrong text that are repeated in a fault."""
Path = tuple[str | int, ...]

_TEXT, _INT = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_MISREAD = {
    _INT: "a number in an odd notation",
    "tag:yaml.org,2002:bool": "a yes/no value",
    "tag:yaml.org,2002:timestamp": "a date",
    "tag:yaml.org,2002:float": "a fraction",
    "tag:yaml.org,2002:null": "nothing",
}


_ONE_DOCUMENT = "only one document may stand in a file; take out this and what follows"
_APOSTROPHE = "the text in single quotation marks ends at the apostrophe; put double ones around it"
_CLEARER = {
    "mapping values are not allowed in this context": "a text with “: ” in it, or a line that"
    " stands too far in; put the text in quotation marks",
    "could not find expected ':'": "“: ” is missing behind a key",
    "found character that cannot start any token": "a text that begins with this character"
    " needs quotation marks; for a tab, write blanks",
    "but found another document": _ONE_DOCUMENT,
    "did not find expected <document start>": _ONE_DOCUMENT,
    "found unknown directive name": "a line that begins with % cannot stand here",
    "did not find expected key": "a key is expected here; a text with an apostrophe, a quotation"
    " mark or “: ” in it stands in double quotation marks",
    "did not find expected ',' or ']'": "a comma or the end of the list “]” is expected here",
    "did not find expected ',' or '}'": "a comma or the end “}” is expected here",
}
"""What the YAML reader says most often, for people who do not know its words."""


class Fault(NamedTuple):
    """Something wrong in a YAML file, and where; line and column count from 1."""

    line: int
    column: int
    text: str


TOO_LARGE = Fault(1, 1, f"The file is over {MAX_BYTES // 1024} KiB; it was not read.")


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int

    def fault(self, text: str) -> Fault:
        """Return what is wrong here."""
        return Fault(self.line, self.column, text)


class Document:
    """What a YAML text holds, and where."""

    def __init__(self) -> None:
        self.data: Any = None
        self.keys: dict[Path, Place] = {}
        """Where each key of a mapping begins, by its path of keys and indexes."""
        self.values: dict[Path, Place] = {}
        """Where each value begins; of a list or a mapping under a key, where the key begins."""
        self.faults: list[Fault] = []
        self.misread: set[Fault] = set()
        """Faults that quotation marks would mend, if a text may stand there at all."""

    def all_faults(self, found: Iterable[Fault]) -> list[Fault]:
        """Return these faults with those found in what the document means, one for each place.

        Where a text is wrong too, quotation marks would not help: that fault is told instead.
        """
        others = [*found]
        spots = {fault[:2] for fault in others}
        kept = [f for f in self.faults if not (f in self.misread and f[:2] in spots)]
        told = {fault[:2] for fault in kept}
        return [*kept, *(fault for fault in others if fault[:2] not in told)]

    def forgive(self, path: Path) -> None:
        """Forget that a value was misread: its key must go anyway, or only few words may stand there."""
        spot = self.place(path)
        moot = {fault for fault in self.misread if fault[:2] == spot}
        self.faults = [fault for fault in self.faults if fault not in moot]

    def place(self, path: Path) -> Place:
        """Return the place of a value, or of its nearest parent that is there."""
        return _nearest(self.values, path)

    def key_place(self, path: Path) -> Place:
        """Return the place of a key, or of its nearest parent that is there."""
        return self.keys.get(path) or self.place(path)


def _nearest(places: dict[Path, Place], path: Path) -> Place:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place(1, 1))


def read_strictly(text: str) -> Document:
    """Return the document of a YAML text; its faults are in the result, never raised.

    Its data are None where the text is refused as a whole: nothing else can be said of it then.
    """
    document = Document()
    if len(text) > MAX_BYTES or len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        document.faults.append(TOO_LARGE)
        return document
    try:
        document.faults += _event_faults(text)
        if document.faults:
            return document
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        document.faults.append(_syntax_fault(error, text))
        return document
    document.data = _value(node, (), document) if node else {}
    return document


def _event_faults(text: str) -> list[Fault]:
    """Find the first alias, and nesting without end, before anything is built of it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return [_place(event).fault("Aliases (*name) are not used here; write it out.")]
        if tag := getattr(event, "tag", None):
            return [_place(event).fault(f"Tags ({shortened(tag)}) are not used here.")]
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            said = f"More than {MAX_DEPTH} lists and mappings stand inside each other."
            return [_place(event).fault(said)]
    return []


def _place(marked: Any) -> Place:
    mark = marked.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _syntax_fault(error: Exception, text: str) -> Fault:
    if isinstance(error, UnicodeEncodeError):
        return _place_at(text[: error.start]).fault("This is no text in UTF-8.")
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "This cannot be read as YAML"
    clearer = _CLEARER.get(problem, problem)
    if mark and _behind_apostrophe(text, mark):
        clearer = _APOSTROPHE
    problem = clearer
    if mark:
        place = Place(mark.line + 1, mark.column + 1)
    else:
        before = text.encode()[: getattr(error, "position", None) or 0]
        place = _place_at(before.decode(errors="ignore"))
    return place.fault(f"{problem[0].upper()}{problem[1:]}.")


def _behind_apostrophe(text: str, mark: Any) -> bool:
    """Whether a text in single quotation marks ended before a letter: it's."""
    line = text.splitlines()[mark.line] if mark.line < len(text.splitlines()) else ""
    before, after = line[: mark.column], line[mark.column :]
    return before.endswith("'") and before.count("'") > 1 and after[:1].isalpha()


def _place_at(before: str) -> Place:
    """Return the place behind a text."""
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _value(node: yaml.Node, path: Path, document: Document) -> Any:
    place = _place(node)
    document.values[path] = place
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), document) for i, child in enumerate(node.value)]
    if node.tag == _TEXT:
        return node.value
    if node.tag == _INT and _DIGITS.fullmatch(node.value):
        return int(node.value)
    what = _MISREAD.get(node.tag, "something else")
    said = f"“{shortened(node.value)}” is read as {what}; put it in quotation marks."
    if not node.value:
        said = "Nothing stands here; write the value, or leave the key out."
    else:
        document.misread.add(place.fault(said))
    document.faults.append(place.fault(said))
    return str(node.value)


def _mapping(node: yaml.MappingNode, path: Path, document: Document) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, place = str(key_node.value), _place(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            document.faults.append(place.fault("A key is a word, not a list or a mapping."))
            continue
        if key in result:
            document.faults.append(place.fault(f"“{shortened(key)}” stands here twice."))
            continue
        result[key] = _value(value_node, (*path, key), document)
        document.keys[(*path, key)] = place
        if not isinstance(value_node, yaml.ScalarNode):
            document.values[(*path, key)] = place
    return result


def shortened(text: str) -> str:
    """Return a wrong text, short enough to be repeated in one line."""
    line = " ".join(str(text).split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
