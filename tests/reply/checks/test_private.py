"""Private data in public: what is found, and what may stay."""

# ruff: noqa: RUF001 - letters and digits that look like others are the matter here

import pytest

from reviewlog.reply.case import Voice
from tests.reply.checks.asked import SAM, found, marked

KNOWN = {"customers": ("Anna Rossi",), "countries": ("GB",), "voice": SAM}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("We rang you on 07700 900123 twice.", "telephone", "07700 900123"),
        ("You gave us ０７７００ 900 123.", "telephone", "０７７００ 900 123"),
        ("Your number is 07700\u200b900123.", "telephone", "07700\u200b900123"),
        ("We wrote to anna@example.org.", "e-mail", "anna@example.org"),
        ("We wrote to anna (at) example (dot) org.", "e-mail", "anna (at) example (dot) org"),
        ("The card 4111 1111 1111 1111 was refused.", "card", "4111 1111 1111 1111"),
        ("It went to DE89 3704 0044 0532 0130 00.", "account", "DE89 3704 0044 0532 0130 00"),
        ("Dear Anna, we are sorry.", "name", "Anna"),
        ("Dear ANNA ROSSI, we are sorry.", "name", "ANNA ROSSI"),
        ("Dear A\u200bnnа, we are sorry.", "name", "A\u200bnnа"),
        ("Ms Rossi came in angry.", "name", "Rossi"),
        ("Your order 4711 went out.", "order", "order 4711"),
        ("Your order no. 12 went out.", "order", "order no. 12"),
        ("Booking A-4711/2 was for two.", "order", "Booking A-4711/2"),
        ("Invoice number: 2024-117 is paid.", "order", "Invoice number: 2024-117"),
        ("It is #48213 in our books.", "order", "#48213"),
        ("Your date of birth was wrong.", "born", "date of birth"),
        ("She was born on 12.03.2014.", "born", "born on 12.03.2014"),
        ("Your new medication was ready.", "health", "medication"),
        ("The pregnancy you told us about.", "health", "pregnancy"),
        ("You paid us 45 euros for it.", "paid", "45 euros"),
        ("You were charged £86.50 for it.", "paid", "£86.50"),
        ("We refunded you 20 % of it.", "paid", "20 %"),
        ("Our driver came to your house in 12 Oak Street.", "live", "12 Oak Street"),
    ],
)
def test_what_belongs_to_them_is_marked_and_called_by_its_kind(text, kind, words):
    [(said, places)] = found("personal", text, **KNOWN)
    assert kind in said
    assert places == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Please call me on 020 7946 0958.",
        "Please call me on +44 (0)20 7946 0958.",
        "Please call me on +44 20 7946 0958.",
        "Write to HELLO@mill.example.",
        "Sam Fox answers the phone.",
        "We have 12 tables and 45 seats.",
        "We order 2 coffees for every table.",
        "The booking was for 4 people in 2024.",
        "We are open from 9.00-17.00.",
        "We baked 1,500 loaves on 2024-11-22.",
        "We know the street in front is loud.",
        "You find us at 12 Oak Street.",
        "Medication of every kind is on our shelves.",
        "A cut costs 45 euros here.",
        "You paid at the till.",
        "We are number 1 in town.",
    ],
)
def test_what_is_ours_or_nobodys_may_stay(text):
    assert found("personal", text, **KNOWN) == []


def test_a_name_that_is_public_already_is_no_secret():
    assert found("personal", "Thank you, Anna.", customers=("Anna Rossi",), nick="Anna") == []
    assert found("personal", "Hi anna_r82, sorry.", customers=("Anna R",), nick="anna_r82") == []
    text = "Thank you, Anna Rossi."
    assert marked("personal", text, customers=("Anna Rossi",), nick="Anna R.") == ["Anna Rossi"]


def test_a_name_of_ours_is_no_secret_even_where_the_customer_has_it_too():
    assert (
        found("personal", "Anna will call.", customers=("Anna Rossi",), ours=("Anna Bell",)) == []
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I mark every cake myself.", []),
        ("May I say sorry?", []),
        ("Mark my words.", []),
        ("Dear Mark, I am sorry.", ["Mark"]),
        ("Mark, I am sorry.", ["Mark"]),
        ("We are sorry that May was upset.", ["May"]),
        ("Nobody would sue for that.", []),
        ("Sue them all.", []),
        ("Sue, we are sorry.", ["Sue"]),
    ],
)
def test_a_first_name_that_is_a_word_must_be_written_like_a_name(text, words):
    assert marked("personal", text, customers=("Mark Hill", "May Wu", "Sue Ellison")) == words


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("the man at table 5", "The man at the table was loud.", []),
        ("Guest 12", "Every guest is welcome.", []),
        ("Guest", "Every guest is welcome.", []),
        ("husband", "Your husband rang.", []),
        ("Mr Miller", "Our Mr Jones at the bar.", []),
        ("Mr Miller", "Mr Miller rang.", ["Mr Miller"]),
        ("Tom from upstairs", "Dear Tom, many came from upstairs.", ["Tom"]),
        ("tom baker", "hi tom, sorry.", ["tom"]),
        ("Baker, Tom", "hi tom, sorry.", ["tom"]),
    ],
)
def test_what_the_log_calls_somebody_is_not_always_a_name(name, text, words):
    assert marked("personal", text, customers=(name,)) == words


