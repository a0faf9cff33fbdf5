"""Hurtful words of theirs are folded wherever a screen would show them again."""

import pytest

from tests.builders import FIRST

THREAT = "You are thieves. Pay me, or I tell everybody"
HARSH = "Dry as sand! Avoid."
HINT = "Hurtful words are folded. To read them: reviewlog show 1 --unfold"


@pytest.fixture
def threatened(call):
    return call(
        "Wants her money back", "--who", "Dana Smith", "--threat", "open", "--quote", THREAT
    )


@pytest.mark.usefixtures("threatened")
def test_the_words_of_a_threat_are_counted_and_our_own_summary_stays(run):
    shown = run("show", "1").out
    assert THREAT not in shown
    assert "their words: 9 words, folded" in shown
    assert "Wants her money back" in shown
    assert shown.endswith(f"\n\n{HINT}\n")


@pytest.mark.usefixtures("threatened")
def test_unfold_shows_them_and_needs_no_hint(run):
    shown = run("show", "1", "--unfold").out
    assert f"“{THREAT}”" in " ".join(shown.split())
    assert "folded" not in shown


@pytest.mark.usefixtures("threatened")
def test_a_script_gets_every_word_whether_it_asks_or_not(run):
    run("review", "1", "--site", "google", "--stars", "1", "--text", HARSH)
    whole = run("show", "1", "--json").out
    assert THREAT in whole
    assert HARSH in whole
    assert run("show", "1", "--unfold", "--json").out == whole
    assert THREAT not in run("call-card", "1").out


def test_the_receipt_echoes_every_word_that_was_stored(run, threatened):
    assert f"“{THREAT}”" in threatened.out
    assert HARSH in run("review", "1", "--site", "google", "--stars", "1", "--text", HARSH).out


@pytest.mark.parametrize("threat", ["none", "withdrawn"])
def test_words_without_a_threat_stand_as_they_are(run, call, threat):
    call("Rang", "--who", "Dana Smith", "--threat", threat, "--quote", "The cake was dry")
    shown = run("show", "1").out
    assert "“The cake was dry”" in shown
    assert "folded" not in shown


@pytest.mark.parametrize(
    ("stars", "folded"), [(("--stars", "3"), True), ((), True), (("--stars", "4"), False)]
)
def test_a_review_is_folded_by_its_stars(run, call, stars, folded):
    call("Rang", "--who", "Dana Smith", "--threat", "none")
    run("review", "1", "--site", "google", *stars, "--text", HARSH)
    shown = run("show", "1").out
    assert (f"“{HARSH}”" in shown) is not folded
    assert ("their words: 4 words, folded" in shown) is folded
    assert (HINT in shown) is folded


@pytest.mark.usefixtures("threatened")
def test_what_was_corrected_or_taken_back_is_folded_as_well(run):
    run("amend", str(FIRST), "--quote", "Pay, or else")
    shown = run("show", "1").out
    assert THREAT not in shown
    assert "quote was 9 words, folded" in " ".join(shown.split())
    run("log", "Sent a letter", "--incident", "1", "--out", "--via", "letter")
    run("retract", str(FIRST), "--why", "another Dana")
    shown = run("show", "1").out
    assert THREAT not in shown
    assert "Dana Smith phoned you: their words: 9 words, folded" in " ".join(shown.split())
    assert HINT in shown
    assert "thieves" in run("show", "1", "--unfold").out


def test_what_a_threatening_call_was_told_to_say_is_folded_too(run, call):
    call("You liar, I will ruin you", "--who", "Dana Smith", "--threat", "open")
    shown = run("show", "1").out
    assert "liar" not in shown
    assert "their words: 6 words, folded" in shown
    assert HINT in shown
    assert "You liar, I will ruin you" in run("show", "1", "--unfold").out
    assert "liar" not in run("call-card", "1").out
    call("I told her that we do not pay", "--incident", "1", "--out", "--threat", "open")
    assert "I told her that we do not pay" in " ".join(run("show", "1").out.split())


def test_undo_folds_their_words_that_were_set_right(run, call):
    call("Rang", "--who", "Dana Smith", "--threat", "none")
    run("amend", str(FIRST), "--threat", "harm", "--quote", "I kill you")
    told = run("undo").out
    assert "I kill you" not in told
    assert "their words: 3 words, folded" in told


def test_words_of_letters_without_blanks_are_counted_by_letters(run, call):
    text = "約束した時間に届かず、電話にも出ませんでした。" * 3
    call("Rang", "--who", "Dana Smith", "--threat", "open", "--quote", text)
    assert "their words: 69 letters, folded" in run("show", "1").out


def test_undo_folds_what_it_takes_back(run, call):
    call("Rang", "--who", "Dana Smith", "--threat", "none")
    run("review", "1", "--site", "google", "--stars", "1", "--text", HARSH)
    told = run("undo").out
    assert HARSH not in told
    assert "their words: 4 words, folded" in told


def test_the_sentences_of_a_harsh_review_are_folded(run, call):
    call("Rang", "--who", "Dana Smith", "--threat", "none")
    run("review", "1", "--site", "google", "--stars", "1", "--text", HARSH)
    run("claim", "1", "2", "--opinion")
    assert "Avoid." not in run("show", "1").out
    assert "“Avoid.”" in run("show", "1", "--unfold").out
    assert "“Avoid.”" in run("claim", "1").out


def test_the_call_card_tells_our_summary_and_folds_a_harsh_review(run, house):
    house("--quote", THREAT)
    card = run("call-card", "1").out
    assert "“The cake was dry”" in card
    assert "folded" not in card
    run("review", "1", "--site", "google", "--stars", "1", "--text", HARSH)
    card = run("call-card", "1").out
    assert HARSH not in card
    assert "To read them: reviewlog call-card 1 --unfold" in card
    assert f"“{HARSH}”" in run("call-card", "1", "--unfold").out
    assert run("call-card", "1", "--json").json["happened"][1] == f"“{HARSH}”"
