"""`playbook check` and `playbook schema`, with the hostile files that people may be sent."""

import os
import time

import pytest

GOOD = """\
playbook: mine
version: 1
title: Mine
steps:
  - {id: ring, title: Ring them., kind: call, why: They wait., within: 1 day}
"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="mine.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_every_fault_of_every_file_is_told_with_its_place(run, file):
    one = file(GOOD.replace("kind: call", "kind: cal").replace("1 day", "soon"))
    two = file(GOOD.replace("mine", "two").replace("title: Ring", "titel: Ring"), "two.yaml")
    told = run("playbook", "check", one, two, code=1).out.splitlines()
    line = GOOD.splitlines()[4]
    assert (
        told[0]
        == f"{one}:5:{line.index('call') + 1}: “cal” is not known here. Did you mean “call”?"
    )
    assert told[1].startswith(f"{one}:5:{line.index('1 day')}: within: “soon” is no duration")
    assert told[2].startswith(f"{two}:5:5: “title” is missing.")
    assert told[3] == f"{two}:5:16: “titel” is not a key that belongs here. Did you mean “title”?"
    assert told[-1] == "2 playbooks: 4 faults, no remark."


def test_what_is_only_unwise_is_told_and_done(run, file):
    told = run("playbook", "check", file(GOOD)).out.splitlines()
    assert told[0].endswith("mine.yaml:5:10: untested: No example expects “ring”.")
    assert told[-1] == "1 playbook: no fault, 1 remark."


def test_programs_get_faults_remarks_and_what_the_rules_are_about(run, file):
    found = run("playbook", "check", file(GOOD), "--json").json
    assert found["schema"] == "reviewlog.playbook-check/1"
    (one,) = found["files"]
    assert one["faults"] == []
    assert one["remarks"] == [
        {"line": 5, "column": 10, "rule": "untested", "text": "No example expects “ring”."}
    ]
    assert list(found["rules"]) == ["untested"]
    broken = run("playbook", "check", file("playbook: x"), "--json", code=1).json
    assert broken["files"][0]["faults"][0].keys() == {"line", "column", "text"}


def test_without_a_file_all_are_checked_and_no_logbook_is_made(run, machine):
    told = run("playbook", "check").out
    assert "playbooks: no fault" in told
    assert not (machine.folder / "book").exists()


def test_the_owners_own_are_checked_too(run, machine):
    folder = machine.folder / "book" / "playbooks"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(GOOD.replace("call", "cal"))
    assert "did you mean" in run("playbook", "check", code=1).out.casefold()


def test_files_on_one_line_may_use_each_other(run, file):
    uses = GOOD.replace("mine", "two") + "  - use: mine/ring\n"
    told = run("playbook", "check", file(GOOD), file(uses, "two.yaml"), code=1).out
    assert "stands here twice" in told
    assert "no playbook" not in told


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: &a [x]\nb: [*a, *a]\n", "2:5", "Aliases"),
        ("a: !!python/object:os.system x\n", "1:4", "Tags"),
        ("[" * 100_000, "1:", "inside each other"),
        (b"\x00\x01\x02\xff", "1:4", "UTF-8"),
        (b"a: \x00\n", "1:", "read as YAML"),
        (b"\xff\xfea\x00:\x00", "1:1", "UTF-8"),
        (GOOD.encode("utf-16"), "1:1", "UTF-8"),
        (b"a: \xe9t\xe9\n", "1:4", "UTF-8"),
        ("a: x\n---\nb: y\n", "2:1", "document"),
        ("title: yes\n", "1:8", "yes/no"),
        ("", "1:1", "missing"),
    ],
)
def test_hostile_files_are_refused_with_their_place(run, file, text, place, said):
    path = file(text)
    told = run("playbook", "check", path, code=1).out
    assert f"{path}:{place}" in told
    assert said in told


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm(run, file):
    run("playbook", "check", file(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()))


def test_a_huge_file_is_refused_without_being_read(run, tmp_path):
    path = tmp_path / "big.yaml"
    with path.open("wb") as big:
        big.truncate(50_000_000)
    begun = time.perf_counter()
    told = run("playbook", "check", str(path), code=1).out
    assert "over 256 KiB" in told
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(("make", "said"), [("nothing", "is not there"), ("folder", "is a folder"), ("pipe", "no")])  # fmt: skip
def test_what_is_no_file_is_told_calmly(run, tmp_path, make, said):
    path = tmp_path / "x.yaml"
    if make == "folder":
        path.mkdir()
    elif make == "pipe":
        os.mkfifo(path)
    assert said in run("playbook", "check", str(path), code=2).err


def test_the_schema_is_printed_as_json(run):
    plain, asked = run("playbook", "schema"), run("playbook", "schema", "--json")
    assert plain.json == asked.json
    assert "steps" in plain.json["properties"]
    replies = run("playbook", "schema", "--replies")
    assert "translates" in replies.json["properties"]
    assert replies.json == run("playbook", "schema", "--replies", "--json").json


def test_ids_may_be_checked_too(run, machine):
    assert run("playbook", "check", "complaint").out == "1 playbook: no fault, no remark.\n"
    assert "complaint" in run("playbook", "check", "complant", code=4).err


def test_files_that_are_no_playbooks_are_named_and_stop_nothing(run, machine):
    folder = machine.folder / "book" / "playbooks"
    folder.mkdir(parents=True)
    (folder / "one.yml").write_text(GOOD)
    (folder / "two.YAML").write_text(GOOD)
    (folder / "three.yaml").symlink_to(folder / "one.yml")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "notes.txt").write_text("x")
    (folder / ".hidden.yaml").write_text("x")
    told = run("playbook", "check").out.splitlines()[:-1]
    assert [line.removeprefix(f"{folder}/").partition(" ")[0] for line in told] == [
        "folder.yaml", "one.yml", "pipe.yaml", "three.yaml", "two.YAML",
    ]  # fmt: skip
    assert told[1].endswith("is not read: its name ends in .yml; a playbook's ends in .yaml.")
    assert run("playbook", "list").err.splitlines() == told
    assert len(run("playbook", "check", "--json").json["ignored"]) == 5
    assert run("due").err == ""
