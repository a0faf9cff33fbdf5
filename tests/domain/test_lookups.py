"""A search in one's own records is told with its scope, and never as an accusation."""

import pytest

from reviewlog.domain.lookups import found, is_accusing, kind_of, lookup_words, names_in, told_found
from reviewlog.domain.usage_errors import BadWordError

SAID = {
    "where": "order book",
    "looked_for": ["Dana Cole", "dana@example.com"],
    "period": "1 to 20 Nov",
    "found": "nothing",
}


def test_the_result_is_told_with_its_whole_scope():
    assert lookup_words(SAID) == (
        "No record found under name Dana Cole, e-mail dana@example.com"
        " (in the order book, 1 to 20 Nov)"
    )
    assert lookup_words(SAID | {"found": "something"}).startswith("A record found under name Dana")


@pytest.mark.parametrize(
    ("where", "words"),
    [("our mailbox", "in our mailbox"), ("in the till roll", "in the till roll"),
     ("among the bookings", "among the bookings"), ("bookings", "in the bookings")],
)  # fmt: skip
def test_the_place_reads_well_however_it_was_said(where, words):
    assert lookup_words({**SAID, "where": where, "period": None}).endswith(f"({words})")


def test_what_was_erased_is_left_out():
    assert lookup_words({"found": "nothing"}) == "No record found under what was looked for"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Dana Cole", "name"), ("d@x.example", "e-mail"), ("07700 900123", "number"),
     ("A-1042", "number"), ("#77 12", "number"), ("Room 5", "name"), ("Anna @ the shop", "name"),
     ("Dana " * 40 + "1234", "name")],
)  # fmt: skip
def test_what_was_looked_for_is_called_by_its_kind(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("word", "meant"), [("No", "nothing"), ("NOTHING", "nothing"), ("yes", "something")]
)
def test_the_result_may_be_said_in_other_words(word, meant):
    assert found(word) == meant


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("nothing", ("nothing", None)), ("y", ("something", None)),
     ("one order", ("something", "one order")), ("No order", ("nothing", "No order")),
     ("Northern Cakes order", ("something", "Northern Cakes order"))],
)  # fmt: skip
def test_what_was_there_may_be_told_freely(answer, meant):
    assert told_found(answer) == meant


def test_an_unknown_result_is_refused():
    with pytest.raises(BadWordError):
        found("perhaps")


@pytest.mark.parametrize(
    "text", ["It is a fake.", "what a LIAR", "she made up all of it", "fraudster"]
)
def test_an_accusation_is_noticed(text):
    assert is_accusing(text)


@pytest.mark.parametrize("text", [None, "", "No record found.", "believe", "one order, a year ago"])
def test_a_result_is_no_accusation(text):
    assert not is_accusing(text)


def test_what_is_left_out_for_a_reader_is_called_nothing_else():
    said = {"looked_for": ["Dana", "[e-mail address left out]"], "found": "nothing"}
    assert lookup_words(said) == "No record found under name Dana, [e-mail address left out]"


def test_a_name_is_kept_once():
    assert names_in([" Dana ", "", "Dana", "D."]) == ("Dana", "D.")
