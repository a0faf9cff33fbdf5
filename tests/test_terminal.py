"""At a real terminal: what is asked, how it is drawn, and how one gets out."""

import re
import shutil
import sqlite3
import stat
import subprocess
import time

import pexpect
import pytest

from reviewlog.domain.sealing import open_disclosure
from tests.program import PROGRAM, Program, assert_harmless

pytestmark = pytest.mark.slow

PAINT = re.compile(r"\x1b\[[0-9;]*m")
PASTE_MARKS = re.compile(r"\x1b\[\?2004[hl]\r?")
"""How a terminal is asked to mark a paste while a question stands there."""
EVIL = "Dana\x1b[2J\x1b]0;x\x07\u202e[red]\x9b31m"
WHO, WORDS, TIED = "Who was it", "What did they say", "Enter: not sure"


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path, EDITOR="/nonexistent/editor")


@pytest.fixture(scope="module")
def patterns(tmp_path_factory):
    """Logbooks made once, to be copied: one incident, two of one person, and an evil one."""

    def made(name, *lines):
        program = Program(tmp_path_factory.mktemp(name))
        for words in lines:
            program.ok(*words, stdin=EVIL.encode() if "-" in words else None)
        return program.book

    call = ("log", "It was dry.", "--who", "Dana Smith")
    return {
        "one": made("one", call),
        "two": made("two", call, ("close", "1"), call, ("reopen", "1")),
        "evil": made(
            "evil",
            ("log", "-", "--who", EVIL, "--phone", EVIL),
            ("remind", "1", "today", EVIL),
        ),
    }


def copied(name):
    @pytest.fixture(name=name)
    def fixture(program, patterns):
        shutil.copytree(patterns[name], program.book)
        return program

    return fixture


one, two, evil = copied("one"), copied("two"), copied("evil")


def in_rows(question):
    """Return the pattern of a question that may go on in the next row of the screen."""
    return r"\s+".join(map(re.escape, question.split()))


