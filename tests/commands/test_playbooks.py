"""playbook list, show and rules."""

import re

from reviewlog.domain.agenda.never import RULES
from tests.builders import HOUSE


def lines_of(run):
    """Return what stands beside each id, its title left out."""
    listed = re.split(r"^(?=[a-z])", run("playbook", "list").out, flags=re.MULTILINE)
    return {text.split()[0]: " ".join(text.split()) for text in listed if text}


def test_the_list_tells_whose_a_playbook_is_and_whether_it_fits_by_itself(run, house):
    house()
    lines = lines_of(run)
    assert " yours " in lines["house"]
    assert "when chosen" in lines["house"]
    assert " shipped " in lines["bad-review"]
    assert "by itself" in lines["bad-review"]


def test_the_list_says_where_an_own_playbook_stands_instead_of_a_shipped_one(run, machine):
    folder = machine.default_book() / "playbooks"
    folder.mkdir(parents=True)
    (folder / "complaint.yaml").write_text(HOUSE.replace("playbook: house", "playbook: complaint"))
    assert "yours, instead of the shipped one" in lines_of(run)["complaint"]
    found = run("playbook", "list", "--json").json["playbooks"]
    assert {p["id"]: p["origin"] for p in found}["complaint"] == "instead"


def test_show_tells_when_a_step_comes_and_what_holds_for_all(run, house):
    house()
    out = " ".join(run("playbook", "show", "house").out.split())
    for text in (
        "Followed only when you choose it.",
        "First answer: within 1 working day.",
        "Contact: at most 2 messages without an answer, 4 days apart.",
        "Peace: 3 days without contact after you declined.",
        "ring (call, must)",
        "When: within 1 working day after they got in touch.",
        "Not when they said that all is well.",
        "their exact words are missing",
        "a review was hinted at or a review was openly tied to it",
        "Ends: when you log a contact with them.",
        "Type: reviewlog amend E --quote 'their words'",
        "When: not before 4 days, within 5 days after you wrote and had no answer.",
        "T1, T4: Letters to shopkeepers",
    ):
        assert text in out


def test_show_json_holds_the_whole_playbook(run, house):
    house()
    book = run("playbook", "show", "house", "--json").json
    assert (book["first_answer"], book["origin"]) == ("1 working day", "own")
    assert book["cooling"] == {"after": ["declined"], "for": "3 days"}
    assert book["steps"][1]["when"]["threat"] == ["veiled", "open"]


def test_every_rule_is_told_with_its_sentence_and_source(run):
    out = " ".join(run("playbook", "rules").out.split())
    for rule in RULES:
        assert rule.sentence in out
        assert "; ".join(rule.source) in out
    found = run("playbook", "rules", "--json").json
    assert found["schema"] == "reviewlog.playbook-rules/1"
    assert [rule["id"] for rule in found["rules"]] == [rule.id for rule in RULES]


def test_an_upgrade_tells_another_hour_of_the_same_day(run, tmp_path):
    folder = tmp_path / "book" / "playbooks"
    run("playbook", "copy", "complaint", "mine")
    run("log", "x", "--who", "Dana")
    run("playbook", "use", "1", "mine")
    file = folder / "mine.yaml"
    text = file.read_text()
    file.write_text(text.replace("within: 0 days", "within: 3 hours", 1))
    shown = run("playbook", "upgrade", "1", "-y").out
    assert "has another hour" in shown
