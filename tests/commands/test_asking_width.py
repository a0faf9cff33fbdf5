"""A long question breaks between its words, not at the edge of the screen."""

from reviewlog.commands.session import Session


def test_a_question_is_wrapped_to_the_width_and_its_lines_are_kept(machine, answers):
    asked = answers("yes")
    session = Session(machine, [], lambda *_: "")
    session.ask_maybe(f"Short?\n  such as: {'word ' * 30}\n")
    first, *rest = asked[-1].split("\n")
    assert first == "Short?"
    assert all(len(line) < 80 and line.startswith("  ") for line in rest)
    assert " ".join(" ".join(rest).split()) == f"such as: {'word ' * 30}".strip()


def test_a_question_that_fits_is_asked_as_it_is(machine, answers):
    asked = answers("")
    assert Session(machine, [], lambda *_: "").ask_maybe("Who  was it?\n") is None
    assert asked == ["Who  was it?"]


def test_every_question_fits_into_40_columns(run, machine, answers):
    machine.width = lambda: 40
    asked = answers("Dana", "w " * 60, "<", "", "no")
    run("log")
    assert all(len(line) <= 40 for question in asked for line in question.split("\n"))
