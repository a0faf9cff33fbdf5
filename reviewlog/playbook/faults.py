"""What pydantic finds wrong, as a line and a plain sentence."""

from typing import Any

from reviewlog.playbook.strict import Document, Fault


def fault_of(details: Any, document: Document) -> Fault:
    """Return a pydantic error as line and sentence."""
    path = details["loc"]
    where = ".".join(str(part) for part in path)
    if details["type"] == "extra_forbidden":
        return (document.line_of(path), f"“{path[-1]}” is not a key that belongs here.")
    if details["type"] == "missing":
        return (document.line_of(path[:-1]), f"“{path[-1]}” is missing.")
    return (document.line_of(path), f"{where or 'The file'}: {_reason(details)}.")


_REASONS = {
    "string_pattern_mismatch": "it has not the form that is expected here",
    "list_type": "a list is expected, such as [one, two]",
    "string_type": "a text is expected",
    "int_type": "a whole number is expected",
    "model_type": "lines of the form “name: value” are expected",
    "dict_type": "lines of the form “name: value” are expected",
    "too_short": "at least one is needed",
}


def _reason(details: Any) -> str:
    """Return what is wrong in plain words."""
    if details["type"] == "literal_error":
        return f"known are {details['ctx']['expected']}"
    known = _REASONS.get(details["type"])
    return known or str(details["msg"]).removeprefix("Value error, ")
