"""What was asked and answered in a run, and what is kept of it."""

from tests.commands.conftest import FakeMachine

WHO, WORDS, TIED = "Who was it?", "What did they say, in a few words?", "Was a review tied"
STORY = "She wants her money back"


def kept(machine: FakeMachine):
    return sorted((machine.default_book() / "drafts").glob("answers-*"))


def written(run, machine):
    """Return the fields of the contacts of incident 1, read by a script."""
    machine.edited = None
    found = run("show", "1", "--json").json["entries"]
    machine.edited = ""
    return [entry["fields"] for entry in found if entry["kind"] == "interaction"]


def begins(asked):
    return [question.split("\n")[0] for question in asked]
