"""erase, hold and retract on the screen."""

import json

import pytest

from reviewlog.domain.sealing import digest, leaf_hash
from tests.builders import FIRST
from tests.screens import overwide
from tests.traces import places_of

WHY = ("--why", "asked for it by letter")
SECRETS = ("Dana Smith", "The cake was dry", "Refund me or else", "07700 900123", "CakeFan77",
           "her brother rang", "screenshot.png", "PIXELS-OF-DANA")  # fmt: skip


@pytest.fixture
def story(run, machine):
    """Dana's incident in full, and another one of Ann's."""
    (machine.folder / "screenshot.png").write_bytes(b"\x89PNG PIXELS-OF-DANA")
    run(
        "log",
        "The cake was dry",
        "--who",
        "Dana Smith",
        "--threat",
        "open",
        "--phone",
        "07700 900123",
        "--quote",
        "Refund me or else",
        "--demand",
        "all of it",
        "--amount",
        "240",
    )
    run(
        "review",
        "1",
        "--site",
        "google",
        "--as",
        "CakeFan77",
        "--text",
        "Stay away",
        "--stars",
        "1",
    )
    run("attach", "1", "screenshot.png")
    run("note", "1", "her brother rang")
    run("amend", "--why", "misheard", "--who", "Dana Smith")
    run("log", "The vase was cracked", "--who", "Ann", "--threat", "none")


def erase(run, *words, code=0):
    return run("erase", *words, *WHY, "-y", code=code)


def test_every_word_about_a_person_is_gone_for_good(story, run, machine):
    book = machine.default_book()
    assert all(places_of(secret, book) for secret in SECRETS if secret != "screenshot.png")

    erase(run, "--who", "dana smith")

    assert {s: places_of(s, book) for s in SECRETS} == {s: [] for s in SECRETS}
    assert places_of("The vase was cracked", book) == ["logbook.db"]


def test_what_happened_stays_and_is_of_an_erased_person(story, run):
    erase(run, "--who", "Dana Smith")
    shown = run("show", "1").out
    assert "Incident 1: erased person" in shown
    assert "Somebody phoned you" in shown
    assert "an open threat with a review" in shown
    assert "erased: " in shown
    assert "asked for it by letter" in shown
    assert "erased person" in run("list").out
    assert "Dana" not in run("list", "--json").out


def test_an_erased_person_is_found_by_the_number_only(story, run):
    erase(run, "--who", "Dana Smith")
    run("show", "Dana Smith", code=4)
    run("show", "erased person", code=4)
    assert run("show", "1", "--json").json["incident"]["erased"] is True


def test_the_rebuilt_logbook_is_the_same(story, run, machine, clock):
    from reviewlog.logbook.logbook import Logbook

    erase(run, "--who", "Dana Smith")
    book = Logbook.open(machine.default_book(), clock, "Europe/London")
    assert book.rebuild()
    book.close()


def test_every_field_is_there_or_named_by_an_erasure(story, run, machine, clock):
    from reviewlog.logbook.logbook import Logbook

    erase(run, "--who", "Dana Smith")
    book = Logbook.open(machine.default_book(), clock, "Europe/London")
    everything = book.store.log.everything()
    gone: dict[str, set[str]] = {}
    for entry in everything:
        for place, names in entry.fields.get("erased", {}).items():
            gone.setdefault(place, set()).update(names.values())
    for entry in everything:
        assert leaf_hash(entry.header) == entry.leaf
        there = {digest(text) for text in book.store.log.disclosures_of(entry.id).values()}
        assert there | gone.get(str(entry.id), set()) == set(json.loads(entry.header)["sd"])
    book.close()


def test_the_logbook_still_verifies(story, run):
    run("verify")
    erase(run, "--who", "Dana Smith")
    run("verify")


def test_what_goes_is_shown_before_and_nothing_goes_without_a_yes(story, run, golden):
    result = run("erase", "--who", "Dana Smith", *WHY, code=1)
    golden(result.err, "erase-preview.txt")
    assert "Dana Smith" in run("show", "1").out


