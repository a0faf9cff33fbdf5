"""The JSON Schema of playbooks and of other files, from which editors complete and explain while one writes."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from reviewlog.playbook.language.keys import PlaybookForm
from reviewlog.playbook.language.words import Form

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Strict(GenerateJsonSchema):
    """A key that is not needed is left out: it never stands there with nothing behind it."""

    schema_dialect = DIALECT

    def nullable_schema(self, schema: Any) -> Any:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Any:
        described = super().default_schema(schema)
        if described.get("default", described) in (None, {}, []):
            described.pop("default", None)
        return described


def playbook_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a playbook file."""
    return schema_of(PlaybookForm, "A playbook of reviewlog")


def schema_of(form: type[Form], title: str) -> dict[str, Any]:
    """Return the JSON Schema of the files that a form describes."""
    schema = form.model_json_schema(by_alias=True, schema_generator=_Strict)
    return {"$schema": DIALECT, "title": title, **_untitled(schema)}


def _untitled(part: Any) -> Any:
    """Drop the titles that pydantic makes from our class names; descriptions stay."""
    if isinstance(part, list):
        return [_untitled(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _untitled(value)
        for name, value in part.items()
        if not (name == "title" and isinstance(value, str))
    }
