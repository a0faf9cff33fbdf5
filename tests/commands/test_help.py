"""Help: all verbs by what an owner is doing, pages, topics, and what a wrong word may mean."""

import shlex

import pytest

from reviewlog.commands.catalogue import COMMANDS, GROUPS, JOBS, TOPICS
from reviewlog.commands.meanings import ACTIONS, MEANINGS

WHOLE = [f"{verb} {action}" for verb, (table, _) in GROUPS.items() for action in table]
PAGES = [*COMMANDS, *WHOLE]


@pytest.fixture
def narrow(machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 40)


@pytest.fixture
def drawn(machine, monkeypatch):
    monkeypatch.setattr(machine, "draws", lambda: True)


def prose(text):
    """The lines that are no commands to be typed: those stay whole, whatever the width."""
    return [
        line
        for line in text.splitlines()
        if not line.startswith(("  reviewlog ", "  cp -a", "  # "))
    ]


@pytest.mark.parametrize("words", [("help",), ("--help",), ("-h",), ("help", "--no-input")])
def test_all_verbs_stand_under_what_an_owner_is_doing(run, words):
    shown = run(*words).out

    places = [shown.index(f"\n{job}\n") for job in JOBS]
    assert [*JOBS] == ["Write down", "Act", "Look", "Share", "Keep"]
    assert places == sorted(places)
    for verb, line in COMMANDS.items():
        assert f"\n  {verb}" in shown
        assert line in " ".join(shown.split())
    assert all(f"\n  {topic}" in shown for topic in TOPICS)


@pytest.mark.parametrize("verb", PAGES)
def test_help_on_a_verb_is_what_the_verb_says_of_itself(run, verb):
    asked = run(*verb.split(), "--help").out

    assert asked == run(*verb.split(), "-h").out
    assert run("help", *verb.split()).out.endswith(asked)
    assert asked.startswith(f"Usage: reviewlog {verb}")
    assert asked.count("\n  reviewlog ") >= 2


@pytest.mark.parametrize("words", ["", *COMMANDS, *WHOLE, *TOPICS])
def test_help_fits_a_screen_of_40_columns(run, narrow, words):
    lines = prose(run("help", *words.split()).out)

    assert [line for line in lines if len(line) > 40] == []


@pytest.mark.parametrize("words", ["", *COMMANDS, *WHOLE, *TOPICS])
def test_help_fits_a_screen_of_80_columns_and_is_plain_in_a_pipe(run, words):
    shown = run("help", *words.split()).out

    assert "\x1b" not in shown
    assert [line for line in prose(shown) if len(line) > 80] == []


def test_headings_are_bold_on_a_terminal_that_draws(run, drawn):
    assert "\x1b[1mWrite down\x1b[0m\n" in run("help").out
    assert "\x1b[1mExamples\x1b[0m\n" in run("log", "--help").out


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_tells_what_to_do(run, topic):
    shown = run("help", topic.upper()).out

    assert shown.count("\n  reviewlog ") >= 4
    assert "# " not in shown


def test_a_topic_that_is_a_verb_as_well_ends_with_its_page(run):
    shown = run("help", "dispute").out

    assert shown.startswith("What a review site looks at\n")
    assert shown.endswith(run("dispute", "--help").out)


def test_the_law_is_told_as_what_to_look_for(run):
    assert run("help", "law").out.startswith("This is no legal advice\n")


def test_an_action_is_explained_from_inside_its_verb(run):
    assert run("playbook", "help", "use").out == run("help", "playbook", "use").out
    assert run("playbook", "help").out == run("help", "playbook").out


