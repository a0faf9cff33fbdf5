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


def text_of(run, medium="--public", *more):
    return run("reply", "1", medium, *more, "--json").json["text"]


def test_an_offer_is_left_out_of_a_public_reply_and_stands_in_a_message(shop):
    run = shop()
    offer = ("--offer", "I would like to bake it again.")
    err = run("reply", "1", "--case", CASE, *offer).err
    assert "Left out: --offer. An offer belongs in a message to them alone" in err
    assert "bake it again" not in text_of(run)
    run("reply", "1", "--private", "--case", CASE, *offer)
    assert "bake it again" in text_of(run, "--private")


def test_a_trade_that_keeps_silent_says_nothing_of_the_case_in_public(shop):
    run = shop(f"trade: dentist\n{VOICE}")
    err = run("reply", "1", "--case", CASE).err
    assert "Left out: --case. Your trade says nothing of the case in public" in err
    assert "cake" not in text_of(run)


def test_a_site_that_wants_no_numbers_gets_none(shop, run):
    shop()
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Dry.")
    err = run("reply", "1", "--site", "google", "--case", CASE, "--door", "020 7946 0999").err
    assert "Left out: --door." in err
    assert "number on our page" in text_of(run, "--public", "--site", "google")


def test_in_a_language_without_parts_the_owner_writes(shop, machine, answers):
    run = shop(text="Le gâteau était sec et la livraison avait cinq heures de retard, jamais plus.")
    err = run("reply", "1", "--case", CASE, code=2).err
    assert "There are no parts in French. Write the text yourself" in err
    assert "reviewlog reply 1 'your text'" in err
    asked = answers()
    machine.edited = "Merci. Je suis désolé."
    assert "Write it in your own words:" in run("reply", "1").err
    assert asked == []
    assert machine.edits == [""]
    assert text_of(run) == "Merci. Je suis désolé."


def test_words_for_a_call_name_a_day(shop):
    run = shop()
    run("reply", "1", "--call")
    assert "by Tuesday, 24 November." in text_of(run, "--call")


def test_a_day_is_read_and_said_with_its_weekday(shop):
    run = shop()
    for medium in ("--call", "--private"):
        run("reply", "1", medium, "--case", CASE, "--day", "friday")
        assert "by Friday, 27 November." in text_of(run, medium)
    assert "--day" in run("reply", "1", "--case", CASE, "--day", "friday").err
    run("reply", "1", "--call", "--day", "soonish", code=2)


def test_the_case_has_a_place_on_the_telephone_and_is_not_needed(shop):
    run = shop()
    run("reply", "1", "--call", "--case", CASE)
    assert CASE in text_of(run, "--call")


def test_a_first_message_to_somebody_who_threatens_asks_and_names_a_day(shop):
    run = shop(verdict="unknown")
    run("log", "Or else", "--incident", "1", "--threat", "open")
    run("reply", "1", "--private", "--case", CASE)
    text = text_of(run, "--private")
    assert "sorry" in text
    assert "?" in text
    assert "by Tuesday, 24 November." in text
    assert "review" not in text


def test_begun_again_the_same_answers_are_told_in_other_words(shop):
    run = shop()
    run("reply", "1", "--case", CASE)
    texts = [text_of(run)]
    for _ in range(4):
        run("reply", "1", "--new")
        texts.append(text_of(run))
    assert len(set(texts)) == 5
    assert all(CASE in text for text in texts)
    run("reply", "1", "--new", "--case", "The cake was late.")
    assert CASE not in text_of(run)
