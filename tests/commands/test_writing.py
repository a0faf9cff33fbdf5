"""demand, attempt, review, assess, promise, note, attach, remind, link, close, reopen."""

import pytest

from tests.builders import FIRST


@pytest.fixture(autouse=True)
def incident(call):
    call()


def test_a_demand_is_answered_with_a_reason(run):
    run("demand", "1", "The full price", "--amount", "£240", "--by", "friday")
    assert "countered" not in str(run("show", "1", "--json").json["facts"])
    result = run("demand", "1", "--counter", "Half of it", "--why", "half was eaten")
    assert "another proposal" in result.out
    assert run("show", "1", "--json").json["facts"]["demand"] == "countered"
    run("demand", "1", "--grant")
    assert run("show", "1", "--json").json["facts"]["demand"] == "granted"


def test_a_demand_without_a_word_is_refused(run):
    assert "TEXT" in run("demand", "1", code=2).err
    assert "do not go together" in run("demand", "1", "--grant", "--decline", code=2).err


def test_the_life_of_an_attempt(run):
    assert "You offered (A, redo)" in run("attempt", "1", "A new cake", "--kind", "redo").out
    assert "You offered (B)" in run("attempt", "1", "offered", "Money back").out
    assert "Which attempt of incident 1" in run("attempt", "1", "accepted", code=1).err
    assert "They accepted (B)" in run("attempt", "1", "accepted", "--id", "b").out
    assert "You delivered (B)" in run("attempt", "1", "delivered", "--cost", "40").out
    assert "They refused (A)" in run("attempt", "1", "refused").out
    assert "no attempt “Z”" in run("attempt", "1", "delivered", "--id", "Z", code=4).err


def test_a_misspelt_state_is_no_offer(run):
    assert "Did you mean accepted?" in run("attempt", "1", "accpted", code=2).err


def test_delivered_may_stand_alone(run):
    assert "You delivered (A, gift)" in run("attempt", "1", "delivered", "--kind", "gift").out


def test_a_review_offers_the_playbook_that_fits(run):
    result = run("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--posted",
                 "today", "--text", "Dry!", "--url", "https://example.org/r")  # fmt: skip
    assert "1 of 5 stars, as Fan" in result.out
    assert "reviewlog playbook use 1 bad-review" in result.out
    assert "Keep a picture" in run("playbook", "use", "1", "bad-review").next_step


def test_a_review_without_an_incident_has_an_unknown_reviewer_and_no_contact_steps(run):
    result = run("review", "--site", "yelp", "--stars", "2", "--as", "Nobody", "--text", "Bad")
    assert "Kept, 2" in result.out
    assert "unknown reviewer (Nobody)" in run("list").out
    kinds = {item["kind"] for item in run("show", "2", "--json").json["agenda"]}
    assert not kinds & {"call", "write"}


def test_a_review_that_went_closes_its_steps(run):
    run("review", "1", "--site", "google", "--stars", "1")
    run("review", "1", "--changed", "--stars", "3")
    assert run("show", "1", "--json").json["facts"]["review"] == "changed"
    run("review", "1", "--gone")
    assert run("show", "1", "--json").json["facts"]["review"] == "gone"


def test_review_names_what_is_missing(run):
    assert "--site SITE" in run("review", "1", code=2).err
    assert "number of stars" in run("review", "1", "--site", "g2", "--stars", "9", code=2).err


def test_an_assessment_is_the_owners_view(run):
    assert "Your view: partly" in run("assess", "1", "partly", "Dry base", "--for", "a day old").out
    assert "Did you mean partly?" in run("assess", "1", "partyl", code=2).err


def test_a_promise_comes_up_on_its_day(run, clock):
    assert (
        "Promised for Mon 23 Nov, in 2 days."
        in run("promise", "1", "ring her back", "--by", "monday").out
    )
    clock.tick(days=2)
    assert "Keep your promise: ring her back" in run("due").out
    run("done", "1", f"promise-{FIRST + 2}")
    assert "Keep your promise" not in run("due").out


