"""After the call: what went on is asked for and written down, and a no is no word of theirs."""

import pytest


@pytest.fixture
def rung(run, call, machine, answers):
    """Return a function that shows the card at a terminal and answers what it asks afterwards."""
    call("It was dry", "--who", "Ann", "--threat", "none")

    def asked(*words):
        answers(*words)
        machine.columns = lambda: 80
        return run("call-card", "1")

    return asked


def contacts(run):
    found = run("show", "1", "--json").json["entries"]
    return [e["fields"] for e in found if e["kind"] == "interaction"]


@pytest.mark.parametrize("word", ["n", "No", ""])
def test_no_is_not_what_they_said(run, rung, word):
    assert "Nothing was written." in rung(word).err
    assert len(contacts(run)) == 1


def test_no_is_no_promise_and_no_quote(run, rung):
    rung("They will think about it", "n", "n", "no", "no")
    fields = contacts(run)[-1]
    assert fields["text"] == "They will think about it"
    assert not fields.get("quote")
    assert not any(e["kind"] == "promise" for e in run("show", "1", "--json").json["entries"])
