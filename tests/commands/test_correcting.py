"""amend and undo: both versions stay."""

import pytest

from tests.builders import FIRST


@pytest.fixture(autouse=True)
def incident(call):
    call()


def test_the_last_entry_is_amended_unless_named(run):
    result = run("amend", "--who", "Dana Smyth", "--why", "misheard")
    assert result.out.startswith(
        f"Corrected, 1 (entry {FIRST + 2} corrects {FIRST}). Dana Smyth phoned you"
    )
    entry = run("show", "1", "--json").json["entries"][0]
    assert entry["fields"]["who"] == "Dana Smyth"
    assert entry["corrected"] == {"who": "Dana Smith"}


def test_a_text_alone_is_no_entry_number(run):
    run("amend", "The cake was very dry")
    assert "The cake was very dry" in run("show", "1", "--unfold").out


def test_a_named_entry_is_amended(run):
    run("note", "1", "a thought")
    run("amend", str(FIRST), "--threat", "withdrawn")
    assert run("show", "1", "--json").json["facts"]["threat"] == "withdrawn"


def test_a_correction_lands_on_the_last_entry_that_it_fits(run):
    run("note", "1", "a thought")
    assert f"corrects {FIRST}" in run("amend", "--threat", "veiled").out


def test_a_misfiled_entry_moves_with_all_its_command_wrote(run):
    run("log", "wrong drawer", "--incident", "1", "--demand", "cash")
    run("log", "someone else", "--who", "Ann", "--threat", "none")
    run("amend", str(FIRST + 2), "--incident", "2")
    assert "wrong drawer" not in run("show", "1").out
    shown = run("show", "2").out
    assert "wrong drawer" in shown
    assert "cash" in shown


def test_an_unknown_entry_is_exit_4(run):
    assert f"The last one is {FIRST}" in run("amend", "99", "--who", "X", code=4).err


def test_an_empty_correction_is_refused(run):
    assert "nothing in the correction" in run("amend", code=2).err


def test_undo_takes_back_a_whole_command_in_words(run):
    run("log", "again", "--incident", "1", "--demand", "cash")
    result = run("undo")
    assert "Dana Smith phoned you" in result.out
    assert "They want something" in result.out
    assert "cash" not in run("show", "1").out


def test_undo_is_repeatable_to_the_very_beginning(run):
    run("note", "1", "x")
    run("undo")
    assert "is empty now" in run("undo").out
    assert "nothing to take back" in run("undo", code=1).err
    assert run("due").out.endswith("Nothing today.\n")
    assert "no incident" in run("show", "1", code=4).err


def test_numbers_are_never_used_again(run):
    run("undo")
    assert "Kept, 2" in run("log", "x", "--who", "Ann").out


def test_undo_tells_scripts_what_it_took_back(run):
    found = run("undo", "--json").json
    assert found["schema"] == "reviewlog.undo/1"
    assert [entry["kind"] for entry in found["entries"]] == ["interaction", "playbook"]


def test_a_wrong_name_of_the_customer_is_set_right_everywhere(run):
    run("log", "rang again", "--who", "dana smith", "--incident", "1")
    run("log", "for her", "--who", "Bob", "--for", "Dana Smith", "--incident", "1")
    shown = run("amend", str(FIRST), "--who", "Dana Smyth", "--why", "misheard").out
    assert "The name is set right in 2 entries." in shown
    fields = [e["fields"] for e in run("show", "1", "--json").json["entries"]]
    names = {f.get(n) for f in fields for n in ("who", "on_behalf_of")} - {None}
    assert names == {"Dana Smyth", "Bob"}


def test_a_later_entry_is_renamed_alone(run):
    run("log", "rang again", "--who", "Dana Smith")
    run("amend", str(FIRST + 2), "--who", "Her husband")
    entries = run("show", "1", "--json").json["entries"]
    assert [e["fields"].get("who") for e in entries if e["kind"] == "interaction"] == [
        "Dana Smith",
        "Her husband",
    ]


def test_the_address_of_a_review_can_be_added_without_a_change(run):
    run("review", "1", "--site", "google", "--stars", "1")
    run("amend", "--url", "https://example.org/r")
    assert run("show", "1", "--json").json["facts"]["review"] == "up"
