"""How much of a text stood in an earlier one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.reply.case import Earlier
from reviewlog.reply.similarity import SKETCH, alike, is_nearly_same, nearest, rearranged, words_of

TEN = "one two three four five six seven eight nine ten"
LETTER = (
    "Dear Dana, thank you for telling us. The cake came late and that was our mistake. We have"
    " changed the round of our driver. Please ask for me, Ann."
)


def earlier(*texts):
    return tuple(Earlier(str(n), words_of(text)) for n, text in enumerate(texts, 1))


def twin(text, *texts, at_least=80):
    found = nearest(words_of(text), earlier(*texts), at_least)
    return found and (found[0].entry, found[1])


def test_a_text_is_kept_as_its_words_and_they_cannot_be_read():
    kept = words_of("Thank you, Dana!")
    assert len(kept) == SKETCH + 3 * 4
    assert b"hank" not in kept
    assert kept == words_of("thank you - dana") == words_of("THANK you Dána")
    assert kept != words_of("Thank you, Dora!")


def test_the_same_text_is_its_twin():
    assert twin(LETTER, "Something else that has more than eight words in it.", LETTER) == (
        "2",
        100,
    )


def test_another_name_makes_no_other_text():
    assert twin(LETTER.replace("Dana", "Mister Lee"), LETTER) == ("1", 94)


@pytest.mark.parametrize(
    "changed", ["THANK YOU", "Th\u0430nk y\u043eu", "Thank\u200b you", "thank  you"]
)
def test_capitals_look_alikes_and_blanks_make_no_other_text(changed):
    assert twin(LETTER.replace("thank you", changed), LETTER) == ("1", 100)


@pytest.mark.parametrize(
    ("replaced", "percent"), [(0, 100), (1, 90), (2, 80), (3, None), (10, None)]
)
def test_the_threshold_is_exact(replaced, percent):
    """Of two texts of ten words that share eight in order exactly 80 percent are the same."""
    words = TEN.split()
    changed = [f"other{n}" if n < replaced else word for n, word in enumerate(words)]
    assert twin(" ".join(changed), TEN) == (percent and ("1", percent))


def test_words_in_another_order_are_another_text():
    assert twin(" ".join(reversed(TEN.split())), TEN) is None


def test_a_word_that_is_said_often_counts_as_often():
    assert twin("very " * 20, "very very good cake that we had on a nice day") is None


@pytest.mark.parametrize("text", ["", "!!!", "Thank you, Dana.", "Thank you so much, we are glad."])
def test_a_thank_you_is_no_copy(text):
    assert twin(text, text) is None


def test_eight_words_are_enough():
    assert twin("Thank you so very much, we are glad.", "Thank you so very much; we are glad") == (
        "1",
        100,
    )


def test_of_several_the_nearest_is_told_and_of_the_same_the_first():
    far, near = LETTER.replace("Dana", "Mister Lee"), LETTER.replace("Ann", "Kim")
    assert twin(LETTER, far, near, near) == ("2", 96)
    assert twin(LETTER, near, near) == ("1", 96)


FIRST, SECOND, THIRD = (
    "The cake came two hours late that day and nobody rang to tell you.",
    "Our driver now has the numbers of all whom he brings something.",
    "Please call the bakery in the morning and ask for me, Ann.",
)


def pieced(text, *texts, at_least=80):
    found = rearranged(words_of(text), earlier(*texts), at_least)
    return found and (found[0].entry, found[1])


def test_sentences_that_changed_places_are_a_copy():
    said = f"{FIRST} {SECOND} {THIRD}"
    assert twin(f"{THIRD} {FIRST} {SECOND}", said) is None
    assert pieced(f"{THIRD} {FIRST} {SECOND}", LETTER, said) == ("2", 100)


def test_an_old_text_with_new_sentences_around_it_is_a_copy():
    new = "The icing tasted of soap as well, and that was a new sort which we have sent back."
    said = f"{FIRST} {SECOND} {THIRD}"
    assert pieced(f"{new} {said} {new}", said) == ("1", 100)


def test_one_sentence_in_common_is_no_copy():
    assert pieced(f"{FIRST} {SECOND} {THIRD}", f"{LETTER} {THIRD}") is None


def test_pieces_of_a_short_text_are_none():
    assert pieced(f"{FIRST} {SECOND} {THIRD}", THIRD) is None
    assert pieced("", "") is None
    assert pieced(FIRST) is None


def test_two_versions_are_nearly_the_same():
    assert alike(TEN, TEN + " eleven") == 95
    assert is_nearly_same(TEN, TEN + " eleven")
    assert is_nearly_same(TEN, TEN.replace("ten", "last"))
    assert not is_nearly_same(TEN, TEN.replace("nine ten", "and last"))
    assert is_nearly_same("", "!")


WORDS = st.lists(st.sampled_from("abcdefghijk"), min_size=0, max_size=30)


def shared(one, other):
    """Return the length of the longest common subsequence, by the book."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = list(row)
        for n, b in enumerate(other):
            row[n + 1] = before[n] + 1 if a == b else max(before[n + 1], row[n])
    return row[-1]


@given(WORDS, st.lists(WORDS, max_size=6), st.integers(1, 100))
def test_the_sketch_loses_no_twin(words, others, at_least):
    """What is found is what a comparison of every text with every other finds."""
    found = nearest(words_of(" ".join(words)), earlier(*map(" ".join, others)), at_least)
    scores = [
        200 * shared(words, other) // (len(words) + len(other))
        if min(len(words), len(other)) >= 8
        else -1
        for other in others
    ]
    best = max(scores, default=-1)
    expected = (str(scores.index(best) + 1), best) if best >= at_least else None
    assert (found and (found[0].entry, found[1])) == expected


def test_few_of_many_texts_are_compared_word_by_word(monkeypatch):
    """Work is counted, not timed: of a thousand other texts the sketch lets hardly one through."""
    from rapidfuzz.distance import Indel

    calls = []
    real = Indel.distance

    def counted(*said, **more):
        calls.append(said)
        return real(*said, **more)

    monkeypatch.setattr(Indel, "distance", counted)
    texts = [" ".join(f"w{(n * 7 + i * i) % 900}" for i in range(60)) for n in range(1000)]
    found = nearest(words_of(texts[10] + " and more"), earlier(*texts), 80)
    assert found is not None
    assert found[0].entry == "11"
    assert len(calls) < 50
