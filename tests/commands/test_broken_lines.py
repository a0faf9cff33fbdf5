"""A line that its quotation marks did not hold together: nothing is proposed that falsifies it."""

import pytest

# What a shell makes of: amend 1 --quote 'I'll give you one star if you don't refund me $240'
TORN = ("Ill", "give", "you", "one", "star", "if", "you", "dont refund me $240")


@pytest.fixture(autouse=True)
def incident(call):
    call()


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        (("amend", "1", "--quote", *TORN), "reviewlog amend 1 --quote"),
        (("amend", "business", "Maria bakes"), "reviewlog amend"),
        (("amend", "1", *TORN), "reviewlog amend 1"),
        (("note", "1", *TORN), "reviewlog note 1"),
        (("log", *TORN, "--who", "Dana"), "reviewlog log"),
        (("log", "she", "rang", "--quote", "Ill dont"), "reviewlog log --quote"),
        (("log", "--at", "yesterday", "she", "rang"), "reviewlog log"),
        (("demand", "1", *TORN), "reviewlog demand 1"),
        (("attempt", "1", *TORN), "reviewlog attempt 1"),
    ],
)
def test_a_torn_text_is_asked_for_and_no_line_joins_it(run, typed, asks):
    said = run(*typed, code=2).err
    assert said.splitlines()[-1].strip() == asks
    assert "apostrophe" in said
    assert "Nothing was written" in said


@pytest.mark.parametrize(
    "typed",
    [("close", "1", *TORN), ("attempt", "1", "delivered", *TORN), ("assess", "1", "right", *TORN),
     ("demand", "1", "--decline", "--at", "now", *TORN)],
)  # fmt: skip
def test_no_verb_is_proposed_that_would_do_something_else_without_its_text(run, typed):
    said = run(*typed, code=2).err
    assert "reviewlog" not in said
    assert r"'\''" in said


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("amend", "1", "She", "was", "mad"), "reviewlog amend 1 'She was mad'"),
        (("NOTE", "1", "she", "rang"), "reviewlog NOTE 1 'she rang'"),
        (("note", "1", "1", "cake"), "reviewlog note 1 '1 cake'"),
        (("log", "it", "fell", "--who", "Da na"), "reviewlog log 'it fell' --who 'Da na'"),
        (("attempt", "1", "offered", "a", "cake"), "reviewlog attempt 1 offered 'a cake'"),
    ],
)
def test_plain_loose_words_are_joined(run, typed, line):
    assert line in run(*typed, code=2).err


def test_a_swallowed_digit_of_a_sum_is_told(run):
    said = run("demand", "1", "wants the full $240 back", "--amount", "40").out
    assert "--amount '240'" in " ".join(said.split())
    said = run("attempt", "1", "offered", "$50 back", "--cost", "0").out
    assert "--cost '50'" in " ".join(said.split())
    assert "a shell" not in run("demand", "1", "half of 240", "--amount", "120").out
