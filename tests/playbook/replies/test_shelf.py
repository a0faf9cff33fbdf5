"""The rules of an owner stand beside those of the program; a faulty file takes nothing away."""

import os

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.replies.shelf import reply_shelf, shipped_ruleset, shipped_shelf

OWN = """\
language: en
rules:
  - {id: neighbour, title: It is about the bakery., level: warn, why: They are customers of ours.,
     phrases: [bakery], bad: [Go to the bakery.], good: [Bread.]}
soften:
  - {rule: but, level: note, because: We are Scots.}
"""
FRENCH = """\
language: fr
translates:
  - {rule: but, phrases: [mais], bad: [Mais.], good: [Oui.]}
  - {rule: neighbour, phrases: [boulangerie], bad: [La boulangerie.], good: [Oui.]}
"""


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file of the owner's own."""

    def written(text, name="mine"):
        folder = tmp_path / "replies"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_text(text)

    return written


def rules_of(shelf):
    return {rule.id: rule for rule in shelf.ruleset.rules}


def test_the_files_of_the_program_have_no_faults():
    assert shipped_shelf().faults == ()


def test_without_files_of_ones_own_the_rules_are_the_programs(tmp_path):
    shelf = reply_shelf(tmp_path)
    assert shelf.ruleset == shipped_ruleset()
    assert (shelf.faults, shelf.texts) == ((), {})
    assert {rule.origin for rule in shelf.ruleset.rules} == {"shipped"}


def test_ones_own_files_add_translate_and_change_levels(tmp_path, put):
    put(OWN)
    put(FRENCH, "fr")
    shelf = reply_shelf(tmp_path)
    rules = rules_of(shelf)
    assert shelf.faults == ()
    assert [rule.id for rule in shelf.ruleset.rules] == [
        *(rule.id for rule in shipped_ruleset().rules), "neighbour",
    ]  # fmt: skip
    assert (rules["neighbour"].origin, rules["but"].softened) == ("mine.yaml", "We are Scots.")
    assert rules["but"].wording("fr").phrases == ("mais",)
    assert rules["neighbour"].wording("fr").phrases == ("boulangerie",)
    assert [t.origin for t in shelf.trials if t.rule == "neighbour"] == ["fr.yaml", "mine.yaml"]
    assert shelf.texts == {"fr": FRENCH, "mine": OWN}


def test_a_faulty_file_is_told_with_its_place_and_the_others_hold(tmp_path, put):
    put(OWN.replace("level: note", "level: nothing"))
    put(FRENCH, "fr")
    shelf = reply_shelf(tmp_path)
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert fault.path == str(tmp_path / "replies" / "mine.yaml")
    assert (fault.faults[0][:2], fault.holds) == ((6, 24), "")
    rules = rules_of(shelf)
    assert "neighbour" not in rules
    assert (rules["but"].level, rules["but"].wording("fr").phrases) == ("warn", ("mais",))
    assert shelf.texts == {"fr": FRENCH}


def test_the_last_good_text_of_a_faulty_file_holds(tmp_path, put):
    put("rules: [")
    shelf = reply_shelf(tmp_path, {"mine": OWN, "gone": FRENCH})
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert fault.holds == "own"
    rules = rules_of(shelf)
    assert rules["neighbour"].origin == "mine.yaml"
    assert rules["but"].wording("fr").phrases == ()
    assert shelf.texts == {"mine": OWN}


def test_a_last_text_that_is_good_no_more_is_not_used(tmp_path, put):
    put("rules: [")
    shelf = reply_shelf(tmp_path, {"mine": OWN.replace("id: neighbour", "id: but")})
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert fault.holds == ""
    assert shelf.ruleset == shipped_ruleset()
    assert shelf.texts == {}


def test_what_is_no_text_or_no_file_stops_nothing(tmp_path, put):
    put(OWN)
    folder = tmp_path / "replies"
    (folder / "two.yaml").write_bytes(b"\xff\xfe")
    (folder / "three.yaml").symlink_to(folder / "mine.yaml")
    (folder / "four.yaml").mkdir()
    shelf = reply_shelf(tmp_path, {"two": FRENCH})
    (fault,) = shelf.faults
    assert isinstance(fault, PlaybookFaultError)
    assert (fault.path, fault.holds) == (str(folder / "two.yaml"), "own")
    assert set(shelf.texts) == {"mine", "two"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anywhere")
def test_a_folder_that_may_not_be_read_keeps_what_was_read_last(tmp_path, put):
    put(OWN)
    (tmp_path / "replies").chmod(0)
    shelf = reply_shelf(tmp_path, {"mine": OWN})
    (tmp_path / "replies").chmod(0o700)
    assert isinstance(shelf.faults[0], UnreadableFileError)
    assert rules_of(shelf)["neighbour"].origin == "mine.yaml"


def test_no_file_lifts_a_rule_that_is_above_every_file(tmp_path, put):
    never = [rule.id for rule in shipped_ruleset().rules if rule.never]
    for name in never:
        put(f"language: en\nsoften:\n  - {{rule: {name}, level: off, because: I want to.}}\n")
        shelf = reply_shelf(tmp_path)
        ((fault,),) = (error.faults for error in shelf.faults if hasattr(error, "faults"))
        assert "stands above every file" in fault[2]
        assert shelf.ruleset == shipped_ruleset()
    assert never
