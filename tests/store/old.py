"""A logbook file as the first version made it."""

import sqlite3

from sqlite_utils import Database, Migrations

from reviewlog.store import schema


def a_first_version(connection: sqlite3.Connection) -> None:
    """Run the first schema step alone."""
    steps = Migrations("reviewlog")

    @steps()
    def m001_log_and_projections(db: Database) -> None:
        schema._run(db, schema.LOG_TABLES)
        for guard in schema.FIRST_GUARDS.values():
            db.conn.execute(guard)
        schema._run(db, schema.PROJECTIONS)

    connection.execute("BEGIN IMMEDIATE")
    steps.apply(Database(connection, execute_plugins=False))
    connection.execute("PRAGMA user_version = 1")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute("COMMIT")
