"""Export for a site where the trade keeps silent: a folder, and in it what everybody can read."""

import hashlib
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

PUBLIC = "Rude and late."
SECRETS = (
    "Dana", "Smith", "root canal", "patient", "07700", "737", "Hubert", "asked-secret",
    "quote-secret", "second-secret", "look-secret", "claim-secret", "promise-secret",
    "attempt-secret", "field-secret", "sent-secret", "ref-secret", "said-secret", "notice-secret",
    "note-secret", "view-secret", "caption-secret", "taken-secret", "source-secret", "zoltan",
    "interaction", "lookup", "claim", "attempt", "promise", "assessment", "2026-11-21T",
)  # fmt: skip
TEXTS = {".made-by-reviewlog", "statement.txt", "statement.html", "form.txt"}


def picture(path: Path, shade: int, kind: str = "PNG", **words) -> str:
    raw = BytesIO()
    Image.new("RGB", (20, 20), (shade, 90, 60)).save(raw, kind, **words)
    path.write_bytes(raw.getvalue())
    return path.name


def set_trade(machine, line: str) -> None:
    machine.default_book().mkdir(mode=0o700, exist_ok=True)
    (machine.default_book() / "config.yaml").write_text(f"business: Bright Teeth\n{line}")


@pytest.fixture
def silent(machine):
    set_trade(machine, "trade: dentist\n")


@pytest.fixture
def story(run, tmp_path):
    """Everything that there can be, with a word in each place that must stay here."""
    own = picture(tmp_path / "own.png", 1)
    page = picture(tmp_path / "Dana Smith root canal.png", 2)
    other = picture(tmp_path / "zoltan.png", 3)
    run("log", "her patient file", "--who", "Dana Smith", "--site", "google", "--threat", "open",
        "--quote", "quote-secret or one star", "--demand", "asked-secret", "--amount", "737.00",
        "--staff", "Hubert", "--phone", "07700 900456", "--attach", own)  # fmt: skip
    run("log", "second-secret", "--incident", "1", "--who", "Dana Smith", "--via", "visit")
    run("review", "1", "--site", "google", "--stars", "1", "--text", PUBLIC, "--as", "Tiger99",
        "--url", "https://maps.google.com/r/1")  # fmt: skip
    run("attach", "1", page, "--how", "screenshot", "--from", "https://www.google.com/maps/reviews/1",
        "--text", "caption-secret", "--by", "taken-secret")  # fmt: skip
    run("attach", "1", other, "--shows", "review", "--from", "source-secret of Dana Smith")
    run("lookup", "1", "--where", "look-secret", "--for", "Dana Smith", "--found", "nothing")
    run("claim", "1", "1", "--against", "E1", "--text", "claim-secret")
    run("promise", "1", "promise-secret", "--by", "tomorrow")
    run("attempt", "1", "attempt-secret", "--kind", "redo")
    run("dispute", "1", "--site", "google", "--ground", "off-topic", "--field", "x=field-secret")
    run("dispute", "1", "--sent", "--text", "sent-secret", "--reference", "ref-secret Dana Smith")
    run("dispute", "1", "--answer", "refused", "--text", "said-secret")
    run("dispute", "1", "--notice", "notice-secret", "--deadline", "tomorrow")
    run("note", "1", "note-secret")
    run("assess", "1", "unfounded", "view-secret")


