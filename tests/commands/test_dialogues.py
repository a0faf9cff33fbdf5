"""What verbs ask on a terminal, and what they say of what nobody told them."""

import pytest


@pytest.fixture(autouse=True)
def incident(run, bakery):
    run("log", "Too dry", "--who", "Dana", "--threat", "open", "--site", "google")


def test_review_asks_for_all_that_is_known_and_enter_skips(run, answers):
    asked = answers("google", "Dry and rude", "9", "1", "CakeFan", "", "someday", "today", "n")
    run("review", "1")
    assert [a for a in asked if "address" in a]
    shown = " ".join(run("show", "1", "--json").out.split())
    assert '"stars": 1' in shown
    assert '"nick": "CakeFan"' in shown
    assert '"url"' not in shown


def test_review_with_options_asks_only_what_it_needs(run, answers):
    asked = answers("Dry", "n")
    run("review", "1", "--site", "google")
    assert len(asked) == 2  # its words, and the playbook that fits better


def test_a_notice_is_of_the_site_only_if_its_owner_says_so(run):
    told = run("dispute", "1", "--notice", "Trading Standards 88", "--deadline", "in 6 days").out
    assert "A notice came" in told
    assert "site" not in told.partition("NEXT")[0]
    shown = run("show", "1").out
    assert "It says: “Trading Standards 88”" in shown
    assert "Google came" not in shown
    assert "Trading Standards" not in run("export", "1", "--for", "google", "-y", "-o", "a.zip").err
    run("done", "1", "site-deadline-5")
    run("dispute", "1", "--notice", "C 12", "--site", "google")
    assert "A notice of Google came" in run("show", "1").out


def test_the_receiver_of_an_encrypted_bundle_is_told_how_to_open_it(run, machine):
    machine.secret = "a long secret"
    told = run("export", "1", "--for", "lawyer", "-y", "--encrypt", "passphrase").out
    assert "https://age-encryption.org" in told
    assert "age -d -o incident-1-lawyer.zip incident-1-lawyer.zip.age" in told
