"""Where a file came from, who agreed to a recording, what left the house, a clock that went back."""

import json

import pytest

from tests.builders import FIRST

AMR = b"#!AMR\n" + bytes(60)
FILE = str(FIRST + 2)


@pytest.fixture(autouse=True)
def incident(bakery, call, tmp_path):
    call()
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "voice.txt").write_bytes(AMR)


def fields(run, n=-1):
    return run("show", "1", "--json").json["entries"][n]["fields"]


def test_how_a_file_was_come_by_is_kept_and_shown(run, clock):
    clock.tick(minutes=12)
    run("attach", "1", "a.png", "--how", "screen", "--from", "https://x.example/r", "--by", "Sam",
        "--taken", "12 min ago")  # fmt: skip
    shown = " ".join(run("show", "1").out.split())
    line = "screenshot, taken Sat 21 Nov 16:40 by Sam, from https://x.example/r, kept 12 min later,"
    assert f"{line} SHA-256 {fields(run)['file']['sha256'][:12]}..." in shown


def test_nothing_is_guessed_of_a_picture(run):
    run("attach", "1", "a.png")
    assert set(fields(run)) == {"happened_at", "file"}
    assert "kept Sat 21 Nov 16:40, SHA-256" in run("show", "1").out


def test_a_recording_is_refused_in_a_script_until_somebody_says_who_agreed(run, machine):
    for line in (("attach", "1", "a.png", "voice.txt"),
                 ("log", "x", "--incident", "1", "--attach", "voice.txt")):  # fmt: skip
        assert "--consent one-party" in run(*line, code=2).err
    assert not (machine.default_book() / "files").exists()
    assert len(run("show", "1", "--json").json["entries"]) == 2
    result = run("attach", "1", "voice.txt", "--consent", "all")
    assert "lawyer" not in result.out
    assert (fields(run)["how"], fields(run)["consent"]) == ("recording", "everybody")


@pytest.mark.parametrize("word", ["unknown", "one-party"])
def test_a_doubtful_recording_gets_a_calm_line(run, word):
    assert "Ask a lawyer" in " ".join(
        run("attach", "1", "voice.txt", "--consent", word).out.split()
    )
    said = ("log", "x", "--incident", "1", "--attach", "voice.txt", "--consent", word)
    assert "Ask a lawyer" in " ".join(run(*said).out.split())


def test_on_a_terminal_it_is_asked_before_anything_is_copied(run, machine, answers):
    asked = answers(KeyboardInterrupt())
    run("attach", "1", "voice.txt", code=130)
    (question,) = asked
    assert "Who agreed to being recorded?" in question
    assert not (machine.default_book() / "files").exists()

    answers("both")
    run("attach", "1", "voice.txt")
    machine.edited = None
    assert fields(run)["consent"] == "everybody"


def test_a_file_made_of_another_names_its_parent(run, tmp_path):
    run("attach", "1", "a.png")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\ncut")
    run("attach", "1", "b.png", "--derived-from", FILE)
    assert fields(run)["parent"] == fields(run, -2)["file"]["sha256"]
    assert "holds no file" in run("attach", "1", "b.png", "--derived-from", str(FIRST), code=4).err


def test_a_correction_of_it_shows_both(run):
    run("attach", "1", "voice.txt", "--consent", "unknown", "--by", "Sam")
    run("amend", FILE, "--consent", "everybody", "--taken-by", "Jo", "--from", "her telephone",
        "--how", "other", "--taken", "today 16:00", "--why", "asked")  # fmt: skip
    shown = " ".join(run("show", "1").out.split())
    assert "by Jo, from her telephone, recorded with everybody's agreement" in shown
    assert "who took it was “Sam” (asked)" in shown
    assert "who agreed to it was “unknown” (asked)" in shown


def test_every_export_says_what_left_and_show_tells_it(run):
    run("attach", "1", "a.png")
    run("export", "1", "--for", "google", "-y", "-o", "out.zip")
    (left,) = run("show", "1", "--json").json["exports"]
    assert (left["audience"], left["exhibits"]) == ("google", 1)
    (place,) = left["files"]
    assert place.rpartition(":")[2] == FILE
    assert place in left["told"]
    assert {"who", "text", "threat"} <= set(next(iter(left["told"].values())))
    assert "Left the house: Sat 21 Nov 16:40 for Google, 2 entries, 1 file, SHA-256 " in " ".join(
        run("show", "1").out.split()
    )
    run("log", "other", "--who", "Ann")
    assert run("show", "2", "--json").json["exports"] == []


def test_a_clock_that_went_back_is_said_calmly(run, clock, tmp_path):
    clock.tick(hours=-2)
    line = "This computer's clock went back: the entry before was written Sat 21 Nov 16:40."
    assert line in " ".join(run("log", "x", "--incident", "1", "--demand", "cash").out.split())
    assert line not in " ".join(run("note", "1", "y").out.split())
    assert " ".join(run("show", "1").out.split()).count(line) == 1
    run("export", "1", "--for", "court", "-y", "-o", "c.zip")
    import zipfile

    with zipfile.ZipFile(tmp_path / "c.zip") as bag:
        (name,) = (n for n in bag.namelist() if n.endswith("report.html"))
        assert "The clock had gone back" in bag.read(name).decode()


def test_settings_logged_while_the_clock_was_back_are_made_again_alike(run, machine, clock):
    clock.tick(hours=-2)
    (machine.default_book() / "config.yaml").write_text("business: Cakes\ntrade: bakery\n")
    before = run("due", "--json").out
    from reviewlog.logbook.logbook import Logbook

    book = Logbook.open(machine.default_book(), clock, "Europe/London")
    assert json.loads(before)
    assert book.rebuild()
    book.close()
