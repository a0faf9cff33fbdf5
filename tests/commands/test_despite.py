"""Planning against a never-rule takes a written reason, which stays in the house."""

import shlex
import zipfile

import pytest


@pytest.fixture(autouse=True)
def incident(house, run, bakery):
    house()
    run("log", "Never write to me again", "--incident", "1", "--leave-alone")


def test_a_plan_against_a_rule_is_refused_with_the_line_that_makes_it(run):
    err = run("remind", "1", "friday", "Ring her", "--to", "call", code=1).err
    assert "They asked not to be contacted. (B6; laws against harassment)" in err
    line = err.splitlines()[-1].strip()
    assert line == "reviewlog remind 1 2026-11-27 'Ring her' --to call --despite 'your reason'"
    assert "For Fri 27 Nov, in 6 days." in run(*shlex.split(line)[1:]).out


def test_a_plan_with_a_reason_is_kept_with_its_rule(run):
    words = ("Ring her", "--to", "call", "--despite", "She rang my sister")
    result = run("remind", "1", "friday", *words)
    assert "Planned against the rule: They asked not to be contacted." in result.out
    fields = run("show", "1", "--json").json["entries"][-1]["fields"]
    assert (fields["plans"], fields["rule"]) == ("call", "leave-alone")
    assert fields["despite"] == "She rang my sister"
    shown = " ".join(run("show", "1").out.split())
    assert "Planned against the rule: They asked not to be contacted." in shown
    assert "Reason: She rang my sister" in shown
    (item,) = [i for i in run("due", "--json").json["items"] if i["step"].startswith("reminder")]
    assert (item["kind"], item["title"]) == ("call", "Ring her")


def test_a_plan_that_no_rule_bars_needs_no_reason(run):
    run("remind", "1", "friday", "--to", "reply")
    fields = run("show", "1", "--json").json["entries"][-1]["fields"]
    assert fields["plans"] == "reply"
    assert "rule" not in fields
    assert fields["text"] == "Answer the review."


def test_a_plan_may_not_say_what_a_rule_forbids(run):
    words = ("Offer a cake if she takes the review down", "--to", "attempt")
    assert "never in one breath" in run("remind", "1", "friday", *words, code=1).err


def test_cooling_bars_a_plan_until_its_day_only(run, call):
    call("x", "--who", "Ann", "--threat", "none", "--cool-until", "thursday")
    assert "Until Thu 26 Nov." in run("remind", "2", "tuesday", "--to", "call", code=1).err
    run("remind", "2", "friday", "--to", "call")


def test_a_plain_reminder_asks_no_rule(run):
    assert "For Fri 27 Nov, in 6 days." in run("remind", "1", "friday", "Ring her, maybe").out


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--to", "cal"), "Did you mean call?"), (("--despite", "x"), "--to KIND"),
     (("--to", "call", "--despite", " "), "nothing in --despite")],
)  # fmt: skip
def test_a_plan_says_what_it_is_and_why(run, words, told):
    assert told in run("remind", "1", "friday", "Ring her", *words, code=2).err


@pytest.mark.parametrize("reader", ["google", "lawyer", "court", "police", "insurer"])
def test_plans_and_reasons_leave_in_no_bundle_but_our_own(run, tmp_path, reader):
    run("remind", "1", "friday", "PLANNED", "--to", "call", "--despite", "REASONED")
    run("call-card", "1", "--despite", "DESPITE")
    path = tmp_path / "out.zip"
    shown = run("export", "1", "--for", reader, "-y", "-o", str(path)).out
    texts = [shown.encode(), *contents(path)]
    for word in (b"PLANNED", b"REASONED", b"DESPITE", b"leave-alone"):
        assert not any(word in text for text in texts)


def test_our_own_bundle_holds_them(run, tmp_path):
    run("remind", "1", "friday", "PLANNED", "--to", "call", "--despite", "REASONED")
    path = tmp_path / "out.zip"
    run("export", "1", "--for", "self", "-y", "-o", str(path))
    assert any(b"REASONED" in text for text in contents(path))


def contents(path):
    with zipfile.ZipFile(path) as bundle:
        return [bundle.read(name) for name in bundle.namelist()]


def test_a_refusal_names_every_rule_and_a_reason_sets_all_aside(run):
    words = ("My lawyer will call you", "--to", "call")
    err = run("remind", "1", "friday", *words, code=1).err
    assert "They asked not to be contacted." in err
    assert "No threat with lawyers or courts." in err
    run("remind", "1", "friday", *words, "--despite", "She wants it so")
    fields = run("show", "1", "--json").json["entries"][-1]["fields"]
    assert fields["rule"] == "leave-alone, legal-threat"
    shown = " ".join(run("show", "1").out.split())
    assert "They asked not to be contacted. No threat with lawyers or courts." in shown


def test_a_reply_that_is_planned_may_not_name_them(run):
    words = ("Thank you, Dana", "--to", "reply")
    err = run("remind", "1", "friday", *words, code=1).err
    assert "What all can read says nothing of who they are" in err
