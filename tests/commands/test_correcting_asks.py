"""amend in the editor, and amend where words are missing."""

from tests.commands.answered import written


def test_edit_with_the_text_unchanged_writes_nothing(run, machine):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    machine.edited = "It was dry."
    assert "Nothing was changed" in run("amend", "--edit", code=1).err
    machine.edited = "It was very dry."
    run("amend", "--edit")
    assert machine.edits == ["It was dry.", "It was dry."]
    machine.edited = "It was very dry."
    assert "Nothing was changed" in run("amend", "--edit", code=1).err
    assert machine.edits[-1] == "It was very dry."


def test_a_quote_without_its_words_is_asked_for(run, machine, answers):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    assert "--quote" in run("amend", "--quote", code=2).err
    asked = answers("Pay, or else")
    run("amend", "--quote")
    assert "Their exact words, for entry" in asked[-1]
    assert written(run, machine)[0]["quote"] == "Pay, or else"


def test_a_correction_that_says_nothing_asks_what_is_wrong(run, machine, answers):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    asked = answers("the text", "It was very dry.")
    run("amend")
    assert "What is wrong in entry 3?" in asked[0]
    assert "so far: It was dry." in asked[1]
    answers("threat", "hinted")
    run("amend", "3")
    answers("the day", "the day before everything", "yesterday")
    assert "before everything" in run("amend", "3").err
    entry = written(run, machine)[0]
    assert (entry["text"], entry["threat"]) == ("It was very dry.", "veiled")
    assert entry["happened_at"]["precision"] == "day"


def test_a_correction_that_says_nothing_names_the_plain_form_in_a_script(run):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    assert "reviewlog amend 3 'the right text'" in run("amend", code=2).err
    assert "“99”" in run("amend", "99", code=4).err


def test_the_text_may_be_named_like_the_rest(run, machine):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    run("amend", "--text", "It was very dry.")
    assert written(run, machine)[0]["text"] == "It was very dry."