def test_help_for_scripts(run):
    everything = run("help", "--json").json
    verb = run("help", "playbook", "use", "--json").json
    topic = run("help", "law", "--json").json

    assert [line["name"] for line in everything["verbs"]] == [*COMMANDS]
    assert everything["page"] is None
    assert everything["topic"] == []
    assert verb["page"]["name"] == "reviewlog playbook use"
    assert "reviewlog playbook use 12 bad-review" in verb["page"]["examples"]
    assert ["--book FOLDER" in row["name"] for row in verb["page"]["shared"]].count(True) == 1
    assert topic["topic"][0] == {"kind": "heading", "text": "This is no legal advice"}


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("add", ["log 'She says the cake was dry' --who 'Dana Smith'"]),
        ("add 'She rang, dry cake' --who Dana", ["log 'She rang, dry cake' --who Dana"]),
        ("add --who 'Dana Cole'", ["log --who 'Dana Cole'"]),
        ("fix", ["amend --who 'Dana Smyth' --why 'misheard'"]),
        ("fix 7", ["amend 7 --who 'Dana Smyth' --why 'misheard'"]),
        ("fix 3 --who Smyth", ["amend 3 --who Smyth"]),
        ("fix 3 --whom Smyth", ["amend 3 --who 'Dana Smyth' --why 'misheard'"]),
        ("flag 7 --site yelp", ["dispute 7 --site yelp", "help dispute"]),
        ("upload 3 their.png", ["attach 3 their.png --how screenshot"]),
        ("postpone 7 friday", ["snooze 7 friday"]),
        ("alert 7 monday", ["remind 7 monday 'Ask whether the refund arrived'"]),
        ("find Dana Cole", ["list", "show 'Dana Cole'"]),
        ("todo tomorrow", ["due"]),
        ("delete 5 --why x", ["undo", "retract 5 --why x",
                              "erase --who 'Dana Smith' --why 'asked for it by letter'"]),
        ("copy", ["help backup", "playbook copy"]),
        ("copy complaint my-shop", ["help backup", "playbook copy complaint my-shop"]),
        ("start", ["log 'She says the cake was dry' --who 'Dana Smith'", "playbook start"]),
        ("yelp", ["site show yelp", "dispute 12 --site yelp"]),
        ("booking", ["site show booking", "dispute 12 --site booking",
                     "lookup 12 --where 'order book' --for 'Dana Cole' --found nothing"]),
        ("refund me 240 or one star",
         ["log 'refund me 240 or one star' --who 'Their name'",
          "attempt 12 offered 'The money back' --kind refund"]),
        ("called her back today", ["log 'called her back today' --who 'Their name'", "call-card 12"]),
        ("add she rang again today", ["log 'she rang again today'"]),
        ("she rang", ["log 'she rang' --who 'Their name'"]),
        ("Dana Cole", ["log 'What was said' --who 'Dana Cole'", "show 'Dana Cole'"]),
        ("help refunded", ["help attempt"]),
        ("help yelp", ["help site show", "help dispute"]),
        ("help lost", ["help first-call"]),
        ("help ME", ["help first-call"]),
        ("playbook xyzzy", ["help playbook"]),
        ("playbook fork my own", ["playbook copy my own"]),
        ("man refund", ["help attempt"]),
        ("print 7", ["export 7 --for google"]),
        ("refund 7", ["attempt 7 offered 'The money back' --kind refund"]),
        ("delete", ["undo", "retract 31 --why 'It was another customer'",
                    "erase --who 'Dana Smith' --why 'asked for it by letter'"]),
        ("respond 7", ["reply 7"]),
        ("flag 7", ["dispute 7 --site google", "help dispute"]),
        ("todo", ["due"]),
        ("backup", ["help backup"]),
        ("stars", ["review 12 --site google --stars 1 --text 'Dry and rude'"]),
        ("lgo Hello --who Dana", ["log Hello --who Dana"]),
        ("atempt 7 offered", ["attempt 7 offered"]),
        ("refnd", ["attempt 12 offered 'The money back' --kind refund"]),
        ("simulate complaint", ["playbook simulate complaint"]),
        ("new promise 7", ["promise 7"]),
        ("12", ["show 12", "next 12"]),
        ("playbook chek x.yaml", ["playbook check x.yaml"]),
        ("playbook validate x.yaml", ["playbook check x.yaml", "playbook test x.yaml"]),
        ("playbook fork", ["playbook copy complaint my-shop"]),
        ("site yelp", ["site show yelp"]),
        ("help frist-call", ["help first-call"]),
        ("help refund", ["help attempt"]),
        ("help playbook us", ["help playbook use"]),
        ("help topics", ["help"]),
        ("version", ["--version"]),
    ],
)  # fmt: skip
def test_a_wrong_word_is_answered_with_the_line_to_type(run, machine, said, lines):
    refused = run(*shlex.split(said), code=2)

    shown = refused.err.splitlines()
    assert [line[12:] for line in shown if line.startswith("  reviewlog ")] == lines
    assert "Nothing was done." in refused.err
    assert refused.out == ""
    assert not machine.default_book().exists()


@pytest.mark.parametrize(
    "word",
    ["xyzzy", "ban", "block", "lost", "blame", "divorce", "hospital", "banana", "me", "slant"],
)
def test_a_word_that_is_like_nothing_is_not_guessed_at(run, word):
    refused = run(word, code=2)

    assert f"“{word}” is no verb.\n" in refused.err
    assert "reviewlog log 'What was said' --who 'Their name'" in refused.err
    assert refused.err.count("\n  reviewlog ") == 1
    assert "reviewlog help" in refused.err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("emergency danger violence stalker attack scared threat", "playbook show safety"),
        ("emergency violent stalking attacked threatened", "--threat harm"),
        ("scam blackmail", "--threat open"),
        ("harassment abuse rude insult angry harassed shouting yelled", "call-card 12"),
        ("liar fake troll competitor defamation slander libel unfair", "dispute 12 --site google"),
        ("remove-review delete-review", "help dispute"),
        ("mistake typo undelete", "reviewlog undo"),
        ("sorry", "attempt 12 offered"),
        ("deadline what-now next-step", "reviewlog due"),
        ("whatsapp", "--via whatsapp"),
        ("stop quit", "reviewlog help"),
        ("password encrypt", "help privacy"),
    ],
)
def test_what_somebody_in_distress_types_is_taken_for_what_it_says(run, words, line):
    for word in words.split():
        assert f"{line}\n" in run(word, code=2).err or f"{line} " in run(word, code=2).err


