"""verify of a logbook, on the screen and for programs."""

import pytest

from reviewlog.logbook.logbook import Logbook
from tests.builders import said
from tests.program import assert_harmless
from tests.store.test_checking import tamper


@pytest.fixture
def book(call, machine):
    call()
    return machine.default_book()


def checkpoint(machine):
    book = Logbook.open(machine.default_book(), machine.clock, "Europe/London")
    try:
        return book.checkpoint().note.decode()
    finally:
        book.close()


def test_a_logbook_that_holds_says_what_cannot_be_known(run, book):
    out = run("verify").out
    assert out.startswith("Unchanged: ")
    assert "1 incident checked" in out
    assert "whether what was written is true" in out
    assert "whether entries were cut off at the end" in out


def test_what_does_not_hold_is_named_with_the_rest_that_does(run, book):
    tamper(book, ("UPDATE disclosures SET text = 'x' || text WHERE name = 'text'",))
    result = run("verify", code=1)
    assert "does not hold in 2 places" in result.out
    assert "the field text was changed after it was written" in result.out
    assert "The rest holds: " in result.out
    assert "Copy the whole folder" in result.out
    broken = run("verify", "--json", code=1).json["broken"]
    assert {place["check"] for place in broken} == {"fields"}


def test_no_name_out_of_the_file_reaches_the_screen_as_it_is(run, book):
    tamper(book, ("UPDATE disclosures SET name = char(27) || '[2J' WHERE name = 'text'",))
    assert_harmless(run("verify", code=1).out)


def test_a_program_gets_every_count_and_remark(run, book):
    found = run("verify", "--json").json
    assert found["schema"] == "reviewlog.verify/1"
    assert found["holds"] is True
    assert found["checked"] == found["counts"]["entries"]
    assert [one["remark"] for one in found["remarks"]] == ["uncovered"]


def test_guards_that_are_gone_keep_nobody_from_checking(run, book):
    tamper(book, guards={})
    assert "the guards: entries_never_go: the guard is not there" in run("verify", code=1).out


@pytest.mark.parametrize("quote", ["", "> ", ">> ", "    "])
def test_a_checkpoint_out_of_a_mail_is_compared(run, book, machine, tmp_path, quote):
    note = checkpoint(machine)
    lines = ["Dear Kim,", "", *note.splitlines(), "", "Yours"]
    (tmp_path / "mail.txt").write_text("".join(f"{quote}{line}\r\n" for line in lines))
    run("note", "1", "later")

    out = run("verify", "mail.txt").out

    assert "The log still holds what it held then" in out
    assert "no signature" not in out


def test_a_checkpoint_of_what_is_gone_or_another_log_does_not_hold(run, call, machine, tmp_path):
    call()
    note = checkpoint(machine)
    size = int(note.splitlines()[1])
    (tmp_path / "longer.txt").write_text(note.replace(f"\n{size}\n", f"\n{size + 5}\n"))
    (tmp_path / "root.txt").write_text(note.replace(note.splitlines()[2], "A" * 43 + "="))
    other = note.splitlines()[0][:-4] + "0000"
    (tmp_path / "other.txt").write_text(note.replace(note.splitlines()[0], other))

    assert f"the log once held {size + 5}" in run("verify", "longer.txt", code=1).out
    assert "not the same log" in run("verify", "root.txt", code=1).out
    assert "about another log" in run("verify", "other.txt", code=1).out


def test_three_lines_without_a_signature_still_tell_whether_the_log_is_the_same(
    run, call, machine, tmp_path
):
    call()
    (tmp_path / "slip.txt").write_text("\n".join(checkpoint(machine).splitlines()[:3]))
    assert "no signature of this logbook came back" in run("verify", "slip.txt").out


def test_a_text_without_a_checkpoint_is_no_bundle(run, call, tmp_path):
    call()
    (tmp_path / "mail.txt").write_text("Dear Kim, thank you.")
    assert run("verify", "mail.txt", code=1).out


def test_where_there_is_no_logbook_none_is_made(run, machine):
    assert "There is no logbook there yet" in run("verify", code=1).err
    assert not machine.default_book().exists()


def test_nothing_is_compared_with_what_another_version_kept(run, book):
    tamper(book, ("UPDATE meta SET value = '0.0.1' WHERE key = 'version'",))
    assert "another version wrote it last" in " ".join(run("verify").out.split())


def test_a_checkpoint_in_a_logbook_covers_what_was_there(tmp_path, clock):
    book = Logbook.open(tmp_path / "b", clock, "Europe/London")
    book.log(said())
    book.checkpoint()
    (remark,) = book.verify().remarks
    book.close()
    assert remark.facts["count"] == 0
    assert remark.facts["outside"] == 0
