"""redact, the proposals of export, and the trade, from the owner's chair."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reviewlog.render.sharing.redacting import proposal_text
from tests.builders import FIRST


@pytest.fixture
def incident(run, bakery):
    run("log", "Ring 07700 900123, ask Robin Vale", "--who", "Dana", "--threat", "open",
        "--site", "google", "--quote", "or one star")  # fmt: skip
    run("log", "another matter", "--who", "Robin Vale")


def everything(path) -> bytes:
    with zipfile.ZipFile(path) as bundle:
        return b"".join(bundle.read(name) for name in bundle.namelist())


def test_a_script_leaves_out_all_that_is_proposed_and_says_how_many(run, incident):
    told = run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    assert "Left out: 2 texts in 2 places" in told
    assert "left out in words: Ring [telephone number left out], ask [name left out]" in told
    assert b"900123" not in everything("a.zip")
    again = run("export", "1", "--for", "google", "-y", "-o", "b.zip").err
    assert "Left out:" not in again
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()
    assert "Unchanged" in run("verify", "a.zip").out


def test_nothing_is_decided_before_the_yes(run, incident):
    run("export", "1", "--for", "google", code=1)
    assert run("redact", "1", "--json").json["hidden"] == []


def reported(run):
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Ring 07700 900456 for more")
    run("dispute", "1", "--site", "google", "--ground", "personal-information")


def test_the_words_that_are_reported_stay_unless_somebody_says_otherwise(run, incident):
    reported(run)
    told = run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    assert "Left out: 2 texts" in told
    assert "It stays, because your report is about this: “07700 900456”" in told
    assert b"900456" in everything("a.zip")
    assert run("redact", "1", "--json").json["kept"] == ["07700 900456"]


def test_a_ground_that_is_not_about_words_keeps_none_of_them(run, incident):
    reported(run)
    run("dispute", "1", "--site", "google", "--ground", "conflict-of-interest", "--anew")
    assert "Left out: 3 texts" in run("export", "1", "--for", "google", "-y", "-o", "a.zip").err


def test_a_no_at_the_end_keeps_what_was_decided(run, incident, answers):
    reported(run)
    asked = answers("y", "n", "", "n")
    result = run("export", "1", "--for", "google", "-o", "a.zip", code=1)
    assert "your report is about this: better keep it" in " ".join(result.err.split())
    assert "What you decided about words to leave out is kept" in result.err
    assert asked[2] == "Leave it out? [y/N, Enter is no]"
    assert not Path("a.zip").exists()
    answers("y")
    run("export", "1", "--for", "google", "-o", "a.zip")
    assert b"900456" in everything("a.zip")


def test_more_can_be_left_out_and_what_is_nowhere_is_said(run, incident):
    told = run("export", "1", "--for", "google", "-y", "--hide", "STAR", "--hide", "nowhere",
               "-o", "a.zip").err  # fmt: skip
    assert "“nowhere” stands nowhere in what leaves" in told
    assert "“STAR”" not in told
    assert "left out in their words: or one [left out]" in told
    assert b"one star" not in everything("a.zip")


def test_each_proposal_is_shown_in_context_and_asked_about(run, incident, answers, tmp_path):
    asked = answers("y", "n", "y")
    told = run("export", "1", "--for", "google", "-o", "a.zip").err
    assert "1 of 2: this looks like a telephone number." in told
    assert f"  entry {FIRST}, words: Ring >>07700 900123<<, ask Robin Vale" in told
    assert [question.partition(" [")[0] for question in asked] == [
        "Leave it out?", "Leave it out?", "Write a.zip?"]  # fmt: skip
    found = everything("a.zip")
    assert b"Robin Vale" in found
    assert b"900123" not in found
    asked = answers("y")
    run("export", "1", "--for", "google", "-o", "b.zip")
    assert len(asked) == 4


def test_redact_lists_what_is_decided_and_what_is_not(run, incident):
    shown = run("redact", "1").out
    assert f"entry {FIRST}: a telephone number, 07700 900123" in shown
    assert "never all" in shown
    shown = run("redact", "1", "--hide", "one", "--keep", "Robin Vale").out
    assert "  one  (words of yours)" in shown
    assert "Stays, as you decided:\n  Robin Vale" in shown
    found = run("redact", "1", "--json").json
    assert found["schema"] == "reviewlog.redact/1"
    assert [one["text"] for one in found["proposed"]] == ["07700 900123"]
    assert "nothing in --hide" in run("redact", "1", "--hide", " ", code=2).err


def test_a_picture_is_blacked_out_as_a_new_exhibit(run, incident, tmp_path):
    raw = BytesIO()
    Image.new("RGB", (50, 50), "white").save(raw, "PNG")
    (tmp_path / "p.png").write_bytes(raw.getvalue())
    run("attach", "1", "p.png")
    result = run("redact", "1", "E1", "--box", "1,1,9,9", "--box", "20,20,3,3")
    told = " ".join(result.out.split())
    assert "The new picture is E2." in told
    assert Path(result.err.partition("The file to look at:\n")[2].strip()).is_file()
    assert "E1 as it was stays here" in told
    shown = run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    assert "E2  E1-redacted.png" in shown
    assert "E1  p.png" not in shown
    assert "50 by 50 pixels" in run("redact", "1", "E1", "--box", "50,1,9,9", code=2).err
    assert "40,120,300,24" in run("redact", "1", "E1", "--box", "all", code=2).err
    assert "--box" in run("redact", "1", "E1", code=2).err
    assert "such as E3" in run("redact", "1", "--box", "1,1,1,1", code=2).err
    assert "no file of incident 1" in run("redact", "1", "E7", "--box", "1,1,1,1", code=4).err


def test_a_picture_can_be_blacked_out_elsewhere(run, incident, tmp_path):
    for name, body in (("p.png", bytes(64)), ("q.png", bytes(65))):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    run("attach", "1", "p.png", "--how", "screenshot", "--from", "https://x.example")
    run("attach", "1", "q.png", "--redacts", "E1")
    made = run("show", "1", "--json").json["entries"][-1]["fields"]
    assert (made["how"], made["source"]) == ("screenshot", "https://x.example")
    shown = run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    assert "E2  q.png" in shown
    assert "E1  p.png" not in shown
    assert "no file" in run("attach", "1", "q.png", "--redacts", "E9", code=4).err
    told = run("redact", "1", "E2", "--box", "1,1,1,1", code=1).err
    assert "cannot be read as a picture" in told


def test_a_recording_without_everybodys_word_and_a_telling_picture_are_named(
    run, incident, tmp_path
):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    raw = BytesIO()
    Image.new("RGB", (5, 5)).save(raw, "JPEG", exif=exif)
    (tmp_path / "p.jpg").write_bytes(raw.getvalue())
    (tmp_path / "v.amr").write_bytes(b"#!AMR\n" + bytes(40))
    run("attach", "1", "p.jpg")
    run("attach", "1", "v.amr", "--consent", "one-party")
    shown = run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    flat = " ".join(shown.split())
    assert "E1 says where it was taken without showing it." in flat
    assert "E2 is a recording that not everybody is known to have agreed to." in flat
    assert "--without E2" in flat
    assert max(map(len, shown.splitlines())) <= 80
    shown = run("export", "1", "--for", "google", "-y", "--without", "e2", "-o", "b.zip").err
    assert "v.amr" not in shown
    assert "E9" in run("export", "1", "--for", "google", "-y", "--without", "E9", code=4).err


# The trade


def log_one(run):
    run("log", "x", "--who", "Dana", "--threat", "open", "--site", "google")
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Bad.")


@pytest.mark.parametrize(
    ("said", "kept"),
    [(("4",), "food"), (("",), "not said"), (("99", "x", "LAW"), "law"),
     (("no", "florist"), "florist")],
)  # fmt: skip
def test_the_trade_is_asked_once(run, answers, machine, said, kept):
    log_one(run)
    asked = answers(*said, " Vale: Cakes ", "y", "y", "y")
    run("export", "1", "--for", "google", "-o", "a.zip")
    config = machine.default_book() / "config.yaml"
    assert config.read_text() == f'business: "Vale: Cakes"\ntrade: {kept}\n'
    assert Path("a.zip").is_file() == (kept in ("food", "florist"))
    assert (Path("a") / "statement.html").is_file() == (kept in ("not said", "law"))
    before = len(asked)
    run("export", "1", "--for", "google", "-o", "b.zip")
    assert [q for q in asked[before:] if "Number" in q] == []


def test_a_config_that_cannot_be_changed_means_the_strictest_rule(run, answers, machine):
    log_one(run)
    (machine.default_book() / "config.yaml").write_text("{business: Cakes}\n")
    answers("4", "y")
    told = run("export", "1", "--for", "google", "-o", "a.zip").err
    assert "trade: food" in told
    assert not Path("a.zip").exists()
    assert "Dana" not in (Path("a") / "statement.txt").read_text()
    assert (machine.default_book() / "config.yaml").read_text() == "{business: Cakes}\n"


def test_hostile_words_are_inert_in_a_proposal():
    from reviewlog.domain.redacting.proposing import Place, Proposal
    from tests.program import assert_harmless

    one = Proposal("\x1b[31mx", "name", (Place(3, "text", "\u202e ", "\x07"),) * 5)
    text = proposal_text(one, 1, 1, 80)
    assert_harmless(text)
    assert "and in 2 more places" in text
