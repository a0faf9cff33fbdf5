"""What `reply` asks for a draft out of parts, and what it says about what it leaves out."""

import pytest

CASE = "The cake was promised for noon and came at five."
VOICE = "voice: {name: Ann Vale, phone: 020 7946 0321}\n"


@pytest.fixture
def shop(run, machine):
    """Return a function that opens incident 1 with a review in a business with these settings."""
    folder = machine.default_book()
    folder.mkdir(parents=True)

    def opened(settings=f"trade: bakery\n{VOICE}", verdict="right", text="The cake was dry."):
        (folder / "config.yaml").write_text(settings)
        run("log", "The cake was dry", "--who", "Dana Smith", "--threat", "none")
        run("review", "1", "--site", "trustpilot", "--stars", "1", "--text", text)
        run("assess", "1", verdict)
        return run

    return opened


def text_of(run, medium="--public"):
    return run("reply", "1", medium, "--json").json["text"]


def test_an_offer_is_left_out_of_a_public_reply_and_stands_in_a_message(shop):
    run = shop()
    offer = ("--offer", "I would like to bake it again.")
    err = run("reply", "1", "--case", CASE, *offer).err
    assert "--offer is left out: an offer belongs into a message to them alone" in err
    assert "bake it again" not in text_of(run)
    run("reply", "1", "--private", "--case", CASE, *offer)
    assert "bake it again" in text_of(run, "--private")


def test_a_trade_that_keeps_silent_says_nothing_of_the_case_in_public(shop):
    run = shop(f"trade: dentist\n{VOICE}")
    err = run("reply", "1", "--case", CASE).err
    assert "--case is left out: your trade says nothing of the case in public" in err
    assert "cake" not in text_of(run)


def test_a_site_that_wants_no_numbers_gets_none(shop, run):
    shop()
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Dry.")
    err = run("reply", "1", "--site", "google", "--case", CASE, "--door", "020 7946 0999").err
    assert "--door is left out" in err
    assert "number on our page" in text_of(run)


def test_a_review_in_a_language_without_parts_is_told(shop):
    run = shop(text="Le gâteau était sec et la livraison avait cinq heures de retard, jamais plus.")
    err = run("reply", "1", "--case", CASE, code=0).err
    assert "There are no parts in French, so the draft is in English" in err


def test_words_for_a_call_name_a_day(shop):
    run = shop()
    run("reply", "1", "--call")
    assert "Tue 24 Nov" in text_of(run, "--call")


def test_what_was_done_is_proposed_and_taken_by_enter(shop, answers):
    run = shop()
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "")
    run("reply", "1", "--no-edit")
    assert "A new cake for Saturday" in asked[1]
    assert "A new cake for Saturday." in text_of(run)


def test_an_answer_without_anything_to_read_is_asked_for_again(shop, answers):
    run = shop()
    asked = answers("...", CASE)
    run("reply", "1", "--no-edit")
    assert len(asked) == 2
    assert CASE in text_of(run)


def test_what_was_done_is_left_out_by_a_dash_where_it_may_be(shop, answers):
    run = shop(verdict="partly")
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "-")
    run("reply", "1", "--no-edit")
    assert "- leaves it out." in asked[1]
    assert "Saturday" not in text_of(run)


def test_what_is_needed_cannot_be_left_out_by_a_dash(shop, answers):
    run = shop()
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "-", "A cake came on Saturday")
    run("reply", "1", "--no-edit")
    assert "leaves it out" not in asked[1]
    assert "A cake came on Saturday." in text_of(run)
