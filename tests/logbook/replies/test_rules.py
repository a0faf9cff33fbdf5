"""The rules for replies, kept in the logbook: read when their files change, and only then."""

import json
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.logbook.logbook import Logbook
from reviewlog.playbook.replies.shelf import shipped_ruleset
from tests.playbook.replies.test_shelf import OWN


@pytest.fixture
def opened(tmp_path, clock):
    @contextmanager
    def open_it():
        with closing(Logbook.open(tmp_path / "book", clock, "Europe/London")) as book:
            yield book

    return open_it


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file of the owner's own."""

    def written(text, name="mine.yaml"):
        folder = tmp_path / "book" / "playbooks" / "replies"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    return written


def ids_of(book):
    return {rule.id for rule in book.reply_rules().rules}


def test_a_new_logbook_has_the_rules_of_the_program(opened):
    with opened() as book:
        assert book.faults == ()
        assert book.reply_rules() == shipped_ruleset()


def test_a_file_of_ones_own_is_noticed_at_the_next_opening(opened, put):
    with opened():
        pass
    put(OWN)
    with opened() as book:
        assert "neighbour" in ids_of(book)
    put(OWN.replace("id: neighbour", "id: next-door"))
    with opened() as book:
        assert "next-door" in ids_of(book)
        assert "neighbour" not in ids_of(book)


def test_a_file_that_is_gone_takes_its_rules_with_it(opened, put, tmp_path):
    put(OWN)
    with opened() as book:
        assert "neighbour" in ids_of(book)
    (tmp_path / "book" / "playbooks" / "replies" / "mine.yaml").unlink()
    with opened() as book:
        assert book.reply_rules() == shipped_ruleset()


def test_a_faulty_file_is_told_and_its_last_good_text_holds(opened, put):
    put(OWN)
    with opened():
        pass
    put(OWN.replace("level: warn", "level: warning"))
    for _ in range(2):  # it is told again until it is mended
        with opened() as book:
            (fault,) = book.faults
            assert isinstance(fault, PlaybookFaultError)
            assert fault.holds == "own"
            assert "neighbour" in ids_of(book)


def test_what_is_read_is_in_the_files_with_the_texts_that_try_the_rules(opened, put):
    put(OWN)
    with opened() as book:
        shelf = book.reply_shelf()
        assert shelf.ruleset == book.reply_rules()
        assert [trial.rule for trial in shelf.trials if trial.origin == "mine.yaml"] == [
            "neighbour"
        ]


def test_rules_that_somebody_spoiled_are_read_again_out_of_the_files(opened, put):
    put(OWN)
    for kept in ("", "[]", '{"rules": [{}]}', "null"):
        with opened() as book:
            with book.store.writing():
                book.store.projections.set_meta("replies", kept)
                book.store.projections.set_meta("reply_texts", kept)
            assert "neighbour" in ids_of(book)
            assert "neighbour" in {rule.id for rule in book.reply_shelf().ruleset.rules}


def test_a_rebuild_keeps_the_rules(opened, put):
    from reviewlog.logbook.opening.refresh import rebuild_and_compare

    put(OWN)
    with opened() as book:
        before = book.reply_rules()
        assert rebuild_and_compare(book.store)
        assert book.reply_rules() == before


def test_a_check_loads_neither_yaml_nor_pydantic(opened, tmp_path):
    with opened():
        pass
    code = (
        "import sys, json\n"
        "from pathlib import Path\n"
        "from reviewlog.logbook.logbook import Logbook\n"
        "from tests.fakes import FakeClock\n"
        "book = Logbook.open(Path(sys.argv[1]), FakeClock(), 'Europe/London')\n"
        "assert book.reply_rules().rules\n"
        "book.close()\n"
        "print(json.dumps([m for m in ('yaml', 'pydantic') if m in sys.modules]))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "book")], capture_output=True, check=True
    )
    assert json.loads(told.stdout) == []
