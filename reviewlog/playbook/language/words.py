"""The kinds of values that stand in playbook files: closed words, lengths of time, lines."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError, core_schema

from reviewlog.domain.time.durations import UNITS, parse_duration
from reviewlog.playbook.faults import TAG, near_hint, unknown
from reviewlog.playbook.language import patterns
from reviewlog.playbook.strict import shortened

FIRST_ANSWER = "first_answer"
"""What `within` may say instead of a length: the target of the document."""
_DURATION = f"[0-9]{{1,4}} +({'|'.join(UNITS)})s?"
Words = str | list[str]


class Form(BaseModel):
    """Shared by all forms: unknown keys are faults, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


class OneOf:
    """Marks a text as a word from a closed list; a fault names the likely right one."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)

    def check(self, text: str) -> str:
        """Return a known word. Raises PydanticCustomError for any other."""
        if text not in self.known:
            raise PydanticCustomError("word", "{said}", {"said": unknown(text, self.known)})
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Check a text against the list."""
        return core_schema.no_info_after_validator_function(
            self.check, core_schema.str_schema(strict=True)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        """Let editors offer the words."""
        return {"enum": list(self.known)} if self.known else {"type": "string", "minLength": 1}


class OneOrMoreOf(OneOf):
    """Marks one word of a closed list, or a list of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Check each word at its own place."""
        one = super().__get_pydantic_core_schema__(source, handler)
        return core_schema.tagged_union_schema(
            {f"{TAG}one": one, f"{TAG}more": core_schema.list_schema(one, min_length=1)},
            discriminator=lambda value: f"{TAG}more" if isinstance(value, list) else f"{TAG}one",
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        """Let editors offer the words, alone and in a list."""
        one = super().__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


class OneOrMore(OneOrMoreOf):
    """Marks one word or a list of them that are judged later, by what stands beside them."""

    def __init__(self) -> None:
        super().__init__(())

    def check(self, text: str) -> str:
        """Return the word as it is."""
        return text


def words_of(value: Words) -> tuple[str, ...]:
    """Return one word or several as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)


_LOOSE_LENGTH = re.compile(r"([0-9]{1,4})[ -]*([a-z][a-z -]*?)s?\.?")
_LOOSE_UNITS = {
    "minute": ("m", "min", "minute"),
    "hour": ("h", "hr", "hour"),
    "day": ("d", "day"),
    "week": ("w", "wk", "week"),
    "working day": ("wd", "workday", "working day", "work day", "business day", "weekday"),
    "working hour": ("wh", "working hour", "work hour", "business hour"),
}


def _likely_length(text: str) -> str | None:
    """Return the length that was meant by `48h` or `2 workdays`."""
    found = _LOOSE_LENGTH.fullmatch(text.strip().casefold())
    units = [unit for unit, words in _LOOSE_UNITS.items() if found and found[2] in words]
    if found is None or not units:
        return None
    return f"{int(found[1])} {units[0]}{'' if int(found[1]) == 1 else 's'}"


def _spelled_out(text: str) -> str:
    try:
        parse_duration(text)
    except ValueError:
        near = _likely_length(text)
        hint = f"did you mean “{near}”?" if near else "write “2 hours” or “3 working days”"
        said = f"“{shortened(text)}” is no duration; {hint}"
        raise ValueError(said) from None
    return text


def _target_or_length(text: str) -> str:
    if text == FIRST_ANSWER:
        return text
    if re.match("[a-z]", text) and "Did" in (hint := near_hint(text, (FIRST_ANSWER,))):
        raise ValueError(f"“{shortened(text)}” is not known here.{hint}")
    return _spelled_out(text)


Name = Annotated[str, Field(pattern=patterns.NAME, max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=400, pattern=patterns.NOT_BLANK)]
Source = Annotated[str, Field(pattern=patterns.SOURCE)]
Letters = Annotated[str, Field(pattern=patterns.LETTERS)]
Clock = Annotated[str, Field(pattern=patterns.CLOCK)]
Length = Annotated[
    str, AfterValidator(_spelled_out), Field(json_schema_extra={"pattern": f"^{_DURATION}$"})
]
Within = Annotated[
    str,
    AfterValidator(_target_or_length),
    Field(json_schema_extra={"pattern": f"^({_DURATION}|{FIRST_ANSWER})$"}),
]
