"""The check that shows the twin of a text."""

from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case, Earlier
from reviewlog.reply.checks.copied import similar
from reviewlog.reply.similarity import words_of
from reviewlog.reply.words import read

TEXT = "Thank you for your kind words, Dana. We hope to see you again at the bakery soon."


def found(text, *earlier, most=80):
    rule = Rule("copy-paste", "", "", "warn", (), check="similar", most=most)
    texts = tuple(Earlier(str(n), words_of(one)) for n, one in enumerate(earlier, 31))
    return list(similar(rule, read(text), Case((rule,), earlier=texts)))


def test_a_text_that_swaps_the_name_is_a_copy_and_its_twin_is_told():
    (one,) = found(
        TEXT, "Nothing like it, this one is about a cold soup.", TEXT.replace("Dana", "Lee")
    )
    assert one.twin == "32"
    assert one.said.startswith("94 percent")
    assert one.spans == ()


def test_a_text_of_its_own_is_none():
    assert found("The tart was burnt, Lee, and I am sorry: the oven runs hot.", TEXT) == []


def test_the_rule_says_how_much_is_too_much():
    half = "Thank you for your kind words, Dana. The tart was not burnt by us at all, though."
    assert found(half, TEXT) == []
    assert found(half, TEXT, most=40) != []
    assert found(TEXT, TEXT.replace("Dana", "Lee"), most=95) == []


def test_without_a_number_eighty_percent_are_too_much():
    assert found(TEXT, TEXT.replace("Dana", "Lee"), most=None) != []


def test_without_earlier_texts_there_is_no_copy():
    assert found(TEXT) == []


def test_an_old_text_in_another_order_is_told_in_other_words():
    parts = [
        "The icing tasted of soap, and I should have tried it before it left.",
        "Our driver now has the numbers of all whom he brings something.",
        "Please call the bakery in the morning and ask for me, Ann.",
    ]
    (one,) = found(" ".join(reversed(parts)), " ".join(parts))
    assert one.twin == "31"
    assert one.said == "100 percent stand there word for word, in pieces"
