"""The tables, step by step. Steps are only ever added; never call `transform()` on the log.

The log (`logs`, `entries`, `disclosures`) is append-only and guarded by triggers: UPDATE and
DELETE are refused, and so is every INSERT that does not continue its writer's log, because
`INSERT OR REPLACE` slips past the other two. Everything else is a projection that
`rebuild` makes again from the entries.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils.db import Database

VERSION = 4
"""Number of schema steps; kept in `PRAGMA user_version`."""
APPLICATION_ID = 0x52564C47
"""`RVLG`: says that the file is a logbook (`PRAGMA application_id`)."""

LOG_TABLES = """
CREATE TABLE logs (
  log TEXT PRIMARY KEY,             -- random id of a writer's log
  letter TEXT NOT NULL DEFAULT '',  -- code before numbers in a shared logbook
  ours INTEGER NOT NULL             -- 1 for the log that this machine writes
) STRICT;
CREATE TABLE entries (
  log TEXT NOT NULL REFERENCES logs (log),
  seq INTEGER NOT NULL CHECK (seq > 0),
  header BLOB NOT NULL,             -- canonical JSON; these bytes are what is hashed
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  command INTEGER NOT NULL,         -- the rest are copies out of the header, for queries
  incident TEXT,
  n INTEGER,
  kind TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (log, seq)
) STRICT;
CREATE INDEX entries_incident ON entries (incident, log, seq);
CREATE TABLE disclosures (
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,               -- base64url(JSON [salt, name, value])
  PRIMARY KEY (log, seq, name),
  FOREIGN KEY (log, seq) REFERENCES entries (log, seq)
) STRICT, WITHOUT ROWID;
"""

FIRST_GUARDS = {
    "entries_never_change": """CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
    "entries_never_go": """CREATE TRIGGER entries_never_go BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END""",
    "entries_only_continue": """CREATE TRIGGER entries_only_continue BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE log = NEW.log)
BEGIN SELECT RAISE(ABORT, 'an entry only continues its log'); END""",
    "disclosures_never_change": """CREATE TRIGGER disclosures_never_change
BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'fields are never changed'); END""",
    "disclosures_never_go": """CREATE TRIGGER disclosures_never_go BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'fields are never deleted'); END""",
    "disclosures_only_continue": """CREATE TRIGGER disclosures_only_continue
BEFORE INSERT ON disclosures
WHEN NEW.seq IS NOT (SELECT max(seq) FROM entries WHERE log = NEW.log)
  OR EXISTS (SELECT 1 FROM disclosures
             WHERE log = NEW.log AND seq = NEW.seq AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a field belongs to the newest entry'); END""",
}
"""The triggers of the first step; a step that was run somewhere is never changed."""
GUARDS = FIRST_GUARDS | {
    "disclosures_never_go": """CREATE TRIGGER disclosures_never_go BEFORE DELETE ON disclosures
WHEN NOT EXISTS (SELECT 1 FROM erasures
                 WHERE log = OLD.log AND seq = OLD.seq AND name = OLD.name)
BEGIN SELECT RAISE(ABORT, 'fields are never deleted'); END""",
}
"""The triggers by name, word for word as SQLite keeps them."""

PROJECTIONS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE playbooks (
  digest TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  current INTEGER NOT NULL,         -- 1 for the text that new incidents are pinned to
  body TEXT NOT NULL                -- JSON, see playbook/wire.py
) STRICT;
CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,   -- permanent, in order of opening
  person TEXT NOT NULL,             -- key of the customer, '' while unknown
  customer TEXT,
  nick TEXT,
  phone TEXT,
  state TEXT NOT NULL,              -- open, closed, or void when everything was taken back
  outcome TEXT,
  threat TEXT NOT NULL,
  verdict TEXT NOT NULL,
  review TEXT NOT NULL,
  answered INTEGER NOT NULL,        -- 0 while a review stands without an answer
  sites TEXT NOT NULL,              -- ids between spaces: ' google yelp '
  playbook TEXT,                    -- id of the playbook it follows
  opened_at TEXT,
  last_at TEXT,
  entries INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents_person ON incidents (person, state);
CREATE INDEX incidents_state ON incidents (state, last_at);
CREATE TABLE moves (origin TEXT NOT NULL, target TEXT NOT NULL,
  PRIMARY KEY (origin, target)) STRICT, WITHOUT ROWID;
