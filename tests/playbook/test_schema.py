import pytest
import yaml
from jsonschema import Draft202012Validator

from reviewlog.domain.playbook import ANCHOR_WORDS, FACT_WORDS
from reviewlog.playbook.language.schema import playbook_schema
from reviewlog.playbook.shelf import shipped_texts

SCHEMA = playbook_schema()
TEXTS = shipped_texts()


def is_valid(text):
    return Draft202012Validator(SCHEMA).is_valid(yaml.safe_load(text))


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", TEXTS)
def test_every_shipped_file_is_valid(name):
    errors = Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(TEXTS[name]))
    assert [(list(error.path), error.message) for error in errors] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title:", "titel:"),
        ("    kind: ", "    knid: "),
        ("kind: ask", "kind: aks"),
        ("{threat:", "{thread:"),
        ("{threat: unasked}", "{threat: unaskd}"),
        ("weight: must", "weight: should"),
        ("within: 0 days", "within: soon"),
        ("within: 0 days", "within: 0"),
        ("entry: interaction", "entry: interacton"),
        ("direction: out", "direction: up"),
        ("    id: ", "    idd: "),
        ("version: ", "version: x"),
    ],
)
def test_a_misspelt_key_or_word_is_not_valid(old, new):
    text = TEXTS["complaint"].replace("  - id: ", "  -\n    id: ")
    assert is_valid(text)
    assert old in text
    assert not is_valid(text.replace(old, new, 1))


def test_editors_get_every_fact_and_anchor_with_words():
    facts = SCHEMA["$defs"]["Facts"]["properties"]
    assert facts.keys() == FACT_WORDS.keys()
    assert facts["threat"]["anyOf"][0]["enum"] == list(FACT_WORDS["threat"])
    after = SCHEMA["$defs"]["StepForm"]["properties"]["after"]
    assert after["anyOf"][0]["enum"] == list(ANCHOR_WORDS)


def test_every_key_is_explained():
    forms = [SCHEMA, *SCHEMA["$defs"].values()]
    keys = [(name, key) for form in forms for name, key in form["properties"].items()]
    assert [name for name, key in keys if not key.get("description")] == []
