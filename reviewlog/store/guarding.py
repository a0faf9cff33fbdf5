"""Putting the guards of a logbook back where another program dropped or changed them."""

from collections.abc import Callable
from pathlib import Path

from reviewlog.store.connection import changed_guards, connect, schema_version, transaction
from reviewlog.store.schema import GUARDS, VERSION


def put_guards_back(folder: Path, insist: Callable[[], None]) -> tuple[str, ...]:
    """Make the guards as they must be, in one transaction; return those that were not.

    `insist` is asked first, while nobody else can write, and raises where they may not go back.
    Raises BookError.
    """
    connection = connect(folder)
    try:
        if schema_version(connection, folder) < VERSION:
            return ()  # opening it brings it up to date, its guards with it
        if not changed_guards(connection, folder):
            return ()
        with transaction(connection, folder):
            changed = changed_guards(connection, folder)
            insist()
            for name in changed:
                quoted = name.replace('"', '""')
                connection.execute(f'DROP TRIGGER IF EXISTS "{quoted}"')
            for name in GUARDS.keys() & set(changed):
                connection.execute(GUARDS[name])
        return tuple(changed)
    finally:
        connection.close()
