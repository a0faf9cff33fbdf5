"""What pydantic finds wrong, as a place and a plain sentence with the likely right word."""

from collections.abc import Collection, Iterable
from typing import Any

from reviewlog.domain.vocabulary import alike
from reviewlog.playbook.language.patterns import EXPLAINED
from reviewlog.playbook.strict import Document, Fault, Path, shortened

TAG = "·"
"""How pydantic's own names of alternatives begin; they are no part of a path in the file."""
_FEW = 8
"""How many known words a fault lists when none of them is near."""
_FEW_KEYS = 20
"""How many keys it lists: whoever writes a file has no other list of them at hand."""


_MEANT = {
    "phone": ("call", "interaction"),
    "telephone": ("call", "interaction"),
    "ring": ("call", "interaction"),
    "call": ("call", "interaction"),
    "visit": ("call", "interaction"),
    "talk": ("call", "interaction"),
    "mail": ("write", "interaction", "email"),
    "email": ("email", "write", "interaction"),
    "text": ("write", "interaction"),
    "message": ("write", "interaction"),
    "letter": ("letter", "write", "interaction"),
    "answer": ("reply",),
    "refund": ("attempt",),
    "end": ("close", "outcome"),
    "close": ("close", "outcome"),
}
"""Words that people write for those that are known; the likeliest first."""


def near_hint(word: str, known: Iterable[str], most: int = _FEW) -> str:
    """Return the likely right word as a question, or what is known, or nothing."""
    words = tuple(known)
    meant = [w for w in _MEANT.get(word.casefold(), ()) if w in words]
    if meant:
        return f" Did you mean “{meant[0]}”?"
    near = alike(word, words) or [w for w in words if w == word.casefold()]
    if near:
        return f" Did you mean “{near[0]}”?"
    if not words or len(words) > most:
        return ""
    return f" Known: {', '.join(words)}."


def unknown(word: str, known: Iterable[str]) -> str:
    """Return that a word is not known, with the likely right one."""
    return f"“{shortened(word)}” is not known here.{near_hint(word, known)}"


def path_of(loc: "tuple[str | int, ...]", *, marks: bool = False) -> Path:
    """Return where in the file pydantic found something, without its own names on the way."""
    path = tuple(part for part in loc if not str(part).startswith(TAG))
    return path if marks or path[-1:] != ("[key]",) else path[:-1]


def fault_of(details: Any, document: Document, keys: Collection[str] = ()) -> Fault:
    """Return a pydantic error as a place and a sentence; `keys` are those allowed on its level."""
    path = path_of(details["loc"], marks=True)
    kind = details["type"]
    if path and path[-1] == "[key]":
        path = path[:-1]
        if kind == "word":
            return document.key_place(path).fault(str(details["msg"]))
        said = f"“{shortened(str(path[-1]))}” cannot stand here as a key: {_reason(details)}."
        return document.key_place(path).fault(said)
    if kind == "extra_forbidden":
        said = _stranger(str(path[-1]), keys, beside_use=f"{TAG}use" in details["loc"])
        return document.key_place(path).fault(said)
    if kind == "missing":
        said = f"“{path[-1]}” is missing."
        if path[-1] == "at_most":
            said = "“at_most” is missing: a step that comes again says how often at most."
        return document.place(path[:-1]).fault(said)
    if kind == "word":
        return document.place(path).fault(str(details["msg"]))
    where = next((part for part in reversed(path) if isinstance(part, str)), "The file")
    return document.place(path).fault(f"{where}: {_reason(details)}.")


def _stranger(key: str, keys: Collection[str], *, beside_use: bool) -> str:
    """Return what is wrong with a key that does not belong where it stands."""
    if key == "id" and beside_use:
        return "A step that is used keeps its own id; leave “id” out."
    said = f"“{shortened(key)}” is not a key that belongs here."
    if key in ("must", "may") and "weight" in keys:
        return f"{said} Write “weight: {key}”."
    return said + near_hint(key, keys, _FEW_KEYS)


_REASONS = {
    "string_too_short": "it is empty",
    "string_too_long": "it is too long for one line",
    "list_type": "a list is expected, such as [one, two]",
    "string_type": "a text is expected",
    "int_type": "a whole number is expected",
    "model_type": "lines of the form “name: value” are expected",
    "model_attributes_type": "lines of the form “name: value” are expected",
    "dict_type": "lines of the form “name: value” are expected",
    "too_short": "at least one is needed",
}


def _reason(details: Any) -> str:
    """Return what is wrong in plain words."""
    given = details.get("input")
    shown = f"“{shortened(given)}” is not it; " if isinstance(given, str) and given else ""
    if details["type"] == "literal_error":
        known = details["ctx"]["expected"]
        words = [word.strip(" '") for word in known.replace(" or ", ",").split(",")]
        return f"{shown}known are {known}.{near_hint(str(given), words)}".rstrip(".")
    known = _REASONS.get(details["type"])
    if details["type"] == "string_pattern_mismatch":
        known = EXPLAINED.get(details["ctx"]["pattern"], "it has not the form that is expected")
    return shown + known if known else str(details["msg"]).removeprefix("Value error, ").rstrip(".")
