"""Signed notes: the example of the specification, round trips, and hostile input."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.tree.notes import (
    NOTE_CAP,
    BadNoteError,
    Verifier,
    from_base64,
    note_text,
    open_note,
    sign_note,
    verifier_of,
)

PRIVATE = bytes(range(32))
NAME = "reviewlog/5786d8966d4c6d07f7a83e83e12e2f4a"
MINE = verifier_of(NAME, PRIVATE)
STRANGER = verifier_of("example.com/other", b"\x07" * 32)
NOTE = sign_note("one\n\ntwo\n", NAME, PRIVATE)
TEXTS = st.text(st.characters(codec="utf-8", min_codepoint=32) | st.just("\n")).map(
    lambda text: text + "\n"
)


def refused(note: bytes, *verifiers: Verifier) -> str:
    with pytest.raises(BadNoteError) as error:
        open_note(note, verifiers or [MINE])
    return error.value.reason


@given(TEXTS.filter(lambda text: text != "\n"))
def test_a_signed_text_is_read_back(text):
    assert open_note(sign_note(text, NAME, PRIVATE), [STRANGER, MINE]) == text


def test_a_note_has_the_form_of_the_specification():
    text, signature, end = NOTE.decode().rsplit("\n", 2)
    assert text == "one\n\ntwo\n"
    dash, name, encoded = signature.split(" ")
    assert (dash, name, end) == ("\u2014", NAME, "")
    assert base64.b64decode(encoded)[:4] == MINE.key_id
    assert len(base64.b64decode(encoded)) == 4 + 64


def test_a_known_key_has_its_known_line():
    """The key of the test of Go's sumdb/note: name, id and public half belong together."""
    vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert Verifier.read(vkey).vkey == vkey


def test_the_note_of_the_go_test_is_believed():
    peter = Verifier.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    text = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
    )
    signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    note = f"{text}\n\u2014 PeterNeumann {signature}\n".encode()
    assert open_note(note, [peter]) == text
    assert refused(note.replace(b"answer", b"ANSWER"), peter) == "signature"


def test_lines_of_strangers_are_passed_over():
    both = NOTE + sign_note("one\n\ntwo\n", *stranger()).split(b"\n\n")[-1]
    assert open_note(both, [MINE]) == open_note(both, [STRANGER, MINE]) == "one\n\ntwo\n"
    assert refused(NOTE, STRANGER) == "stranger"
    assert refused(NOTE, Verifier(NAME, STRANGER.public)) == "stranger"
    assert note_text(NOTE) == "one\n\ntwo\n"


def stranger() -> tuple[str, bytes]:
    return STRANGER.name, b"\x07" * 32


def test_one_bad_line_of_a_known_key_spoils_the_note():
    forged = sign_note("three\n", NAME, PRIVATE).split(b"\n\n")[-1]
    assert refused(NOTE + forged) == "signature"


@given(st.integers(0, len(NOTE) - 1), st.integers(0, 7))
def test_a_flipped_bit_anywhere_spoils_the_note(place, bit):
    changed = bytearray(NOTE)
    changed[place] ^= 1 << bit
    with pytest.raises(BadNoteError):
        open_note(bytes(changed), [MINE])


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_and_never_a_crash(raw):
    with pytest.raises(BadNoteError):
        open_note(raw, [MINE])


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\n\n",
        b"text\n",
        b"text\n\n",
        NOTE.removesuffix(b"\n"),
        NOTE + b"\n",
        NOTE.replace(b"\n\n\xe2", b"\n\xe2"),
        NOTE.replace(b"\xe2\x80\x94 ", b"- "),
        NOTE.replace(b"one", b"o\x1b[31mne"),
        NOTE.replace(b"one", b"o\x00ne"),
        NOTE.replace(b"\n", b"\r\n"),
        NOTE.replace(b"one", b"\xff"),
        NOTE.replace(b"one", b"\xed\xa0\x80"),
        NOTE.replace(NAME.encode(), b"a+b"),
        NOTE.replace(NAME.encode(), b""),
        NOTE.replace(NAME.encode(), "a\u2028b".encode()),
        NOTE.removesuffix(b"=\n") + b"\n",
        NOTE.removesuffix(b"\n") + b" more\n",
        b"x" * NOTE_CAP + NOTE,
    ],
)
def test_what_is_not_of_the_form_is_refused(note):
    assert refused(note) == "form"


@pytest.mark.parametrize("text", ["", "no end", "a\rb\n", "\ud800\n"])
def test_no_note_is_made_of_a_text_that_cannot_be_one(text):
    with pytest.raises(BadNoteError):
        sign_note(text, NAME, PRIVATE)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\nb"])
def test_no_note_is_made_under_a_name_that_cannot_be_one(name):
    with pytest.raises(BadNoteError):
        sign_note("text\n", name, PRIVATE)


def test_a_key_is_read_back_from_its_line():
    assert Verifier.read(MINE.vkey) == MINE


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "name",
        "name+00000000",
        MINE.vkey.replace("+", " ", 1),
        MINE.vkey.replace(NAME, "another"),
        MINE.vkey[:-4] + "AAAA",
        MINE.vkey + "\n",
        MINE.vkey.replace(MINE.key_id.hex(), MINE.key_id.hex().upper() + "0"),
        Verifier(NAME, b"short").vkey,
    ],
)
def test_a_line_that_is_no_key_is_refused(vkey):
    with pytest.raises(BadNoteError):
        Verifier.read(vkey)


@pytest.mark.parametrize("text", ["QQ", "QQ=", "QR==", "QQ==\n", " QQ==", "Q-==", "QQ==QQ==", "é"])
def test_base64_has_one_form_only(text):
    with pytest.raises(BadNoteError):
        from_base64(text)