def test_a_reminder_comes_up_on_its_day(run, clock):
    run("remind", "1", "in 3 days", "look at the page")
    assert "look at the page" not in run("due", "--days", "0").out
    clock.tick(days=3)
    assert "look at the page" in run("due", "--days", "0").out
    assert "quotation marks" in run("remind", "1", "friday", "look", "again", code=2).err


def test_a_note_is_kept(run):
    assert "Your note" in run("note", "1", "Ask Sam").out
    assert "“Ask Sam”" in run("note", "Dana Smith", "Ask Sam", "--lawyer").out


def test_files_are_kept_and_what_is_no_file_is_refused(run, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "Kept the file a.png" in run("attach", "1", "a.png").out
    (tmp_path / "link.png").symlink_to("a.png")
    assert "only a link" in run("attach", "1", "link.png", code=2).err
    assert "is a folder" in run("attach", "1", str(tmp_path), code=2).err


def test_a_link_is_an_opinion(run):
    run("review", "--site", "google", "--stars", "1", "--as", "Fan")
    assert "You think it is the same person" in run("link", "2", "1", "--because", "same words").out
    assert "--because" in run("link", "2", "1", code=2).err


def test_closing_is_calm_and_reopening_possible(run):
    result = run("close", "1", "--outcome", "walked-away", "No answer since")
    assert "You did what could be done." in result.out
    assert "closed: walked-away" in run("list", "--closed").out
    assert "Incident 1 is closed. If it is not over" in run("log", "x", "--incident", "1").out
    run("reopen", "1", "She rang again")
    assert "open" in run("list", "--open").out


def test_of_two_demands_the_answered_one_is_named(run):
    run("demand", "1", "her money", "--amount", "86")
    run("demand", "1", "for the trouble", "--amount", "500")
    assert "--of" in run("demand", "1", "--decline", code=1).err
    run("demand", "1", "--decline", "--amount", "500")
    run("demand", "1", "--grant")
    states = [e["fields"]["state"] for e in run("show", "1", "--json").json["entries"]
              if e["kind"] == "demand"]  # fmt: skip
    assert states == ["open", "open", "declined", "granted"]


def test_of_two_reviews_the_changed_one_is_named(run):
    run("review", "1", "--site", "google", "--stars", "1")
    run("review", "1", "--site", "yelp", "--stars", "1")
    assert "Name it with --site" in run("review", "1", "--gone", code=1).err
    assert "The review is gone on Yelp" in run("review", "1", "--gone", "--site", "yelp").out


def test_an_option_given_twice_is_refused(run):
    assert "twice" in run("demand", "1", "x", "--amount", "5", "--amount", "6", code=2).err


def test_the_third_bad_review_in_a_week_hints_at_a_wave(run):
    for nick in ("A", "B"):
        assert "wave" not in run("review", "--site", "google", "--stars", "1", "--as", nick).out
    out = run("review", "--site", "google", "--stars", "1", "--as", "C").out
    assert "reviewlog review 2 ...;" in " ".join(out.split())
    assert "Several bad" not in run("review", "--site", "google", "--stars", "5").out


def test_every_file_that_was_kept_is_named(run, tmp_path):
    for name in ("mail.eml", "page.html"):
        (tmp_path / name).write_text(name)
    told = run("attach", "1", "mail.eml", "page.html").out
    assert f"(entry {FIRST + 2}). Kept the file mail.eml, " in told
    assert f"\nKept the file page.html (entry {FIRST + 3}).\n" in told
    told = run("log", "x", "--incident", "1", "--attach", "mail.eml", "--attach", "page.html").out
    assert f"Kept the file mail.eml (entry {FIRST + 5})." in told
    assert f"Kept the file page.html (entry {FIRST + 6})." in told
