"""The words of a call: checked like every text of ours, and on the card."""

import pytest

from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import ReplyDraft
from tests.builders import HOUSE

RUDE = "Only an idiot would say so, {customer}."
OWN = HOUSE.replace("    say:\n", f'    say:\n      - "{RUDE}"\n', 1)


@pytest.fixture
def drafted(machine, house):
    """Return a function that keeps a draft of words for the call of incident 1."""

    def keep(text):
        logbook = Logbook.open(machine.default_book(), machine.now, machine.local_zone())
        logbook.draft("1", text, ReplyDraft("call"))
        logbook.close()

    house()
    return keep


def test_the_latest_draft_stands_on_the_card_with_what_was_found(run, drafted):
    drafted("Hello Dana.")
    drafted("Thank you for telling me, Dana.\n\nI am sorry.\nWe did ring, but nobody was there.")
    out = run("call-card", "1").out
    words = out[out.index("YOUR WORDS") : out.index("ASK")]
    assert "FIRST" not in out
    assert "Thank you for telling me, Dana." in words
    assert "Hello Dana.\n" not in out
    assert "1 to think about" in words
    assert "See: reviewlog reply 1 --call" in " ".join(words.split())
    card = run("call-card", "1", "--json").json
    assert card["your_words"][1] == "I am sorry."
    assert "1 to think about" in card["found"]


def test_words_that_hold_something_to_change_are_kept_off_the_card(run, drafted):
    drafted("Thank you for telling me, Dana.\nSee you in court!")
    out = run("call-card", "1").out
    assert "court" not in out
    said = "Your words for the phone hold something to change: reviewlog reply 1 --call"
    assert said in " ".join(out.split())
    assert "FIRST" in out
    assert run("call-card", "1", "--json").json["your_words"] == []
    run("reply", "1", "--call", "--now", "It is a quotation")
    assert "See you in court!" in run("call-card", "1").out


def test_what_the_words_say_already_is_not_proposed_again(run, drafted):
    drafted("Hello Dana. What happened? You will hear from me by Thursday, 26 November.")
    out = run("call-card", "1").out
    assert not any(label in out for label in ("FIRST", "ASK", "PROMISE", "24 November"))
    drafted("Hello Dana.")
    out = run("call-card", "1").out
    assert "ASK" in out
    assert "PROMISE" in out


def test_a_draft_that_waits_puts_no_line_on_the_card(run, call):
    call("It was dry", "--who", "Ann", "--threat", "none")
    run("reply", "1", "--private", "I am sorry, Ann. Please ring me. Tom Baker")
    assert "changing it while you are angry" not in run("call-card", "1").out


def test_without_a_draft_the_card_is_as_it_was(run, house):
    house()
    assert "YOUR WORDS" not in run("call-card", "1").out
    card = run("call-card", "1", "--json").json
    assert (card["your_words"], card["found"]) == ([], "")


def test_a_draft_is_harmless_on_the_card(run, drafted):
    drafted("Thank you\x1b[2J\u202e")
    assert "\x1b" not in run("call-card", "1").out


def test_a_line_of_an_own_playbook_that_must_not_be_said_is_left_out_and_named(run, house):
    house(text=OWN)
    card = run("call-card", "1", "--json").json
    assert not any("idiot" in line for line in (*card["first"], *card["ask"]))
    (named,) = [line for line in card["not"] if "idiot" in line]
    assert named.endswith("(see: reviewlog reply rules insult)")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Thank you for telling me. I am sorry.\n", 0, "Nothing to change"),
        ("Thank you, idiot.\n", 1, "STOP"),
    ],
)
def test_words_for_a_call_are_checked_without_being_kept(
    run, house, machine, tmp_path, text, code, said
):
    house()
    before = run("show", "1").out
    (tmp_path / "words.txt").write_text(text)
    assert said in run("call-card", "1", "--check", "words.txt", code=code).out
    machine.stdin = text
    assert said in run("call-card", "1", "--check", "-", code=code).out
    found = run("call-card", "1", "--check", "-", "--json", code=code).json
    assert (found["schema"], found["medium"]) == ("reviewlog.reply-check/1", "call")
    assert found["passes"] == (code == 0)
    assert run("show", "1").out == before


def test_a_check_plans_nothing(run, house):
    house()
    run("call-card", "1", "--check", "-", "--despite", "just so", code=2)


def test_words_are_checked_also_where_no_call_may_be_made(run, house, machine):
    house()
    run("log", "No more", "--incident", "1", "--leave-alone")
    machine.stdin = "Thank you."
    run("call-card", "1", "--check", "-")
