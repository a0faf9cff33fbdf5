"""The JSON Schema of files of rules for replies, from which editors complete and explain."""

from typing import Any

from reviewlog.domain.reply.checks import LISTS
from reviewlog.playbook.language.schema import schema_of
from reviewlog.playbook.replies.explained import KEYS, KEYS_IN
from reviewlog.playbook.replies.form import RulesForm


def rules_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file of rules for replies."""
    schema = schema_of(RulesForm, "Rules for replies of reviewlog")
    for name, form in (("RulesForm", schema), *schema["$defs"].items()):
        for key, value in form["properties"].items():
            value["description"] = KEYS_IN.get((name, key)) or KEYS[key]
            if key == "lists":
                value["propertyNames"] = {"enum": [*LISTS]}
    return schema
