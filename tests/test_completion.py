"""What the Tab key offers, through the fast door: nothing it finds is run, nothing it lacks is told."""

import os
import shutil
import sqlite3
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.harmless import is_harmless
from reviewlog.logbook.said import Posted
from reviewlog.render.completion.answering import answer
from reviewlog.render.completion.line import for_bash, read_line
from reviewlog.render.completion.scripts import SHELLS, script_of
from reviewlog.store import naming
from reviewlog.store.naming import Names
from tests.builders import said
from tests.program import Program
from tests.test_modules import AT_THE_DOOR, NEVER_AT_THE_DOOR, loaded

BREAKS = " \t\n\"'@><=;|&(:"
"""What bash says in COMP_WORDBREAKS."""
LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@pytest.fixture
def tab(logbook, tmp_path):
    """Press Tab behind some words: the choices with what they are, and the first line."""

    def press(*words, shell="zsh", encoding="utf-8"):
        opened = []

        def names(folder):
            opened.append(Names(folder or str(tmp_path / "book")))
            return opened[-1]

        text = answer([shell, *words], names, encoding)
        for one in opened:
            one.close()
        first, *lines = text.split("\n")
        return [line.split("\t")[0] for line in lines], first

    return press


def choices(tab, *words, **how):
    return tab(*words, **how)[0]


# What is asked for


def test_verbs_come_first_and_only_those_that_begin_so(tab):
    assert choices(tab, "")[:2] == ["log", "demand"]
    assert choices(tab, "ca") == ["call-card"]
    assert choices(tab, "--json", "-q", "CA") == ["call-card"]
    assert choices(tab, "_") == []


def test_actions_and_what_they_take(tab):
    assert "simulate" in choices(tab, "playbook", "")
    assert choices(tab, "playbook", "show", "compl") == ["complaint"]
    assert "walk-away" in choices(tab, "playbook", "use", "1", "")
    assert choices(tab, "site", "show", "goo") == ["google"]
    assert choices(tab, "help", "pri") == ["privacy"]
    assert choices(tab, "help", "promi") == ["promise"]
    assert choices(tab, "completion", "") == ["bash", "zsh", "fish"]
    assert choices(tab, "schema", "log-i") == ["log-input", "log-input-list"]


def test_options_are_those_of_the_verb_and_each_once(tab):
    assert choices(tab, "log", "--th") == ["--threat"]
    assert choices(tab, "log", "--threat", "open", "--th") == []
    assert choices(tab, "log", "--site", "google", "--si") == ["--site"]
    assert choices(tab, "show", "-q", "--qu") == []
    assert choices(tab, "show", "--th") == []
    assert {"--json", "--book", "--help"} <= set(choices(tab, "show", "--"))
    assert {"--on", "--brief", "--version"} <= set(choices(tab, "--"))
    assert choices(tab, "log", "--", "--th") == []


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("log", "--threat", ""), ["none", "veiled", "open", "harm", "withdrawn"]),
        (("log", "--via", "wh"), ["whatsapp"]),
        (("log", "--consent=one"), ["one-party"]),
        (("assess", "1", "un"), ["unfounded", "unknown"]),
        (("attempt", "1", "o"), ["offered"]),
        (("attempt", "1", "offered", "--kind", "rep"), ["replacement"]),
        (("close", "1", "--outcome", "walk"), ["walked-away"]),
        (("dispute", "1", "--answer", "r"), ["removed", "refused"]),
        (("export", "1", "--for", "la"), ["lawyer"]),
        (("review", "--site", "ye"), ["yelp"]),
        (("snooze", "1", "tom"), ["tomorrow"]),
        (("log", "--at", "to"), ["today"]),
        (("attach", "1", "x.png", "--how", "screen"), ["screenshot"]),
    ],
)
def test_closed_lists(tab, words, some):
    assert choices(tab, *words) == some


def test_free_text_is_left_to_whoever_types_it(tab):
    for words in (
        ("log", ""),
        ("note", "1", ""),
        ("log", "--quote", ""),
        ("nonsense", ""),
        ("x", "-"),
    ):
        assert tab(*words) == ([], "words")


def test_files_and_folders_are_the_shells_matter(tab):
    assert tab("attach", "1", "let") == ([], "files")
    assert tab("attach", "1", "a.png", "b") == ([], "files")
    assert tab("log", "--attach", "") == ([], "files")
    assert tab("log", "--attach=") == ([], "files")
    assert tab("--book", "") == ([], "folders")
    assert tab("playbook", "simulate", "compl") == (["complaint"], "files")


