"""The sentences of a review, and what stands for or against each of them."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.claims import (
    STANDS,
    Claim,
    Proof,
    claims_of,
    every_sentence,
    leaving_claims,
    reviews_of,
)
from reviewlog.domain.entry import EntryId
from reviewlog.domain.relations import settle
from tests.builders import LOG, a_call, a_mail, a_review, an_entry, at

TEXT = "The cake was dry. We waited 3 hours! Never again."
DRY, HOURS = "The cake was dry.", "We waited 3 hours!"
REVIEW = a_review(at(), seq=1, text=TEXT)
FILE = an_entry("evidence", at(minutes=1), seq=2, how="photo", file={"name": "a"})
MAIL = a_call(at(minutes=2), seq=3, channel="email")
AUDIT = an_entry("evidence", at(minutes=3), seq=4, shows="third-party", file={"name": "b"})
LABELS = {FILE.id: "E1", AUDIT.id: "E2"}
BASE = (REVIEW, FILE, MAIL, AUDIT)


def a_claim(seq, sentence=DRY, stand="against", proofs=(), **more):
    named = [str(entry.id) for entry in proofs] or None
    return an_entry("claim", at(minutes=seq), seq=seq, of=str(REVIEW.id), sentence=sentence,
                    place=1, stand=stand, proofs=named, **more)  # fmt: skip


def test_the_proofs_of_a_claim_stand_the_strongest_first():
    note = a_mail(at(minutes=4), seq=5)
    claim = a_claim(6, proofs=(note, FILE, MAIL, AUDIT), text="It was fresh.")
    (found,) = claims_of([*BASE, note, claim], LABELS)
    assert found == Claim(
        of=REVIEW.id,
        place=1,
        sentence=DRY,
        stand="against",
        proofs=(
            Proof(AUDIT.id, "E2", "third-party"),
            Proof(MAIL.id, None, "message"),
            Proof(FILE.id, "E1", "record"),
            Proof(note.id, None, "note"),
        ),
        text="It was fresh.",
        current=True,
    )


def test_of_two_claims_about_a_sentence_the_later_written_counts():
    log = [*BASE, a_claim(6, stand="open"), a_claim(5, stand="opinion"), a_claim(7, HOURS, "open")]
    found = claims_of(log, LABELS)
    assert [(c.sentence, c.stand, c.place) for c in found] == [(DRY, "open", 1), (HOURS, "open", 2)]


def test_a_claim_keeps_hold_of_its_sentence_when_the_review_changes():
    changed = a_review(at(minutes=9), seq=9, state="changed", of=str(REVIEW.id),
                       text="Never again. The cake was dry. Bad.")  # fmt: skip
    log = [*BASE, a_claim(5, stand="opinion"), a_claim(6, HOURS, "open"), changed]
    dry, gone = claims_of(log, LABELS)
    assert (dry.sentence, dry.place, dry.current) == (DRY, 2, True)
    assert (gone.sentence, gone.current) == (HOURS, False)
    (said,) = reviews_of(log)
    rows = every_sentence(said, log, LABELS)
    assert [(c.place, c.sentence, c.stand, c.current) for c in rows] == [
        (1, "Never again.", None, True),
        (2, DRY, "opinion", True),
        (3, "Bad.", None, True),
        (1, HOURS, "open", False),
    ]


def test_claims_stay_where_the_first_entry_of_a_review_was_taken_back():
    changed = a_review(at(minutes=9), seq=9, state="changed", of=str(REVIEW.id), text=DRY)
    (found,) = claims_of([changed, a_claim(5, stand="opinion")], LABELS)
    assert (found.stand, found.current, found.of) == ("opinion", True, changed.id)


def test_a_sentence_that_stands_there_twice_has_one_answer():
    twice = a_review(at(), seq=1, text="Bad. Dry. Bad.")
    log = [twice, a_claim(2, "Bad.", "opinion")]
    (said,) = reviews_of(log)
    rows = every_sentence(said, log, {})
    assert [(c.place, c.stand) for c in rows] == [(1, "opinion"), (2, None), (3, "opinion")]
    assert [c.place for c in claims_of(log, {})] == [1]


def test_each_review_has_its_own():
    other = a_review(at(minutes=1), seq=20, site="yelp", text=DRY)
    theirs = an_entry("claim", at(minutes=3), seq=21, of=str(other.id), sentence=DRY, stand="open")
    found = claims_of([*BASE, other, a_claim(5, stand="opinion"), theirs], {})
    assert [(c.of, c.stand) for c in found] == [(REVIEW.id, "opinion"), (other.id, "open")]


def test_proof_that_stays_is_not_named_and_a_sentence_without_any_is_left_out():
    claims = (a_claim(5, proofs=(FILE, MAIL)), a_claim(6, HOURS, "for", (MAIL,)),
              a_claim(7, "Never again.", "opinion"))  # fmt: skip
    told = [REVIEW, FILE, *claims]
    found = leaving_claims(told, {FILE.id: "E1"})
    assert [(c.sentence, [p.label for p in c.proofs]) for c in found] == [
        (DRY, ["E1"]),
        ("Never again.", []),
    ]
    assert leaving_claims([FILE, MAIL, *claims], {}) == ()


def test_a_proof_that_was_taken_back_does_not_count():
    undo = an_entry("amendment", at(minutes=8), seq=8, rel="retracts", refs=(FILE,))
    log = [s.entry for s in settle([*BASE, a_claim(5, proofs=(FILE, MAIL)), undo])]
    (found,) = claims_of(log, LABELS)
    assert [proof.entry for proof in found.standing] == [MAIL.id]
    assert found.proofs[1] == Proof(FILE.id, "E1", "", "away")
    assert leaving_claims(log, LABELS)[0].proofs == found.standing


def test_an_exhibit_without_its_file_proves_nothing():
    hollow = FILE._replace(fields={"how": "photo"})
    log = [REVIEW, hollow, a_claim(5, proofs=(FILE,))]
    (found,) = claims_of(log, LABELS)
    assert (found.proofs, found.standing) == ((Proof(FILE.id, "E1", "record", "erased"),), ())
    assert leaving_claims(log, LABELS) == ()


def test_what_was_erased_of_a_claim_is_missing_and_no_fault():
    odd = [
        a_claim(5)._replace(fields={}),
        a_claim(6)._replace(fields={"of": str(REVIEW.id), "sentence": DRY}),
        a_claim(7, HOURS)._replace(fields={"of": str(REVIEW.id), "sentence": HOURS, "proofs": "x",
                                           "place": "y", "stand": "z", "text": 5}),
    ]  # fmt: skip
    found = claims_of([*BASE, *odd], LABELS)
    assert [(c.stand, c.proofs, c.text) for c in found] == [("open", (), None), ("open", (), "5")]


ENTRIES = st.lists(
    st.tuples(st.sampled_from((DRY, HOURS, "Gone.")), st.sampled_from(STANDS), st.integers(0, 3)),
    max_size=8,
)


@given(said=ENTRIES, chance=st.randoms(use_true_random=False))
def test_the_order_in_which_entries_arrive_does_not_matter(said, chance):
    log = [*BASE, *(a_claim(10 + n, s, stand, BASE[:k]) for n, (s, stand, k) in enumerate(said))]
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert claims_of(shuffled, LABELS) == claims_of(log, LABELS)
    latest = {sentence: stand for sentence, stand, _ in said}
    assert {c.sentence: c.stand for c in claims_of(log, LABELS)} == latest
    assert all(c.current is (c.sentence != "Gone.") for c in claims_of(log, LABELS))


def test_the_first_entry_names_a_review():
    (said,) = reviews_of([REVIEW])
    assert said.id == EntryId(LOG, 1)
    assert len(said.sentences) == 3
