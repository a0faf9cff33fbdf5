"""What leaves and what stays, looked for in every byte that a reader gets."""

import json

import pytest

from reviewlog.logbook.said import Contact
from tests.bundle.conftest import EVERYBODY, OUTSIDERS, QUOTE, Desk, all_bytes

STAYS = (
    "assesssecret", "forsecret", "againstsecret", "plainnotesecret", "skipwhysecret",
    "answerwhysecret", "remindsecret", "whysecret",
)  # fmt: skip
NOT_OURS = ("Otherperson", "Jones", "othersecret", "otherquotesecret")
NOBODYS = ("misfiledsecret", "misfiledquotesecret", "Wrongname", "undonesecret")
"""Misfiled, corrected or taken back: these leave to nobody, not even to ourselves."""


@pytest.mark.parametrize("word", OUTSIDERS)
def test_what_is_ours_or_others_does_not_leave(bags, word: str) -> None:
    found = all_bytes(bags[word, "1"])
    for secret in (*STAYS, *NOT_OURS, *NOBODYS):
        assert secret.encode() not in found, secret


def test_there_is_something_to_keep(story: Desk, bags) -> None:
    ours, theirs = all_bytes(bags["self", "1"]), all_bytes(bags["self", "2"])
    kept = str([entry.fields for entry in story.book.store.log.everything()])
    for secret in STAYS:
        assert secret.encode() in ours, secret
    for secret in NOBODYS:
        assert secret.encode() not in ours, secret
        assert secret in kept, secret
    for secret in NOT_OURS:
        assert secret.encode() in theirs, secret


@pytest.mark.parametrize("word", OUTSIDERS)
def test_no_words_of_a_playbook_leave(story: Desk, word: str) -> None:
    found = all_bytes(story.bag(word))
    for playbook in story.book.playbooks():
        assert f'"{playbook.id}"'.encode() not in found
        assert f"playbook {playbook.id}".encode() not in found
        for step in playbook.steps:
            for line in (*step.say, *step.avoid, step.title, step.why or ""):
                assert len(line) < 12 or line.encode() not in found


@pytest.mark.parametrize("word", EVERYBODY)
def test_what_the_customer_said_is_in_every_bundle(bags, word: str) -> None:
    bag = bags[word, "1"]
    for name in ("data/report.html", "data/entries.csv"):
        assert QUOTE.encode() in bag[name]
        assert b"Dana Smith" in bag[name]


@pytest.mark.parametrize("word", EVERYBODY)
def test_a_note_for_the_lawyer_is_for_the_lawyer(bags, word: str) -> None:
    assert (b"lawyernotesecret" in all_bytes(bags[word, "1"])) == (word in ("lawyer", "self"))


@pytest.mark.parametrize("word", EVERYBODY)
def test_staff_telephones_and_costs_are_not_for_sites(bags, word: str) -> None:
    found = all_bytes(bags[word, "1"])
    assert (b"Staffjo" in found) == (word != "google")
    assert (b"07700 900123" in found) == (word not in ("google", "insurer"))
    assert (b"35.00" in found) == (word not in ("google", "police"))


def test_everything_is_there_for_ourselves(bags) -> None:
    bag = bags["self", "1"]
    for word in ("assesssecret", "plainnotesecret", "answerwhysecret", "remindsecret"):
        assert word.encode() in bag["data/report.html"]
    for word in NOT_OURS:
        assert word.encode() not in all_bytes(bag)


@pytest.mark.parametrize("word", OUTSIDERS)
def test_a_correction_shows_but_not_what_was_wrong(bags, word: str) -> None:
    page = bags[word, "1"]["data/report.html"].decode()
    assert "Corrected on Sat 21 Nov 2026, 16:45 (UTC+00:00): name." in page
    assert "Dana Smith" in page


@pytest.mark.parametrize("word", OUTSIDERS)
def test_withheld_entries_keep_their_place(bags, word: str) -> None:
    lines = [json.loads(x) for x in bags[word, "1"]["data/entries.jsonl"].decode().splitlines()]
    kinds = [json.loads(line["header"])["kind"] for line in lines]
    assert kinds.count("assessment") == kinds.count("reminder") == 1
    assert kinds.count("note") == 2
    moved = [line for line in lines if "incident" in line["corrected"]]
    assert len(moved) == 1
    assert moved[0]["disclosures"] == []
    assert len([line for line in lines if line["retracted"]]) == 1


def test_a_go_between_is_not_taken_for_the_customer(desk: Desk) -> None:
    desk.book.log(Contact(who="Uncle Joe", on_behalf_of="Dana Hidden", text="He called for her."))
    bag = desk.bag("google")
    assert b"Dana Hidden" not in all_bytes(bag)
    assert b"a customer not named here" in bag["data/report.html"]
    assert b"Uncle Joe phoned us" in bag["data/entries.csv"]
    assert b"Dana Hidden" in desk.bag("lawyer")["data/report.html"]


def test_a_misfiled_entry_is_told_where_it_belongs(bags) -> None:
    bag = bags["lawyer", "2"]
    assert b"misfiledquotesecret" in bag["data/report.html"]
    assert b"First filed under another incident, then moved here." in bag["data/report.html"]
    assert b"Dana Smith" not in all_bytes(bag)


def test_the_statement_leaves_out_telephone_numbers(desk: Desk) -> None:
    quote = "Ring 07700 900123 or +44 (0)20 7946-0958, by 21/11/2026 or 2026-11-21, for 1,250.00"
    desk.book.log(Contact(who="Dana 07700900555", quote=quote, threat="open", sites=("google",)))
    bag = desk.bag()
    for name in ("data/statement.txt", "data/statement.html"):
        text = bag[name].decode()
        assert "900" not in text
        assert "7946" not in text
        assert "by 21/11/2026 or 2026-11-21, for 1,250.00" in text
        assert text.count("[telephone number left out]") >= 3


def test_the_statement_is_calm(bags) -> None:
    text = bags["google", "1"]["data/statement.txt"].decode()
    assert text.index(QUOTE) < text.index("What was asked for") < text.index("The review")
    assert "a demand tied to a review, said openly" in text
    assert "Dana Smith phoned us, Sat 21 Nov 2026, 16:41 (UTC+00:00)." in text
    assert "- Sat 21 Nov 2026: We wrote an e-mail to the customer" in text
    assert "- E1.png: " in text
    for word in ("blackmail", "extort", "fraud", "fake", "threat", "liar", "false"):
        assert word not in text.lower()
