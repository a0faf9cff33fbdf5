"""What an owner meets when the disk, the file, the words or the program are at fault."""

import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from reviewlog.cli import main
from reviewlog.domain.sealing import open_disclosure
from reviewlog.environment import Machine
from reviewlog.store.schema import VERSION
from tests.fakes import SATURDAY
from tests.program import Program, assert_calm, assert_harmless

READING = [("due",), ("due", "--on", "tomorrow"), ("show", "1"), ("list",), ("next",), ("next", "1"),
           ("show", "1", "--json"), ("verify",), ("playbook", "list")]  # fmt: skip
WRITING = [
    ("log", "She rang again.", "--who", "Dana Smith"),
    ("log", "A new one.", "--who", "Robin Moss"),
    ("note", "1", "A thought."),
    ("demand", "1", "All of it back", "--amount", "240"),
    ("undo",),
    ("close", "1"),
]


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """A logbook with one incident, to be copied: making one takes a quarter of a second."""
    program = Program(tmp_path_factory.mktemp("pattern"))
    program.ok("log", "The vase was cracked.", "--who", "Dana Smith", "--threat", "open")
    return program.book


@pytest.fixture
def filled(program, pattern):
    shutil.copytree(pattern, program.book)
    return program


def contents(book: Path) -> list[str]:
    """Return everything in the file, as statements."""
    connection = sqlite3.connect(book / "logbook.db")
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def assert_whole(program: Program) -> None:
    book = program.logbook()
    try:
        checked = book.verify()
        assert checked.places == ()
        assert checked.counts["entries"] == book.store.log.length()
        assert book.rebuild()
    finally:
        book.close()


