"""A text as it comes in: one way for files, standard input and editors, and the way back."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked, Finding, Promised
from reviewlog.domain.reply.rules import Rule
from reviewlog.domain.reply_errors import LongReplyError
from reviewlog.domain.usage_errors import EmptyTextError, UnreadableFileError
from reviewlog.logbook.replies.reading import MOST, decoded, given, given_in

RULE = Rule("but", "A but.", "Why.", "warn", ())


@drawn(st.text(alphabet="ab\r\n \ufeff", max_size=40).map(lambda text: f"{text}x"), st.data())
def test_a_place_is_led_back_to_the_text_as_it_was_given(original, data):
    said = given(original, "a")
    start = data.draw(st.integers(0, len(said.text) - 1))
    end = data.draw(st.integers(start + 1, len(said.text)))
    checked = Checked(
        (Finding(RULE, "warn", (Span(start, end),)),), (Promised("x", Span(start, end)),)
    )
    located = said.located(checked)
    (span,) = located.findings[0].spans
    found = original[span.start : span.end].replace("\r\n", "\n").replace("\r", "\n")
    assert found == said.text[start:end]
    assert located.promises[0].span == span


def test_line_ends_are_made_alike_and_a_mark_before_the_text_is_none_of_it():
    assert given("\ufeffone\r\ntwo\rthree", "a").text == "one\ntwo\nthree"
    assert decoded("é".encode("utf-16"), "a") == "\ufeffé"


@pytest.mark.parametrize("raw", [b"caf\xe9", b"\xff\xfe\xff"])
def test_bytes_that_are_no_text_are_refused(raw):
    with pytest.raises(UnreadableFileError):
        decoded(raw, "a")


def test_what_can_be_no_reply_is_refused(tmp_path):
    for odd in ("a\0", "\udcff"):
        with pytest.raises(UnreadableFileError):
            given(odd, "a")
    with pytest.raises(EmptyTextError):
        given(" \n", "a")
    assert given("x" * MOST, "a").text
    with pytest.raises(LongReplyError):
        given("x" * (MOST + 1), "a")
    with pytest.raises(UnreadableFileError):
        given_in(tmp_path, "a")
