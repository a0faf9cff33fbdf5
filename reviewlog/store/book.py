"""The folder of a logbook: creating it, opening it, and holding its parts together."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reviewlog.domain.errors import BookError
from reviewlog.store.checking import log_places
from reviewlog.store.connection import (
    FILE_NAME,
    check_guards,
    connect,
    own_log,
    schema_version,
    transaction,
    translated,
)
from reviewlog.store.files import Files
from reviewlog.store.log import Log
from reviewlog.store.place import is_network_drive
from reviewlog.store.projections import Projections
from reviewlog.store.schema import VERSION, migrate


class Store:
    """One logbook on disk."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, ours: str) -> None:
        self.folder = folder
        self._connection = connection
        self.log = Log(connection, ours)
        self.projections = Projections(connection)
        self.files = Files(folder / "files")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a logbook, creating or upgrading it where needed.

        Raises BookError with the reason why it cannot be used.
        """
        _make_folder(folder)
        connection = connect(folder)
        try:
            if schema_version(connection, folder) < VERSION:
                _upgrade(connection, folder)
            check_guards(connection, folder)
            ours = own_log(connection, folder)
        except BaseException:
            connection.close()
            raise
        return cls(folder, connection, ours)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock; everything inside is one transaction."""
        with transaction(self._connection, self.folder):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn what may go wrong while reading into our own errors."""
        with translated(self.folder):
            yield

    def integrity(self) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the file, else every place of the log that does not hold."""
        lines = [line for (line,) in self._connection.execute("PRAGMA integrity_check")]
        if lines != ["ok"]:
            yield from (("logbook.db", line) for line in lines)
        else:
            yield from log_places(self._connection)


def exists(folder: Path) -> bool:
    """Whether there is a logbook in the folder."""
    return (folder / FILE_NAME).is_file()


def _make_folder(folder: Path) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise BookError(str(folder), "foreign") from None
    except PermissionError as error:
        raise BookError(str(folder), "read-only", str(error)) from error
    except OSError as error:
        raise BookError(str(folder), "unreadable", str(error)) from error
    if is_network_drive(folder):
        raise BookError(str(folder), "network")


def _upgrade(connection: sqlite3.Connection, folder: Path) -> None:
    """Run the missing schema steps under the write lock, unless another process did."""
    with transaction(connection, folder):
        if schema_version(connection, folder) < VERSION:
            migrate(connection)
        if connection.execute("SELECT count(*) FROM logs").fetchone()[0] == 0:
            connection.execute("INSERT INTO logs VALUES (?, '', 1)", (os.urandom(16).hex(),))
