import ssl
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.sync.tokens import TokenFacts, chain_of, check_token, refusal
from tests.tsa import Authority, needs_faketime, needs_openssl, openssl_accepts

DATA = b"a checkpoint\n"
BIT = st.integers(0, 7)
pytestmark = needs_openssl


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """An authority that is never asked over the network."""
    with Authority(tmp_path_factory.mktemp("tokens")) as authority:
        yield authority


@pytest.fixture(scope="module")
def token(signed):
    return signed.stamped(signed.query(DATA))


@pytest.fixture(scope="module")
def unsorted(signed):
    signed.mode = "unsorted"
    raw = signed.stamped(signed.query(DATA))
    signed.mode = "good"
    return raw


@pytest.fixture(scope="module")
def roots(signed):
    return signed.roots.read_bytes()


def faulty(fault):
    return TokenFacts("faulty", fault=fault)


def flipped(raw, place, bit):
    return raw[:place] + bytes((raw[place] ^ 1 << bit,)) + raw[place + 1 :]


def test_a_good_token_is_checked_without_a_network(token, roots):
    facts = check_token(token, DATA, roots)

    assert (facts.state, facts.signer, facts.fault) == ("checked", "Test TSA", None)
    assert facts.at is not None
    assert facts.at.tzinfo is not None


def test_the_chain_begins_with_the_signer(token, roots, signed):
    chain = chain_of(token)

    assert chain == check_token(token, DATA, roots).chain
    first, second = chain.split("-----BEGIN")[1:]
    assert ssl.PEM_cert_to_DER_cert("-----BEGIN" + first) == ssl.PEM_cert_to_DER_cert(
        (signed.keys / "tsa.pem").read_text()
    )
    assert ssl.PEM_cert_to_DER_cert("-----BEGIN" + second) == ssl.PEM_cert_to_DER_cert(
        (signed.keys / "chain.pem").read_text()
    )


def test_a_token_of_other_data_or_of_another_question_is_named(token, unsorted, roots):
    for raw in (token, unsorted):
        assert check_token(raw, DATA + b"x", roots) == faulty("other-data")
        assert check_token(raw, DATA, roots, nonce=1 << 63) == faulty("other-nonce")


def test_a_token_that_cannot_be_read_is_no_fault_and_proves_nothing(unsorted, roots):
    assert check_token(unsorted, DATA, roots) == TokenFacts("unparsed")
    assert chain_of(unsorted) == ""
    assert check_token(unsorted + b"\0", DATA, roots) == faulty("no-stamp")
    assert check_token(unsorted[:-1], DATA, roots) == faulty("no-stamp")


def test_roots_may_be_a_file_of_several_with_words_between(token, roots, signed):
    many = b"# ours\n" + signed.other_roots.read_bytes() + b"\n# theirs\n" + roots
    assert check_token(token, DATA, many).state == "checked"
    for none in (signed.other_roots.read_bytes(), b"nothing\n", b"\xff\xfe", b""):
        assert check_token(token, DATA, none).state == "untrusted"


def test_the_certificate_between_is_no_end_of_a_chain(token, signed):
    between = (signed.keys / "chain.pem").read_bytes()
    assert check_token(token, DATA, between).state == "untrusted"


@needs_faketime
def test_a_token_stays_good_when_its_certificate_has_run_out(signed, roots, tmp_path):
    at = datetime(2024, 6, 1, 10, 0, tzinfo=UTC)
    signed.mode, signed.at = "expired", at
    then = signed.stamped(signed.query(DATA))
    signed.at = None
    today = signed.stamped(signed.query(DATA))
    signed.mode = "good"

    facts = check_token(then, DATA, roots)
    assert (facts.state, facts.at) == ("checked", at)
    assert openssl_accepts(then, DATA, signed.roots, tmp_path, at)
    assert check_token(today, DATA, roots) == faulty("broken")
    assert not openssl_accepts(today, DATA, signed.roots, tmp_path)


@needs_faketime
def test_a_token_from_before_its_certificate_is_broken(signed, roots):
    signed.at = datetime(2019, 6, 1, 10, 0, tzinfo=UTC)
    before = signed.stamped(signed.query(DATA))
    signed.at = None

    assert check_token(before, DATA, roots) == faulty("broken")


def test_a_wrong_signature_is_broken_also_in_a_chain_that_is_not_trusted(signed, roots):
    signed.mode = "broken"
    raw = signed.answer(signed.query(DATA))
    signed.mode = "good"
    whole = signed.keys / "chain.pem"

    assert check_token(raw, DATA, roots) == faulty("broken")
    assert check_token(raw, DATA, whole.read_bytes()).state != "checked"


def test_a_refusal_is_no_stamp_and_has_words(signed):
    signed.mode = "refusing"
    raw = signed.answer(signed.query(DATA))
    signed.mode = "good"

    assert check_token(raw, DATA) == faulty("no-stamp")
    assert refusal(raw) == "Message digest algorithm is not supported."
    assert refusal(b"\x30\x05\x30\x03\x02\x01\x02") == ""
    assert refusal(b"<html>") is None


@given(st.binary(max_size=400) | st.binary(max_size=60).map(lambda tail: b"\x30" + tail))
@example(b"")
@example(b"\x30")
@example(b"\x30\x80")
@example(b"\x30\xff")
@example(b"\x30\x05\x30\x03\x02\x01\x00")
@example(b"\x30\x05\x30\x03\x02\x01\x01")
@example(b"\x30\x05\x30\x03\x02\x01\x07")
def test_any_bytes_are_no_stamp(raw):
    assert check_token(raw, DATA, b"", nonce=5) == faulty("no-stamp")
    assert chain_of(raw) == ""


@given(data=st.data())
def test_a_token_with_flipped_bits_never_raises_and_openssl_agrees_that_it_is_bad(
    token, roots, data
):
    place = data.draw(st.integers(0, len(token) - 1))
    raw = flipped(token, place, data.draw(BIT))

    facts = check_token(raw, DATA, roots)

    assert facts.state in ("checked", "unparsed", "untrusted", "faulty")
    assert (facts.state == "faulty") == (facts.fault is not None)
    if facts.state != "checked":
        assert facts.at is None or facts.state == "untrusted"


@given(data=st.data())
def test_a_flipped_bit_in_what_is_signed_or_in_the_signature_is_never_checked(token, roots, data):
    import hashlib

    imprint = token.index(hashlib.sha256(DATA).digest())
    spots = st.integers(imprint, imprint + 31) | st.integers(len(token) - 60, len(token) - 1)
    raw = flipped(token, data.draw(spots), data.draw(BIT))

    assert check_token(raw, DATA, roots).state != "checked"


def test_every_bit_but_those_that_carry_nothing_matters_as_it_does_to_openssl(
    token, roots, tmp_path, signed
):
    """What we still take after a flip, openssl must take too: it is only looser in reading."""
    taken = [
        raw
        for place in range(0, len(token), 3)
        if check_token(raw := flipped(token, place, place % 8), DATA, roots).state == "checked"
    ]
    for raw in taken[:20]:
        assert openssl_accepts(raw, DATA, signed.roots, tmp_path)
