"""Editors judge a file of rules for replies as the program does, as far as a schema can."""

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from reviewlog.playbook.replies.schema import rules_schema
from reviewlog.playbook.shelf import shipped_reply_texts
from tests.playbook.replies.test_german import GERMAN
from tests.playbook.replies.test_reading import TEXT

SCHEMA = rules_schema()
README = Path(__file__).parents[3] / "README.md"
BLOCKS = re.findall(r"<!-- (own (?:rules|language|parts)) -->\n```yaml\n(.*?)```",
                    README.read_text(), re.DOTALL)  # fmt: skip
TEXTS = {**shipped_reply_texts(), "own": TEXT, "german": GERMAN, **dict(BLOCKS)}


def faults(text):
    found = Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(text))
    return [(list(error.path), error.message) for error in found]


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_readme_shows_three_such_files():
    assert len(BLOCKS) == 3


@pytest.mark.parametrize("name", TEXTS)
def test_every_shipped_file_and_those_of_an_owner_are_valid(name):
    assert faults(TEXTS[name]) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("language: de", "language: deutsch"),
        ("title: It is", "titel: It is"),
        ("level: stop", "level: warning"),
        ("media: [public]", "media: [publik]"),
        ("trade: other", "check: reason"),
        ("    why: They are customers of ours.\n", ""),
        ("lists: {dates:", "lists: {date:"),
        ("given: {medium: public", "given: {medum: public"),
        (", because: Our stories are long.", ""),
        ("translates:\n  - rule: but", "translates:\n  but"),
    ],
)
def test_a_misspelt_key_or_word_is_not_valid(old, new):
    assert old in TEXT
    text = TEXT.replace(old, new)
    if "translates:\n  but" in text:
        text = "language: de\ntranslates: {but: {phrases: [aber]}}\n"
    assert faults(text)


def test_every_key_is_explained():
    forms = [SCHEMA, *SCHEMA["$defs"].values()]
    keys = [(name, key) for form in forms for name, key in form["properties"].items()]
    assert [name for name, key in keys if not key.get("description")] == []