CREATE TABLE links (a TEXT NOT NULL, b TEXT NOT NULL,
  PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
CREATE TABLE agenda (
  incident TEXT NOT NULL,
  place INTEGER NOT NULL,           -- order within the incident
  playbook TEXT NOT NULL,
  step TEXT NOT NULL,
  anchor TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  opens_on TEXT NOT NULL,           -- local date of opens_at
  due_on TEXT,
  due_at TEXT,
  latest_at TEXT,
  closes_at TEXT,
  closes_on TEXT NOT NULL,          -- its last local date, 9999-12-31 when it stays
  say TEXT NOT NULL,                -- JSON lists
  avoid TEXT NOT NULL,
  source TEXT NOT NULL,
  done_by TEXT NOT NULL,
  must INTEGER NOT NULL,
  number INTEGER NOT NULL,          -- copies out of incidents: `due` is one query
  who TEXT,
  phone TEXT,
  PRIMARY KEY (incident, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_window ON agenda (closes_on, opens_on);
"""
COVERS_AND_SHOP = """
ALTER TABLE playbooks ADD COLUMN cover TEXT NOT NULL DEFAULT '';  -- JSON of what is seen of it
ALTER TABLE playbooks ADD COLUMN origin TEXT NOT NULL DEFAULT 'shipped';  -- or own
ALTER TABLE incidents ADD COLUMN shop INTEGER NOT NULL DEFAULT 0; -- 1: of the shop, no customer
DELETE FROM playbooks;                                            -- the next opening reads them
DELETE FROM meta WHERE key = 'config';                            -- again, out of the log
"""
TREE_AND_ERASURES = """
CREATE TABLE subtrees (
  log TEXT NOT NULL,
  level INTEGER NOT NULL,           -- it holds 256 to the power of level leaves
  place INTEGER NOT NULL,           -- from 0, from left to right
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (log, level, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasures (
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,               -- the field that an erasure entry names: it alone may go
  PRIMARY KEY (log, seq, name)
) STRICT, WITHOUT ROWID;
ALTER TABLE incidents ADD COLUMN erased INTEGER NOT NULL DEFAULT 0; -- 1: the name was erased
DROP TRIGGER disclosures_never_go;
"""
REPLIES = """
CREATE TABLE replies (
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  incident TEXT NOT NULL,
  medium TEXT NOT NULL,             -- public or private
  words BLOB NOT NULL,              -- see reply/similarity.py: no word can be read out of it
  PRIMARY KEY (log, seq)
) STRICT;
CREATE INDEX replies_incident ON replies (incident);
DELETE FROM meta WHERE key = 'version';  -- the next opening makes every projection again
"""
SPAN = 256
"""How many leaves a kept subtree of the first level has, and subtrees one of the next level."""
META = frozenset(
    (
        "config",
        "erasing",
        "replies",
        "reply_texts",
        "settings",
        "sites",
        "stamped",
        "stamps_missed",
        "version",
        "year",
        "zone",
    )
)
"""The keys of `meta`."""
PROJECTED = {
    "agenda": "incident, place",
    "links": "a, b",
    "moves": "origin, target",
    "incidents": "id",
    "playbooks": "digest",
    "subtrees": "log, level, place",
    "erasures": "log, seq, name",
    "replies": "log, seq",
}
"""The tables that `rebuild` makes again, and what tells their rows apart."""


def migrate(connection: "sqlite3.Connection") -> None:
    """Bring the schema up to VERSION, inside the caller's transaction."""
    from sqlite_utils import Database, Migrations

    steps = Migrations("reviewlog")

    @steps()
    def m001_log_and_projections(db: "Database") -> None:
        _run(db, LOG_TABLES)
        for guard in FIRST_GUARDS.values():
            db.conn.execute(guard)
        _run(db, PROJECTIONS)

    @steps()
    def m002_covers_and_shop(db: "Database") -> None:
        _run(db, COVERS_AND_SHOP)

    @steps()
    def m003_tree_and_erasures(db: "Database") -> None:
        _run(db, TREE_AND_ERASURES)
        db.conn.execute(GUARDS["disclosures_never_go"])

    @steps()
    def m004_replies(db: "Database") -> None:
        _run(db, REPLIES)

    steps.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _run(db: "Database", script: str) -> None:
    """Run statements one by one: `executescript` would end the transaction."""
    without_remarks = "\n".join(line.partition("--")[0] for line in script.splitlines())
    for statement in without_remarks.split(";"):
        if statement.strip():
            db.conn.execute(statement)