class Terminal:
    """One run at a terminal of 24 lines and 80 columns."""

    def __init__(self, program, *words, **env):
        self.child = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *words],
            env={**program.env, **env},
            cwd=str(program.home),
            encoding="utf-8",
            timeout=15,
            dimensions=(24, 80),
        )
        self.child.delaybeforesend = None

    def asks(self, question):
        self.child.expect(in_rows(question))
        return self

    def says(self, answer):
        self.child.sendline(answer)
        return self

    def presses(self, key):
        self.child.sendcontrol(key)
        return self

    def ends(self):
        """Wait for the end; return exit code and everything since the last question."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.child.before.replace("\r\n", "\n")


def shown(program, *words, **env):
    return Terminal(program, *words, **env).ends()


def interactions(program):
    """Return what was written, entry by entry."""
    path = program.book / "logbook.db"
    if not path.exists():
        return []
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT seq, d.text FROM disclosures d JOIN entries e USING (log, seq)"
        " WHERE e.kind = 'interaction' ORDER BY seq"
    ).fetchall()
    connection.close()
    found: dict[int, dict[str, object]] = {}
    for seq, text in rows:
        name, value = open_disclosure(text)
        found.setdefault(seq, {})[name] = value
    return list(found.values())


def test_log_alone_asks_who_their_words_and_whether_a_review_was_tied(program):
    terminal = Terminal(program, "log")
    terminal.asks(WHO).says("Dana Smith")
    terminal.asks(WORDS).says("I want my $500 back, or else.")
    terminal.asks(TIED).says("open")
    code, out = terminal.ends()

    assert code == 0, out
    assert "Kept, 1" in out
    assert "Dana Smith phoned you" in out
    assert "$500" in out
    assert "NEXT" in out
    (entry,) = interactions(program)
    assert (entry["who"], entry["text"], entry["threat"]) == (
        "Dana Smith",
        "I want my $500 back, or else.",
        "open",
    )


def test_enter_alone_leaves_open_whether_a_review_was_tied(program):
    terminal = Terminal(program, "log")
    terminal.asks(WHO).says("Dana").asks(WORDS).says("It was dry.").asks(TIED).says("")
    code, out = terminal.ends()

    assert code == 0, out
    assert "threat" not in interactions(program)[0]


def test_only_what_is_missing_is_asked(program):
    code, out = Terminal(program, "log", "It was dry.").asks(WHO).says("Dana").ends()
    assert (code, WORDS in out, TIED in out) == (0, False, False)

    code, out = shown(program, "log", "It was dry.", "--who", "Dana")
    assert (code, WHO in out) == (0, False)

    terminal = Terminal(program, "log", "--who", "Dana").asks(WORDS).says("Again.").asks(TIED)
    assert terminal.says("veiled").ends()[0] == 0

    assert len(interactions(program)) == 3


def test_a_needed_answer_is_asked_for_until_it_is_given(program):
    terminal = Terminal(program, "log", "It was dry.")
    terminal.asks(WHO).says("").asks(WHO).says("   ").asks(WHO).says("Dana")

    assert terminal.ends()[0] == 0
    assert [entry["who"] for entry in interactions(program)] == ["Dana"]


def test_a_wrong_word_at_a_question_is_asked_again_and_loses_nothing(program):
    terminal = Terminal(program, "log", "--who", "Dana").asks(WORDS).says("Again.")
    terminal.asks(TIED).says("perhaps").asks("Please type").asks(TIED).says("2")

    assert terminal.ends()[0] == 0
    (entry,) = interactions(program)
    assert (entry["text"], entry["threat"]) == ("Again.", "veiled")


def test_a_plain_yes_is_no_answer_to_which_threat_it_was(program):
    terminal = Terminal(program, "log", "--who", "Dana").asks(WORDS).says("Pay, or else.")
    terminal.asks(TIED).says("y").asks("2 hinted, 3 open").asks("Which of them?")
    assert terminal.asks(TIED).says("o").ends()[0] == 0
    assert interactions(program)[0]["threat"] == "open"


def test_violence_is_an_answer_that_is_named(program):
    terminal = Terminal(program, "log", "--who", "Dana").asks(WORDS).says("I will hurt you.")
    terminal.asks("violence threatened?").asks(TIED).says("violence")

    assert terminal.ends()[0] == 0
    assert interactions(program)[0]["threat"] == "harm"


@pytest.mark.parametrize("at", [WHO, WORDS, TIED])
def test_ctrl_c_at_a_question_ends_calmly_and_nothing_is_written(program, at):
    terminal = Terminal(program, "log").asks(WHO)
    if at != WHO:
        terminal.says("Dana").asks(WORDS)
    if at == TIED:
        terminal.says("It was dry.").asks(TIED)
    time.sleep(0.05)
    code, out = terminal.presses("c").ends()

    assert code == 130
    assert "Nothing was written" in out
    assert "Traceback" not in out
    assert interactions(program) == []


@pytest.mark.parametrize("at", [WHO, WORDS])
def test_the_end_of_the_input_at_a_question_ends_calmly_and_nothing_is_written(program, at):
    terminal = Terminal(program, "log").asks(WHO)
    if at == WORDS:
        terminal.says("Dana").asks(WORDS)
    time.sleep(0.05)
    code, out = terminal.presses("d").ends()

    assert code in (1, 2, 130)
    assert "Nothing was written" in out
    assert "Traceback" not in out
    assert interactions(program) == []


def test_ctrl_c_while_the_logbook_is_locked_ends_calmly(one):
    connection = sqlite3.connect(one.book / "logbook.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    terminal = Terminal(one, "log", "Again.", "--who", "Dana")
    time.sleep(0.8)
    terminal.presses("c")
    time.sleep(0.1)
    connection.close()
    code, out = terminal.ends()

    assert code == 130
    assert "Traceback" not in out
    assert len(interactions(one)) == 1


def test_ctrl_c_at_the_door_ends_calmly(one):
    connection = sqlite3.connect(one.book / "logbook.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    terminal = Terminal(one)
    time.sleep(0.5)
    terminal.presses("c")
    time.sleep(0.1)
    connection.close()
    code, out = terminal.ends()

    assert code == 130
    assert "Traceback" not in out


def an_editor(program, body):
    path = program.home / "my editor"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"EDITOR": f"'{path}' --wait"}


def test_edit_takes_the_text_from_the_editor(program):
    editor = an_editor(program, """printf 'She said:\\n"$500 or else"\\n\\n' > "$2" """)

    code, out = shown(program, "log", "--edit", "--who", "Dana", **editor)

    assert code == 0, out
    assert interactions(program)[0]["text"] == 'She said:\n"$500 or else"\n'


def test_edit_begins_with_the_text_on_the_line(program):
    editor = an_editor(program, """printf ' Then she hung up.' >> "$2" """)

    code, out = shown(program, "log", "It was dry.", "--edit", "--who", "Dana", **editor)

    assert code == 0, out
    assert interactions(program)[0]["text"] == "It was dry. Then she hung up."


@pytest.mark.parametrize(
    ("body", "codes"), [("exit 1", (1,)), ("true", (2,)), ("printf ' \\n' > \"$2\"", (2,))]
)
def test_an_editor_that_gives_nothing_writes_nothing(program, body, codes):
    code, out = shown(program, "log", "--edit", "--who", "Dana", **an_editor(program, body))

    assert code in codes, out
    assert "Nothing was written" in out
    assert "Traceback" not in out
    assert interactions(program) == []


def test_an_editor_that_is_not_there_is_told(program):
    code, out = shown(program, "log", "--edit", "--who", "Dana")

    assert code == 1
    assert "Traceback" not in out
    assert interactions(program) == []


@pytest.mark.parametrize("there", [("nano", "sensible-editor", "vi"), ("sensible-editor", "vi")])
def test_who_chose_no_editor_gets_the_easiest_and_is_told_how_it_is_left(program, there):
    folder = program.home / "editors"
    folder.mkdir()
    for name in there:
        (folder / name).write_text(f'#!/bin/sh\nprintf "by {name}" > "$1"\n')
        (folder / name).chmod(0o700)
    env = {"PATH": f"{folder}:/nowhere", "EDITOR": "", "VISUAL": ""}
    code, out = shown(program, "log", "--edit", "--who", "Dana", **env)

    assert code == 0, out
    assert interactions(program)[0]["text"] == f"by {there[0]}"
    assert re.search(r"Ctrl-X leaves|Esc :wq Enter", out)


def test_a_near_name_is_asked_about(one):
    terminal = Terminal(one, "log", "Again.", "--who", "Dana Smyth").asks("Dana Smith?")
    code, out = terminal.says("y").ends()
    assert (code, "incident 1" in out) == (0, True), out

    terminal = Terminal(one, "log", "Again.", "--who", "Dana Smyth").asks("Dana Smith?")
    code, out = terminal.says("n").ends()
    assert (code, "Kept, 2" in out) == (0, True), out

    assert [entry["who"] for entry in interactions(one)][1:] == ["Dana Smith", "Dana Smyth"]


def test_a_near_name_is_taken_literally_in_a_script(one):
    assert one.ok("log", "x", "--who", "Dana Smyth", "--json").json["incident"] == "2"


def test_two_open_incidents_are_listed_and_one_is_chosen(two):
    terminal = Terminal(two, "log", "Again.", "--who", "Dana Smith").asks("Which one")
    listed = terminal.child.before
    code, out = terminal.says("7").asks("Which one").says("2").ends()

    assert code == 0, out
    assert "more than one open incident" in listed
    assert re.findall(r"^\s+(\d)\s+Dana", listed, re.MULTILINE) == ["1", "2"]
    assert "Kept, 2 " in out


def test_two_open_incidents_are_listed_and_refused_in_a_script(two):
    run = two("log", "Again.", "--who", "Dana Smith")

    assert run.code == 1
    assert re.findall(r"^\s+(\d)\s+Dana", run.err, re.MULTILINE) == ["2", "1"]
    assert len(interactions(two)) == 2


def test_an_incident_closed_lately_is_asked_about(one):
    one.ok("close", "1")

    terminal = Terminal(one, "log", "Again.", "--who", "Dana Smith").asks("closed lately")
    code, out = terminal.says("y").ends()

    assert (code, "Kept, 1 " in out) == (0, True), out


def test_a_table_is_drawn_at_a_terminal_and_only_there(one):
    drawn = shown(one, "list")[1]
    assert "\x1b[" in drawn
    assert "─" in drawn

    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        code, out = shown(one, "list", **env)
        assert code == 0
        assert "\x1b" not in out
        assert "─" not in out
        assert "Dana" in out
    piped = one.ok("list")
    assert b"\x1b" not in piped.raw
    assert "─" not in piped.out


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
@pytest.mark.parametrize("words", [(), ("log", "--help"), ("show", "1"), ("wat",)])
def test_no_escape_is_sent_when_somebody_objects(one, words, env):
    _, out = shown(one, *words, **env)

    assert out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "words",
    [("list",), (), ("due",), ("show", "1"), ("next", "1"), ("playbook", "list"), ("undo",)],
)
def test_stored_text_does_nothing_to_a_terminal(evil, words):
    code, out = shown(evil, *words)

    assert code == 0, out
    assert_harmless(PAINT.sub("", out))


def test_a_question_about_a_stored_name_does_nothing_to_a_terminal(evil):
    terminal = Terminal(evil, "log", "x", "--who", EVIL.replace("Dana", "Dama")).asks("?")
    asked = terminal.child.before
    terminal.presses("c").ends()

    assert_harmless(PAINT.sub("", asked).replace("\r", ""))


def test_a_choice_between_stored_names_does_nothing_to_a_terminal(evil):
    evil.ok("close", "1")
    evil.ok("log", "x", "--who", EVIL)
    evil.ok("reopen", "1")

    terminal = Terminal(evil, "log", "x", "--who", EVIL).asks("Which one")
    asked = terminal.child.before
    terminal.presses("c").ends()

    assert_harmless(PAINT.sub("", asked.replace("\r\n", "\n")))


def test_a_question_about_a_closed_incident_does_nothing_to_a_terminal(evil):
    evil.ok("close", "1")

    terminal = Terminal(evil, "log", "x", "--who", EVIL).asks("closed lately")
    asked = terminal.child.before
    terminal.presses("c").ends()

    assert_harmless(PAINT.sub("", asked).replace("\r", ""))


@pytest.mark.parametrize(
    "words",
    [
        ("log",), ("log", "x"), ("log", "--who", "Dana"), ("log", "--edit", "--who", "Dana"),
        ("log", "-", "--who", "Dana"), ("note", "1"), ("demand", "1"), ("export", "1"),
        ("remind", "1"), ("review",), ("amend",), ("done", "1"), ("close",), ("promise", "1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_without_a_terminal_nothing_is_asked_and_nothing_hangs(program, words):
    run = program(*words)

    assert run.code in (1, 2, 4)
    assert run.err.strip()
    assert "Traceback" not in run.err
    assert interactions(program) == []


def test_what_is_missing_is_named_where_nobody_can_be_asked(program):
    run = program("log")

    assert run.code == 2
    assert "TEXT" in run.err
    assert "--who" in run.err


@pytest.mark.parametrize("option", ["--no-input", "--json"])
def test_nobody_is_asked_when_the_owner_does_not_want_it(program, option):
    code, out = shown(program, "log", option)

    assert code == 2
    assert WHO not in out
    assert "--who" in out


def test_a_closed_standard_input_hangs_nothing(program):
    finished = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *PROGRAM, "log"],
        env=dict(program.env),
        capture_output=True,
        check=False,
        timeout=20,
    )

    assert finished.returncode == 2
    assert b"Traceback" not in finished.stderr


def test_a_reader_that_goes_away_is_no_fault(program):
    program.ok("log", "-", "--who", "Dana", stdin=b"word " * 100_000)

    for verb in ("show 1", "due", "list", "show 1 --json"):
        finished = subprocess.run(
            ["sh", "-c", f"{' '.join(PROGRAM)} {verb} | true"],
            env=dict(program.env),
            capture_output=True,
            check=False,
            timeout=20,
        )
        assert finished.stderr == b""


@pytest.mark.parametrize("verb", ["due", "list", "show 1"])
def test_output_that_does_not_fit_on_the_disk_is_told_calmly(one, verb):
    finished = subprocess.run(
        ["sh", "-c", f"{' '.join(PROGRAM)} {verb} > /dev/full"],
        env=dict(one.env),
        capture_output=True,
        check=False,
        timeout=20,
    )

    assert finished.returncode == 1
    assert finished.stderr
    assert b"Traceback" not in finished.stderr
    assert b"Exception ignored" not in finished.stderr
