"""verify of a logbook, on the screen and for programs."""

from email import policy
from email.message import EmailMessage

import pytest

from reviewlog.domain.tree.notes import sign_note, verifier_of
from reviewlog.logbook.logbook import Logbook
from reviewlog.store.key import Key
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
    assert out.startswith("Unchanged:")
    assert "1 incident checked" in " ".join(out.split())
    assert "whether what was written is true" in out
    assert "whether entries were cut off at the end" in out


def test_what_does_not_hold_is_named_with_the_rest_that_does(run, book):
    tamper(book, ("UPDATE disclosures SET text = 'x' || text WHERE name = 'text'",))
    result = run("verify", code=1)
    assert "does not hold in 2 places" in " ".join(result.out.split())
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
    said = run("verify", code=1).out
    assert "the guards: entries_never_go: the guard is not there" in said
    assert "Then put the guards back: reviewlog doctor --rebuild" in said


@pytest.mark.parametrize("quote", ["", "> ", ">> ", "    "])
def test_a_checkpoint_out_of_a_mail_is_compared(run, book, machine, tmp_path, quote):
    note = checkpoint(machine)
    lines = ["Dear Kim,", "", *note.splitlines(), "", "Yours"]
    (tmp_path / "mail.txt").write_text("".join(f"{quote}{line}\r\n" for line in lines))
    run("note", "1", "later")

    out = run("verify", "mail.txt").out

    assert "The log still holds what it held then" in out
    assert "no signature" not in out


def signed_by(machine, text):
    """Return a text as a note that the logbook's own key signed."""
    private = Key(machine.default_book()).find()
    assert private is not None
    return sign_note(text, text.splitlines()[0], private).decode()


def test_a_checkpoint_of_what_is_gone_or_another_log_does_not_hold(run, call, machine, tmp_path):
    call()
    origin, size, root = checkpoint(machine).splitlines()[:3]
    longer = signed_by(machine, f"{origin}\n{int(size) + 5}\n{root}\n")
    (tmp_path / "longer.txt").write_text(longer)
    other = signed_by(machine, f"{origin}\n{size}\n{'A' * 43}=\n")
    (tmp_path / "root.txt").write_text(other)

    assert f"the log once held {int(size) + 5}" in run("verify", "longer.txt", code=1).out
    assert "not the same log" in run("verify", "root.txt", code=1).out


def test_every_checkpoint_in_a_thread_is_compared(run, call, machine, tmp_path):
    call()
    good = checkpoint(machine)
    origin, size, _ = good.splitlines()[:3]
    bad = signed_by(machine, f"{origin}\n{size}\n{'A' * 43}=\n")
    (tmp_path / "thread.txt").write_text(f"{good}\nThank you\n> {bad}")
    assert "not the same log" in run("verify", "thread.txt", code=1).out


@pytest.mark.parametrize("change", ["size", "root", "origin"])
def test_a_forged_mail_does_not_condemn_a_good_logbook(run, call, machine, tmp_path, change):
    call()
    note = checkpoint(machine)
    origin, size, root = note.splitlines()[:3]
    old, new = {
        "size": (f"\n{size}\n", f"\n{size}0\n"),
        "root": (root, "A" * 43 + "="),
        "origin": (origin, origin[:-4] + "0000"),
    }[change]
    (tmp_path / "forged.txt").write_text(note.replace(old, new))

    whole, brief = run("verify", "forged.txt", code=1), run("verify", "-q", "forged.txt", code=1)

    for result in (whole, brief):
        out = " ".join(result.out.split())
        assert "it says nothing about th" in out
        assert out.startswith("Unchanged: ")
        assert "Copy the whole folder" not in out
    assert "stranger" in {
        one["remark"] for one in run("verify", "forged.txt", "--json", code=1).json["remarks"]
    }


def test_a_checkpoint_of_nothing_is_none(run, call, machine, tmp_path):
    call()
    origin = checkpoint(machine).splitlines()[0]
    (tmp_path / "none.txt").write_text(signed_by(machine, f"{origin}\n0\n{'A' * 43}=\n"))
    assert "Unchanged" not in run("verify", "none.txt", code=2).out


@pytest.mark.parametrize("way", ["8bit", "quoted-printable", "base64", "html"])
def test_a_mail_as_a_mail_program_saves_it_is_read(run, call, machine, tmp_path, way):
    call()
    mail = EmailMessage(policy=policy.SMTP)
    mail["Subject"] = "Please keep this"
    text = f"Dear Kim,\n\n{checkpoint(machine)}\nYours\n"
    if way == "html":
        shown = text.replace("\n", "<br>")
        mail.set_content(f"<p>{shown}</p>", subtype="html", cte="base64")
    else:
        mail.set_content(text, cte=way)
    (tmp_path / "mail.eml").write_bytes(bytes(mail))

    out = run("verify", "mail.eml").out

    assert "The log still holds what it held then" in " ".join(out.split())
    assert "no signature" not in out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_text_of_another_editor_is_read(run, call, machine, tmp_path, encoding):
    call()
    (tmp_path / "mail.txt").write_bytes(checkpoint(machine).encode(encoding))
    out = run("verify", "mail.txt").out
    assert "The log still holds what it held then" in " ".join(out.split())
    assert "no signature" not in out


