"""An empty store, and a plain way into its file."""

import sqlite3

import pytest

from reviewlog.store.book import Store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "book"


@pytest.fixture
def store(folder):
    opened = Store.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def plain(folder, store):
    """The file as any other program opens it: no pragma of ours is on."""
    connection = sqlite3.connect(folder / "logbook.db", isolation_level=None)
    yield connection
    connection.close()
