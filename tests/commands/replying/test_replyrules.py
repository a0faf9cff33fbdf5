"""reply rules: all of them with reasons and sources, and what the owner's own files make of them."""

import pytest

from reviewlog.playbook.replies.shelf import shipped_ruleset
from tests.playbook.replies.test_german import FURIOUS, GERMAN, SOBER
from tests.playbook.replies.test_shelf import OWN


@pytest.fixture
def own(machine):
    """Return a function that writes a file of the owner's own."""

    def written(text, name="mine.yaml"):
        folder = machine.default_book() / "playbooks" / "replies"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
        return folder / name

    return written


def plain(text):
    return " ".join(text.split())


def test_every_rule_is_listed_with_its_reason_and_its_sources(run):
    result = run("reply", "rules")
    told = plain(result.out)
    for rule in shipped_ruleset().rules:
        assert f"{rule.id} {rule.title} Why: {rule.why} Rests on: {'; '.join(rule.source)}" in told
    assert max(len(line) for line in result.out.splitlines()) <= 80
    assert not result.err


def test_one_rule_is_shown_with_its_words_and_the_texts_that_try_it(run):
    told = run("reply", "rules", "but", "--all").out
    assert told.startswith("but (a warning, shipped)\n")
    assert all(heading in told for heading in ("(phrases, en)", "(bad, en)", "(good, en)"))


def test_the_id_of_no_rule_is_told_with_the_likely_right_one(run):
    result = run("reply", "rules", "butt", code=2)
    assert "“butt” is no rule. Did you mean but?" in result.err


def test_programs_get_every_rule(run):
    found = run("reply", "rules", "--json").json
    assert found["schema"] == "reviewlog.reply-rules/1"
    assert [rule["id"] for rule in found["rules"]] == [r.id for r in shipped_ruleset().rules]
    one = run("reply", "rules", "but", "--json").json
    assert one["schema"] == "reviewlog.reply-rules/1"
    (rule,) = one["rules"]
    assert {"wordings", "examples"} == rule.keys() - found["rules"][0].keys()


def test_what_an_own_file_makes_of_the_rules_is_told(run, own):
    own(OWN)
    told = plain(run("reply", "rules").out)
    assert "neighbour It is about the bakery." in told
    assert "Yours, from mine.yaml." in told
    assert "You changed it: it was a warning. Your reason: We are Scots." in told
    found = {rule["id"]: rule for rule in run("reply", "rules", "--json").json["rules"]}
    assert found["but"]["softened"] == {"from": "warn", "because": "We are Scots."}
    assert (found["neighbour"]["origin"], found["excuses"]["origin"]) == ("mine.yaml", "shipped")


def test_nobody_lifts_a_never_rule_and_the_place_is_told(run, own):
    path = own("language: en\nsoften:\n  - {rule: wall, level: off, because: I want to.}\n")
    result = run("reply", "rules")
    assert "Your file replies/mine.yaml has 1 fault (line 3)" in result.err
    assert "“wall”" in result.out
    checked = run("playbook", "check", str(path), code=1)
    assert f"{path}:3:12: “wall” stands above every file" in checked.out


def test_a_rule_of_ones_own_holds_at_once(run, own, tmp_path):
    own(OWN)
    run("log", "She says the cake was dry.", "--who", "Dana Smith", "--threat", "none")
    text = tmp_path / "reply.txt"
    text.write_text("Please go to the bakery next door.")
    found = run("reply", "1", "--check", str(text), "--json", code=1).json["findings"]
    assert "neighbour" in {finding["rule"] for finding in found}


def test_german_is_one_file_away(run, own, tmp_path):
    own(GERMAN, "de.yaml")
    run("log", "Die Suppe war kalt.", "--who", "Dana Schmidt", "--threat", "none")
    run("assess", "1", "right", "Der Herd war aus.")
    text = tmp_path / "reply.txt"
    text.write_text(FURIOUS)
    furious = run("reply", "1", "--check", str(text), code=1)
    assert "Ein „aber“ nimmt die Entschuldigung zurück." in furious.out
    text.write_text(SOBER)
    found = run("reply", "1", "--check", str(text), "--json", code=1).json["findings"]
    assert {finding["rule"] for finding in found}.isdisjoint({"but", "insult", "no-apology"})