def test_a_script_says_yes_and_gets_json(story, run):
    run("erase", "--who", "Dana Smith", *WHY, "--json", code=1)
    shape = erase(run, "--who", "Dana Smith", "--json").json
    assert shape["schema"] == "reviewlog.erase/1"
    assert shape["incidents"] == ["1"]
    assert shape["finished"] is True
    assert len(shape["files"]) == 1
    assert {"entry": str(FIRST), "fields": ["phone", "quote", "text", "who"]} in shape["erased"]


def test_one_entry_or_one_field_goes(story, run):
    erase(run, str(FIRST), "--field", "phone")
    assert "07700" not in run("show", "1").out
    assert "The cake was dry" in run("show", "1").out
    erase(run, str(FIRST))
    shown = run("show", "1", "--json").json
    fields = shown["entries"][0]["fields"]
    assert fields.keys() == {"happened_at", "channel", "direction", "threat", "who"}
    assert fields["who"] == "Dana Smith"  # the correction of it has words of its own


def test_a_time_goes_when_it_is_named(story, run):
    erase(run, str(FIRST), "--field", "happened_at")
    assert "happened_at" not in run("show", "1", "--json").json["entries"][0]["fields"]


def test_a_correction_of_what_goes_is_named(story, run):
    result = erase(run, str(FIRST))
    assert "reviewlog erase 9 --field who --why TEXT" in result.err


def test_words_of_others_that_mention_them_are_named_and_stay(story, run):
    run("note", "2", "Dana  SMITH is her sister")
    result = erase(run, "--who", "Dana Smith")
    entry = result.err.split("reviewlog erase ")[1].split()[0]
    assert "--field text --why TEXT" in result.err
    assert "is her sister" in run("show", "2").out
    erase(run, entry)
    assert "is her sister" not in run("show", "2").out


def test_in_the_incident_of_another_only_what_they_said_goes(story, run):
    run(
        "log",
        "He shouted",
        "--who",
        "Dana Smith",
        "--for",
        "Ann",
        "--incident",
        "2",
        "--staff",
        "Tom",
    )
    erase(run, "--who", "Dana Smith")
    shown = run("show", "2").out
    assert "He shouted" not in shown
    assert "Somebody phoned you for Ann" in shown.replace(
        "Ann phoned you for Ann", "Somebody phoned you for Ann"
    )


def test_of_staff_only_the_name_goes(story, run):
    run("log", "She asked again", "--who", "Ann", "--staff", "Tom Jones")
    erase(run, "--who", "Tom Jones")
    assert "She asked again" in run("show", "2").out
    assert "Tom Jones" not in run("show", "2", "--json").out


def test_what_was_taken_back_or_moved_away_is_told_apart(story, run, machine):
    run("note", "1", "a secret note")
    run("undo")
    run("log", "wrong drawer", "--incident", "1")
    entry = run("show", "1", "--json").json["entries"][-1]["entry"]
    run("amend", entry, "--incident", "2")
    erase(run, "--who", "Dana Smith")
    assert places_of("a secret note", machine.default_book()) == []
    assert "wrong drawer" in run("show", "2").out


def test_an_incident_that_was_taken_back_whole_goes_by_the_name(run, machine):
    run(
        "log",
        "The cake was dry",
        "--who",
        "Dana Smith",
        "--threat",
        "none",
        "--demand",
        "cash back",
    )
    run("undo")
    erase(run, "--who", "Dana Smith")
    for secret in ("Dana Smith", "The cake was dry", "cash back"):
        assert places_of(secret, machine.default_book()) == []


def test_a_file_that_another_entry_keeps_stays(story, run, machine):
    run("attach", "2", "screenshot.png")
    result = erase(run, "--who", "Dana Smith")
    assert "another entry keeps it: the file screenshot.png" in result.err
    assert places_of("PIXELS-OF-DANA", machine.default_book())