# What the logbook knows


def test_open_incidents_come_first_with_whose_they_are(logbook, tab, clock):
    for name in ("Dana Smith", "Robin Moss", "Uma"):
        logbook.log(said(name))
        clock.tick(hours=1)
    logbook.close_incident("3", "resolved", None, None)
    logbook.review(None, Posted(site="google", stars=1, text="Never again", nick="angry77"))

    text = answer(["fish", "reviewlog show "], lambda _: Names(str(logbook.store.folder)), "utf-8")

    assert text.split("\n")[1:] == [
        "4\tangry77", "2\tRobin Moss", "1\tDana Smith", "3\tUma, closed",
    ]  # fmt: skip
    assert choices(tab, "close", "") == ["4", "2", "1"]
    assert choices(tab, "reopen", "") == ["3"]
    assert choices(tab, "show", "ro") == ["Robin Moss"]
    assert choices(tab, "show", "2") == ["2"]
    assert choices(tab, "show", "9") == []


def test_numbers_are_found_by_how_they_begin(logbook, tab):
    for name in range(23):
        logbook.log(said(f"Guest {name}", text="x"))
    for number in (1, 12, 19, 2):
        logbook.close_incident(str(number), "resolved", None, None)

    found = choices(tab, "show", "1")

    assert set(found) == {"1", *map(str, range(10, 20))}
    assert set(found[-3:]) == {"1", "12", "19"}
    assert choices(tab, "show", "0") == []
    assert choices(tab, "show", "9" * 40) == []


def test_people_steps_entries_and_rules(logbook, tab):
    logbook.log(said("Dana Smith", threat="open"))
    logbook.log(said("dora", threat="none"))

    assert choices(tab, "log", "--who", "d") == ["dora", "Dana Smith"]
    assert choices(tab, "log", "--who", "DANA  s") == []
    steps = choices(tab, "done", "1", "")
    assert steps == [item.step for item in logbook.view("1").agenda]
    assert choices(tab, "done", "dana smith", "") == steps
    assert choices(tab, "snooze", "1", "tomorrow", "--step", "") == steps
    assert choices(tab, "why", "2", "") != steps
    assert choices(tab, "done", "77", "") == []
    assert choices(tab, "reply", "rules", "no-ap") == ["no-apology"]
    assert choices(tab, "reply", "ru") == ["rules"]
    numbers = choices(tab, "amend", "")
    assert [int(n) for n in numbers] == sorted(map(int, numbers), reverse=True)
    assert len(numbers) == 2


def test_an_entry_is_offered_only_where_its_kind_fits(logbook, tab):
    logbook.log(said("Dana Smith", demand="my money"))
    logbook.review("1", Posted(site="yelp", stars=1, text="Never again", nick="angry77"))
    entries = logbook.view("1").every
    by_kind = {entry.kind: str(entry.id.seq) for entry in entries}

    assert choices(tab, "demand", "1", "--decline", "--of", "") == [by_kind["demand"]]
    assert choices(tab, "claim", "1", "--of", "") == [by_kind["review"]]
    assert choices(tab, "attach", "1", "x.png", "--derived-from", "") == []
    assert choices(tab, "demand", "--decline", "--of", "") == []


def test_a_name_with_two_blanks_is_offered(logbook, tab):
    logbook.log(said("Dana  Smith"))

    assert choices(tab, "log", "--who", "da") == ["Dana  Smith"]


def test_grounds_are_those_of_the_site(logbook, tab):
    logbook.review(None, Posted(site="yelp", stars=1, text="Never again", nick="angry77"))
    logbook.log(said("Dana"))

    yelp = choices(tab, "dispute", "1", "--ground", "")
    google = choices(tab, "dispute", "2", "--site", "google", "--ground", "")

    assert yelp
    assert "extortion" in google
    assert yelp != google
    assert choices(tab, "dispute", "2", "--ground", "") == []


def test_another_logbook_is_asked_where_the_line_names_it(tab, tmp_path):
    other = Program(tmp_path, book=tmp_path / "oth?er #1%")
    other.ok("log", "It was dry.", "--who", "Zora")

    assert choices(tab, "--book", str(other.book), "log", "--who", "") == ["Zora"]
    assert choices(tab, "log", "--book", str(other.book), "--who", "") == ["Zora"]


def test_a_name_that_cannot_be_printed_or_typed_as_it_is_is_not_offered(logbook, tab):
    for name in ("V\x1b]0;x\x07", "W\u202exe", "X\ny", "Zoë", "-rf"):
        logbook.log(said(name))

    assert choices(tab, "log", "--who", "") == ["Zoë"]
    assert choices(tab, "log", "--who", "", encoding="ascii") == []
    assert len(choices(tab, "show", "")) == 5