def change(book: Path, *statements: str) -> None:
    connection = sqlite3.connect(book / "logbook.db", isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


# The disk


def mounted(place: Path, size: str) -> None:
    """Mount a small disk in memory, or skip: it needs root and a kernel that lets us."""
    place.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small disk needs root")
    line = ["mount", "-t", "tmpfs", "-o", f"size={size}", "reviewlog-test", str(place)]
    if subprocess.run(line, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount a small disk")


@pytest.fixture
def disk(tmp_path):
    place = tmp_path / "disk"
    mounted(place, "2000k")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk but for some bytes."""
    filler = disk / "photos"
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * 4096)
            except OSError:
                break
        file.truncate(max(0, file.tell() - leave))
    return filler


@pytest.mark.slow
@pytest.mark.parametrize("leave", [0, 65536])
def test_a_full_disk_keeps_nothing_and_loses_nothing(tmp_path, disk, leave):
    program = Program(tmp_path, disk / "book")
    program.ok("log", "The vase was cracked.", "--who", "Dana Smith")
    before = contents(program.book)
    filler = fill(disk, leave)

    run = program("log", "-", "--who", "Dana Smith", stdin=b"word " * 60_000)

    assert_calm(run, 1)
    assert "disk is full" in run.err
    assert contents(program.book) == before
    for words in READING:
        program.ok(*words)
    filler.unlink()
    program.ok("log", "-", "--who", "Dana Smith", stdin=b"word " * 60_000)
    assert_whole(program)


def test_a_full_disk_takes_no_half_of_a_file(tmp_path, disk):
    program = Program(tmp_path, disk / "book")
    program.ok("log", "The vase was cracked.", "--who", "Dana Smith")
    film = tmp_path / "film.mp4"
    film.write_bytes(os.urandom(1_900_000))
    before = contents(program.book)

    run = program("attach", "1", str(film))

    assert_calm(run, 1)
    assert "disk is full" in run.err
    assert contents(program.book) == before
    assert [p for p in (program.book / "files").rglob("*") if p.is_file()] == []


@pytest.mark.slow
def test_a_disk_too_full_for_a_new_logbook_is_told_and_can_be_tried_again(tmp_path, disk):
    program = Program(tmp_path, disk / "book")
    filler = fill(disk)

    run = program("log", "The vase was cracked.", "--who", "Dana Smith")

    assert_calm(run, 1)
    assert "disk is full" in run.err
    filler.unlink()
    program.ok("log", "The vase was cracked.", "--who", "Dana Smith")
    assert_whole(program)


def test_a_limit_on_the_size_of_files_is_told_and_nothing_is_half_written(filled):
    before = contents(filled.book)
    size = (filled.book / "logbook.db").stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, size + 8192))

    run = filled("log", "-", "--who", "Dana Smith", stdin=b"word " * 60_000, before=limit)

    assert_calm(run, 1)
    assert contents(filled.book) == before
    filled.ok("log", "-", "--who", "Dana Smith", stdin=b"word " * 60_000)
    assert_whole(filled)


# A logbook that cannot be written to


@pytest.fixture
def read_only(tmp_path):
    """A logbook on a disk that is read-only; root ignores mere rights."""
    yield from locked_away(tmp_path)


@pytest.fixture
def changed_and_read_only(tmp_path):
    """One whose files changed between the last reading and the locking."""

    def change(book):
        (book / "config.yaml").write_text("business: Vale\n")
        (book / "playbooks").mkdir()
        (book / "playbooks" / "mine.yaml").write_text("playbook: mine\n")

    yield from locked_away(tmp_path, change)


def locked_away(tmp_path, change=lambda _: None):
    place = tmp_path / "disk"
    if os.geteuid() == 0:
        mounted(place, "4m")
    else:
        place.mkdir()
    try:
        program = Program(tmp_path, place / "book")
        program.ok("log", "The vase was cracked.", "--who", "Dana Smith", "--threat", "open")
        change(program.book)
        if os.geteuid() == 0:
            subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        else:
            (program.book / "logbook.db").chmod(0o400)
            program.book.chmod(0o500)
        yield program
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "-l", str(place)], check=True)
        elif (place / "book").is_dir():
            (place / "book").chmod(0o700)


@pytest.mark.slow
def test_a_read_only_logbook_can_still_be_read(read_only):
    for words in READING:
        run = read_only(*words)
        assert run.code == 0, (words, run.err)
        assert run.err == ""


@pytest.mark.slow
def test_a_read_only_logbook_whose_files_changed_is_read_as_it_was_last(changed_and_read_only):
    for words in READING:
        run = changed_and_read_only(*words)
        assert run.code == 0, (words, run.err)
        told = "Changed files were not read: the folder cannot be written to" in run.err
        assert told != (words == ("verify",)), "it reads no settings"


def test_a_read_only_logbook_is_not_written_to(read_only, tmp_path):
    before = contents(read_only.book)
    (tmp_path / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    for words in [*WRITING, ("attach", "1", str(tmp_path / "shot.png"))]:
        run = read_only(*words)
        assert_calm(run, 1)
        assert "cannot be written to" in run.err, words

    assert contents(read_only.book) == before


def test_a_folder_that_cannot_be_made_is_told(read_only):
    run = read_only("log", "x", "--who", "Dana", "--book", str(read_only.book.parent / "other"))

    assert_calm(run, 1)


# A file that is not what it was


@pytest.mark.slow
def test_a_newer_logbook_is_left_alone_by_every_verb(filled):
    change(filled.book, f"PRAGMA user_version = {VERSION + 1}")
    before = (filled.book / "logbook.db").read_bytes()

    for words in READING + WRITING:
        run = filled(*words)
        assert_calm(run, 1)
        assert "newer" in run.err

    assert (filled.book / "logbook.db").read_bytes() == before
    assert [p.name for p in filled.book.iterdir()] == ["logbook.db"]


DAMAGE = {
    "words": lambda _: b"These are only words. " * 500,
    "cut in half": lambda raw: raw[: len(raw) // 8192 * 4096],
    "head gone": lambda raw: b"\x00" * 100 + raw[100:],
    "schema gone": lambda raw: raw[:100] + os.urandom(3996) + raw[4096:],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_logbook_is_told_and_left_as_it_is(filled, damage):
    path = filled.book / "logbook.db"
    path.write_bytes(damage(path.read_bytes()))
    before = path.read_bytes()

    for words in (READING[0], READING[2], WRITING[0]):
        run = filled(*words)
        assert_calm(run, 1)
        assert "damaged" in run.err
    assert path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_page_that_was_overwritten_never_ends_in_a_traceback(filled, seed):
    chance = random.Random(seed)
    path = filled.book / "logbook.db"
    raw = bytearray(path.read_bytes())
    page = chance.randrange(1, len(raw) // 4096)
    raw[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    path.write_bytes(raw)

    for words in (("due",), ("show", "1"), ("verify",), WRITING[0]):
        run = filled(*words)
        assert run.code in (0, 1), (words, run.raw)
        assert b"Traceback" not in run.raw
    assert filled("verify").code == 1


def test_a_logbook_without_its_guards_is_not_written_to(filled):
    change(filled.book, "DROP TRIGGER entries_never_go")
    before = contents(filled.book)

    run = filled(*WRITING[0])

    assert_calm(run, 1)
    assert "guards" in run.err
    assert contents(filled.book) == before


def test_a_locked_logbook_is_waited_for(filled):
    connection = sqlite3.connect(filled.book / "logbook.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    writer = subprocess.Popen(
        [*_line(filled, *WRITING[0])], env=dict(filled.env), stdout=subprocess.PIPE
    )
    with pytest.raises(subprocess.TimeoutExpired):
        writer.wait(timeout=1)
    assert filled.ok("due").out
    connection.execute("ROLLBACK")
    connection.close()

    assert writer.wait(timeout=20) == 0
    assert writer.stdout is not None
    writer.stdout.close()
    assert_whole(filled)


def _line(program: Program, *words: str) -> tuple[str, ...]:
    from tests.program import PROGRAM

    return (*PROGRAM, *words)


def test_something_else_in_the_place_of_the_logbook_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")

    run = Program(tmp_path, tmp_path / "notes.txt")("log", "x", "--who", "Dana")

    assert_calm(run, 1)
    assert (tmp_path / "notes.txt").read_text() == "mine"


# A fault of our own

NAMES = ("Dana", "Smith", "vase", "cracked")
DEFECTS = [
    ("UPDATE agenda SET due_on = '2020-Dana Smith'", ("due",)),
    ("UPDATE agenda SET due_on = '2020-Dana Smith'", ("show", "1")),
    ("UPDATE playbooks SET body = 'Dana Smith'", ("log", "x", "--who", "Dana Smith")),
    ("UPDATE incidents SET last_at = 'Dana Smith'", ("list",)),
]


@pytest.mark.parametrize(("defect", "words"), DEFECTS)
def test_a_fault_of_ours_is_kept_in_a_log_file_without_a_customers_name(filled, defect, words):
    change(filled.book, defect)

    run = filled(*words)

    assert_calm(run, 3)
    assert not any(name in run.err for name in NAMES)
    path = Path(run.err.split()[-1])
    assert path.is_relative_to(filled.home)
    kept = path.read_text()
    assert not any(name in kept for name in NAMES)
    assert ".py:" in kept


def test_a_zone_that_is_none_does_not_break_the_door(filled):
    change(filled.book, "UPDATE meta SET value = 'Dana/Smith' WHERE key = 'zone'")

    assert "Dana Smith" in filled.ok("due").out


def test_a_fault_whose_log_file_cannot_be_written_is_still_told_calmly(filled, tmp_path):
    change(filled.book, "UPDATE agenda SET due_on = '2020-Dana Smith'")
    (tmp_path / "file").write_text("in the way")

    run = filled("show", "1", XDG_STATE_HOME=str(tmp_path / "file"))

    assert run.code == 3
    assert "Traceback" not in run.err
    assert "fault of reviewlog" in run.err


# Words that cannot be carried out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", 2),
        (b"  \n\t \n", 2),
        (b"x" * 1_000_001, 2),
        ("é".encode() * 500_001, 2),
        (b"x" * 1_000_000, 0),
    ],
    ids=["empty", "blank", "a byte over", "a byte over in letters", "just the cap"],
)
def test_a_text_has_between_something_and_a_million_bytes(filled, text, code):
    before = contents(filled.book)

    run = filled("log", "-", "--who", "Dana", stdin=text)

    assert run.code == code, run.err
    if code:
        assert_calm(run, 2)
        assert contents(filled.book) == before


@pytest.mark.parametrize(
    "words",
    [
        ("log", "", "--who", "Dana"),
        ("log", " \n ", "--who", "Dana"),
        ("log", "x", "--who", "Dana", "--quote", " "),
        ("log", "x", "--who", "Dana", "--amount", "12,5,0"),
        ("log", "x", "--who", "Dana", "--amount", "-5"),
        ("log", "x", "--who", "Dana", "--amount", ""),
        ("log", "x", "--who", "Dana", "--at", "the day before"),
        ("log", "x", "--who", "Dana", "--threat", "opne"),
        ("log", "x", "--who", "Dana", "--in", "--out"),
        ("log", "x", "--who", "Dana", "--attach", "/dev/zero"),
        ("log", "x", "--who", "Dana", "--attach", "missing.png"),
        ("log", "x"),
        ("log", "--who", "Dana"),
        ("log", "she", "wrote", "--who", "Dana"),
        ("log", "x", "--who", ""),
        ("log", "x", "--who", "  "),
        ("log", "x", "--whom", "Dana"),
        ("lgo", "x"),
    ],
    ids=" ".join,
)
def test_words_that_cannot_be_carried_out_are_wrong_usage_and_nothing_is_written(filled, words):
    before = contents(filled.book)

    run = filled(*words)

    assert run.code == 2, run.raw
    assert run.out == ""
    assert "Traceback" not in run.err
    assert contents(filled.book) == before


def test_what_happened_cannot_lie_in_the_future_and_three_examples_say_how(program):
    run = program("log", "x", "--who", "Dana", "--at", "2999-01-01")

    assert_calm(run, 2)
    examples = run.err.partition("Try: ")[2].strip().split(", ")
    assert len(examples) == 3
    for example in examples:
        program.ok("log", "x", "--who", "Dana", "--at", example)


@pytest.mark.parametrize(("said", "most"), [("31 February", 1), ("soon", 3)])
def test_a_date_that_is_none_is_told_with_examples_that_work(program, said, most):
    run = program("log", "x", "--who", "Dana", "--at", said)

    assert_calm(run, 2)
    examples = run.err.partition("Try: ")[2].strip().split(", ")
    assert len(examples) == most
    for example in examples:
        program.ok("log", "x", "--who", "Dana", "--at", example)


def test_what_is_to_come_cannot_be_over_and_three_examples_say_how(filled):
    run = filled("remind", "1", "yesterday", "ring them")

    assert_calm(run, 2)
    examples = run.err.partition("Try: ")[2].strip().split(", ")
    assert len(examples) == 3
    for example in examples[:2]:
        filled.ok("remind", "1", example, "ring them")


# Any text whatever

TEXTS = {
    "dollars": b"I want $500, not $5",
    "pounds": "£86 and € 12,50".encode(),
    "quotes": b"""she said "it's 'broken'" `now` \\ \\n""",
    "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️".encode(),
    "right to left": "مرحبا \u202eesrever\u202c שלום \u2067x\u2069".encode(),
    "escapes": b"\x1b[2J\x1b]0;title\x07\x1b[31mred\x1b[0m \x9b31m \r gone\x08\x08",
    "markup": b"[bold red]x[/bold red] [/] [link=http://evil]y[/link] :smile:",
    "nul": b"before\x00after",
    "no utf-8": b"caf\xe9 \xff\xfe \xed\xa0\x80 \xf8\x88\x80\x80\x80 ok",
    "line ends": b"one\r\ntwo\rthree\n\nfour\n",
    "separators": "a\u2028b\u2029c\u0085d\u200be\ufeff".encode(),
    "tags": b"<script>alert(1)</script> &amp; {{7*7}} ${HOME} $(id) %s %n {0}",
    "dashes": b"--who nobody -- -y",
    "tabs": b"a\tb",
    "private": "\ue000 \U000fffff \uffff".encode(),
}
NAMES_OF_ALL_KINDS = [
    "[red]Dana[/red]",
    "\x1b[31mDana\x1b[0m",
    "Dana\u202eanaD",
    os.fsdecode(b"Dan\xe9 \xff"),
    "Даня Ó'Neill 🎂",
    "line\nbreak\rback",
    "=1+2",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("hostile"))
    runs = []
    for text in TEXTS.values():
        runs.append(program.ok("log", "-", "--who", "Dana", stdin=text))
    for name in NAMES_OF_ALL_KINDS:
        runs.append(program.ok("log", "x", "--who", os.fsencode(name), "--phone", name))
    for kind in ("right to left", "escapes", "markup", "nul", "no utf-8"):
        runs.append(program.ok("remind", "2", "today", "-", stdin=TEXTS[kind]))
    return program, runs


@pytest.mark.slow
def test_any_text_is_stored_byte_for_byte_in_the_log(hostile):
    program, _ = hostile
    connection = sqlite3.connect(program.book / "logbook.db")
    rows = connection.execute(
        "SELECT d.text FROM disclosures d JOIN entries e USING (log, seq)"
        " WHERE e.kind = 'interaction' AND d.name = 'text' ORDER BY seq"
    )
    stored = [open_disclosure(text)[1].encode("utf-8", "surrogateescape") for (text,) in rows]
    connection.close()

    assert stored[: len(TEXTS)] == list(TEXTS.values())


@pytest.mark.slow
def test_any_text_is_given_back_byte_for_byte_by_show_json(hostile):
    program, _ = hostile
    shown = program.ok("show", "1", "--json")

    given = [
        e["fields"]["text"].encode("utf-8", "surrogateescape")
        for e in shown.json["entries"]
        if e["kind"] == "interaction"
    ]

    assert given == list(TEXTS.values())
    assert shown.out.isascii()


@pytest.mark.slow
def test_any_name_is_stored_as_it_is(hostile):
    program, _ = hostile

    for number, name in enumerate(NAMES_OF_ALL_KINDS, 2):
        shown = program.ok("show", str(number), "--json").json
        assert shown["entries"][0]["fields"]["who"] == name


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 2 + len(NAMES_OF_ALL_KINDS)))
def test_an_incident_with_any_text_is_shown_harmlessly(hostile, number):
    program, _ = hostile

    for words in (("show", str(number)), ("next", str(number))):
        run = program.ok(*words)
        assert_harmless(run.out)
        assert_harmless(run.err)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("list",), ("due",), ("due", "--days", "30", "-y"), ("next",), ("list", "--open")],
    ids=" ".join,
)  # fmt: skip
def test_lists_with_any_text_are_shown_harmlessly(hostile, words):
    program, _ = hostile

    run = program.ok(*words)

    assert_harmless(run.out)
    assert run.err == ""


@pytest.mark.slow
def test_receipts_of_any_text_are_shown_harmlessly(hostile):
    _, runs = hostile

    for run in runs:
        assert_harmless(run.out)
        assert_harmless(run.err)


HOSTILE = "Dana\x1b[31m\u202e\r[red]\udcff"


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("show", HOSTILE + "?"),
        ("log", "x", "--who", "Q", "--at", HOSTILE),
        ("log", "x", "--who", "Q", "--amount", HOSTILE),
        ("log", "x", "--who", "Q", "--threat", HOSTILE),
        ("log", "x", "--who", "Q", "--site", HOSTILE),
        ("log", "x", "--who", "Q", "--attach", HOSTILE),
        ("log", HOSTILE, HOSTILE, "--who", "Q"),
        ("log", "x", "--incident", HOSTILE),
        ("done", "1", HOSTILE),
        ("amend", "999999", HOSTILE),
        ("playbook", "show", HOSTILE),
        ("verify", HOSTILE),
        ("list", "--site", HOSTILE),
        ("list", "--who", HOSTILE),
        ("list", "--" + HOSTILE),
        ("list", "--book", "/proc/self/" + HOSTILE),
        ("due", "--on", HOSTILE),
        ("due", "--days", HOSTILE),
        ("export", "1", "--for", HOSTILE),
        ("export", "1", "-y", "-o", HOSTILE + "/x.zip"),
        (HOSTILE,),
    ],
    ids=lambda words: " ".join(words).partition("Dana")[0],
)
def test_messages_about_any_word_are_harmless(hostile, words):
    program, _ = hostile

    run = program(*(os.fsencode(word) for word in words))

    assert b"Traceback" not in run.raw
    assert run.code in (0, 1, 2, 4), run.raw
    assert_harmless(run.out)
    assert_harmless(run.err)


@pytest.mark.slow
def test_undo_tells_any_text_harmlessly_and_takes_it_back(tmp_path):
    program = Program(tmp_path)
    for kind in ("escapes", "nul", "no utf-8"):
        program.ok("log", "-", "--who", "[red]\x1b[31mDana", stdin=TEXTS[kind])

    for _ in range(3):
        run = program.ok("undo")
        assert_harmless(run.out)
        assert_harmless(run.err)
    assert program("undo").code == 1
    assert_whole(program)


class Still(Machine):
    """A machine whose clock stands still, with a text on its standard input."""

    def __init__(self, book: Path) -> None:
        self.book = book
        self.said = ""

    def now(self):
        return SATURDAY

    def default_book(self):
        return self.book

    def is_interactive(self):
        return False

    def read_stdin(self):
        return self.said


@pytest.fixture(params=[7, pytest.param(1, marks=pytest.mark.slow)], ids=["some", "all"])
def naughty(request):
    vectors = os.environ.get("REVIEWLOG_VECTORS")
    if vectors is None:
        pytest.skip("REVIEWLOG_VECTORS does not name the folder of the test vectors")
    path = Path(vectors) / "naughty-strings" / "blns.json"
    strings = [s for s in json.loads(path.read_text(encoding="utf-8")) if s.strip()]
    return strings[:: request.param]


def test_the_naughty_strings_are_stored_as_they_are_and_shown_harmlessly(naughty, tmp_path, capsys):
    """All of them in one process: five hundred starts would take minutes."""
    machine = Still(tmp_path / "book")
    for machine.said in naughty:
        assert main(["log", "-", "--who", f"Q {machine.said}", "-q"], machine) == 0
        assert_harmless(capsys.readouterr().out)

    book = Program(tmp_path).logbook()
    stored = [entry.fields for entry in book.store.log.everything(["interaction"])]
    numbers = [row["number"] for row in book.incidents()]
    book.close()
    assert [(f["who"], f["text"]) for f in stored] == [(f"Q {s}", s) for s in naughty]

    for words in (["list"], ["due"], *(["show", str(number)] for number in numbers[::10])):
        assert main(words, machine) == 0
        assert_harmless(capsys.readouterr().out)
