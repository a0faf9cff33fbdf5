import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.playbook.strict import TOO_LARGE, read_strictly


def lines(text):
    return [line for line, *_ in read_strictly(text).faults]


def test_texts_numbers_lists_and_mappings_are_read():
    document = read_strictly("a: one\nb: 2\nc:\n  - 'no'\n  - d: \"1.5\"\n")
    assert document.data == {"a": "one", "b": 2, "c": ["no", {"d": "1.5"}]}
    assert document.faults == []
    assert document.place(("c", 1, "d")) == (5, 8)
    assert document.place(("c", 7, "x")) == (3, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark\n", "---\n"])
def test_an_empty_file_is_an_empty_mapping(text):
    document = read_strictly(text)
    assert (document.data in ({}, ""), len(document.faults) <= 1) == (True, True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a:\n  b: 1\n  b: 2\n", 3),
        ("a: x\nb: yes\n", 2),
        ("a: off\n", 1),
        ("a: 2026-11-21\n", 1),
        ("\n\na: 1.5\n", 3),
        ("a: .inf\n", 1),
        ("a: ~\n", 1),
        ("b: x\na:\n", 2),
        ("a: [x, null]\n", 1),
        ("a: &x 1\n\nb: *x\n", 3),
        ("a: !!python/object:os.system x\n", 1),
        ("a: !mine x\n", 1),
        ("a: 0x1F\n", 1),
        ("a: 0b11\n", 1),
        ("a: 010\n", 1),
        ("a: 1_000\n", 1),
        ("x: 1\na: 1:30\n", 2),
        ("a: !!int x\n", 1),
        ("a: " + "1" * 5000 + "\n", 1),
        ("a: x\n\tb: y\n", 2),
        ("a: 'x\n", 2),
        ("a: [x\n", 2),
        ("a: x\n--- \nb: y\n", 2),
        ("a\n\x01b\n", 2),
        ("\x00\x01\x02", 1),
        ("a: x\nb: '\udcff'\n", 2),
        ("[" * 500 + "]" * 500, 1),
        ("[" * 120_000 + "]" * 120_000, 1),
        ("? [a]\n: 1\n", 1),
    ],
)
def test_a_fault_names_its_line(text, line):
    assert lines(text)[:1] == [line]


def test_all_faults_are_told_at_once():
    assert lines("a: yes\nb: 1.5\nb: 2026-11-21\n") == [1, 2, 3]


def test_a_file_over_the_cap_is_not_read():
    assert read_strictly("a: x\n" + "# x\n" * 75_000).faults == [TOO_LARGE]


@given(st.text(max_size=60) | st.text(alphabet="ab:-[]{}#&*!|>'\"%@`?,\n \t01.~<=", max_size=60))
def test_no_text_breaks_it(text):
    document = read_strictly(text)
    assert document.data is not None or document.faults


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: yes\n", (1, 4)),
        ("a:\n  - x\n  - [y, no]\n", (3, 9)),
        ("  a: x\n  a: y\n", (2, 3)),
        ("ä: [ö, off]\n", (1, 8)),
        ("a: x\nb: !mine y\n", (2, 4)),
        ("a: !mine [x]\n", (1, 4)),
        ("a: !!set {x}\n", (1, 4)),
        ("\ufeffa: yes\n", (1, 4)),
        ("a: 'x\udcff'\n", (1, 6)),
        ("a: =\n", (1, 4)),
        ("a:\n", (1, 3)),
    ],
)
def test_a_fault_names_its_column(text, place):
    assert read_strictly(text).faults[0][:2] == place


def test_keys_and_values_have_places_of_their_own():
    document = read_strictly("a: x\nlist:\n  - b: y\n    deep: {c: z}\n")
    assert (document.key_place(("a",)), document.place(("a",))) == ((1, 1), (1, 4))
    assert document.place(("list",)) == document.key_place(("list",)) == (2, 1)
    assert document.place(("list", 0)) == (3, 5)
    assert document.place(("list", 0, "deep")) == (4, 5)
    assert document.place(("list", 0, "deep", "c")) == (4, 15)


def test_a_long_wrong_text_is_shortened():
    (fault,) = read_strictly(f"a: 0x{'1' * 500}\n").faults
    assert len(fault.text) < 140


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("why: 'It's late'\n", "ends at the apostrophe; put double ones"),
        ("a: ['It's late', 'x']\n", "ends at the apostrophe; put double ones"),
        ("a: {b: 'It's late'}\n", "ends at the apostrophe; put double ones"),
        ("a: x\n---\nb: y\n", "Only one document may stand in a file"),
        ("a: x\n...\nb: y\n", "Only one document may stand in a file"),
        ("a: [b c\nd: e\n", "is expected here"),
    ],
)
def test_what_yaml_cannot_read_is_told_in_plain_words(text, said):
    (fault,) = read_strictly(text).faults
    assert said in fault.text
