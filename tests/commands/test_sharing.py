"""export and verify, from the owner's chair."""

import zipfile

import pytest

from tests.builders import FIRST


@pytest.fixture(autouse=True)
def incident(run, bakery, tmp_path):
    (tmp_path / "page.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "open", "--site", "google",
        "--quote", "or one star", "--attach", "page.png")  # fmt: skip
    run("note", "1", "secret thought")
    run("note", "1", "for counsel", "--lawyer")
    run("assess", "1", "unfounded", "secret view")


def everything(path) -> bytes:
    with zipfile.ZipFile(path) as bundle:
        return b"".join(bundle.read(name) for name in bundle.namelist())


def test_export_shows_what_leaves_what_stays_and_what_is_missing(run, golden, with_pdf):
    result = run("export", "1", "--for", "google", "-y")
    golden(result.err, "export.txt")
    assert "Written: incident-1-google.zip" in result.out
    assert "Unchanged" in run("verify", "incident-1-google.zip").out


def test_lines_to_type_stand_whole_on_a_narrow_screen(run, machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 40)
    monkeypatch.setattr(machine, "columns", lambda: 40)
    monkeypatch.setattr(machine, "message_columns", lambda: 40)

    result = run("export", "1", "--for", "google", "-y")

    assert "\n  reviewlog redact 1 E1 --box 40,120,300,24\n" in result.err
    assert "\n  reviewlog verify incident-1-google.zip\n" in result.out
    lines = [line for line in (result.err + result.out).splitlines() if "reviewlog " not in line]
    assert max(map(len, lines)) <= 40


def test_without_a_terminal_a_yes_is_needed(run, tmp_path):
    assert "-y says yes" in run("export", "1", "--for", "google", code=1).err
    assert not list(tmp_path.glob("*.zip"))


def test_the_audience_decides_what_leaves(run):
    for audience in ("site", "google", "court", "police", "insurer", "lawyer", "self"):
        run("export", "1", "--for", audience, "-y", "-o", f"{audience}.zip")
        found = everything(f"{audience}.zip")
        assert (b"secret" in found) == (audience == "self")
        assert (b"for counsel" in found) == (audience in ("lawyer", "self"))


def test_an_existing_file_is_not_written_over_unasked(run):
    run("export", "1", "-y", "-o", "b.zip")
    assert "-y writes over it" in run("export", "1", "-o", "b.zip", code=1).err
    run("export", "1", "-y", "-o", "b.zip")


def test_an_unknown_audience_is_refused(run):
    assert "Did you mean lawyer?" in run("export", "1", "--for", "lawer", code=2).err


def test_the_export_is_logged_and_told_to_scripts(run):
    found = run("export", "1", "--for", "court", "-y", "--json").json
    assert found["schema"] == "reviewlog.export/1"
    assert found["exhibits"] == 1


def test_verify_names_what_was_changed(run, tmp_path):
    run("export", "1", "--for", "court", "-y", "-o", "a.zip")
    with zipfile.ZipFile("a.zip") as old, zipfile.ZipFile("b.zip", "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, body.replace(b"or one star", b"or two star"))
    result = run("verify", "b.zip", code=1)
    assert "report.html" in result.out
    assert run("verify", "b.zip", "--json", code=1).json["broken"]


def test_verify_checks_the_logbook_too(run, machine):
    assert "Unchanged" in run("verify").out
    stored = next(p for p in (machine.default_book() / "files").rglob("*") if p.is_file())
    stored.write_bytes(b"other")
    assert "the file page.png was changed" in run("verify", code=1).out


def test_verify_of_nothing_is_refused(run):
    assert "is not there" in run("verify", "nothing.zip", code=2).err


def test_the_preview_names_what_to_look_into(run):
    run("log", "Dana Smith says: ring 07700 900123", "--incident", "1")
    run("amend", str(FIRST), "--who", "Dana Smyth")
    shown = run("export", "1", "--for", "google", "-y").err
    assert "Left out: 2 texts in 2 places" in shown
    assert "left out in words: [name left out] says: ring [telephone number left out]" in shown


def test_of_two_sites_one_is_named(run):
    run("review", "1", "--site", "google", "--stars", "1")
    run("review", "1", "--site", "yelp", "--stars", "1")
    assert "Known: google, yelp" in run("export", "1", "--for", "site", "-y", code=2).err
    run("review", "1", "--gone", "--site", "yelp")
    assert "incident-1-google.zip" in run("export", "1", "--for", "site", "-y").out


def test_the_preview_names_the_business_and_where_it_is_changed(run, machine):
    config = machine.default_book() / "config.yaml"
    config.write_text(config.read_text() + "business: Mavis Vale Cakes\n")
    said = " ".join(run("export", "1", "--for", "google", "-y").err.split())
    assert "Your business stands on it as: Mavis Vale Cakes (config.yaml, line business)" in said
    assert "Mavis" not in run("export", "1", "--for", "self", "-y").err
