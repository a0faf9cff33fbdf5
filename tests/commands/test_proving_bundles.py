"""What export and verify say of the proofs of a bundle, from the owner's chair."""

import zipfile

import pytest

from tests.tsa import Authority, needs_openssl


@pytest.fixture(autouse=True)
def incident(run, bakery):
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "open", "--site", "google",
        "--quote", "or one star")  # fmt: skip


def test_verify_names_the_key_and_what_was_signed(run):
    run("export", "1", "--for", "google", "-y", "-o", "a.zip")
    said = " ".join(run("verify", "a.zip").out.split())
    with zipfile.ZipFile("a.zip") as bundle:
        page = bundle.read("incident-1-google/START-HERE.html").decode()
    fingerprint = page.partition("fingerprint of the key is</p>\n<pre>")[2][:39]
    assert f"Signed with the key {fingerprint}. A file cannot tell" in said
    assert "all that the log has about the incident" in said
    assert "No time from outside is in it" in said


def test_the_same_incident_is_the_same_bundle_also_after_its_export_was_logged(run, tmp_path):
    for name in ("a.zip", "b.zip"):
        run("export", "1", "--for", "google", "-y", "-o", name)
        run("log", "Another matter", "--who", f"Robin {name}")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_bundle_without_its_proofs_is_named(run):
    run("export", "1", "--for", "google", "-y", "-o", "a.zip")
    with zipfile.ZipFile("a.zip") as old, zipfile.ZipFile("b.zip", "w") as new:
        for name in old.namelist():
            if "/proof/" not in name and "/seal" not in name:
                new.writestr(name, old.read(name))
    found = run("verify", "b.zip", code=1)
    assert "made by a reviewlog before 0.3" in " ".join(found.out.split())
    assert "Ask whoever made it for another copy" in found.out + found.err


@needs_openssl
def test_export_has_the_log_and_the_seal_stamped_and_verify_takes_the_certificates(
    run, machine, tmp_path
):
    with Authority(tmp_path) as tsa:
        book = machine.default_book()
        (book / "roots.pem").write_bytes(tsa.roots.read_bytes())
        config = f"business: Cakes\ntrade: bakery\ntime_stamps:\n  - {{url: '{tsa.url}', roots: roots.pem}}\n"
        (book / "config.yaml").write_text(config)
        run("export", "1", "--for", "google", "-y", "-o", "a.zip")
        asked = tsa.asked
        run("export", "1", "--for", "google", "-y", "-o", "b.zip")
        assert tsa.asked <= asked + 1  # the log has grown by the export; the seal is the same
        assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
        tsa.mode = "error"
        run("log", "She rang again", "--incident", "1")
        said = run("export", "1", "--for", "google", "-y", "-o", "c.zip").err
        assert "did not answer with a time stamp" in said
    found = run("verify", "a.zip", "--roots", str(tsa.roots)).out
    assert "Known outside: entries 1 to" in found
    assert "says Test TSA" in found
    assert "with --roots" in run("verify", "a.zip").out
    assert "No time from outside" in run("verify", "a.zip").out
    assert run("verify", "a.zip", "--roots", str(tsa.roots), "--json").json["holds"]
    assert "covered by no time stamp" in run("verify", "c.zip", "--roots", str(tsa.roots)).out


def test_a_file_without_certificates_is_refused(run, tmp_path):
    run("export", "1", "--for", "google", "-y", "-o", "a.zip")
    (tmp_path / "roots.pem").write_text("none")
    assert "holds no certificates" in run("verify", "a.zip", "--roots", "roots.pem", code=2).err
    assert "is not there" in run("verify", "a.zip", "--roots", "nothing.pem", code=2).err
