"""Whatever was written down or typed, what is printed does nothing to a screen."""

import json
import shutil

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS
from reviewlog.domain.harmless import harmless, is_harmless
from reviewlog.render.layout.style import SGR
from tests.bundle.conftest import naughty_strings
from tests.commands.conftest import FakeMachine
from tests.fakes import FakeClock
from tests.hostile import ALL, PAYLOADS, hostile_book
from tests.lines import FAILING, LOOKING, TEXT, WRITING, lines, with_text

CHUNK = 30


class Drawing(FakeMachine):
    """A terminal of 80 columns that may be drawn on."""

    def draws(self) -> bool:
        return True

    def columns(self) -> int | None:
        return 80


def chunks(texts, each=CHUNK):
    several = [text for text in texts if text.strip()]
    return [" ".join(several[start : start + each]) for start in range(0, len(several), each)]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """One incident with every payload by itself, and one where everything stands in one text."""
    return hostile_book(tmp_path_factory.mktemp("evil") / "book", [ALL, *PAYLOADS.values()], 26)


@pytest.fixture
def run(tmp_path, pattern, monkeypatch, capsys):
    """Return a function that runs a line and returns what it printed, which is harmless."""
    shutil.copytree(pattern, tmp_path / "book")
    (tmp_path / "picture.txt").write_text(ALL, errors="surrogateescape")
    monkeypatch.chdir(tmp_path)

    def command(*words, draws=False):
        made = Drawing if draws else FakeMachine
        code = main(list(words), made(FakeClock(), tmp_path))
        out, err = capsys.readouterr()
        assert code != 3, (words, fault(tmp_path))
        if "--print" not in words:  # exact in a pipe; `test_terminal_naughty` looks at a terminal
            assert_shown(out, words, draws=draws)
        assert_shown(err, words)
        return out if "--json" in words else out + err

    return command


def fault(folder):
    """Return where a fault of ours happened."""
    return [path.read_text() for path in (folder / "errors").iterdir()]


def assert_shown(text, words, *, draws=False):
    assert not [sequence for sequence in SGR if f"{sequence}bold" in text], words
    for sequence in SGR if draws else ():
        text = text.replace(sequence, "")
    bad = {f"U+{ord(char):04X}" for char in text if not is_harmless(char)}
    assert not bad, words


def test_every_verb_has_a_line():
    assert set(LOOKING) | set(WRITING) == set(COMMANDS)


def test_there_are_as_many_payloads_as_were_tried_out():
    assert len(PAYLOADS) == 26
    assert all(harmless(text) != text for name, text in PAYLOADS.items() if name != "markup")


@pytest.mark.parametrize("draws", [False, True], ids=["plain", "drawn"])
@pytest.mark.parametrize("line", lines(LOOKING), ids=" ".join)
def test_looking_shows_no_payload_as_it_is(run, line, draws):
    run(*line, draws=draws)


@pytest.mark.parametrize("draws", [False, True], ids=["plain", "drawn"])
def test_writing_shows_no_payload_as_it_is(run, draws):
    for line in lines(WRITING):
        run(*with_text(line, ALL), draws=draws)


@pytest.mark.parametrize("line", FAILING, ids=" ".join)
def test_refusing_shows_no_payload_as_it_is(run, line):
    assert run(*with_text(line, ALL)).strip()


@pytest.mark.parametrize("line", [*FAILING, ("export", "1", "-y", "--for", "self", "-o", TEXT)])
def test_a_word_that_is_longer_than_any_name_is_no_fault(run, line):
    assert run(*with_text(line, "x" * 300)).strip()


def test_a_payload_is_shown_by_its_numbers(run):
    shown = run("show", "1", "--unfold", draws=True)

    assert "⟨U+001B⟩[1mbold" in shown
    assert "⟨U+FDD1⟩bold" in shown
    assert "⟨U+001B⟩]0;owned⟨U+0007⟩" in shown


def test_what_json_prints_is_plain_ascii_and_whole(run):
    out = run("show", "1", "--json")

    assert out.replace("\n", "").isprintable()
    assert out.isascii()
    texts = json.dumps(json.loads(out), ensure_ascii=False)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in texts for text in PAYLOADS.values())


@pytest.mark.slow
@pytest.mark.parametrize("draws", [False, True], ids=["plain", "drawn"])
def test_looking_shows_no_naughty_string_as_it_is(tmp_path, monkeypatch, capsys, draws):
    book = hostile_book(tmp_path / "book", naughty_strings(), CHUNK)
    made = Drawing if draws else FakeMachine
    monkeypatch.chdir(tmp_path)
    for number in range(1, len(list(chunks(naughty_strings()))) + 1):
        for line in lines(LOOKING):
            if "1" not in line and number > 1:
                continue
            words = [str(number) if word == "1" else word for word in line]
            code = main(words, made(FakeClock(), book.parent))
            out, err = capsys.readouterr()
            assert code != 3, (words, fault(book.parent))
            assert_shown(out, words, draws=draws)
            assert_shown(err, words)


@pytest.mark.slow
def test_writing_and_refusing_shows_no_naughty_string_as_it_is(run, tmp_path, pattern):
    """Every text begins with the same logbook: in one that grows each line would take longer."""
    for text in [*chunks(PAYLOADS.values(), 3), *chunks(naughty_strings(), 2 * CHUNK)]:
        shutil.rmtree(tmp_path / "book")
        shutil.copytree(pattern, tmp_path / "book")
        for line in (*lines(WRITING), *FAILING):
            run(*with_text(line, text))
