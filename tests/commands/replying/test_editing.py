"""The editor: what was written is never lost, and nothing is claimed that is not so."""

import os
import stat

import pytest

from reviewlog.domain.usage_errors import NoEditorError

GO_ON = "reviewlog reply 1"


@pytest.fixture
def shop(run, machine):
    """Return a function that runs a command line in a bakery with a review."""
    folder = machine.default_book()
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(
        "trade: bakery\nvoice: {name: Ann Vale, email: a@cakes.example}\n"
    )
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    run("review", "1", "--site", "trustpilot", "--stars", "1", "--text", "Dry cake.")
    run("assess", "1", "right")
    return run


@pytest.fixture
def editor(machine, monkeypatch, answers):
    """Return a function that puts something in the editor's place."""
    answers()

    def use(does, *, finishes=True):
        def edit_file(_, path):
            does(path)
            return finishes

        monkeypatch.setattr(type(machine), "edit_file", edit_file)

    return use


def lying(machine):
    return list((machine.default_book() / "drafts").glob("*"))


def drafts(run):
    found = run("show", "1", "--json").json["entries"]
    return [entry["fields"]["text"] for entry in found if entry["kind"] == "reply"]


def test_an_editor_that_cannot_be_started_is_named_and_the_text_stays(shop, machine, editor):
    def refuse(path):
        raise NoEditorError("nosuch")

    editor(refuse)
    err = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert "The editor “nosuch” could not be started" in err
    assert "drafts/1-public" in err
    assert GO_ON in err
    assert "Nothing was written" not in err
    (left,) = lying(machine)
    assert left.read_text() == "Thank you."
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert stat.S_IMODE(left.parent.stat().st_mode) == 0o700


def test_what_an_editor_did_not_finish_is_offered_again(
    shop, machine, editor, monkeypatch, answers
):
    editor(lambda path: path.write_text("My own words.\n"), finishes=False)
    err = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert "did not finish" in err
    assert "stays there" in err
    monkeypatch.undo()
    machine.edited = None
    assert "on a terminal this goes on with it" in shop("reply", "1", "--case", "It was dry.").err

    asked = answers("y")
    machine.edited = "Thank you, and sorry."
    shop("reply", "1")
    assert "was not finished" in asked[-1]
    assert machine.edits[-1] == "My own words."
    assert lying(machine) == []


@pytest.mark.parametrize("finishes", [True, False])
def test_an_editor_that_deletes_the_text_leaves_no_claim_that_it_is_kept(shop, editor, finishes):
    editor(lambda path: path.unlink(), finishes=finishes)
    err = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert "left no text behind" in err
    assert "stays there" not in err


def test_an_editor_that_deletes_the_folder_too(shop, editor):
    editor(lambda path: (path.unlink(), path.parent.rmdir()))
    assert "left no text behind" in shop("reply", "1", "--edit", "Thank you.", code=1).err


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"caf\xe9", "is no text (UTF-8)"), (b"\x89PNG\0", "is no text (UTF-8)"),
     (b"word " * 20_001, "is longer than 100,000 characters")],
)  # fmt: skip
def test_what_is_no_text_of_ours_is_refused_and_still_lies_there(shop, machine, editor, raw, said):
    editor(lambda path: path.write_bytes(raw))
    err = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert said in err
    assert "It still lies there" in err
    assert lying(machine)[0].read_bytes() == raw
    assert drafts(shop) == []
    again = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert said in again
    assert lying(machine)[0].read_bytes() == raw


def test_what_an_editor_of_windows_wrote_is_read(shop, editor):
    editor(lambda path: path.write_bytes("\ufeffThank you,\r\nAnn\r\n".encode()))
    shop("reply", "1", "--edit", "Thank you.")
    assert drafts(shop) == ["Thank you,\nAnn"]


def fifo(path):
    os.mkfifo(path)


def link(path):
    path.symlink_to("/etc/hostname")


def device(path):
    path.symlink_to("/dev/zero")


def folder(path):
    path.mkdir()


@pytest.mark.skipif(os.name != "posix", reason="no such files")
@pytest.mark.parametrize("made", [fifo, link, device, folder])
def test_what_is_no_ordinary_file_is_told_and_left_alone(shop, machine, editor, made):
    def replace(path):
        path.unlink()
        made(path)

    editor(replace)
    err = shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert "left alone" in err
    (left,) = lying(machine)
    shop("reply", "1", "Thank you, Ann")
    shown = shop("reply", "1")
    assert "YOUR REPLY" in shown.out
    assert "left alone" in shown.err
    assert os.path.lexists(left)


@pytest.mark.skipif(os.name != "posix", reason="no such files")
def test_a_folder_of_drafts_that_is_a_link_is_refused(shop, machine, editor, tmp_path):
    editor(lambda _: None)
    (tmp_path / "elsewhere").mkdir()
    (machine.default_book() / "drafts").symlink_to(tmp_path / "elsewhere")
    assert "drafts is only a link" in shop("reply", "1", "--edit", "Thank you.", code=1).err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_to_edit_without_a_draft_begins_with_the_parts(shop, machine, answers):
    answers("The cake was promised for noon.", "")
    machine.edited = "Thank you."
    shop("reply", "1", "--edit")
    assert "The cake was promised for noon." in machine.edits[0]