@pytest.mark.parametrize("word", [*sorted({w for several in MEANINGS for w in several})])
def test_nothing_is_erased_because_of_a_slip(run, word):
    if len(word) > 3:
        assert "reviewlog erase" not in run(word[:2] + word[3:], code=2).err


def test_a_slip_keeps_the_book_that_was_named(run, tmp_path):
    refused = run("--book", str(tmp_path / "b"), "lgo", "Hello", code=2)

    assert f"\n  reviewlog log Hello --book {tmp_path / 'b'}\n" in refused.err


def test_what_stands_behind_a_verb_does_not_hide_its_help(run):
    assert run("help", "reply", "rules").out == run("help", "reply").out
    assert run("help", "law", "uk").out == run("help", "law").out


def test_each_meaning_is_told_with_what_the_line_does(run):
    refused = run("print", code=2)

    assert f"      {COMMANDS['export']}\n" in refused.err


def test_a_verb_is_known_whatever_its_capitals(run, call):
    call()

    assert run("SHOW", "1").out == run("show", "1").out


def test_a_hostile_word_is_shown_by_its_numbers(run):
    refused = run("lo\x1b[2Jg", "\x9b31m", code=2)

    assert "\x1b" not in refused.err
    assert "\x9b" not in refused.err
    assert "⟨U+001B⟩" in refused.err
    assert "reviewlog log 'lo" not in refused.err


def test_what_has_a_meaning_is_no_verb_and_has_one_only():
    words = [word for several in MEANINGS for word in several]

    assert len(words) == len(set(words))
    assert set(words) & {*COMMANDS, *TOPICS} == set()
    for group, table in ACTIONS.items():
        words = [word for several in table for word in several]
        assert len(words) == len(set(words))
        assert set(words) & set(GROUPS[group][0]) == set()


@pytest.mark.parametrize(
    "word",
    ["add", "new", "record", "write", "fix", "edit", "correct", "change", "print", "report",
     "bundle", "pdf", "refund", "compensate", "offer", "delete", "forget", "remove", "answer",
     "respond", "flag", "takedown", "status", "today", "todo", "search", "find", "call", "phone",
     "backup", "save", "rate", "stars"],
)  # fmt: skip
def test_the_words_that_people_try_first_have_a_meaning(run, word):
    assert "  reviewlog " in run(word, code=2).err


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("show", "Missing argument 'N'."),
        ("show 1 2", "Got unexpected extra argument(s) (2)"),
        ("show 1 --unfoldd", "No such option: --unfoldd"),
        ("show 1 --book", "Option '--book' requires an argument."),
    ],
)
def test_a_line_that_a_verb_cannot_read_is_told_with_one_that_it_can(run, said, fault):
    refused = run(*said.split(), code=2)

    first, *rest = refused.err.splitlines()
    assert first.startswith(fault)
    assert rest == [
        "Usage: reviewlog show N [OPTIONS]",
        "  reviewlog show 12",
        "More: reviewlog help show",
    ]
    assert refused.out == ""


def test_the_same_for_an_action(run):
    assert "More: reviewlog help playbook use\n" in run("playbook", "use", "12", code=2).err


@pytest.mark.parametrize(
    "said", ["delete", "xyzzy", "help xyzzy", "playbook fix", "show", "due --whoo"]
)
def test_what_is_told_instead_fits_40_columns(run, narrow, said):
    lines = prose(run(*said.split(), code=2).err)

    assert [line for line in lines if len(line) > 40] == []


def test_the_manual_on_a_terminal_says_how_to_read_it(run, machine, monkeypatch):
    assert run("man").err == ""
    monkeypatch.setattr(machine, "columns", lambda: 80)
    assert run("man").err == "To read it: reviewlog man | man -l -\n"


def test_the_manual_for_scripts_is_the_same(run):
    assert run("man", "--json").json["roff"] + "\n" == run("man").out


def test_one_verb_has_a_page_of_its_own(run):
    shown = run("man", "LOG").out

    assert '.SS "log"' in shown
    assert shown.count(".SS ") == 1
    assert "TOPIC" not in shown