def test_what_else_may_hold_it_is_named(story, run, machine):
    run("export", "1", "--for", "google", "-y", "-o", "out.zip")
    book = machine.default_book()
    (book / "logbook.db.bak").write_bytes(b"x")
    (machine.folder / "copy").mkdir()
    (machine.folder / "copy" / "logbook.db").write_bytes(b"x")
    (book / "config.yaml").write_text("business: Cakes\n# Dana Smith owes us\n")
    history = machine.folder / ".bash_history"
    history.write_text("ls\nreviewlog log 'The cake was dry' --who 'Dana Smith'\nreviewlog due\n")

    result = erase(run, "--who", "Dana Smith")

    assert "a bundle for google, made " in result.out
    assert "logbook.db.bak" in result.out
    told = " ".join(result.out.split())
    assert f"{machine.folder / 'copy'}, which could not be looked into" in told
    assert "config.yaml: 1 line" in told
    assert ".bash_history keeps what you typed, also the line just now; 1 line with" in told
    assert "2 lines call reviewlog, look at them" in told
    assert "old blocks of an SSD" in " ".join(result.out.split())


def test_a_logbook_beside_is_named_only_where_it_holds_the_words(story, run, machine):
    for name, text in (("theirs", "DANA  smith is her sister"), ("strange", "Another matter")):
        run("--book", str(machine.folder / name), "log", text, "--who", "Ann", "--threat", "none")
    shape = erase(run, "--who", "Dana Smith", "--json").json
    assert shape["copies"] == [str(machine.folder / "theirs")]
    assert shape["unread"] == []


def test_the_preview_fits_the_window_and_breaks_no_word(story, run, machine, monkeypatch):
    run("note", "2", "Dana Smith is the sister of Ann, who says that she knows nothing of any cake")
    monkeypatch.setattr(machine, "width", lambda: 40, raising=False)
    told = run("erase", "--who", "Dana Smith", *WHY, code=1).err
    assert told.startswith(
        "This goes for good: 11 fields of 6\nentries and 1 file, incident 1, Dana\nSmith.\n\n   3  Sat"
    )
    shown = told.split("\n\nErase this")[0]
    assert not overwide(shown, 40)
    assert "  reviewlog hold 1 --until 'in 1 year' --why TEXT\n" in shown
    assert "    reviewlog erase 12 --field text --why TEXT\n" in shown
    wide = " ".join(told.split())
    assert (
        "Incident 2, Ann, words: “Dana Smith is the sister of Ann, who says that she knows" in wide
    )
    assert "...” reviewlog erase" in wide


def test_on_a_terminal_it_asks_whom(story, run, answers):
    for said, kept in (("entry 3", "Ann"), ("2", "Dana Smith"), ("dana smith", "erased person")):
        answers(said, "y")
        run("erase", *WHY)
        assert kept in run("list").out
    assert "Ann" not in run("list").out


def test_undo_after_an_erasure_asks_before_it_takes_back_what_is_older(story, run):
    erase(run, str(FIRST), "--field", "phone")
    run("export", "1", "--for", "google", "-y", "-o", "out.zip")
    for words in ((), ("--json",)):
        refused = run("undo", *words, code=1)
        assert refused.err.startswith("The last thing you did was to erase, and that cannot be")
        assert "The vase was cracked" in refused.err
        assert "-y says yes" in refused.err
        assert "The vase was cracked" in run("show", "2").out
    assert "The vase was cracked" in run("undo", "-y").out
    assert "cannot be taken back" not in run("undo").err


def test_after_an_erasure_undo_of_something_newer_asks_nothing(story, run):
    erase(run, str(FIRST), "--field", "phone")
    run("note", "2", "a new note")
    assert "a new note" in run("undo").out


def test_a_playbook_that_is_taken_back_is_told(story, run):
    run("playbook", "use", "2", "walk-away")
    entries = run("show", "2", "--json").json["entries"]
    first, second = [e["entry"] for e in entries if e["kind"] == "playbook"]
    before = run("playbook", "show", "complaint", "--json").json["title"].rstrip(".")
    assert f"Incident 2 follows now: {before}." in run("retract", second, "--why", "x").out
    told = run("retract", first, "--why", "x").out
    assert "Incident 2 follows no playbook now. To choose one: reviewlog playbook use 2 ID" in told
    assert f"Incident 2 follows now: {before}." in run("undo").out


def test_the_receipt_says_what_went(story, run, golden, machine):
    result = erase(run, "--who", "Dana Smith")
    golden(result.out, "erased.txt")
    assert "Dana" not in run("show", "1").out


def test_a_reason_that_names_them_is_refused(story, run):
    result = run("erase", "--who", "Dana Smith", "--why", "Dana wrote to us", "-y", code=2)
    assert "must not name" in result.err


