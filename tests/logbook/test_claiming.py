"""Claims, lookups and the numbers of exhibits, through the door of the logbook."""

import pytest

from reviewlog.domain.claim_errors import (
    NoSentencesError,
    SeveralTextsError,
    UnknownProofError,
    UnknownReviewError,
    UnknownSentenceError,
)
from reviewlog.domain.usage_errors import EmptyTextError, MissingError, TextTooLongError
from reviewlog.logbook.base import TEXT_CAP
from reviewlog.logbook.keeping.erasable import plan_entry, plan_person
from reviewlog.logbook.keeping.erasing import erase
from reviewlog.logbook.said import Capture, Search, Weighed
from reviewlog.logbook.writing.claiming import look_up, sheet_of, weigh
from reviewlog.logbook.writing.numbering import labels_of
from reviewlog.logbook.writing.retracting import retract
from tests.builders import Contact, Posted

TEXT = "The cake was dry. We waited 3 hours! Never again."
SEARCH = Search("order book", ("Dana Cole", "d.cole@example.com"), "nothing", "1 to 20 Nov")


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    return path


@pytest.fixture
def reviewed(logbook):
    """An incident with a review of three sentences."""
    posted = Posted(site="google", stars=1, text=TEXT, nick="CakeFan77")
    return str(logbook.review(None, posted).row["number"])


def attach(logbook, picture, number, **said):
    return logbook.attach(number, (picture,), None, None, Capture(**said)).main


def labels(logbook, number):
    with logbook.store.reading():
        found = labels_of(logbook, logbook.get_incident(number)["id"])
    return {place.seq: label for place, label in found.items()}


def opened(logbook, who):
    return str(logbook.log(Contact(who=who, text="It was dry.")).row["number"])


def test_an_exhibit_keeps_its_number_through_all_that_may_become_of_it(logbook, picture):
    one, two = opened(logbook, "Ann"), opened(logbook, "Bo")
    first, second, third = (attach(logbook, picture, one) for _ in range(3))
    logbook.amend(str(first.id.seq), {}, two, None)
    retract(logbook, str(second.id.seq), "by mistake")
    before = {first.id.seq: "E1", second.id.seq: "E2", third.id.seq: "E3"}
    assert labels(logbook, one) == before
    assert labels(logbook, two) == {first.id.seq: "E1"}
    logbook.amend(str(first.id.seq), {}, one, None)
    assert labels(logbook, one) == before
    four = attach(logbook, picture, one)
    assert labels(logbook, one) == before | {four.id.seq: "E4"}
    assert [e.label for e in logbook.dossier(one, "court").exhibits] == ["E1", "E3", "E4"]


def test_a_move_that_was_undone_has_used_a_number_up(logbook, picture):
    one, two = opened(logbook, "Ann"), opened(logbook, "Bo")
    moved = attach(logbook, picture, one)
    logbook.amend(str(moved.id.seq), {}, two, None)
    logbook.undo()
    second = attach(logbook, picture, two)
    assert labels(logbook, two) == {moved.id.seq: "E1", second.id.seq: "E2"}
    assert logbook.rebuild()


def test_a_file_that_passed_through_has_used_a_number_up(logbook, picture):
    one, two, three = (opened(logbook, name) for name in ("Ann", "Bo", "Cy"))
    moved = attach(logbook, picture, one)
    logbook.amend(str(moved.id.seq), {}, two, None)
    logbook.amend(str(moved.id.seq), {}, three, None)
    second = attach(logbook, picture, two)
    assert labels(logbook, two) == {moved.id.seq: "E1", second.id.seq: "E2"}


def test_an_erased_file_keeps_its_number(logbook, picture, reviewed):
    first = attach(logbook, picture, reviewed)
    second = attach(logbook, picture, reviewed)
    erase(logbook, plan_entry(logbook, str(first.id.seq), "file"), "not needed")
    assert labels(logbook, reviewed) == {first.id.seq: "E1", second.id.seq: "E2"}


def test_a_claim_is_kept_with_its_sentence_and_its_proofs(logbook, picture, reviewed):
    file = attach(logbook, picture, reviewed, how="document")
    audit = attach(logbook, picture, reviewed, shows="third-party")
    said = Weighed("2", "against", ("E1", "e2", str(file.id.seq)), "It was ten minutes.")
    receipt = weigh(logbook, reviewed, None, [said])
    assert receipt.main.fields["sentence"] == "We waited 3 hours!"
    assert receipt.main.fields["proofs"] == [str(file.id), str(audit.id)]
    second = sheet_of(logbook, reviewed).claims[1]
    assert [(p.label, p.strength) for p in second.proofs] == [
        ("E2", "third-party"),
        ("E1", "record"),
    ]
    assert (second.stand, second.text, second.place) == ("against", "It was ten minutes.", 2)


def test_several_claims_are_one_command(logbook, reviewed):
    weigh(logbook, reviewed, None, [Weighed("1", "open"), Weighed("3", "opinion")])
    assert [c.stand for c in sheet_of(logbook, reviewed).claims] == ["open", None, "opinion"]
    logbook.undo()
    assert [c.stand for c in sheet_of(logbook, reviewed).claims] == [None, None, None]


def test_nothing_is_written_where_one_of_them_cannot_be(logbook, reviewed):
    before = logbook.store.log.length()
    for said, error in (
        (Weighed("4", "open"), UnknownSentenceError),
        (Weighed("0", "open"), UnknownSentenceError),
        (Weighed("²", "open"), UnknownSentenceError),
        (Weighed("1", "for", ("E1",)), UnknownProofError),
        (Weighed("1", "for", ("1",)), UnknownProofError),
        (Weighed("1", "for"), MissingError),
        (Weighed("1", "open", (), " "), EmptyTextError),
        (Weighed("1", "open", (), "x" * (TEXT_CAP + 1)), TextTooLongError),
    ):
        with pytest.raises(error):
            weigh(logbook, reviewed, None, [Weighed("2", "opinion"), said])
    assert logbook.store.log.length() == before


