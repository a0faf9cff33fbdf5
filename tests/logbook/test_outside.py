"""What leaves for somebody outside: sentences with marks, nothing replaced, nothing unproved."""

import pytest

from reviewlog.logbook.said import Capture, Posted
from reviewlog.logbook.sharing.redacting import Choice, named
from tests.builders import said

TEXT = (
    "I saw Dr. Kovacs. It was bad! Call 07700. 900456 now. The cake of Zoltan. Kovacs was dry. Bye."
)
SENTENCES = ("I saw Dr. Kovacs.", "It was bad!", "Call 07700.", "900456 now.",
             "The cake of Zoltan.", "Kovacs was dry.", "Bye.")  # fmt: skip
HIDE = ("07700. 900456", "Zoltan. Kovacs")


@pytest.fixture
def book(logbook):
    logbook.settings |= {"trade": "bakery"}
    logbook.log(said("Dana", "hello"))
    logbook.review("1", Posted("google", 1, TEXT, "Tiger", None, None))
    return logbook


def claim(book, sentence, stand="open", proofs=(), text=None):
    review = book.view("1").facts.reviews[0].first
    fields = {"of": str(review.id), "sentence": sentence, "place": 1, "stand": stand,
              "proofs": [str(p.id) for p in proofs], "text": text}  # fmt: skip
    return book.write("1", "claim", fields).main


def told(book, reader="google", *hide, without=()):
    return book.dossier("1", reader, Choice(without, named(hide)))


def fields_of(dossier, kind):
    return [t.fields for t in dossier.timeline if t.settled.entry.kind == kind]


def attach(book, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(name.encode())
    return book.attach("1", (path,), None, None, Capture(how="document")).main


def test_words_hidden_across_the_end_of_a_sentence_are_in_no_claim(book):
    for sentence in SENTENCES:
        claim(book, sentence, "opinion")
    for reader in ("google", "lawyer"):
        dossier = told(book, reader, *HIDE)
        assert [(c.sentence, c.current) for c in dossier.claims] == [
            ("I saw Dr. Kovacs.", True),
            ("It was bad!", True),
            ("Call [telephone number left out]", True),
            ("[telephone number left out] now.", True),
            ("The cake of [left out]", True),
            ("[left out] was dry.", True),
            ("Bye.", True),
        ]
        said_of_it = str([s.redacted for s in dossier.sealed]) + str(
            [f["sentence"] for f in fields_of(dossier, "claim")]
        )
        assert "07700" not in said_of_it
        assert "900456" not in said_of_it


def test_a_sentence_whose_neighbour_loses_its_end_is_still_in_the_review(book):
    claim(book, "It was bad!", "opinion")
    claim(book, "Call 07700.", "opinion")
    first, second = told(book, "lawyer", "Kovacs. It").claims
    assert (first.sentence, first.current) == ("[left out] was bad!", True)
    assert (second.sentence, second.current) == ("Call 07700.", True)


def test_a_sentence_that_is_gone_is_said_to_be_gone_to_a_lawyer_only(book):
    claim(book, "Bye.", "opinion")
    claim(book, "I saw Dr. Kovacs.", "opinion")
    changed = Posted("google", 1, "All new, of Kovacs.", None, None, None)
    book.review("1", changed._replace(state="changed"))
    assert told(book).claims == ()
    assert fields_of(told(book), "claim") == []
    assert [(c.sentence, c.current) for c in told(book, "lawyer", "new").claims] == [
        ("Bye.", False),
        ("I saw Dr. Kovacs.", False),
    ]
    # What is left of it would also stand in the new text: it must not be said to.
    (found,) = told(book, "lawyer", "Kovacs", "I saw Dr.", "Bye.").claims
    assert (found.sentence, found.current) == ("[left out]. [left out].", False)


def test_a_site_gets_the_claim_and_the_ground_that_stand(book):
    for stand in ("open", "for", "opinion"):
        claim(book, "Bye.", stand, text=stand)
    for ground in ("spam", "off-topic", "conflict"):
        book.write("1", "dispute", {"state": "chosen", "site": "google", "ground": ground,
                                    "ground_name": ground, "of": None,
                                    "fields": {"Name": "Cake"} if ground == "spam" else None})  # fmt: skip
    dossier = told(book)
    assert [f["text"] for f in fields_of(dossier, "claim")] == ["opinion"]
    assert [f.get("ground") for f in fields_of(dossier, "dispute")] == [None, "conflict"]
    assert dossier.dispute.own_fields == {"Name": "Cake"}
    assert len(fields_of(told(book, "lawyer"), "dispute")) == 3
    assert len(fields_of(told(book, "lawyer"), "claim")) == 2


def test_what_names_an_exhibit_that_stays_does_not_leave(book, tmp_path):
    first, second = attach(book, tmp_path, "a.txt"), attach(book, tmp_path, "b.txt")
    claim(book, "Bye.", "against", (first,), "see E1")
    claim(book, "It was bad!", "against", (first, second))
    book.write("1", "dispute", {"state": "sent", "site": "google", "exhibits": ["E1", "E2"]})
    assert fields_of(told(book), "dispute")[0]["exhibits"] == ["E1", "E2"]
    dossier = told(book, without=("E1",))
    assert "exhibits" not in fields_of(dossier, "dispute")[0]
    assert [f["sentence"] for f in fields_of(dossier, "claim")] == ["It was bad!"]
    assert "see E1" not in str(fields_of(dossier, "claim"))


def test_the_hash_of_a_redacted_original_goes_to_no_site(book, tmp_path):
    path = tmp_path / "c.txt"
    path.write_bytes(b"c")
    attach(book, tmp_path, "a.txt")
    book.attach("1", (path,), None, None, Capture(how="document", redacts="E1"))
    assert "parent" not in fields_of(told(book), "evidence")[0]
    assert fields_of(told(book, "lawyer"), "evidence")[0]["parent"]
