"""Of what is wrong in a file of rules the place is told and the likely right word, all at once."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.playbook.replies.reading import read_own, read_shipped
from tests.playbook.replies.test_reading import SHIPPED, TEXT, read


@pytest.mark.parametrize(
    ("old", "new", "line", "hint"),
    [
        ("title: It is", "titel: It is", 4, "“title”"),
        ("    why: They are customers of ours.\n", "", 3, "“why” is missing"),
        ("level: stop", "level: warning", 5, "“warn”"),
        ("media: [public]", "media: [publik]", 9, "“public”"),
        ("verdicts: right", "verdicts: rihgt", 10, "“right”"),
        ("trade: other", "trade: health", 11, "strict, other"),
        ("trade: other", "check: reason", 11, "“reasons”"),
        ("trade: other", "most: 3", 11, "counts"),
        ("trade: other", "forbidden_as: offer", 11, "“offers”"),
        ("trade: other", 'only_forbidden: "yes"', 11, "“forbidden_as” is missing"),
        ("trade: other", "never: wall", 11, "“never”"),
        ("source: [our own rule, N6]", "source: [N12]", 6, "N1 to N9"),
        ("phrases: [bakery, the shop next door]", "phrases: []", 3, "“phrases” is missing"),
        ("phrases: [bakery, the", "phrases: [bak ... ..., the", 12, "bak ... ..."),
        ("unless: [our bakery]", "unless: ['[our]']", 13, "[our]"),
        ("[bakery, the shop next door]", "\n      - bakery # x\n      - the", 13, "quotation marks"),
        ("bad: [Go to the bakery., {text: The shop next door is worse., marks: shop next door}]",
         "bad: []", 14, "at least one text"),
        ("marks: shop", "mark: shop", 14, "“marks”"),
        ("marks: shop next door", "marks: [shop, ' ']", 14, "Nothing stands here"),
        ("given: {medium: public", "given: {medum: public", 15, "“medium”"),
        ('may_ask: "yes"', "may_ask: yess", 15, "“yes”"),
        ("why: They are customers of ours.", "why: yes", 7, "quotation marks"),
        ("bad: [Leider aber.]", "bad: [yes]", 21, "quotation marks"),
        ("  - rule: but", "  - rule: butt", 17, "“but”"),
        ("lists: {dates:", "lists: {date:", 20, "“dates”"),
        ("lists: {dates:", "lists: {paid:", 20, "Known: dates"),
        ("    phrases: [aber]\n", "", 17, "“phrases” is missing"),
        ("    bad: [Leider aber.]\n", "", 17, "“bad” needs at least one"),
        ("rule: length", "rule: lenght", 24, "“length”"),
        ("rule: length", "rule: legal-threat", 24, "“legal-threat” stands above every file"),
        ("rule: length", "rule: neighbour", 24, "of your own"),
        ("level: note", "level: warn", 24, "already"),
        ("level: note", "level: of", 24, "“off”"),
        (", because: Our stories are long.", "", 24, "“because” is missing"),
        ("because: Our stories are long.", "because: ' '", 24, "empty"),
        ("id: neighbour", "id: but", 3, "“soften”"),
        ("language: de", "language: deutsch", 1, "two small letters"),
        ("language: de\n", "", 1, "“language” is missing"),
        ("soften:", "softens:", 23, "“soften”"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line_and_the_likely_right_word(old, new, line, hint):
    assert old in TEXT
    found = read(TEXT.replace(old, new))
    assert found.form is None
    assert any(f.line == line and hint in f.text for f in found.faults), found.faults


@pytest.mark.parametrize(
    "phrases",
    ["[bakery, shop] # ours", '\n      - "bakery # 5" # ours', "\n      # all\n      - shop"],
)
def test_a_remark_behind_other_things_is_none_of_a_phrase(phrases):
    assert read(TEXT.replace("[bakery, the shop next door]", phrases)).faults == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("    trade: other\n", "    weather: fine\n", 11,
         "“weather” is not a key that belongs here. Known: instead, phrases, unless, lists, bad,"
         " good, id, title, level, why, source, media, check, most, verdicts, trade, forbidden_as,"
         " only_forbidden, never."),
        ("    phrases: [aber]\n", "    phrases: [aber]\n    dates: [x]\n", 20,
         "“dates” belongs under “lists”, as “lists: {dates: […]}”."),
        ("soften:\n  - {rule: length, level: note, because: Our stories are long.}\n",
         "soften:\n  length: {level: note, because: x}\n", 23,
         "soften: a list is expected, each with a dash in front: “- rule: but”."),
        ("    bad: [Leider aber.]\n", "    bad: {text: Leider aber.}\n", 21,
         "bad: a list is expected, each with a dash in front: “- text: Sorry, but no.”."),
        ("    good: [Ja.]\n", "", 17,
         "“good” needs at least one text that is near it and fine: it is the rule's own test."),
        ("    title: Ein aber.\n    phrases: [aber]\n    lists: {dates: [jedoch]}\n", "", 17,
         "“phrases” is missing: “but” has some."),
    ],
)  # fmt: skip
def test_a_fault_tells_what_can_stand_there_once(old, new, line, said):
    assert old in TEXT
    found = read(TEXT.replace(old, new))
    assert [fault.text for fault in found.faults if fault.line == line] == [said]


def test_all_faults_are_told_at_once_also_those_that_take_two_places():
    text = TEXT.replace("title: It is", "titel: It is").replace("rule: but", "rule: butt")
    text = text.replace("rule: length", "rule: legal-threat")
    text = text.replace("    why: They are customers of ours.\n", "")
    assert [fault.line for fault in read(text).faults] == [3, 3, 4, 16, 23]


@pytest.mark.parametrize(
    ("again", "hint"),
    [
        ("rules:\n  - id: neighbour\n", "“neighbour” stands in mine.yaml already"),
        ("translates:\n  - rule: but\n", "“de” in mine.yaml already"),
        ("translates:\n  - rule: neighbour\n", "“de” in mine.yaml already"),
        ("soften:\n  - rule: length\n", "“length” stands in mine.yaml already"),
    ],
)
def test_of_two_files_that_say_the_same_thing_the_later_is_told(again, hint):
    reads = read_own({"mine": TEXT, "other": f"language: de\n{again}"}, SHIPPED)
    assert [one.name for one in reads if one.form] == ["mine"]
    assert any(hint in fault.text for fault in reads[1].faults), reads[1].faults


SOFT = "language: en\nsoften:\n  - {rule: length, level: note, because: We like stories.}\n"


@pytest.mark.parametrize("wrong", ["titel: x\n", "rules: [\n"])
def test_what_a_faulty_file_says_bars_no_sound_one(wrong):
    reads = read_own({"a": SOFT + wrong, "ours": SOFT}, SHIPPED)
    assert [one.name for one in reads] == ["a", "ours"]
    assert [one.name for one in reads if one.form] == ["ours"]
    assert reads[1].faults == ()
    assert reads[0].faults


def test_a_faulty_file_is_told_too_what_a_sound_one_says_already():
    reads = read_own({"a": SOFT + "titel: x\n", "ours": SOFT}, SHIPPED)
    assert any("stands in ours.yaml already" in fault.text for fault in reads[0].faults)


def test_a_file_that_another_one_bars_bars_no_third_one():
    both = SOFT + "  - {rule: but, level: note, because: We are Scots.}\n"
    third = SOFT.replace("length", "but")
    reads = read_own({"a": SOFT, "b": both, "c": third}, SHIPPED)
    assert [one.name for one in reads if one.form] == ["a", "c"]


def test_the_frequent_words_of_a_language_are_told_once():
    text = f"language: gd\ncommon: [{', '.join(f'w{n}' for n in range(20))}]\n"
    reads = read_own({"mine": text, "other": text}, SHIPPED)
    assert [fault.text for one in reads for fault in one.faults] == [
        "The frequent words of “gd” stand in mine.yaml already."
    ]


ENGLISH = [
    "the",
    "and",
    "to",
    "of",
    "a",
    "i",
    "in",
    "was",
    "is",
    "it",
    "you",
    "that",
    "for",
    "we",
    "my",
    "our",
    "were",
    "with",
    "not",
    "this",
]
ODD = [f"w{n}" for n in range(20)]


@pytest.mark.parametrize(
    ("language", "common", "said"),
    [
        ("xx", ENGLISH, "Most of these words are English."),
        ("xx", [*ENGLISH, *ODD[:6]], "Most of these words are English."),
        ("xx", [*ENGLISH, *ODD[:8]], ""),
        ("gd", ODD, ""),
        ("de", ODD, "The program knows German by itself; leave “common” out."),
    ],
)
def test_frequent_words_take_no_text_from_a_language_that_the_program_knows(language, common, said):
    quoted = ", ".join(f'"{one.title()}"' for one in common)
    faults = read(f"language: {language}\ncommon: [{quoted}]\n").faults
    assert [fault.text for fault in faults] == ([said] if said else [])
    assert all(fault[:2] == (2, 1) for fault in faults)


def test_a_rule_has_its_words_in_its_own_language_already():
    text = TEXT.replace("language: de", "language: en")
    (fault,) = read(text).faults
    assert fault[:2] == (17, 11)
    assert "“but” has its words in “en” already" in fault.text


def test_a_file_may_translate_the_rule_of_another_file():
    other = "language: fr\ntranslates:\n  - {rule: neighbour, phrases: [x], bad: [x], good: [y]}\n"
    reads = read_own({"mine": TEXT, "other": other}, SHIPPED)
    assert [one.faults for one in reads] == [(), ()]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("    source: [our own rule, N6]\n", "", "“source” is missing"),
        ("source: [our", "never: wall\n    source: [our", ""),
        ("level: stop", "level: warn\n    never: wall", "“stop”"),
        ("soften: []", "soften: [{rule: neighbour, level: note, because: x}]", "where they stand"),
    ],
)
def test_a_file_of_the_program_says_more_and_tries_harder(old, new, hint):
    head, _, _ = TEXT.partition("translates:")
    text = head.replace("bad: [", "bad: [A bakery., ").replace("good: [", "good: [Bread., ")
    text += "soften: []\n"
    assert old in text
    (found,) = read_shipped({"de": text.replace(old, new)})
    assert [hint in fault.text for fault in found.faults] == ([True] if hint else [])


def test_three_texts_try_a_rule_of_the_program():
    head, _, _ = TEXT.partition("translates:")
    (found,) = read_shipped({"de": head})
    assert ["at least 3" in fault.text for fault in found.faults] == [True, True]


@given(
    cut=st.integers(0, len(TEXT)), put=st.text(alphabet=":{}[]-\"' \n#abc\x85\u2028", max_size=4)
)
def test_whatever_is_in_a_file_it_is_read_or_refused_with_a_place(cut, put):
    text = TEXT[:cut] + put + TEXT[cut + len(put) :]
    found = read(text)
    assert (found.form is None) == bool(found.faults)
    for line, column, said in found.faults:
        assert 1 <= line <= len(text.splitlines()) + 2
        assert column >= 1
        assert said


@example({"language": [], "common": 1})
@given(st.recursive(st.text(max_size=5) | st.integers(0, 9),
                    lambda part: st.lists(part, max_size=3)
                    | st.dictionaries(st.sampled_from(
                        ["language", "rules", "translates", "soften", "id", "rule", "bad", "good",
                         "lists", "source", "check", "level", "common", "phrases", "given"]),
                        part, max_size=4), max_leaves=12))  # fmt: skip
def test_whatever_shape_a_file_has_it_is_judged(shape):
    found = read(json.dumps(shape))
    assert (found.form is None) == bool(found.faults)
