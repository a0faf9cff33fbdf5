"""The folder of a logbook: creating it, opening it, and holding its parts together."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reviewlog.domain.errors import BookError
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reviewlog.store.checkpoints import Checkpoints
    from reviewlog.store.erasing import Erasures
    from reviewlog.store.key import Key
    from reviewlog.store.seals import Seals
    from reviewlog.store.stamps import Stamps
    from reviewlog.store.tree import Tree


class Store:
    """One logbook on disk."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, ours: str) -> None:
        self.folder = folder
        self._connection = connection
        self.written = 0
        """How many entries were written here for good."""
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

    @property
    def erasures(self) -> "Erasures":
        """What erasing needs; hardly a command does."""
        from reviewlog.store.erasing import Erasures

        return Erasures(self._connection, self.folder, self.files)

    @property
    def tree(self) -> "Tree":
        """The log as a tree of hashes; no daily command needs it, nor the two below."""
        from reviewlog.store.tree import Tree

        return Tree(self._connection)

    @property
    def key(self) -> "Key":
        """The private key that signs checkpoints."""
        from reviewlog.store.key import Key

        return Key(self.folder)

    @property
    def checkpoints(self) -> "Checkpoints":
        """What was signed and stamped."""
        from reviewlog.store.checkpoints import FOLDER_NAME, Checkpoints

        return Checkpoints(self.folder / FOLDER_NAME)

    @property
    def seals(self) -> "Seals":
        """Time stamps over the seals of bundles."""
        from reviewlog.store.seals import FOLDER_NAME, Seals

        return Seals(self.checkpoints.folder / FOLDER_NAME)

    @property
    def stamps(self) -> "Stamps":
        """How much of our log each service has stamped."""
        from reviewlog.store.stamps import Stamps

        return Stamps(self._connection, self.log.ours)

    def close(self) -> None:
        """Close the file."""
        self.files.drop()
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock; everything inside is one transaction."""
        before = self.log.appended
        try:
            with transaction(self._connection, self.folder):
                yield
                self.files.settle()
        finally:
            self.files.drop()
        self.written += self.log.appended - before

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn what may go wrong while reading into our own errors."""
        with translated(self.folder):
            yield


def exists(folder: Path) -> bool:
    """Whether there is a logbook in the folder."""
    return os.path.isfile(folder / FILE_NAME)  # noqa: PTH113 - whatever cannot be looked at is none


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
            from reviewlog.store.tree import Tree

            migrate(connection)
            Tree(connection).rebuild()
        if connection.execute("SELECT count(*) FROM logs").fetchone()[0] == 0:
            connection.execute("INSERT INTO logs VALUES (?, '', 1)", (os.urandom(16).hex(),))