def test_numbers_that_the_log_keeps_are_found_in_every_notation():
    known = {"numbers": ("07700 900123", "order 4711X", "12"), "countries": ()}
    assert marked("personal", "We called +447700900123.", **known) == ["+447700900123"]
    assert marked("personal", "It is 4711-X, order 4711X.", **known) == ["order 4711X"]
    assert marked("personal", "We bake 12 a day.", **known) == []


def test_an_order_number_that_looks_like_a_telephone_number_is_told_once():
    assert len(found("personal", "Your order 07700900123 is here.", **KNOWN)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We are sorry about your visit.", ["your visit"]),
        ("As our patient you can ask for the file.", ["As our patient"]),
        ("Thank you for coming, Anna.", ["Thank you for coming"]),
        ("You paid the bill. Ring me.", ["You paid the"]),
        ("If you like, ring me.", []),
        ("Your\ntooth", ["Your"]),
        ("We cannot say anything of anybody's visit.", []),
        ("We cannot say whether anybody was here.", []),
        ("Anyone who visits us can ask for the head of the practice.", []),
        ("Please call us; we may not speak about anybody in public.", []),
    ],
)
def test_a_silent_trade_does_not_even_say_that_somebody_was_there(text, words):
    assert marked("silent", text, **KNOWN) == words


def test_where_no_trade_is_set_it_is_said_why_so_strict_a_rule_holds():
    [(said, _)] = found("silent", "We saw you.", strict=True, is_assumed=True)
    assert "No trade is set" in said
    assert found("silent", "We saw you.", strict=True) == [("", ["you"])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mrs Miller was loud.", ["Miller"]),
        ("Dear Mrs. W., we are sorry.", ["W"]),
        ("Mr Smith’s tattoo is fine.", ["Smith’s"]),
        ("Your daughter Emily Stone was there.", ["Emily Stone"]),
        ("Your daughter was there.", []),
        ("Please ask for Mrs Miller.", []),
        ("Mr Miller, our plumber, came.", []),
        ("We are sorry.\nMr Miller, owner", []),
        ("Dear Mrs Cole, we are sorry.", []),
        ("Mr Fox answers the phone.", []),
        ("Dear Ms Bell, we are sorry.", []),
    ],
)
def test_who_is_called_by_name_and_is_not_ours_is_somebody_else(text, words):
    given = {"nick": "Jane Cole", "voice": SAM, "ours": ("Anna Bell",)}
    assert marked("personal", text, **given) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear D a n a, sorry.", ["D a n a"]),
        ("Dear R0ssi, sorry.", []),
        ("In a good way.", []),
    ],
)
def test_a_name_in_pieces_is_the_name(text, words):
    assert marked("personal", text, customers=("Dana Rossi",)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call 020 7946 0958.", ["020 7946 0958"]),
        ("Write to hello@mill.example.", ["hello@mill.example"]),
        ("See www.mill.example for more.", ["www.mill.example"]),
        ("(See www.mill.example/talk.)", ["www.mill.example/talk"]),
        ("See https://mill.example/contact now.", ["https://mill.example/contact"]),
        ("See themill.co.uk.", ["themill.co.uk"]),
        ("See themill dot com.", ["themill dot com"]),
        ("We open at 9 a.m. and close at 5 p.m.", []),
        ("We are sorry.It will not happen again.", []),
        ("Ask for Sam, e.g. by the number in our profile and/or at the desk.", []),
        ("Call us: the number is in our profile.", []),
    ],
)
def test_where_a_site_takes_no_contact_data_the_shops_own_is_too_much(text, words):
    assert marked("contact-data", text, **KNOWN) == words


def test_without_a_number_of_its_own_in_the_settings_the_shop_is_told_so():
    [(said, _)] = found("personal", "Call 020 7946 0958.", voice=Voice(), countries=("GB",))
    assert "voice: phone" in said
