"""Faults in the owner's files are told, and stop nothing."""

import os

import pytest

from reviewlog.playbook.shelf import shipped_texts

FAULTY = "playbook: mine\nversion: 1\ntitle: Mine\nstaps: []\n"


def test_a_faulty_playbook_is_told_in_one_line_and_the_call_is_kept(run, tmp_path):
    run("log", "The cake was dry", "--who", "Dana")
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir()
    (folder / "mine.yaml").write_text(FAULTY)
    for _ in range(2):
        result = run("log", "She rang again", "--who", "Dana")
        assert result.err == (
            "Your playbook mine.yaml has 2 faults (first: line 1);"
            " it is not used until it is mended. See: reviewlog playbook check\n"
        )
        assert "Kept, 1" in result.out
    (folder / "mine.yaml").unlink()
    assert run("log", "She rang again", "--who", "Dana").err == ""


def test_faults_of_settings_and_playbooks_are_told_together(run, tmp_path):
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(FAULTY)
    (tmp_path / "book" / "config.yaml").write_text("busines: Vale\nholidays: UK\n")
    err = run("log", "The cake was dry", "--who", "Dana").err
    assert "config.yaml:1:1: “busines”" in err
    assert "config.yaml:2:11: “UK”" in err
    assert "Your playbook mine.yaml has 2 faults" in err
    assert len(err.splitlines()) == 4


def test_with_only_settings_at_fault_the_settings_are_named(run, tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text("busines: Vale\n")
    err = run("log", "The cake was dry", "--who", "Dana").err
    assert "Until then the last good settings hold." in err


def test_a_faulty_playbook_that_was_good_before_says_that_its_last_text_holds(run, tmp_path):
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir(parents=True)
    good = (
        "playbook: mine\nversion: 1\ntitle: Mine\nsteps:\n"
        "  - {id: ring, title: Ring., kind: call, why: They wait.}\n"
    )
    (folder / "mine.yaml").write_text(good)
    assert run("due").err == ""
    (folder / "mine.yaml").write_text(good.replace("call", "cal"))
    assert run("due").err == (
        "Your playbook mine.yaml has 1 fault (line 5); its last good text holds."
        " See: reviewlog playbook check\n"
    )
    (folder / "complaint.yaml").write_text("playbook: complaint\n")
    assert "complaint.yaml has 3 faults (first: line 1); the shipped one holds" in run("due").err


def test_of_many_faults_in_the_settings_three_are_told_in_full(run, tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text("".join(f"no{i}: x\n" for i in range(7)))
    lines = run("due").err.splitlines()
    assert [line.rpartition("/")[2][:13] for line in lines[:3]] == [
        f"config.yaml:{i}" for i in (1, 2, 3)
    ]
    assert lines[3:] == ["and 4 more", "Until then the last good settings hold."]


def test_a_step_that_a_shipped_playbook_uses_and_that_was_renamed_names_the_owners_file(
    run, tmp_path
):
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir(parents=True)
    text = shipped_texts()["complaint"].replace("call-back", "ring-back")
    (folder / "complaint.yaml").write_text(text)
    told = run("due").err.splitlines()
    assert told == [
        "Your complaint.yaml has no step call-back, which threat-before-review uses;"
        " that one keeps to the shipped one."
    ]
    checked = run("playbook", "check", code=1).out
    assert "threat-before-review.yaml" not in checked
    assert f"{folder / 'complaint.yaml'}:1:1: {told[0]}" in checked


@pytest.mark.parametrize("place", ["", "replies", "sites"])
@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_a_name_that_is_no_text_stops_no_call_from_being_written_down(run, tmp_path, place, kind):
    folder = tmp_path / "book" / "playbooks" / place
    folder.mkdir(parents=True)
    strange = folder / os.fsdecode(b"a\xff.yaml")
    try:
        strange.touch()
    except OSError:
        pytest.skip("this disk keeps no such name")
    if kind != "file":
        strange.unlink()
        strange.mkdir() if kind == "folder" else strange.symlink_to(tmp_path / "nowhere")
    for _ in range(2):
        result = run("log", "The cake was dry", "--who", "Dana")
        assert "Kept" in result.out
        told = "a⟨U+DCFF⟩.yaml has a name that is no text (UTF-8); give it another"
        assert (told in result.err) == (kind == "file")
    assert "its name is no text" in run("playbook", "check").out
