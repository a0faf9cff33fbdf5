"""call-card: what to say, ask and not say, and when there is none."""

import pytest

from tests.builders import HOUSE


@pytest.fixture
def incident(house):
    house()


@pytest.mark.usefixtures("incident")
def test_the_card_holds_all_that_one_needs_on_the_telephone(run, golden):
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("promise", "1", "look into it", "--by", "tuesday")
    golden(run("call-card", "1").out, "call-card.txt")


@pytest.mark.usefixtures("incident")
def test_the_card_prints_well(run):
    run("log", "She says " + "a very long word " * 40, "--incident", "1")
    out = run("call-card", "1").out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert not set(out) & set("─│┌┐└┘━┃")
    assert "\x1b" not in out


@pytest.mark.usefixtures("incident")
def test_what_was_wanted_before_is_counted(run, clock):
    assert "before" not in run("call-card", "1").out
    clock.tick(days=1)
    run("demand", "1", "--decline")
    run("demand", "1", "all of it, and an apology")
    clock.tick(days=4)
    assert "They asked for something once before." in run("call-card", "1").out


def test_a_talk_without_an_open_step_still_opens_with_thanks(run, call):
    call("It was dry", "--who", "Ann", "--threat", "none")
    run("log", "rang her", "--incident", "1", "--out")
    out = run("call-card", "1").out
    assert "Thank you for telling me. I am sorry for the trouble you have had." in out
    assert "(no number noted)" in out


def barred(run, *words):
    return run("call-card", "1", *words, code=1).err


@pytest.mark.usefixtures("incident")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("log", "No more", "--incident", "1", "--leave-alone"), "They asked not to be contacted."),
        (("log", "Knife", "--incident", "1", "--threat", "violence"), "Somebody may be in danger"),
        (("log", "x", "--incident", "1", "--cool-until", "thursday"), "Until Thu 26 Nov."),
        (("log", "x", "--incident", "1", "--out", "--via", "email"), "Until Wed 25 Nov."),
        (("assess", "1", "extortion"), "No talk with somebody who wants money for a review"),
    ],
)
def test_there_is_no_card_where_a_rule_stands_against_the_call(run, words, sentence):
    run(*words)
    err = barred(run)
    assert sentence in err
    assert "reviewlog call-card 1 --despite 'your reason'" in err


def test_there_is_no_card_for_somebody_unknown(run):
    run("review", "--site", "yelp", "--stars", "1", "--as", "Nobody")
    assert "Nobody knows who the reviewer is." in barred(run)


def test_there_is_no_card_for_the_shop_itself(run):
    run("playbook", "start", "invitations")
    assert "nobody is to be rung" in barred(run)


@pytest.mark.usefixtures("incident")
def test_a_used_up_budget_bars_the_card(run, clock):
    for _ in range(2):
        run("log", "--no-answer", "--incident", "1")
        clock.tick(days=9)
    assert "badger" in barred(run)


@pytest.mark.usefixtures("incident")
def test_a_reason_is_written_down_and_the_card_shown(run):
    run("log", "No more", "--incident", "1", "--leave-alone")
    result = run("call-card", "1", "--despite", "Her mother asked me to")
    assert "CALL CARD" in result.out
    assert "Your reason is kept" in result.err
    note = run("show", "1", "--json").json["entries"][-1]
    assert note["kind"] == "note"
    said = {name: note["fields"][name] for name in ("despite", "rule", "plans")}
    assert said == {"despite": "Her mother asked me to", "rule": "leave-alone", "plans": "call"}
    shown = " ".join(run("show", "1").out.split())
    assert "Planned against the rule: They asked not to be contacted." in shown
    assert "Reason: Her mother asked me to" in shown


@pytest.mark.usefixtures("incident")
def test_without_a_rule_no_reason_is_written_down(run):
    before = run("show", "1").out
    run("call-card", "1", "--despite", "just so")
    assert run("show", "1").out == before


@pytest.mark.usefixtures("incident")
def test_an_empty_reason_is_none(run):
    run("log", "No more", "--incident", "1", "--leave-alone")
    run("call-card", "1", "--despite", " ", code=2)


def test_the_json_of_a_card_keeps_its_promise(run, house):
    house(text=HOUSE.replace(" on {site}?", "?"))
    card = run("call-card", "1", "--json").json
    assert (card["schema"], card["incident"], card["who"]) == (
        "reviewlog.call-card/1", "1", "Dana Smith",
    )  # fmt: skip
    assert card["first"][0] == "Hello Dana Smith, this is (your business)."
    assert card["ask"] == ["Did we speak of £240.00 by Fri 27 Nov?"]
    assert "the word but" in card["not"]
    assert card["wants"] == ["the full price, £240.00, by Fri 27 Nov, in 6 days."]
    assert card["promise"] == ["You will hear from me by Tuesday, 24 November."]