def test_proof_that_was_taken_back_can_be_named_no_more(logbook, picture, reviewed):
    attach(logbook, picture, reviewed)
    logbook.undo()
    with pytest.raises(UnknownProofError):
        weigh(logbook, reviewed, None, [Weighed("1", "for", ("E1",))])


def test_of_several_reviews_one_is_named(logbook, reviewed):
    other = logbook.review(reviewed, Posted(site="yelp", stars=1, text="Rude. Late.", nick="Dee"))
    with pytest.raises(SeveralTextsError) as caught:
        sheet_of(logbook, reviewed)
    entry = str(other.main.id.seq)
    assert caught.value.choices[1] == (entry, "yelp: Rude. Late.")
    assert sheet_of(logbook, reviewed, entry).said.sentences == ("Rude.", "Late.")
    with pytest.raises(UnknownReviewError):
        sheet_of(logbook, reviewed, "1")


def test_without_a_review_there_is_nothing_to_go_through(logbook):
    with pytest.raises(NoSentencesError):
        sheet_of(logbook, opened(logbook, "Ann"))


def test_a_review_of_a_megabyte_is_gone_through(logbook):
    posted = Posted(site="google", text="It was dry. " * 80_000)
    number = str(logbook.review(None, posted).row["number"])
    weigh(logbook, number, None, [Weighed("70000", "opinion")])
    assert len(sheet_of(logbook, number).claims) == 80_000


def test_a_search_is_kept_with_its_scope(logbook, reviewed):
    fields = look_up(logbook, reviewed, SEARCH).main.fields
    assert {name: fields[name] for name in ("where", "looked_for", "period", "found")} == {
        "where": "order book",
        "looked_for": ["Dana Cole", "d.cole@example.com"],
        "period": "1 to 20 Nov",
        "found": "nothing",
    }
    for odd in (SEARCH._replace(where=" "), SEARCH._replace(looked_for=(" ",))):
        with pytest.raises(EmptyTextError):
            look_up(logbook, reviewed, odd)


def test_a_search_is_proof_of_its_own_kind(logbook, reviewed):
    entry = look_up(logbook, reviewed, SEARCH).main
    weigh(logbook, reviewed, None, [Weighed("1", "against", (str(entry.id.seq),))])
    (proof,) = sheet_of(logbook, reviewed).claims[0].proofs
    assert (proof.label, proof.strength) == (None, "record")


def test_who_was_looked_for_in_another_incident_goes_when_they_are_erased(logbook, reviewed):
    opened(logbook, "Dana Cole")
    theirs = look_up(logbook, reviewed, SEARCH._replace(text="Nothing of Dana Cole")).main
    weigh(
        logbook, reviewed, None, [Weighed("1", "against", (str(theirs.id.seq),), "See Dana Cole")]
    )
    plan = plan_person(logbook, "dana cole")
    gone = {part.entry.id: part.names for part in plan.parts}
    assert gone[theirs.id] == ("looked_for", "period", "text", "where")
    assert [mention.names for mention in plan.mentions] == [("text",)]


def test_the_words_of_a_review_in_a_claim_go_with_its_incident(logbook, reviewed):
    claim = weigh(logbook, reviewed, None, [Weighed("1", "opinion", (), "Hm")]).main
    plan = plan_person(logbook, "CakeFan77")
    gone = {part.entry.id: part.names for part in plan.parts}
    assert gone[claim.id] == ("sentence", "text")
    erase(logbook, plan, "not needed")
    with pytest.raises(NoSentencesError):
        sheet_of(logbook, reviewed)


def test_a_name_in_a_sentence_of_somebody_elses_review_is_found(logbook):
    posted = Posted(site="google", text="Ask Dana Cole about it. Bad.", nick="CakeFan77")
    number = str(logbook.review(None, posted).row["number"])
    claim = weigh(logbook, number, None, [Weighed("1", "opinion")]).main
    opened(logbook, "Dana Cole")
    found = {m.entry.id: m.names for m in plan_person(logbook, "Dana Cole").mentions}
    assert found[claim.id] == ("sentence",)


def test_a_dossier_shows_the_claims_whose_proof_is_in_it(logbook, picture, reviewed):
    attach(logbook, picture, reviewed, shows="record")
    note = logbook.note(reviewed, "My view", None, lawyer=False).main
    said = [Weighed("1", "against", ("E1", str(note.id.seq))),
            Weighed("2", "against", (str(note.id.seq),)), Weighed("3", "opinion")]  # fmt: skip
    weigh(logbook, reviewed, None, said)
    for reader in ("lawyer", "court", "insurer"):
        claims = logbook.dossier(reviewed, reader).claims
        assert [(c.place, [p.label for p in c.proofs]) for c in claims] == [(1, ["E1"]), (3, [])]
    assert len(logbook.dossier(reviewed, "self").claims) == 3


def test_a_claim_of_which_the_proof_was_erased_stays_here(logbook, picture, reviewed):
    file = attach(logbook, picture, reviewed, shows="record")
    weigh(logbook, reviewed, None, [Weighed("1", "against", ("E1",))])
    erase(logbook, plan_entry(logbook, str(file.id.seq), "file"), "not needed")
    court = logbook.dossier(reviewed, "court")
    assert court.claims == ()
    assert [t.fields for t in court.timeline if t.settled.entry.kind == "claim"] in ([], [{}])