@pytest.mark.parametrize("reason", ["dana smith asked", "she rang from +447700900123"])
def test_a_reason_names_nobody_of_the_incident_however_it_is_written(story, run, reason):
    for words in (("--incident", "1"), (str(FIRST), "--field", "text"), ("--who", "Dana Smith")):
        assert "must not name" in run("erase", *words, "--why", reason, "-y", code=2).err


def test_an_earlier_reason_that_names_them_goes_too(run, machine):
    run("log", "The cake was dry", "--who", "D. Smith", "--threat", "none")
    run("erase", str(FIRST), "--field", "text", "--why", "Danuta Kowalska asked", "-y")
    run("amend", str(FIRST), "--who", "Danuta Kowalska", "--why", "misheard")
    result = erase(run, "--who", "Danuta Kowalska")
    assert "You erased something earlier: reason" in result.err
    assert places_of("Kowalska", machine.default_book()) == []
    run("verify")
    assert "asked for it by letter" in run("show", "1").out


def test_the_reason_of_an_erasure_goes_by_its_number_and_what_it_names_stays(story, run, machine):
    erased = run("erase", str(FIRST), "--field", "text", "--why", "Zacharias asked", "-y", "--json")
    (entry,) = erased.json["entries"]
    assert "wrote for itself" in erase(run, entry, "--field", "erased", code=1).err
    erase(run, entry)
    assert places_of("Zacharias", machine.default_book()) == []
    run("verify")
    shown = run("show", "1", "--json").json["erasures"]
    assert [one["why"] for one in shown] == [None, WHY[1]]
    run("export", "1", "--for", "court", "-y", "-o", "c.zip")
    run("verify", "c.zip")


def test_an_export_keeps_no_hash_of_a_file_that_went(story, run, machine):
    (file,) = [
        f["file"]["sha256"]
        for e in run("show", "1", "--json").json["entries"]
        if "file" in (f := e["fields"])
    ]
    run("export", "1", "--for", "court", "-y", "-o", "c.zip")
    erase(run, "--who", "Dana Smith")
    assert places_of(file, machine.default_book()) == []


def test_a_file_that_no_entry_names_is_told(story, run, machine):
    stray = machine.default_book() / "files" / "stray"
    stray.write_bytes(b"?")
    assert str(stray) in erase(run, "--who", "Dana Smith").out


def test_a_correction_made_elsewhere_of_what_goes_is_named_too(story, run):
    run("log", "wrong drawer", "--incident", "1")
    entry = run("show", "1", "--json").json["entries"][-1]["entry"]
    run("amend", entry, "--incident", "2")
    later = run("amend", entry, "the right drawer", "--json").json["entry"]
    assert f"reviewlog erase {later} --field text --why TEXT" in erase(run, entry).err


def test_what_is_unknown_or_gone_is_said(story, run):
    assert "Nobody called “Robin” is in the logbook." in erase(run, "--who", "Robin", code=4).err
    assert "The last one is" in erase(run, "99", code=4).err
    assert "It has: " in erase(run, str(FIRST), "--field", "colour", code=4).err
    assert "wrote for itself" in erase(run, "2", "--field", "time_zone", code=1).err
    assert "wrote for itself" in erase(run, "2", code=1).err
    erase(run, "--who", "Dana Smith")
    assert "Nothing is left" in erase(run, "--incident", "1", code=1).err
    assert "Nothing is left" in erase(run, str(FIRST), code=1).err
    run("erase", *WHY, code=2)
    run("erase", "3", "--who", "Ann", *WHY, code=2)
    run("erase", "--who", "Ann", "--field", "text", *WHY, code=2)


def test_a_hold_stands_against_it_until_it_is_lifted(story, run, clock):
    held = run("hold", "1", "--until", "2027-03-01", "--why", "She spoke of her lawyer")
    assert held.out.startswith("Kept, 1")
    assert "On hold until Mon 1 Mar 2027: She spoke of her lawyer" in run("show", "1").out
    for words in (("--who", "Dana Smith"), ("--incident", "1"), (str(FIRST),)):
        result = erase(run, *words, code=1)
        assert "on hold until Mon 1 Mar 2027" in result.err
        assert "She spoke of her lawyer" in result.err
        assert "reviewlog hold 1 --lift --why TEXT" in result.err
    run("hold", "1", "--lift", "--why", "settled")
    assert "hold until" not in run("show", "1").out
    erase(run, "--who", "Dana Smith")


