"""export --encrypt, from the owner's chair."""

import io
import sys
import zipfile

import pytest

pyrage = pytest.importorskip("pyrage")
SECRET = "over the sea to Skye"


@pytest.fixture(autouse=True)
def incident(run, call):
    call("It was dry", "--who", "Dana", "--site", "google", "--quote", "or one star")


@pytest.fixture
def identity():
    return pyrage.x25519.Identity.generate()


def test_only_the_encrypted_bundle_is_written(run, tmp_path, identity):
    key = str(identity.to_public())
    result = run("export", "1", "--for", "lawyer", "-y", "--encrypt", key)
    assert "Written: incident-1-lawyer.zip.age" in result.out
    assert [p.name for p in tmp_path.glob("incident*")] == ["incident-1-lawyer.zip.age"]
    body = pyrage.decrypt((tmp_path / "incident-1-lawyer.zip.age").read_bytes(), [identity])
    with zipfile.ZipFile(io.BytesIO(body)) as bundle:
        assert bundle.testzip() is None


def test_the_log_notes_that_it_was_encrypted_but_not_to_whom(run, machine, identity):
    key = str(identity.to_public())
    run("export", "1", "--for", "lawyer", "-y", "--encrypt", key)
    shown = run("show", "1", "--json").out + run("verify", "--json").out
    assert key not in shown
    stored = (machine.default_book() / "logbook.db").read_bytes()
    assert key.encode() not in stored
    assert b"encrypted" in stored or b"ImVuY3J5cHRlZCI" in stored


def test_a_script_gives_the_passphrase_by_a_variable(run, machine, tmp_path):
    machine.secret = SECRET
    found = run("export", "1", "--for", "lawyer", "-y", "--json", "--encrypt", "passphrase").json
    assert found["encrypted"] is True
    made = (tmp_path / found["path"]).read_bytes()
    assert pyrage.passphrase.decrypt(made, SECRET)[:2] == b"PK"
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert SECRET.encode() not in everything


@pytest.mark.parametrize(
    ("secret", "words"), [(None, "REVIEWLOG_PASSPHRASE"), ("", "is empty"), (" ", "is empty")]
)
def test_no_passphrase_no_bundle(run, machine, tmp_path, secret, words):
    machine.secret = secret
    assert (
        words in run("export", "1", "--for", "lawyer", "-y", "--encrypt", "passphrase", code=2).err
    )
    assert not list(tmp_path.glob("*.zip*"))


def test_a_passphrase_and_a_key_do_not_go_together(run, machine, identity):
    machine.secret = SECRET
    key = str(identity.to_public())
    said = run(
        "export", "1", "--for", "lawyer", "-y", "--encrypt", "passphrase", "--encrypt", key, code=2
    ).err
    assert "do not go together" in said


def test_a_bad_key_is_named_and_nothing_is_written(run, tmp_path):
    said = run(
        "export", "1", "--for", "lawyer", "-y", "--encrypt", "lawyer@office.example", code=2
    ).err
    assert "neither a public key nor a file" in said
    assert not list(tmp_path.glob("*.zip*"))


def test_a_secret_key_is_never_repeated(run):
    said = run(
        "export", "1", "--for", "lawyer", "-y", "--encrypt", "AGE-SECRET-KEY-1ABCDEF", code=2
    )
    assert "ABCDEF" not in said.out + said.err
    assert "secret key stays" in said.err


def test_a_line_of_a_file_of_keys_is_named(run, tmp_path):
    (tmp_path / "keys.txt").write_text("# the lawyer\nage1mistyped\n")
    said = run("export", "1", "--for", "lawyer", "-y", "--encrypt", "keys.txt", code=2).err
    assert "keys.txt, line 2, is not a whole public key" in said


def test_its_name_says_that_it_is_encrypted(run, tmp_path, identity):
    run(
        "export",
        "1",
        "--for",
        "lawyer",
        "-y",
        "-o",
        "case.zip",
        "--encrypt",
        str(identity.to_public()),
    )
    assert not (tmp_path / "case.zip").exists()
    assert (tmp_path / "case.zip.age").exists()


def test_a_plain_one_from_before_is_pointed_out(run, identity):
    run("export", "1", "--for", "lawyer", "-y", "-o", "case.zip")
    said = run(
        "export",
        "1",
        "--for",
        "lawyer",
        "-y",
        "-o",
        "case.zip.age",
        "--encrypt",
        str(identity.to_public()),
    )
    assert "case.zip lies there from before, and is not encrypted." in said.err


@pytest.mark.parametrize(("word", "how"), [("passphrase", "age -d -o"), (None, "-i KEYFILE")])
def test_verify_says_how_to_open_an_encrypted_one(run, machine, identity, word, how):
    machine.secret = SECRET
    run(
        "export",
        "1",
        "--for",
        "lawyer",
        "-y",
        "-o",
        "b.zip.age",
        "--encrypt",
        word or str(identity.to_public()),
    )
    said = run("verify", "b.zip.age", code=1).err
    assert "b.zip.age is encrypted: that is as it should be" in said
    assert how in said
    assert "reviewlog verify b.zip\n" in said


def test_without_the_extra_it_says_what_to_install(run, monkeypatch, tmp_path, identity):
    monkeypatch.setitem(sys.modules, "pyrage", None)
    said = run(
        "export", "1", "--for", "lawyer", "-y", "--encrypt", str(identity.to_public()), code=1
    ).err
    assert 'pipx install --force "reviewlog[encrypt]"' in said
    assert not list(tmp_path.glob("*.zip*"))


def test_a_passphrase_needs_no_extra(run, machine, monkeypatch, tmp_path):
    machine.secret = SECRET
    monkeypatch.setitem(sys.modules, "pyrage", None)
    run("export", "1", "--for", "lawyer", "-y", "-o", "b.zip", "--encrypt", "passphrase")
    monkeypatch.undo()
    made = (tmp_path / "b.zip.age").read_bytes()
    assert pyrage.passphrase.decrypt(made, SECRET)[:2] == b"PK"


def test_for_a_site_no_folder_that_can_be_read_is_made(run, machine, tmp_path, identity):
    machine.default_book().joinpath("config.yaml").write_text("trade: bakery\n")
    (tmp_path / "incident-1-google").mkdir()
    key = str(identity.to_public())
    said = run("export", "1", "--for", "google", "-y", "--encrypt", key).err
    assert "No folder to upload from was made beside it" in said
    assert "incident-1-google lies there from before, and is not encrypted." in said
    assert list((tmp_path / "incident-1-google").iterdir()) == []


def test_one_file_for_paper_is_not_encrypted(run, identity):
    words = ("--paper", "--encrypt", str(identity.to_public()))
    assert "do not go together" in run("export", "1", "-y", *words, code=2).err
