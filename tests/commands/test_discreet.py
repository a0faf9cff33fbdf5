"""due --discreet: a list that may be seen across the counter."""

import pytest

from reviewlog.domain.due import KIND_TITLES, STEP_TITLES, is_standing
from reviewlog.domain.vocabulary import STEP_KINDS
from tests.builders import HOUSE

NAME = "Persephone"
PHONE = "07700 900123"


@pytest.fixture
def everywhere(run, machine):
    """A name in every place that an owner can fill, also in a playbook of their own."""
    folder = machine.default_book() / "playbooks"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text(HOUSE.replace("title: ", f"title: For {NAME}, "))
    n = NAME
    run("log", f"{n} is cross", "--who", n, "--for", f"{n} Senior", "--phone", PHONE,
        "--quote", n, "--demand", f"{n}'s money", "--amount", "240", "--by", "friday",
        "--threat", "open", "--site", "google", "--staff", n)  # fmt: skip
    run("remind", "1", "today", f"Ring {n}")
    run("remind", "1", "in 3 days", f"Ask {n} once more")
    run("promise", "1", f"A call to {n}", "--by", "tomorrow")
    run("attempt", "1", "offered", f"A cake for {n}")
    run("assess", "1", "partly", n)
    run("review", "1", "--text", n, "--site", "google", "--stars", "1", "--as", n)
    run("note", "1", n)
    run("log", f"{n} again", "--incident", "1", "--cool-until", "in 5 days")
    run("hold", "1", "--until", "in 5 days", "--why", f"{n} may sue")
    run("log", n, "--who", f"{n} Junior", "--new", "--demand", n, "--by", "friday")
    run("playbook", "use", "2", "house")


OURS = {*KIND_TITLES.values(), *STEP_TITLES.values(), "Choose the advice to follow."}
WHEN = [(), ("--on", "tomorrow"), ("--on", "in 3 weeks", "--days", "366"), ("--on", "in 2 days")]


@pytest.mark.parametrize("words", WHEN, ids=" ".join)
def test_no_name_is_shown(run, everywhere, words):
    assert NAME in run("due", *words).out
    for more in ((), ("--json",)):
        shown = run("due", "--discreet", *words, *more).out
        assert NAME not in shown
        assert PHONE not in shown


def test_number_and_step_stay(run, everywhere):
    shown = run("due", "--discreet").out.splitlines()
    assert any(line.startswith("Today      1 ") for line in shown[1:])
    items = run("due", "--discreet", "--json").json["items"]
    assert {(i["who"], i["phone"], i["why"]) for i in items} == {(None, None, None)}
    assert {item["title"] for item in items} <= OURS


def test_it_says_what_kind_of_thing_is_to_be_done(run, everywhere):
    shown = {i["title"] for i in run("due", "--discreet", "--json").json["items"]}
    assert {"A reminder of yours.", "Keep a promise.", "Their date runs out."} <= shown
    assert "The hold ends." in shown
    assert "reminder-" not in run("due", "--discreet").out


def test_an_id_of_the_owners_own_playbook_is_no_word_of_ours(run, everywhere):
    steps = {item["step"] for item in run("due", "--discreet", "--json").json["items"]}
    assert steps <= {*STEP_KINDS} | {s for s in steps if is_standing(s)}


def test_nothing_else_is_left_out(run, everywhere):
    shown = run("due", "--json").json["items"]
    hidden = run("due", "--discreet", "--json").json["items"]
    left = ("incident", "kind", "due_on", "due_at", "opens_at", "state", "outside")
    assert [[i[name] for name in left] for i in hidden] == [[i[n] for n in left] for i in shown]