def test_a_signature_that_a_mail_program_broke_in_two_is_read(run, call, machine, tmp_path):
    call()
    origin = checkpoint(machine).splitlines()[0]
    broken = checkpoint(machine).replace(f"— {origin} ", f"— {origin} \n")
    (tmp_path / "mail.txt").write_text(broken)
    assert "no signature" not in run("verify", "mail.txt").out


def test_three_lines_without_a_signature_still_tell_whether_the_log_is_the_same(
    run, call, machine, tmp_path
):
    call()
    (tmp_path / "slip.txt").write_text("\n".join(checkpoint(machine).splitlines()[:3]))
    assert "no signature of this logbook came back" in run("verify", "slip.txt").out


def test_a_text_without_a_checkpoint_is_no_bundle(run, call, tmp_path):
    call()
    (tmp_path / "mail.txt").write_text("Dear Kim, thank you.")
    said = run("verify", "mail.txt", code=2).err
    assert "This is no bundle, no logbook and no checkpoint." in said


def test_a_picture_is_no_bundle_and_a_damaged_bundle_still_is_one(run, call, tmp_path):
    call()
    (tmp_path / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00shot")
    found = run("verify", "shot.png", code=2)
    assert "This is no bundle, no logbook and no checkpoint." in found.err
    assert "another copy" not in found.out + found.err
    (tmp_path / "half.zip").write_bytes(b"\x00\x00 half")
    (tmp_path / "half").write_bytes(b"PK\x03\x04 half")
    for name in ("half.zip", "half"):
        assert "another copy" in run("verify", name, code=1).out


def test_certificates_for_a_logbook_or_a_mail_are_refused_not_ignored(run, book, machine, tmp_path):
    (tmp_path / "mail.txt").write_text(checkpoint(machine))
    (tmp_path / "roots.pem").write_text("none")
    for words in ((), (str(book),)):
        said = run("verify", *words, "--roots", "roots.pem", code=2).err
        assert "--roots and a logbook do not go together" in said
    said = run("verify", "mail.txt", "--roots", "roots.pem", code=2).err
    assert "--roots and a checkpoint do not go together" in said


@pytest.mark.parametrize("width", [40, 80])
def test_the_verdict_is_never_broken_inside_a_word(run, book, machine, width):
    machine.width = lambda: width
    whole = set(run("verify").out.split())
    assert f"{book}" in whole
    tamper(book, ("UPDATE disclosures SET text = 'x' || text WHERE name = 'text'",))
    lines = run("verify", code=1).out.splitlines()
    assert all(len(line) <= width or len(line.split()) == 1 for line in lines)


def test_where_there_is_no_logbook_none_is_made(run, machine):
    assert "There is no logbook there yet" in run("verify", code=1).err
    assert not machine.default_book().exists()


def test_nothing_is_compared_with_what_another_version_kept(run, book):
    tamper(book, ("UPDATE meta SET value = '0.0.1' WHERE key = 'version'",))
    for words in (["verify"], ["verify", "-q"]):
        assert "another version wrote it last" in " ".join(run(*words).out.split())


def test_what_another_version_kept_is_made_again_when_it_is_opened(run, book):
    tamper(
        book,
        ("UPDATE meta SET value = '9' WHERE key = 'version'",),
        ("UPDATE incidents SET state = 'closed', customer = 'Eve'",),
        ("DELETE FROM agenda",),
    )
    assert "Eve" not in run("list").out
    assert run("verify").out.startswith("Unchanged:")
    assert run("verify", "--json").json["counts"]["projections"] == 1


def test_a_checkpoint_in_a_logbook_covers_what_was_there(tmp_path, clock):
    book = Logbook.open(tmp_path / "b", clock, "Europe/London")
    book.log(said())
    book.checkpoint()
    (remark,) = book.verify().remarks
    book.close()
    assert remark.facts["count"] == 0
    assert remark.facts["outside"] == 0


def test_a_key_that_is_another_now_is_told(run, book, machine):
    first = checkpoint(machine)
    private = Key(book).find()
    assert private is not None
    before = verifier_of(first.splitlines()[0], private).fingerprint
    (book / "key").unlink()
    checkpoint(machine)
    (remark,) = [
        one for one in run("verify", "--json").json["remarks"] if one["remark"] == "key-changed"
    ]
    assert remark["before"] == before
    assert before in " ".join(run("verify").out.split())
