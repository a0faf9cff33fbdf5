"""What every `--json` of the whole suite is held to: the published schema of its name."""

import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from reviewlog.render.promised.schema import schema_of

FORMATS = FormatChecker(formats=["date"])
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@FORMATS.checks("date-time")
def is_instant(text: object) -> bool:
    """Whether it is written as all instants are."""
    return not isinstance(text, str) or INSTANT.fullmatch(text) is not None


def kept(found: Any) -> Any:
    """Return what was printed, once it is as published and holds no key that is not."""
    named = found.get("schema") if isinstance(found, dict) else None
    if isinstance(named, str) and named.startswith("reviewlog."):
        _published(named).validate(found)
        _closed(named).validate(found)
    return found


@cache
def _published(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(name), format_checker=FORMATS)


@cache
def _closed(name: str) -> Draft202012Validator:
    return Draft202012Validator(_without_more(schema_of(name)))


def _without_more(schema: Any) -> Any:
    """Return a schema that refuses what it does not list."""
    if isinstance(schema, list):
        return [_without_more(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if "properties" in schema else {}
    return {key: _without_more(part) for key, part in schema.items()} | more
