import pytest

from reviewlog.domain import vocabulary
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.playbook import FACT_WORDS
from reviewlog.domain.usage_errors import BadWordError


@pytest.mark.parametrize(
    ("read", "word", "meant"),
    [
        (vocabulary.threat, "Violence", "harm"),
        (vocabulary.threat, " OPEN ", "open"),
        (vocabulary.channel, "google", "google"),
        (vocabulary.channel, "WhatsApp", "whatsapp"),
        (vocabulary.site, "G2", "g2"),
        (vocabulary.threat, "no", "none"),
        (vocabulary.threat, "hinted", "veiled"),
        (vocabulary.site, "google maps", "google"),
        (vocabulary.site, "Trip Advisor", "tripadvisor"),
        (vocabulary.site, "the App Store", "appstore"),
        (vocabulary.site, "amazon.de", "amazon"),
        (vocabulary.site, "www.booking.com", "booking"),
        (vocabulary.channel, "e-mail", "email"),
        (vocabulary.channel, "in  person", "visit"),
        (vocabulary.channel, "call", "phone"),
        (vocabulary.channel, "play store", "play"),
    ],
)
def test_a_word_is_known_whatever_its_capitals(read, word, meant):
    assert read(word) == meant


@pytest.mark.parametrize(
    ("read", "word", "near"),
    [
        (vocabulary.channel, "fone", "phone"),
        (vocabulary.site, "gogle", "google"),
        (vocabulary.threat, "vieled", "veiled"),
        (vocabulary.site, "zzz", None),
    ],
)
def test_a_wrong_word_names_the_likely_right_one(read, word, near):
    with pytest.raises(BadWordError) as caught:
        read(word)
    assert (caught.value.word, caught.value.near) == (word, near)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dana Vale", " dana  VALE "),
        ("STRASSE", "straße"),
        ("\uff24ana", "Dana"),
        ("José", "Jose\u0301"),
    ],
)
def test_two_spellings_are_one_person(one, other):
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize("nobody", [None, "", "  ", "\t\n"])
def test_nobody_is_nobody(nobody):
    assert person_key(nobody) == ""


def test_a_name_that_is_no_text_at_all_can_still_be_looked_up():
    assert person_key("Dana \udcff").encode("utf-8").startswith(b"dana ")


def test_the_words_of_playbooks_are_the_words_of_entries():
    assert set(FACT_WORDS["threat"]) == {"unasked", *vocabulary.THREATS}
    assert set(FACT_WORDS["verdict"]) == set(vocabulary.VERDICTS)
    assert set(FACT_WORDS["demand"]) == {"none", *vocabulary.DEMAND_STATES}
    assert set(FACT_WORDS["offer"]) == {"none", *vocabulary.ATTEMPT_STATES}
