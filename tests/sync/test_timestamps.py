import hashlib
import time
from datetime import UTC, datetime, timedelta

import pytest

from reviewlog.domain.evidence_errors import STAMP_REASONS, NoStampError
from reviewlog.domain.harmless import is_harmless
from reviewlog.render.sentences import explain
from reviewlog.sync.certificates import _of_this_computer
from reviewlog.sync.posting import REDIRECTS, next_address
from reviewlog.sync.timestamps import Service, ask, services_of
from tests.tsa import Authority, needs_faketime, needs_openssl, openssl_accepts

NOTE = b"reviewlog/abc\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
LIMIT = 0.4
pytestmark = needs_openssl


def service(tsa, roots=None):
    return Service(tsa.url, (roots or tsa.roots).read_bytes())


def the_fault(tsa, mode, seconds=5.0):
    tsa.mode = mode
    with pytest.raises(NoStampError) as caught:
        ask(service(tsa), NOTE, seconds)
    return caught.value


def test_a_good_stamp_is_checked_and_says_when_and_by_whom(tsa, tmp_path):
    stamp = ask(service(tsa), NOTE)

    assert (stamp.service, stamp.state, stamp.signer) == (tsa.url, "checked", "Test TSA")
    assert stamp.at is not None
    assert abs(datetime.now(UTC) - stamp.at) < timedelta(minutes=1)
    assert stamp.chain.count("BEGIN CERTIFICATE") == 2
    assert openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)
    assert not openssl_accepts(stamp.raw, NOTE + b"\n", tsa.roots, tmp_path)


def test_only_a_hash_and_a_number_leave_the_machine(tsa, monkeypatch):
    asked = []

    def remembered(question):
        asked.append(question)
        return b""

    monkeypatch.setattr(tsa, "answer", remembered)
    for _ in range(2):
        with pytest.raises(NoStampError):
            ask(service(tsa), NOTE)

    assert all(hashlib.sha256(NOTE).digest() in question for question in asked)
    assert not any(NOTE[:12] in question for question in asked)
    assert [len(question) < 80 for question in asked] == [True, True]
    assert asked[0] != asked[1]


def test_a_stamp_that_only_openssl_can_read_is_kept_unchecked(tsa, tmp_path):
    tsa.mode = "unsorted"
    stamp = ask(service(tsa), NOTE)

    assert (stamp.state, stamp.at, stamp.signer, stamp.chain) == ("unparsed", None, "", "")
    assert openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)


@pytest.mark.parametrize("given", ["none", "another"])
def test_a_stamp_of_somebody_whom_nobody_vouches_for_is_kept_untrusted(tsa, given, tmp_path):
    roots = tsa.other_roots.read_bytes() if given == "another" else b""
    stamp = ask(Service(tsa.url, roots), NOTE)

    assert (stamp.state, stamp.signer) == ("untrusted", "Test TSA")
    assert stamp.at is not None
    assert not openssl_accepts(stamp.raw, NOTE, tsa.other_roots, tmp_path)
    assert openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)


def test_a_service_that_changed_what_it_was_asked_for_gives_a_good_stamp(tsa, tmp_path):
    tsa.mode = "granted-with-changes"
    stamp = ask(service(tsa), NOTE)

    assert stamp.state == "checked"
    assert openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("wrong-data", "other-data"),
        ("replayed", "other-nonce"),
        ("no-nonce", "other-nonce"),
        ("broken", "broken"),
        ("expired", "broken"),
        ("page", "no-stamp"),
        ("noise", "no-stamp"),
        ("cut", "no-stamp"),
        ("empty", "no-stamp"),
        ("error", "no-stamp"),
        ("large", "large"),
        ("refusing", "refused"),
        ("redirect-file", "redirect"),
        ("redirect-nowhere", "redirect"),
    ],
)
def test_what_is_no_stamp_for_us_is_refused_with_its_reason(tsa, mode, reason):
    error = the_fault(tsa, mode)

    assert (error.service, error.reason) == (tsa.url, reason)
    assert tsa.asked == 1


def test_a_stamp_in_the_name_of_another_authority_is_untrusted(tsa, tmp_path):
    tsa.mode = "wrong-root"
    stamp = ask(service(tsa), NOTE)

    assert (stamp.state, stamp.signer) == ("untrusted", "Other TSA")
    assert not openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)


def test_an_earlier_answer_is_no_answer_to_a_new_question(tsa, monkeypatch):
    earlier = ask(service(tsa), NOTE)
    monkeypatch.setattr(tsa, "answer", lambda _: earlier.raw)

    assert the_fault(tsa, "good").reason == "other-nonce"


