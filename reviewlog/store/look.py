"""A logbook that is only looked at: nothing is made, upgraded or written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reviewlog.domain.errors import BookError
from reviewlog.store.book import Store
from reviewlog.store.connection import connect_to_look, own_log, schema_version, translated
from reviewlog.store.schema import VERSION
from reviewlog.store.stored import Stored

UNREADABLE = (sqlite3.Error, OSError)
"""What reading a damaged or strange file may raise besides a BookError."""


class Look(Store):
    """One logbook on disk, opened to read."""

    stored: Stored
    """Its projections, as they lie there."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a logbook that is there.

        Raises BookError, also for a logbook of an older program, which a look cannot upgrade.
        """
        connection = connect_to_look(folder)
        try:
            _refuse_older(connection, folder)
            look = cls(folder, connection, own_log(connection, folder))
        except BaseException:
            connection.close()
            raise
        look.projections = look.stored = Stored(connection)
        return look

    @property
    def read_from(self) -> sqlite3.Connection:
        """The connection, for questions that only a check asks."""
        return self._connection

    @contextmanager
    def still(self) -> Iterator[None]:
        """Read everything inside as of one moment, while others may write."""
        with translated(self.folder):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")


def _refuse_older(connection: sqlite3.Connection, folder: Path) -> None:
    if schema_version(connection, folder) < VERSION:
        raise BookError(str(folder), "older")
