"""From the types of the shapes to JSON Schema (draft 2020-12)."""

import ast
import inspect
import sys
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from reviewlog.render.promised.entering import ENTRY, LogInput
from reviewlog.render.promised.names import INPUTS, LOG_LIST, VERSION, get_promise
from reviewlog.render.promised.words import Format, Known, Like, OneOf, Over, Says

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema of a shape by its name. Raises BadWordError."""
    known, promise = get_promise(name)
    used: dict[str, Any] = {}
    making = _Making(used)
    title = f"reviewlog.{known}/{VERSION}"
    make = making.list_of if known == LOG_LIST else making.object_of
    body = make(promise.shape)
    if known not in INPUTS:
        body["properties"] = {"schema": {"const": title}, **body["properties"]}
        body["required"] = ["schema", *body["required"]]
    schema = {"$schema": DRAFT, "title": title, **body}
    return {**schema, "$defs": dict(sorted(used.items()))} if used else schema


class _Making:
    """The making of one schema: every shape inside it is described once."""

    def __init__(self, used: dict[str, Any]) -> None:
        self._used = used

    def object_of(self, shape: Any) -> dict[str, Any]:
        """Return the schema of a shape; what is not listed may be added later."""
        said = _said(shape)
        properties = {}
        for name, kind in get_type_hints(shape, include_extras=True).items():
            told = self._schema(kind)
            properties[name] = {**told, "description": said[name]} if name in said else told
        required = [name for name in properties if name in shape.__required_keys__]
        return {
            "description": inspect.cleandoc(shape.__doc__ or ""),
            "type": "object",
            "properties": properties,
            "required": required,
            **({"additionalProperties": True} if shape is not LogInput else ENTRY),
        }

    def _schema(self, kind: Any) -> dict[str, Any]:
        if is_typeddict(kind):
            return self._named(kind)
        made = _MAKERS.get(get_origin(kind))
        return made(self, get_args(kind)) if made else _plain(kind)

    def list_of(self, shape: Any) -> dict[str, Any]:
        """Return the schema of a list of shapes."""
        return {"description": "A list of entries.", "type": "array", "items": self._named(shape)}

    def _list(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        return {"type": "array", "items": self._schema(inner[0])}

    def _mapping(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self._schema(inner[1]) or True}

    def _words(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        return {"type": PLAIN[type(inner[0])], "enum": list(inner)}

    def _maybe_there(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        return self._schema(inner[0])

    def _named(self, shape: Any) -> dict[str, Any]:
        name = shape.__name__
        if name not in self._used:
            self._used[name] = {}
            self._used[name] = self.object_of(shape)
        return {"$ref": f"#/$defs/{name}"}

    def _annotated(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        told = self._schema(inner[0])
        for note in inner[1:]:
            match note:
                case OneOf(words):
                    told["enum"] = list(words)
                case Known(words):
                    told["examples"] = list(words)
                case Like(pattern):
                    told["pattern"] = pattern
                case Over(least):
                    told["exclusiveMinimum"] = least
                case Format(name):
                    told["format"] = name
                case Says(text):
                    told["description"] = text
        return told

    def _either(self, kinds: tuple[Any, ...]) -> dict[str, Any]:
        """Return the schema of a union; plain types go into one list, as people write it."""
        schemas = [self._schema(kind) for kind in kinds]
        if all(set(one) == {"type"} and isinstance(one["type"], str) for one in schemas):
            return {"type": [one["type"] for one in schemas]}
        return {"anyOf": schemas}


_MAKERS: dict[Any, Callable[[_Making, tuple[Any, ...]], dict[str, Any]]] = {
    list: _Making._list,
    dict: _Making._mapping,
    Annotated: _Making._annotated,
    Literal: _Making._words,
    NotRequired: _Making._maybe_there,
    UnionType: _Making._either,
    Union: _Making._either,
}


def _plain(kind: Any) -> dict[str, Any]:
    return {} if kind is Any else {"type": PLAIN[kind]}


def _said(shape: Any) -> dict[str, str]:
    """Return the docstrings of the keys of a shape, those that it inherits first."""
    written = _classes(shape.__module__).get(shape.__name__)
    if written is None:
        return {}
    module, found = sys.modules[shape.__module__], dict[str, str]()
    for base in written.bases:
        if isinstance(base, ast.Name) and is_typeddict(getattr(module, base.id)):
            found |= _said(getattr(module, base.id))
    for key, text in zip(written.body, written.body[1:], strict=False):
        match key, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(said))):
                found[name] = inspect.cleandoc(said)
    return found


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
