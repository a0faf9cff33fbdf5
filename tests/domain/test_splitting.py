"""A text in its sentences, whatever its language, and never slowly."""
# ruff: noqa: RUF001

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.splitting import sentences_of


def without_gaps(text):
    return "".join(char for char in text if not char.isspace())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("Dry", ("Dry",)),
        ("Dry. Rude! Never again?!", ("Dry.", "Rude!", "Never again?!")),
        ("It cost 3.50 and 1,200.00 more. Bad", ("It cost 3.50 and 1,200.00 more.", "Bad")),
        ("Dr. Smith, e.g. the owner, lied. He did.", ("Dr. Smith, e.g. the owner, lied.", "He did.")),
        ("We came at 5 p.m. and left. J. R. Cole knows.", ("We came at 5 p.m. and left.", "J. R. Cole knows.")),
        ("So did I. Then we left.", ("So did I.", "Then we left.")),
        ("“Pay me!” he said. ‘No.’", ("“Pay me!” he said.", "‘No.’")),
        ("terrible. rude staff. never again", ("terrible.", "rude staff.", "never again")),
        ("Well... not good… Sorry.", ("Well... not good…", "Sorry.")),
        ("1. The cake\n2. The tea", ("1. The cake", "2. The tea")),
        ("Dry\r\nRude\u2028Late", ("Dry", "Rude", "Late")),
        ("Am 3. Mai war es kalt, z. B. die Suppe. Nie mehr.", ("Am 3. Mai war es kalt, z. B. die Suppe.", "Nie mehr.")),
        ("We paid 30. Then we left.", ("We paid 30.", "Then we left.")),
        ("ケーキが乾いていた。最悪！二度と行かない", ("ケーキが乾いていた。", "最悪！", "二度と行かない")),
        ("「ひどい。」と言った。", ("「ひどい。」と言った。",)),
        ("３．５点。ひどい", ("３．５点。", "ひどい")),
        ("खाना खराब था। कभी नहीं।", ("खाना खराब था।", "कभी नहीं।")),
        ("کھانا برا تھا۔ کیا؟ نہیں", ("کھانا برا تھا۔", "کیا؟", "نہیں")),
        ("See www.example.com/a.html. It shows.", ("See www.example.com/a.html.", "It shows.")),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(text, sentences):
    assert sentences_of(text) == sentences


PIECES = st.lists(
    st.sampled_from(
        (".", "!", "?", "…", "。", "！", " ", "\n", "\u2028", '"', "”", "」", "Mr", "3", "a", "B",
         "z.B", "é", "ß", "日", "\u202e", "\x1c", "(", ")")
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.text() | PIECES)
def test_nothing_but_gaps_is_lost_and_no_piece_is_empty(text):
    pieces = sentences_of(text)
    assert without_gaps("".join(pieces)) == without_gaps(text)
    assert all(piece == piece.strip() and piece for piece in pieces)


@given(st.text() | PIECES)
def test_a_sentence_is_found_again_in_the_text(text):
    at = 0
    for piece in sentences_of(text):
        found = text.find(piece, at)
        assert found >= at
        at = found + len(piece)


@pytest.mark.parametrize(
    "unit",
    [". ", "a.", ".", "1. ", '!" ', ".\u3000", " ", "\n", "Mr. ", "z.B. ", "。」", "x", "(.) "],
)
def test_a_megabyte_takes_no_time(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        sentences_of(text)
        return time.process_time() - start

    small = min(seconds(125_000) for _ in range(3))
    assert seconds(1_000_000) < 40 * small + 0.5
