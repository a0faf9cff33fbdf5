"""What is known of the sites is kept in the logbook: a look at it reads no file."""

import json

import pytest

from reviewlog.logbook.acting import siting
from reviewlog.logbook.logbook import Logbook
from reviewlog.playbook.siteshelf import site_shelf
from tests.playbook.test_site_files import TEXT


@pytest.fixture
def folder(logbook):
    return logbook.store.folder


@pytest.fixture
def reopen(logbook, folder, clock):
    """Return a function that opens the logbook anew."""
    opened = []

    def again():
        logbook.close()
        opened.append(Logbook.open(folder, clock, "Europe/London"))
        return opened[-1]

    yield again
    for book in opened:
        book.close()


@pytest.fixture
def read(monkeypatch):
    """Count how often the files are read."""
    calls = []

    def counted(folder):
        calls.append(folder)
        return site_shelf(folder)

    monkeypatch.setattr("reviewlog.playbook.siteshelf.site_shelf", counted)
    return calls


def put(folder, text):
    own = folder / "playbooks" / "sites" / "yelp.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text)


def test_what_is_kept_is_what_the_files_say(logbook, folder, read):
    shelf = logbook.site_shelf()

    assert read == []
    assert repr(shelf) == repr(site_shelf(folder / "playbooks"))  # with the type of every part


def test_a_file_that_changed_after_opening_is_read(logbook, folder, read):
    put(folder, TEXT)

    assert logbook.site_shelf().sites["yelp"].origin == "own"
    assert read


def test_an_own_file_is_kept_at_the_next_opening(logbook, folder, reopen, read):
    put(folder, TEXT)

    again = reopen()

    assert again.site_shelf().sites["yelp"].origin == "own"
    assert again.site("yelp").grounds == site_shelf(folder / "playbooks").sites["yelp"].site.grounds
    assert read == []


def test_the_fault_of_a_file_is_told_at_every_look(logbook, folder, reopen, read):
    put(folder, "title: [")

    (fault,) = reopen().site_shelf().faults

    assert fault.path.endswith("yelp.yaml")
    assert read


@pytest.mark.parametrize(
    "kept",
    ["", "{", "{}", "[]", "7", "null", '{"google": 7}', '{"google": []}', '{"google": [["google"], ""]}',
     json.dumps({"google": [list(range(16)), "shipped"]})],
)  # fmt: skip
def test_what_was_spoiled_is_read_out_of_the_files_again(logbook, folder, kept):
    with logbook.store.writing():
        logbook.store.projections.set_meta(siting.KEY, kept)

    assert repr(logbook.site_shelf()) == repr(site_shelf(folder / "playbooks"))
