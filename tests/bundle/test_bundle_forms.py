"""The fields of a site's form: within their lengths, from what leaves only, with gaps."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.bundle.packing.loose import loose_members
from reviewlog.bundle.pages.forms import GAPS, SILENT, form_fields, form_text
from reviewlog.bundle.pages.lengths import MORE, fitted, size_of
from reviewlog.bundle.pages.statement import statement_page, statement_text
from reviewlog.domain.facts.disputes import dispute_of, review_key
from reviewlog.domain.site import NOT_KNOWN, FormField, Ground
from reviewlog.domain.sitewords import HOLDS, UNITS
from reviewlog.logbook.said import Posted, Search
from reviewlog.logbook.writing.claiming import look_up
from reviewlog.logbook.writing.disputing import Told, choose_ground, write_dispute
from tests.builders import an_entry, at, said

LONDON = ZoneInfo("Europe/London")


def a_ground(*fields, **more):
    return Ground("g", "Blackmail", "m", "a?", (), NOT_KNOWN, fields=fields, **more)


EVERY = a_ground(*(FormField(word, word, text="Yes") for word in HOLDS))


@pytest.fixture
def known(logbook):
    """Return an incident with a threat and its review, in a trade that may tell of it."""
    (logbook.store.folder / "config.yaml").write_text("business: Cakes and More\ntrade: bakery\n")
    logbook._refresh()
    logbook.settings |= {"business": "Cakes and More", "trade": "bakery"}
    logbook.log(said("Dana Smith", "It was dry.", quote="Refund me or one star", threat="open",
                     demand="her money", amount="240.00", sites=("google",)))  # fmt: skip
    logbook.review("1", Posted("google", 1, "Dry cake.", "Fan", url="https://maps.example/1"))
    return logbook


def texts(dossier, ground=EVERY, dispute=None):
    return {f.label: f for f in form_fields(dossier, ground, LONDON, dispute)}


# Lengths


@given(st.text(max_size=60), st.integers(0, 30), st.sampled_from(UNITS))
def test_a_text_is_never_longer_than_its_field(text, most, unit):
    found = fitted(text, most, unit)
    assert found.size == size_of(found.text, unit) <= most
    assert found.cut == (size_of(text, unit) > most)
    if not found.cut:
        assert found.text == text


@given(st.lists(st.text(alphabet="abcäß", min_size=1, max_size=9), min_size=2, max_size=9))
def test_it_is_cut_at_a_word(words):
    text = " ".join(words)
    most = len(text) - 1
    found = fitted(text, most, "characters").text
    whole = found.removesuffix(MORE)
    if " " in whole:
        assert words[: len(whole.split())] == whole.split()


def test_bytes_and_words_are_counted_as_the_site_does():
    assert fitted("ääää", 4, "bytes").text in ("ää", "ä")
    assert fitted("one two three four", 3, "words").text == "one two …"
    assert fitted("whatever", None, "characters").cut is False


# Fields


def test_what_is_known_stands_there_and_the_rest_is_a_gap(known):
    found = texts(known.dossier("1", "google"))

    assert found["business"].text == "Cakes and More"
    assert found["url"].text == "https://maps.example/1"
    assert found["reviewer"].text == "Fan"
    assert found["passage"].text == "Dry cake."
    assert found["sender"].text == "Dana Smith"
    assert "“Refund me or one star”" in found["quote"].text
    assert "her money" in found["demand"].text
    assert found["channel"].text.startswith("telephone, Sat 21 Nov 2026, ")
    assert found["fixed"].text == "Yes"
    assert "Blackmail" in found["reason"].text
    gaps = {label for label, field in found.items() if field.gap}
    assert gaps == {"search", "answer", "own", "month", "order", "listing", "product", "address", "profile", "contact", "relation", "law",
                    "files"}  # fmt: skip
    assert all(found[label].text == GAPS[label] for label in gaps)


def test_a_trade_that_keeps_silent_puts_nothing_of_a_customer_into_a_form(known):
    known.settings["trade"] = "dentist"
    found = texts(known.dossier("1", "google"))
    whole = "".join(field.text for field in found.values())

    assert "Dana" not in whole
    assert "Refund" not in whole
    assert (found["sender"].gap, found["sender"].text) == (True, SILENT)
    assert (found["url"].gap, found["business"].gap) == (False, False)
    assert found["url"].text == "https://maps.example/1"


def test_of_several_sentences_the_owner_chooses_the_passage(known):
    known.review("1", Posted("google", 1, "Dry cake. He lives at 4 Mill Road!", "Other"))
    assert texts(known.dossier("1", "google"))["passage"].gap


def test_a_long_account_is_cut_to_fit_and_says_so(known):
    ground = a_ground(FormField("Details", "account", 60, "bytes"))
    (field,) = form_fields(known.dossier("1", "google"), ground, LONDON)
    assert field.cut
    assert field.size <= 60
    assert field.text.endswith("…")


def test_what_the_owner_wants_in_a_field_stands_there_and_what_was_sent_fills_gaps(known):
    wanted = an_entry("dispute", at(), state="chosen", site="google", fields={"sender": "+44 1"})
    sent = an_entry("dispute", at(hours=1), seq=2, state="sent", site="google",
                    fields={"month": "November 2026", "quote": "as it was then"})  # fmt: skip
    found = texts(known.dossier("1", "google"), dispute=dispute_of([wanted, sent], "google"))
    assert found["sender"].text == "+44 1"
    assert (found["month"].text, found["month"].gap) == ("November 2026", False)
    assert "Refund me" in found["quote"].text


def test_hostile_words_are_inert(known):
    known.review("1", Posted("google", 1, "a\x1b[31m\u202eb", "N\x1b"))
    whole = "".join(field.text for field in texts(known.dossier("1", "google")).values())
    assert "\x1b" not in whole
    assert "\u202e" not in whole


# form.txt


def test_without_a_ground_there_is_no_form(known):
    assert "".join(form_text(known.dossier("1", "google"), LONDON)) == ""


def test_the_form_of_the_chosen_ground(known):
    ground = known.site("google").find_ground("extortion")
    told = Told("chosen", "google", ground=ground.id, ground_name=ground.name)
    assert choose_ground(
        known, "1", told._replace(fields={"Your relation to the business": "Owner"})
    )
    text = "".join(form_text(known.dossier("1", "google"), LONDON))

    assert "Negative review extortion scam" in text
    assert "Cakes and More" in text
    assert "Owner" in text
    assert GAPS["contact"] in text
    assert choose_ground(known, "1", told) is None
    assert write_dispute(known, "1", told._replace(state="sent")).main.fields["try"] == 1
    assert write_dispute(known, "1", told._replace(state="sent")).main.fields["try"] == 2


# What the fields and the statement are about


def statement(dossier):
    return "".join(statement_text(dossier, LONDON))


def choose(known, review=None, ground="extortion"):
    name = known.site("google").find_ground(ground).name
    choose_ground(known, "1", Told("chosen", "google", review, ground=ground, ground_name=name))


def keys(known):
    return {t.fields["nick"]: review_key(t) for t in known.view("1").facts.reviews}


@pytest.fixture
def three(known):
    """Return the same with two more reviews on the site."""
    for name in ("Other", "Third"):
        posted = Posted("google", 2, f"{name} cake.", name, url=f"https://x.example/{name}")
        known.review("1", posted)
    return known


def test_only_the_review_that_is_disputed_stands_there(three):
    choose(three, keys(three)["Third"])
    dossier = three.dossier("1", "google")

    said = statement(dossier)
    assert "Third cake." in said
    assert "Other" not in said
    assert "Dry cake." not in said
    form = "".join(form_text(dossier, LONDON))
    assert "https://x.example/Third" in form
    assert "https://x.example/Other" not in form


def test_of_all_as_many_stand_there_as_one_page_takes_and_the_rest_is_counted(three):
    choose(three)
    said = statement(three.dossier("1", "google"))
    assert "these reviews" in said
    for name in ("Fan", "Other", "Third"):
        assert name in said
    for number in range(20):
        three.review("1", Posted("google", 1, "Dry.", f"Name {number}"))
    shown = "".join(statement_page(three.dossier("1", "google"), LONDON))
    assert "and 16 more, in report.html" in shown


def test_the_review_that_was_asked_about_last_is_meant(three):
    choose(three, keys(three)["Third"])
    choose(three, keys(three)["Other"], "spam")
    said = statement(three.dossier("1", "google"))
    assert "Other cake." in said
    assert "Third" not in said


def test_a_search_fills_its_field_and_stands_in_the_statement(known):
    look_up(known, "1", Search("the order book", ("Fan",), "nothing"))
    words = "No record found under name Fan (in the order book)."
    dossier = known.dossier("1", "google")
    assert texts(dossier)["search"].text == words
    assert words in statement(dossier)

    known.settings["trade"] = "dentist"
    dossier = known.dossier("1", "google")
    assert texts(dossier)["search"].gap
    assert "No record" not in statement(dossier)


def test_an_answer_to_a_customer_is_never_filled_in(known):
    found = texts(known.dossier("1", "google"))["answer"]
    assert found.gap
    assert "may be published" in found.text


def test_the_account_begins_with_the_words_that_decide(known):
    account = texts(known.dossier("1", "google"))["account"].text
    assert account.startswith("Their words: “Refund me or one star”")


def test_files_are_named_once(known, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    known.attach("1", (tmp_path / "a.png",), None, None)
    assert texts(known.dossier("1", "google"))["files"].text == "E1.png"
    (tmp_path / "b.eml").write_bytes(b"From: a@example.org\nTo: b@example.org\n\nPay.\n")
    known.attach("1", (tmp_path / "b.eml",), None, None)
    dossier = known.dossier("1", "google")
    beside = {member.name for member in loose_members(dossier)}
    pictures, others = texts(dossier)["files"].text.split("\n")
    assert pictures in beside
    assert "E2." not in " ".join(beside)
    assert "in the zip" in others
    assert "E2." in others