def test_a_hold_runs_through_its_last_day_and_due_says_so(story, run, clock):
    run("hold", "1", "--until", "2026-12-01", "--why", "a claim")
    assert "The hold ends" in run("due", "--on", "2026-12-01").out
    clock.tick(days=9, hours=12)
    erase(run, "--incident", "1", code=1)
    clock.tick(days=1)
    erase(run, "--incident", "1")


def test_a_hold_is_either_set_or_lifted(story, run):
    assert "not on hold" in run("hold", "1", "--lift", "--why", "x", code=1).err
    run("hold", "1", "--lift", "--until", "friday", "--why", "x", code=2)
    run("hold", "1", "--until", "friday", code=2)


def test_one_entry_is_taken_back_and_brought_back(story, run):
    result = run("retract", str(FIRST + 5), "--why", "another customer")
    assert result.out.startswith("Taken back (the log keeps both):\n  Your note (entry 8)")
    shown = run("show", "1").out
    assert "her brother rang" in shown.split("Taken back")[1]
    assert "another customer" in shown
    run("undo")
    assert "Taken back" not in run("show", "1").out
    assert "her brother rang" in run("show", "1").out


def test_an_amendment_is_taken_back_and_the_old_words_hold(story, run):
    run("amend", str(FIRST), "--who", "Robin", "--why", "a guess")
    entry = run("amend", str(FIRST), "--phone", "1", "--json").json["entry"]
    run("retract", str(int(entry) - 1), "--why", "no")
    assert run("show", "1", "--json").json["incident"]["customer"] == "Dana Smith"
    shape = run("retract", entry, "--why", "no", "--json").json
    assert shape["entries"][0]["entry"] == entry
    assert "already" in run("retract", entry, "--why", "no", code=1).err


def test_what_the_program_wrote_is_not_taken_back(story, run):
    assert "wrote for itself" in run("retract", "1", "--why", "x", code=1).err
    assert "There is no entry" in run("retract", "99", "--why", "x", code=4).err
    run("retract", "4", code=2)
    run("export", "1", "--for", "google", "-y", "-o", "out.zip")


def test_a_retraction_leaves_what_undo_takes_back_in_order(story, run):
    run("retract", str(FIRST), "--why", "x")
    run("undo")
    undone = run("undo").out
    assert "The vase" in undone


def test_what_is_closed_long_enough_comes_up(run, machine, clock):
    (machine.default_book()).mkdir()
    config = machine.default_book() / "config.yaml"
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    run("close", "1")
    config.write_text("retention: 2 months\n")
    assert "Decide whether" in run("due", "--on", "2027-01-21").out
    assert "Decide whether" not in run("due", "--on", "2027-01-13").out
    clock.tick(days=70)
    shown = run("next", "1").out
    assert "reviewlog erase --incident 1 --why 'not needed any more'" in shown
    assert "you keep such things for 2 months" in shown
    run("done", "1", "keep-or-erase", code=1)
    run("why", "1")
    run("snooze", "1", "2027-06-01", "--step", "keep-or-erase")
    assert "Decide whether" not in run("due", "--on", "2027-02-01").out
    assert "Decide whether" in run("due", "--on", "2027-06-01").out
    run("hold", "1", "--until", "2027-08-01", "--why", "a claim")
    assert "Decide whether" not in run("due", "--on", "2027-07-31").out
    run("hold", "1", "--lift", "--why", "over")
    erase(run, "--incident", "1")
    assert "Decide whether" not in run("due", "--on", "2028-01-01").out
    config.write_text("retention: 2 fortnights\n")
    assert "3 years" in run("list").err


def test_without_a_retention_nothing_closed_comes_up(run, machine):
    machine.default_book().mkdir()
    config = machine.default_book() / "config.yaml"
    config.write_text("retention: 2 months\n")
    run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
    run("close", "1")
    config.write_text("{}\n")
    assert "Decide whether" not in run("due", "--on", "2027-12-21").out