def test_no_answer_holds_what_could_do_harm(logbook, tab, naughty):
    for text in naughty[:60]:
        logbook.log(said(text or "x"))

    for shell, line in (("bash", "reviewlog show "), ("fish", "reviewlog why ")):
        told = [shell, line, BREAKS, "63"]
        text = answer(told, lambda _: Names(str(logbook.store.folder)), "utf-8")
        lines = text.split("\n")
        assert len(lines) > 30
        assert all(is_harmless(c) for c in text if c not in "\n\t")


@pytest.fixture
def naughty():
    return [f"N{n}\x1b[31m{chr(0x202A + n % 5)}\n\t`x`$(y)\u0085\x9b" for n in range(60)]


def test_many_people_are_found_without_reading_them_all(logbook):
    logbook.log(said("Dana"))
    file = sqlite3.connect(logbook.store.folder / "logbook.db")
    asked = [
        (naming.PEOPLE["open"], ("d", "d", "open")),
        (naming.PEOPLE["closed"], ("d", "d", "closed")),
        (naming.NAMED, ("open",)),
        (naming.LATEST, ("open", 9)),
        (naming.NUMBERED, (10, 11)),
        (naming.STEPS, ("x",)),
        (naming.ENTRIES + " ORDER BY seq DESC LIMIT 20", ()),
    ]

    plans = [file.execute(f"EXPLAIN QUERY PLAN {query}", values) for query, values in asked]
    steps = [row[3] for plan in plans for row in plan]
    file.close()

    assert steps
    slow = [s for s in steps if s.startswith("SCAN") or s == "USE TEMP B-TREE FOR ORDER BY"]
    assert set(slow) <= {"SCAN logs"}


# What is typed


def test_a_line_is_read_as_the_shell_reads_it():
    line = read_line('reviewlog log \'It was\' "d\\"ry" --who=Da\\ na', "bash", BREAKS)

    assert line.words == ["reviewlog", "log", "It was", 'd"ry']
    assert (line.word, line.kept, line.quote) == ("--who=Da na", "--who=", "")


@given(LINES, st.sampled_from(("", "'", '"')))
def test_what_is_put_on_the_line_reads_back(text, quote):
    spelt = for_bash(text, quote)
    begun = read_line(f"reviewlog {quote}{spelt}", "bash")
    ended = begun.quote

    assert begun.word == text
    assert ended in ("", quote)


@given(LINES, st.sampled_from(("bash", "fish", "zsh")))
def test_whatever_is_typed_is_answered(text, shell):
    answer([shell, text, BREAKS, "9"], lambda _: None, "utf-8")


def test_bash_reads_back_what_is_put_on_its_line():
    names = [
        "$(touch pwned)",
        "`x`",
        "a'b\"c\\d",
        "!! !$",
        "~ * ? [a] {x,y} #",
        "Zoë\u00a0王",
        "a\u2028b",
    ]
    for quote in ("", '"', "'"):
        ended = [quote + for_bash(n, quote) for n in names]
        closed = [w if read_line(w, "bash").quote == "" else w + quote for w in ended]
        run = subprocess.run(
            ["bash", "-c", f"printf '%s\\0' {' '.join(closed)}"], capture_output=True, check=True
        )
        assert run.stdout.decode().split("\0")[:-1] == names


def test_bash_is_given_only_the_part_that_it_replaces(logbook, tab):
    logbook.log(said("Anne:Marie O'Hara"))

    def pressed(typed):
        return choices(tab, f"reviewlog log {typed}", BREAKS, "9", shell="bash")

    assert pressed("--who A") == ["Anne:Marie\\ O\\'Hara"]
    assert pressed("--who=A") == ["Anne:Marie\\ O\\'Hara"]
    assert pressed("--who Anne:M") == ["Marie\\ O\\'Hara"]
    assert pressed("--who 'Anne:M") == ["Anne:Marie O'\\''Hara"]
    assert pressed('--who="Anne') == ["Anne:Marie O'Hara"]
    assert pressed("--who 'Anne'") == []
    assert pressed("--who $'A") == []


def test_bash_shows_whose_an_incident_is_only_in_a_list(logbook, tab):
    logbook.log(said("Dana"))
    logbook.log(said("Robin"))

    def pressed(key, typed=""):
        return choices(tab, f"reviewlog show {typed}", BREAKS, key, shell="bash")

    assert pressed("63") == ["2  (Robin)", "1  (Dana)"]
    assert pressed("9") == ["2", "1"]
    assert pressed("37") == ["2", "1"]
    assert pressed("63", "2") == ["2"]