def files_of(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.parametrize(
    "line", ["trade: health\n", "trade: Solicitors\n", "trade: not said\n", ""]
)
def test_only_what_is_public_is_in_any_byte_of_the_folder(run, machine, story, tmp_path, line):
    set_trade(machine, line)
    result = run("export", "1", "--for", "google", "-y")
    assert result.out == "Ready to upload: incident-1-google\n"
    assert not list(tmp_path.glob("*.zip"))
    found = files_of("incident-1-google")
    assert found.keys() == TEXTS | {"E2.png", "E3.png"}
    assert found["E2.png"] == Path("Dana Smith root canal.png").read_bytes()
    found_html = re.sub(rb"<style>.*</style>", b"", found["statement.html"], flags=re.DOTALL)
    everything = b"\n".join([*(found | {"statement.html": found_html}).values()]).lower()
    for secret in SECRETS:
        assert secret.lower().encode() not in everything, secret
    statement = found["statement.txt"].decode()
    for public in (PUBLIC, "Tiger99", "https://maps.google.com/r/1", "Off topic", "Bright Teeth"):
        assert public in statement
        assert public in found["statement.html"].decode()
    assert "report.html" not in statement + found["statement.html"].decode()


def test_the_screen_says_what_leaves_and_why_there_is_no_zip(run, silent, story):
    flat = " ".join(run("export", "1", "--for", "google", "-y").err.split())
    assert "made of the public review alone" in flat
    assert "E2.png, the picture Dana Smith root canal.png; that name stays here" in flat
    assert "contacts: 2 (your trade keeps silent about its customers)" in flat
    assert "There is no zip for the site" in flat
    assert "trade: bakery" in flat
    assert "reviewlog export 1 --for lawyer" in flat
    assert "their exact words" not in flat


def test_the_same_incident_gives_the_same_bytes_and_replaces_the_folder(run, silent, story):
    first = run("export", "1", "--for", "google", "-y", "--json").json
    before = files_of(first["folder"])
    second = run("export", "1", "--for", "google", "-y", "--json").json
    assert first == second
    assert files_of(second["path"]) == before


def test_a_script_gets_the_same_shape_and_the_log_the_hash(run, silent, story):
    found = run("export", "1", "--for", "google", "-y", "--json").json
    assert found.keys() >= {"path", "sha256", "size", "entries", "exhibits", "staying", "encrypted"}
    listed = (Path(found["path"]) / ".made-by-reviewlog").read_bytes()
    assert found["sha256"] == hashlib.sha256(listed).hexdigest()
    files = [p for p in Path(found["path"]).iterdir() if not p.name.startswith(".")]
    assert found["size"] == sum(path.stat().st_size for path in files)


def test_the_export_is_logged_with_what_was_in_it(run, machine, silent, story):
    from reviewlog.logbook.logbook import Logbook

    sha256 = run("export", "1", "--for", "google", "-y", "--json").json["sha256"]
    book = Logbook.open(machine.default_book(), machine.now, "Europe/London")
    dossier = book.dossier("1", "google")
    (entry,) = book.exports_of(dossier.facts.incident)
    book.close()
    assert entry.fields["sha256"] == sha256
    assert entry.fields["audience"] == "google"
    names = {name for told in entry.fields["told"].values() for name in told}
    assert names.isdisjoint(("who", "quote", "reference", "source", "by", "captured_at"))


@pytest.mark.parametrize(
    ("wanted", "made"), [("x", "x"), ("x.zip", "x"), ("sub", "sub/incident-1-google")]
)
def test_the_option_names_the_folder(run, silent, story, tmp_path, wanted, made):
    (tmp_path / "sub").mkdir()
    for _ in range(2):
        run("export", "1", "--for", "google", "-y", "-o", wanted)
        assert (tmp_path / made / "statement.txt").is_file()
    assert not list(tmp_path.rglob("*.zip"))
    assert not list(tmp_path.glob("x-2"))


def test_an_older_folder_is_not_replaced_unasked_and_files_of_the_owner_never(run, silent, story):
    run("export", "1", "--for", "google", "-y")
    assert "-y writes over it" in run("export", "1", "--for", "google", code=1).err
    Path("incident-1-google/mine.txt").write_text("mine")
    out = run("export", "1", "--for", "google", "-y").out
    assert out == "Ready to upload: incident-1-google-2\n"
    assert Path("incident-1-google/mine.txt").read_text() == "mine"


def test_a_zip_from_before_is_pointed_out(run, machine, story):
    set_trade(machine, "trade: bakery\n")
    run("export", "1", "--for", "google", "-y")
    set_trade(machine, "trade: health\n")
    told = " ".join(run("export", "1", "--for", "google", "-y").err.split())
    assert "incident-1-google.zip lies there from before. It tells more: do not send it." in told


@pytest.mark.parametrize("words", [("--paper",), ("--encrypt", "passphrase")])
def test_what_is_for_a_bundle_is_refused_calmly(run, silent, story, tmp_path, words):
    told = run("export", "1", "--for", "google", "-y", *words, code=2).err
    assert f"{words[0]} is for a bundle" in told
    assert f"reviewlog export 1 --for lawyer {' '.join(words)}" in told
    assert not list(tmp_path.glob("incident*"))


def test_other_readers_get_their_bundle_all_the_same(run, silent, story):
    run("export", "1", "--for", "lawyer", "-y")
    assert "Unchanged" in run("verify", "incident-1-lawyer.zip").out


@pytest.mark.parametrize("spoil", [lambda _: None, lambda f: (f / ".made-by-reviewlog").unlink()])
def test_verify_says_that_there_is_nothing_to_check(run, silent, story, spoil):
    run("export", "1", "--for", "google", "-y")
    spoil(Path("incident-1-google"))
    told = run("verify", "incident-1-google", code=1).err
    assert "is a folder to upload to a review site" in told
    assert "nothing to check in it" in told


def test_a_picture_that_was_changed_here_does_not_leave(run, machine, silent, story):
    page = Path("Dana Smith root canal.png").read_bytes()
    for path in (machine.default_book() / "files").rglob("*"):
        if path.is_file() and path.read_bytes() == page:
            path.chmod(0o600)
            path.write_bytes(b"other")
    run("export", "1", "--for", "google", "-y", code=1)
    assert not Path("incident-1-google").exists()


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [("PNG", "p.png", "text"), ("JPEG", "p.jpg", "comment"), ("JPEG", "q.jpg", "described")],
)
def test_words_inside_a_picture_are_named_and_a_copy_has_none(
    run, silent, story, tmp_path, kind, name, words
):
    note, exif = PngImagePlugin.PngInfo(), Image.Exif()
    note.add_text("Comment", "hidden-words")
    exif[0x010E] = "hidden-words"
    given: dict[str, dict[str, Any]] = {"text": {"pnginfo": note}, "comment": {"comment": b"hidden-words"},
             "described": {"exif": exif}}  # fmt: skip
    run("attach", "1", picture(tmp_path / name, 9, kind, **given[words]), "--shows", "review")
    flat = " ".join(run("export", "1", "--for", "google", "-y").err.split())
    assert "E4 says something in writing without showing it." in flat
    assert "reviewlog redact 1 E4 --box 0,0,1,1" in flat
    run("redact", "1", "E4", "--box", "0,0,1,1")
    shown = run("export", "1", "--for", "google", "-y").err
    assert "something in writing" not in shown
    assert all(b"hidden-words" not in raw for raw in files_of("incident-1-google").values())


def test_nothing_public_means_nothing_leaves(run):
    run("log", "x", "--who", "Dana", "--threat", "open", "--site", "google")
    told = run("export", "1", "--for", "google", "-y", code=1).err
    assert "No trade is set" in told
    assert "reviewlog review 1" in told


def test_without_an_address_or_a_name_it_says_so(run, silent):
    run("log", "x", "--who", "Dana", "--site", "google")
    run("review", "1", "--site", "google", "--stars", "1")
    run("export", "1", "--for", "google", "-y")
    found = files_of("incident-1-google")
    assert found.keys() == TEXTS - {"form.txt"}
    assert "shown name not noted" in found["statement.txt"].decode()
    assert b"customer" not in found["statement.txt"]


@pytest.mark.parametrize("said", ["y", "n"])
def test_on_a_terminal_it_is_asked_first(run, silent, story, answers, tmp_path, said):
    asked = answers(said)
    run("export", "1", "--for", "google", code=0 if said == "y" else 1)
    assert asked[-1].startswith("Write incident-1-google?")
    assert Path("incident-1-google").exists() == (said == "y")