def test_a_refusal_repeats_the_services_own_words(tsa):
    assert the_fault(tsa, "refusing").detail == "Message digest algorithm is not supported."


@pytest.mark.parametrize("mode", ["slow", "slow-start", "silent"])
def test_the_whole_exchange_has_one_time_limit(tsa, mode):
    begun = time.monotonic()

    assert the_fault(tsa, mode, LIMIT).reason == "slow"
    assert time.monotonic() - begun < LIMIT + 0.5


def test_a_redirect_is_followed_and_a_circle_is_left(tsa):
    tsa.mode = "redirect"
    assert ask(service(tsa), NOTE).state == "checked"

    tsa.asked = 0
    assert the_fault(tsa, "redirect-loop").reason == "redirect"
    assert tsa.asked == REDIRECTS + 1


@pytest.fixture
def secure(tmp_path):
    _of_this_computer.cache_clear()
    with Authority(tmp_path, name="secure", secure=True) as authority:
        yield authority
    _of_this_computer.cache_clear()


def test_a_secure_service_is_asked_and_without_roots_those_of_the_computer_count(
    secure, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.roots))

    assert ask(Service(secure.url), NOTE).state == "checked"


@pytest.mark.parametrize("mode", ["slow", "slow-start"])
def test_a_secure_service_that_drips_does_not_hold_us_either(secure, mode, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.roots))
    assert the_fault(secure, mode, LIMIT).reason == "slow"


def test_a_secure_service_that_cannot_show_who_it_is_is_not_asked(secure):
    assert the_fault(secure, "good").reason == "unreachable"
    assert secure.asked == 0


@pytest.mark.parametrize(
    ("url", "location", "new"),
    [
        ("https://a.example/x", "/y", "https://a.example/y"),
        ("https://a.example/x", "https://b.example/", "https://b.example/"),
        ("http://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x", "http://a.example/x", ""),
        ("https://a.example/x", "//b.example/y", "https://b.example/y"),
        ("http://a.example/x", "file:///etc/passwd", ""),
        ("http://a.example/x", "ftp://a.example/x", ""),
        ("http://a.example/x", "http://:80/", ""),
        ("http://a.example/x", "http://[", ""),
        ("http://a.example/x", "", ""),
    ],
)
def test_a_redirect_never_leads_from_https_to_http_or_elsewhere(url, location, new):
    assert next_address(url, location) == new


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example", "tsa.example", "http://"])
def test_only_http_and_https_can_be_asked(url):
    with pytest.raises(NoStampError) as caught:
        ask(Service(url), NOTE)
    assert caught.value.reason == "scheme"


def test_nobody_there_is_unreachable(tsa):
    there = service(tsa)
    tsa.__exit__()
    for url in (there.url, "http://no-such-host.invalid/", "http://127.0.0.1:1/\u00fc x\r\n"):
        with pytest.raises(NoStampError) as caught:
            ask(Service(url), NOTE)
        assert caught.value.reason == "unreachable"


@needs_faketime
def test_a_service_dates_back_for_the_tests(tsa, tmp_path):
    tsa.at = datetime(2026, 3, 5, 10, 0, tzinfo=UTC)
    stamp = ask(service(tsa), NOTE)

    assert (stamp.state, stamp.at) == ("checked", tsa.at)
    assert openssl_accepts(stamp.raw, NOTE, tsa.roots, tmp_path)


def test_services_are_those_of_the_settings(tmp_path, tsa):
    (tmp_path / "roots.pem").write_bytes(tsa.roots.read_bytes())
    (tmp_path / "empty.pem").write_bytes(b"nothing\n")
    bare, rooted = {"url": tsa.url}, {"url": tsa.url, "roots": "roots.pem"}

    assert services_of({}, tmp_path) == ()
    assert services_of({"time_stamps": None}, tmp_path) == ()
    assert services_of({"time_stamps": [bare, rooted]}, tmp_path) == (
        Service(tsa.url),
        service(tsa),
    )
    for name in ("empty.pem", "missing.pem"):
        with pytest.raises(NoStampError) as caught:
            services_of({"time_stamps": [{"url": tsa.url, "roots": name}]}, tmp_path)
        assert caught.value.reason == "roots"


@pytest.mark.parametrize("reason", STAMP_REASONS)
def test_every_reason_has_calm_words(reason):
    told = explain(NoStampError("https://tsa.example", reason, "\x1b[2Jno"))

    assert told.startswith("https://tsa.example ")
    assert all(is_harmless(letter) for letter in told)
