"""Which incident, which step, which state: asked or taught where a word is missing or another's."""

import pytest

from tests.commands.answered import begins, kept


@pytest.fixture
def two(run):
    """Two open incidents and a closed one."""
    for who in ("Dana Smith", "Robin Vale", "Ann Lee"):
        run("log", "It was dry.", "--who", who, "--threat", "none")
    run("close", "3")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("said", "who"), [("1", "Dana Smith"), ("2", "Robin Vale"), ("rob", "Robin Vale"),
                      ("3", "Ann Lee"), ("ann lee", "Ann Lee")],
)  # fmt: skip
def test_an_incident_that_is_not_named_is_asked_for(run, answers, said, who):
    asked = answers(said)
    assert f": {who} (" in run("show").out
    assert begins(asked) == ["Which incident?"]
    assert "  1  Dana Smith, open" in asked[0]
    assert "  2  Robin Vale, open" in asked[0]
    assert "Ann Lee" not in asked[0]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("line", "more"),
    [
        (("demand", "--amount", "20"), ()),
        (("promise", "-q"), ("A cake", "friday")),
        (("note",), ("It was the new baker.",)),
        (("snooze",), ("friday",)),
        (("close", "--outcome", "unresolved"), ()),
    ],
    ids=lambda said: said[0] if said else "",
)
def test_it_is_asked_before_all_else(run, answers, line, more):
    asked = answers("2", *more)
    assert "2" in run(*line).out
    assert begins(asked)[0] == "Which incident?"
    assert len(asked) == 1 + len(more)


@pytest.mark.usefixtures("two")
def test_the_other_incident_of_a_link_is_asked_for_too(run, answers):
    asked = answers("1", "2", "The same order number")
    run("link")
    answers("2", "The same order number")
    run("link", "1")
    assert begins(asked)[-2:] == ["And which other incident?", "Why do you think so?"]


@pytest.mark.usefixtures("two")
def test_what_is_closed_is_listed_to_be_opened_again(run, answers):
    asked = answers("3")
    run("reopen")
    assert "  3  Ann Lee, closed: resolved" in asked[0]


@pytest.mark.usefixtures("two")
def test_an_incident_that_is_not_there_is_asked_again_and_going_back_works(run, answers):
    asked = answers("99", "Zebedee", "1", "<", "2", "It was dry.")
    told = run("note").err
    assert "There is no incident “99”" in told
    assert "reviewlog list shows all" in " ".join(told.split())
    assert begins(asked) == [
        *["Which incident?"] * 3,
        "Your note?",
        "Which incident?",
        "Your note?",
    ]
    assert "You typed: 1" in asked[4]


def test_in_a_script_and_without_an_incident_the_line_is_refused(run, answers, machine):
    asked = answers("1")
    assert "Missing argument 'N'" in run("note", code=2).err
    machine.edited = None
    run("log", "x", "--who", "Dana", "--threat", "none")
    assert "Missing argument 'N'" in run("note", code=2).err
    machine.edited = ""
    assert "Missing argument 'N'" in run("note", "--no-input", code=2).err
    assert asked == []


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("verb", "said"), [("skip", "They came in"), ("snooze", "monday")])
def test_the_step_that_is_meant_stands_in_the_question(run, answers, verb, said):
    asked = answers(said)
    run(verb, "1")
    assert "“Get back to them, and mostly listen”?" in asked[0]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("verb", ["skip", "snooze"])
def test_a_step_that_is_not_there_is_told_before_anything_is_asked(run, answers, verb, machine):
    asked = answers("monday")
    line = ("snooze", "1", "--step", "wat") if verb == "snooze" else ("skip", "1", "wat")
    assert "wat" in run(*line, code=4).err
    assert asked == []
    assert kept(machine) == []


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("declined",), "refused"),
        (("Rejected", "too little"), "refused"),
        (("agreed",), "accepted"),
        (("paid",), "delivered"),
        (("refsued",), "refused"),
    ],
)
def test_a_word_for_a_state_is_no_offer(run, words, near):
    assert near in run("attempt", "1", *words, code=2).err
    assert "attempt" not in {e["kind"] for e in run("show", "1", "--json").json["entries"]}


@pytest.mark.usefixtures("two")
def test_a_needed_answer_that_is_empty_is_said_to_be_needed(run, answers):
    answers("", "It was dry.")
    assert "This is needed" in run("note", "1").err


def test_the_trade_stands_in_config_yaml_and_that_is_said(run, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Dry.")
    asked = answers("4", "y", "The Corner Bakery", "<", KeyboardInterrupt())
    told = " ".join(run("dispute", "1", "--of", "all", code=130).err.split())
    assert "Please type the name" in told
    assert begins(asked)[1] == begins(asked)[2]
    assert "stands in config.yaml already" in told
    assert "reviewlog undo" not in told
    assert "Nothing was written into the logbook. Your trade stands in config.yaml." in told
