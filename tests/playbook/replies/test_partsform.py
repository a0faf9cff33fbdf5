"""The parts of drafts in a file: what a wording may be, and what is told where it may not."""

import re
from pathlib import Path

import pytest

from reviewlog.domain.reply.parts import PARTS, SENTENCES, VALUES, Situation, languages
from reviewlog.playbook.replies.shelf import reply_shelf, shipped_ruleset
from reviewlog.reply.drafting import compose

README = Path(__file__).parents[3] / "README.md"
OWN = """\
language: {language}
parts:
  - part: {part}
    variants: ["{variant}"]
"""


def shelf_of(tmp_path, part="thanks", variant="Thanks a lot.", language="en"):
    folder = tmp_path / "replies"
    folder.mkdir()
    text = OWN.format(part=part, variant=variant, language=language)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return reply_shelf(tmp_path)


def fault_of(shelf):
    ((fault,),) = (error.faults for error in shelf.faults if "mine.yaml" in error.path)
    return fault


def test_every_part_is_shipped_in_english_with_three_wordings_or_is_the_owners_sentence():
    english = [part for part in shipped_ruleset().parts if part.language == "en"]
    assert {part.part for part in english} == set(PARTS)
    bare = {(f"{{{name}}}",) for name in SENTENCES}
    assert all(len(set(part.variants)) >= 3 or part.variants in bare for part in english)


def test_an_owner_adds_parts_and_languages_by_a_file(tmp_path):
    parts = shelf_of(tmp_path, variant="Danke.", language="de").ruleset.parts
    assert languages(parts) == ("en",)
    assert {part.language for part in parts} == {"de", "en"}
    assert (parts[-1].origin, parts[-1].variants) == ("mine.yaml", ("Danke.",))


@pytest.mark.parametrize(
    ("part", "variant", "said"),
    [
        ("thank", "Thanks.", "Did you mean “thanks”?"),
        ("thanks", " ", "it is empty"),
        ("sign-off", "{nam}", "“{nam}” is no value. Did you mean “name”?"),
        ("sign-off", "{name} {name}", "“{name}” stands in it twice"),
        ("sign-off", "{name", "a bracket “{” or “}” stands alone"),
        ("sign-off", "[{name}", "a bracket “[” or “]” stands alone"),
        ("sign-off", "{name} [your role]", "what may be left out"),
        ("case", "Because {case}", "stands behind a full stop or a colon"),
        ("case", "{case}, and so on.", "stands behind a full stop or a colon"),
        ("thanks", "Thanks. {case}", "“{case}” belongs into the part “case”"),
    ],
)
def test_a_fault_in_a_part_says_what_to_write(tmp_path, part, variant, said):
    fault = fault_of(shelf_of(tmp_path, part, variant))
    assert said in fault.text
    assert fault.line in (3, 4)


def test_without_wordings_a_part_is_a_fault(tmp_path):
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "mine.yaml").write_text("language: en\nparts: [{part: thanks, variants: []}]\n")
    assert fault_of(reply_shelf(tmp_path)).line == 2


def test_the_parts_in_the_readme_are_sound(tmp_path):
    found = re.search(r"<!-- own parts -->\n```yaml\n(.*?)```", README.read_text(), re.DOTALL)
    assert found
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "ours.yaml").write_text(found[1])
    shelf = reply_shelf(tmp_path)
    assert not shelf.faults
    right = Situation(verdict="right", may_give_contact=False)
    text = compose(shelf.ruleset.parts, right, {"case": "It was late.", "name": "Ann"})
    assert text.startswith("Thank")
    assert text.endswith("\nAnn")


def test_the_readme_names_every_part_and_every_value():
    told = README.read_text().split("### Parts of your own")[1].split("\n## ")[0]
    assert all(f"`{part}`" in told for part in PARTS)
    assert all(f"`{{{value}}}`" in told for value in VALUES)