def test_variables_before_the_program_are_passed_over(tab):
    assert choices(tab, "A=1 B=2 reviewlog du", BREAKS, "9", shell="bash") == ["due"]
    assert tab("reviewlo", BREAKS, "9", shell="bash") == ([], "")


# Through the door


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("pattern"))
    program.ok("log", "The vase was cracked.", "--who", "Dana", "--threat", "open")
    return program.book


@pytest.fixture
def program(tmp_path, pattern):
    return Program(tmp_path).with_a_copy_of(pattern)


@pytest.mark.parametrize(
    "words",
    [("zsh", ""), ("fish", "reviewlog log --"), ("bash", "reviewlog show ", BREAKS, "63"),
     ("zsh", "log", "--who", "D"), ("zsh", "done", "1", ""), ("zsh", "reply", "rules", "")],
    ids=" ".join,
)  # fmt: skip
def test_the_key_loads_next_to_nothing(program, words):
    modules, more = loaded(program, "_complete", *words)

    assert modules & NEVER_AT_THE_DOOR == set()
    assert more <= AT_THE_DOOR
    assert ("sqlite3" in modules) == (words[-1] not in ("", "reviewlog log --") or len(words) > 2)


@pytest.mark.parametrize(
    "words",
    [(), ("bash",), ("csh", "x"), ("zsh",), ("fish",), ("bash", "reviewlog "), ("bash", "\udcff", " ", "9"),
     ("zsh", "log", "--who", b"\xff"), ("zsh", "show", "9" * 5000), ("zsh", "done", "9" * 5000, "")],
    ids=repr,
)  # fmt: skip
def test_odd_questions_are_met_with_silence(program, words):
    raw = [w if isinstance(w, bytes) else os.fsencode(w) for w in words]
    run = program(b"_complete", *raw)

    assert (run.code, run.err) == (0, "")


def test_a_logbook_that_is_missing_damaged_or_busy_keeps_the_key_quiet(program):
    asked = ("_complete", "zsh", "show", "")
    assert program.ok(*asked).out == "words\n1\tDana\n"

    with sqlite3.connect(program.book / "logbook.db", isolation_level=None) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        busy = program(*asked)
        writer.execute("ROLLBACK")
    writer.close()
    assert (busy.code, busy.err) == (0, "")
    assert "Dana" not in busy.out

    (program.book / "logbook.db").write_bytes(b"words " * 1000)
    broken = program(*asked)
    assert (broken.code, broken.out, broken.err) == (0, "words\n", "")

    shutil.rmtree(program.book)
    gone = program(*asked)
    assert (gone.code, gone.out, gone.err) == (0, "words\n", "")
    assert not program.book.exists()


def test_the_key_writes_nothing(program):
    before = {
        p: (p.stat().st_mtime_ns, p.read_bytes()) for p in program.book.rglob("*") if p.is_file()
    }

    program.ok("_complete", "zsh", "show", "")
    program.ok("_complete", "zsh", "done", "1", "")

    after = {
        p: (p.stat().st_mtime_ns, p.read_bytes()) for p in program.book.rglob("*") if p.is_file()
    }
    assert after == before


# The scripts


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_with_how_to_switch_it_on(program, shell):
    run = program.ok("completion", shell)

    assert run.out == script_of(shell) + "\n"
    assert f"reviewlog completion {shell}" in run.out.partition("_complete")[0]
    assert "reviewlog completion bash" in program.ok("completion", "--help").out
    told = program.ok("completion", shell, "--json").json
    assert (told["schema"], told["script"]) == ("reviewlog.completion/1", script_of(shell))


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_read_its_script(shell, tmp_path):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    file = tmp_path / "script"
    file.write_text(script_of(shell))

    subprocess.run([shell, "-n", str(file)], check=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_no_script_runs_what_it_is_told(shell):
    rules = [line for line in script_of(shell).splitlines() if not line.startswith("#")]

    assert "eval" not in " ".join(rules)
    assert "compgen" not in " ".join(rules)


def test_an_unknown_shell_is_refused_with_the_likely_one(program):
    run = program("completion", "zhs")

    assert run.code == 2
    assert "zsh" in run.err


def test_the_hidden_verb_is_no_verb(program):
    assert "_complete" not in program.ok("--help").out
    assert program("--json", "_complete").code == 2
