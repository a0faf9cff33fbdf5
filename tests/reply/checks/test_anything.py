"""Whatever stands in a text, no check about private data, offers, promises or gaps fails on it."""

# ruff: noqa: RUF001 - letters and digits that look like others are the matter here

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.reply.case import Case
from reviewlog.reply.check import CHECKS
from reviewlog.reply.words import read
from tests.reply.checks.asked import SAM, a_rule, found, function_of, promised_in

MINE = [
    name
    for name, module in CHECKS.items()
    if module in ("private", "offers", "promises", "lacking")
]
PIECES = st.sampled_from(
    (
        "I will ", "call ", "you ", "by Friday", "tomorrow ", "refund", "€50 ", "50 % ", "order ",
        "4711 ", "#12345", "Anna ", "Rossi", "Dear Mark, ", "your ", "surgery ", "+44 7700 900123",
        "a@b.de ", "www.x.de ", "review ", "sorry ", "not ", "\n", ". ", "! ", ", ", "Sam", "I am ",
        "12 Oak Street ", "You paid ", "regards", "team", "\u200b", "\u202e", "ﬁ", "ß", "́", "€",
        "- ", "(", ")", "@", "&#64;", "&euro;50", "<b>", "\x00", "\ud800", "👩‍👧", "ا", "漢字",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))
GIVEN: dict[str, Any] = {
    "customers": ("Anna Rossi", "Mark", "Łee-Ann O'Neil", "", "漢字"),
    "numbers": ("07700 900123", "4711", ""),
    "countries": ("GB",),
    "ours": ("Blue Door", ""),
    "nick": "anna",
    "voice": SAM,
}


@pytest.mark.parametrize("check", MINE)
@given(TEXTS)
@example("")
@example("\u0130")
def test_no_text_makes_a_check_fail_and_every_place_lies_in_the_text(check, original):
    for case in (GIVEN, {}):
        for said, places in found(check, original, **case):
            assert isinstance(said, str)
            assert all(places) or not original
    rule, text = a_rule(check), read(original)
    for one in function_of(check)(rule, text, Case((rule,), **GIVEN)):
        ends = [place for span in one.spans for place in span]
        assert ends == sorted(ends)
        assert all(0 <= place <= len(original) for place in ends)


@given(TEXTS)
def test_every_promise_lies_in_the_text_and_its_day_in_the_promise_s_sentence(original):
    for one in promised_in(original):
        words = original[one.span.start : one.span.end]
        assert one.text == " ".join(words.split())
        assert one.due in " ".join(original.split())


JUNK = (
    "1", "1 ", "1.2.", "(", "+", "a@", "a.", "#1 ", "order ", "order 1", "I will ", "by friday ",
    "Anna ", "Rossi, ", "€", "5€ ", "not sorry ", "refund review ", "\u0301", "www.", "a-", "you ",
    "surgery you ", "1 street ", "i am Sam ", ".\n", "12/", "dot com ", "漢", "07700 900123 ",
    "5% of our ", "i will always ", "i will by friday ", "anna Anna ", "order-", "#1234",
    "4111111111111111 07700900123 ",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", JUNK)
def test_a_long_text_of_one_piece_is_gone_through(piece):
    """Whoever waits for hours here has found something that is quadratic."""
    text = read(piece * (20_000 // len(piece)))._replace(language="en")
    for check in MINE:
        rule = a_rule(check)
        for one in function_of(check)(rule, text, Case((rule,), **GIVEN)):
            assert all(place.end <= len(text.original) for place in one.spans)
