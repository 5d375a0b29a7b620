"""The shape of the database, as the list of changes that led to it.

Append-only: a released migration is never edited. Each one speaks plain SQL through
``execute``, so that a new database is made by the very same functions over the
standard library alone; sqlite-utils keeps the books when an existing database moves
on, and then in a process of its own, because its import costs more memory than all
the rest of the store (see docs/decisions).
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from unplug.errors import UnplugError
from unplug.store.files import make_private_file, sync
from unplug.store.trouble import from_os, from_sqlite

APPLICATION_ID = 0x756E706C  # "unpl"
PAGE_SIZE = 2048  # a commit touches four pages: small ones halve what is written
CORE = frozenset(("meta", "name", "span", "day", "month"))
"""The tables that every schema has."""
MIGRATION_SET = "unplug"
_CHILD_TIMEOUT_S = 600


class Executor(Protocol):
    """What a migration is given: something that executes one SQL statement."""

    def execute(self, sql: str, /) -> Any:  # noqa: ANN401  (two libraries' cursors)
        """Execute ``sql``."""


Migration = Callable[[Executor], None]


def m001_screen_time(db: Executor) -> None:
    """Spans, the names they point to, totals a day and a month, and odd values."""
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value)")
    db.execute("CREATE TABLE name (id INTEGER PRIMARY KEY, s TEXT NOT NULL UNIQUE)")
    db.execute(
        "CREATE TABLE span (start_ms INTEGER PRIMARY KEY, dur_ms INTEGER NOT NULL,"
        " app INTEGER NOT NULL, title INTEGER, state INTEGER NOT NULL,"
        " offset_q INTEGER NOT NULL)"
    )
    # Spans overlap a stretch that starts long after them only if they are long;
    # so a query looks four hours back, and at these few.
    db.execute("CREATE INDEX span_long ON span (start_ms) WHERE dur_ms >= 14400000")
    # Long ranges read nearly all months: in this order they need no sorting.
    for period, key in (("day", "day, app, state"), ("month", "app, state, month")):
        db.execute(
            f"CREATE TABLE {period} ({period} INTEGER NOT NULL, app INTEGER NOT NULL,"
            " state INTEGER NOT NULL, ms INTEGER NOT NULL, n INTEGER NOT NULL,"
            f" PRIMARY KEY ({key})) WITHOUT ROWID"
        )


def m002_sessions(db: Executor) -> None:
    """Plans, how sessions went, and where the present one is.

    A plan, and the state of the session machine, are JSON that ``unplug.sessions``
    writes and reads. No row here looks like one of ``CORE`` to somebody who picks up
    the pieces of a damaged file.
    """
    db.execute(
        "CREATE TABLE plan (uid TEXT PRIMARY KEY, kind TEXT NOT NULL,"
        " form TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE session (id TEXT PRIMARY KEY, start_ms INTEGER NOT NULL,"
        " outcome TEXT NOT NULL, meant_ms INTEGER NOT NULL, began_ms INTEGER,"
        " kept_ms INTEGER NOT NULL, moved_ms INTEGER NOT NULL, why TEXT NOT NULL,"
        " title TEXT NOT NULL, person TEXT, felt INTEGER, note TEXT)"
    )
    db.execute("CREATE INDEX session_start ON session (start_ms)")
    db.execute(
        "CREATE TABLE session_part (plan TEXT NOT NULL, nominal TEXT NOT NULL,"
        " session TEXT NOT NULL, PRIMARY KEY (plan, nominal, session)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX session_part_session ON session_part (session)")
    db.execute(
        "CREATE TABLE session_state (id INTEGER PRIMARY KEY, rests INTEGER NOT NULL,"
        " state TEXT NOT NULL)"
    )


def m003_people(db: Executor) -> None:
    """People, when they were met, and the way back from what was done to them.

    A card is JSON that ``unplug.people.forms`` writes and reads; the columns before it
    repeat what lists, search and suggestions ask of many people at once. What was met
    and felt follows from the check-ins.
    """
    db.execute(
        "CREATE TABLE contact (uid TEXT PRIMARY KEY, name TEXT NOT NULL,"
        " circle TEXT NOT NULL, ideal_d INTEGER, longest_d INTEGER,"
        " closeness INTEGER, flags INTEGER NOT NULL, corner INTEGER NOT NULL,"
        " zone TEXT NOT NULL, city TEXT NOT NULL, free TEXT NOT NULL,"
        " days TEXT NOT NULL, interests TEXT NOT NULL, topics TEXT NOT NULL,"
        " since TEXT NOT NULL, met TEXT, called TEXT, felt TEXT NOT NULL,"
        " found BLOB NOT NULL, card TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE picture (digest TEXT PRIMARY KEY, media_type TEXT NOT NULL,"
        " data BLOB NOT NULL)"
    )
    db.execute(
        "CREATE TABLE circle (name TEXT PRIMARY KEY, place INTEGER NOT NULL,"
        " ideal_d INTEGER NOT NULL, longest_d INTEGER NOT NULL)"
    )
    db.execute(
        "CREATE TABLE checkin (id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
        " day TEXT NOT NULL, minutes INTEGER, felt INTEGER, topics TEXT NOT NULL,"
        " note TEXT NOT NULL, source TEXT)"
    )
    db.execute("CREATE INDEX checkin_source ON checkin (source)")
    db.execute(
        "CREATE TABLE checkin_person (uid TEXT NOT NULL, checkin TEXT NOT NULL,"
        " day TEXT NOT NULL, PRIMARY KEY (uid, checkin, day)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX checkin_person_checkin ON checkin_person (checkin)")
    db.execute(
        "CREATE TABLE merged (uid TEXT PRIMARY KEY, into_uid TEXT NOT NULL,"
        " batch INTEGER NOT NULL)"
    )
    db.execute(
        "CREATE TABLE batch (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
        " at_ms INTEGER NOT NULL, title TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE change (batch INTEGER NOT NULL, uid TEXT NOT NULL,"
        " before TEXT, after TEXT, print TEXT NOT NULL, since TEXT NOT NULL,"
        " PRIMARY KEY (batch, uid))"
    )
    db.execute("CREATE INDEX change_uid ON change (uid)")
    db.execute(
        "CREATE TABLE seen (print TEXT PRIMARY KEY, uid TEXT NOT NULL,"
        " batch INTEGER NOT NULL) WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE link (id INTEGER PRIMARY KEY, folder TEXT NOT NULL,"
        " version TEXT NOT NULL, state TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE link_base (link INTEGER NOT NULL, uid TEXT NOT NULL,"
        " file TEXT NOT NULL, digest TEXT NOT NULL, ours TEXT NOT NULL,"
        " PRIMARY KEY (link, uid)) WITHOUT ROWID"
    )


def m004_trips(db: Executor) -> None:
    """Trips: what is kept of each, its envelopes as they travel, and by which ways.

    What an envelope holds only ``unplug.trips`` can read, with keys that are elsewhere.
    """
    db.execute("CREATE TABLE trip (id TEXT PRIMARY KEY, form TEXT NOT NULL)")
    db.execute(
        "CREATE TABLE trip_envelope (trip TEXT NOT NULL, name TEXT NOT NULL,"
        " letter INTEGER NOT NULL, raw BLOB NOT NULL, UNIQUE (trip, name))"
    )
    db.execute(
        "CREATE TABLE trip_way (trip TEXT NOT NULL, kind TEXT NOT NULL,"
        " place TEXT NOT NULL, form TEXT NOT NULL, UNIQUE (trip, kind, place))"
    )


def m005_suggestions(db: Executor) -> None:
    """The suggestions that were made, and what became of them.

    People are named by their UID alone, and the sentence that says why has a mark in
    the place of the name.
    """
    db.execute(
        "CREATE TABLE suggestion (key TEXT PRIMARY KEY, person TEXT NOT NULL,"
        " at_ms INTEGER NOT NULL, activity TEXT NOT NULL, way TEXT NOT NULL,"
        " slot_start_ms INTEGER NOT NULL, slot_end_ms INTEGER NOT NULL,"
        " why TEXT NOT NULL, instead INTEGER NOT NULL, answer TEXT,"
        " plan_start_ms INTEGER, plan_end_ms INTEGER, happened INTEGER, felt INTEGER,"
        " note TEXT)"
    )
    db.execute("CREATE INDEX suggestion_at ON suggestion (at_ms)")
    db.execute("CREATE INDEX suggestion_person ON suggestion (person)")


def m006_patterns(db: Executor) -> None:
    """Digests of finished days, and mood notes."""
    db.execute(
        "CREATE TABLE digest (day INTEGER PRIMARY KEY, hours BLOB NOT NULL,"
        " screen_ms INTEGER NOT NULL, switches INTEGER NOT NULL,"
        " long_ms INTEGER NOT NULL, longest_ms INTEGER NOT NULL,"
        " longest_at_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL,"
        " firsts TEXT NOT NULL, steps TEXT NOT NULL)"
    )
    db.execute(
        "CREATE TABLE mood (at_ms INTEGER PRIMARY KEY, mark INTEGER NOT NULL,"
        " word TEXT NOT NULL, offset_q INTEGER NOT NULL)"
    )


MIGRATIONS: tuple[Migration, ...] = (
    m001_screen_time,
    m002_sessions,
    m003_people,
    m004_trips,
    m005_suggestions,
    m006_patterns,
)
CURRENT = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema an open database has; 0 when it has none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(version: int, path: Path) -> None:
    """Stop before a schema that a later unplug made.

    Raises:
        UnplugError: ``version`` is newer than this program knows.
    """
    if version > CURRENT:
        failed = (
            f"the database has schema {version},"
            f" and this unplug knows schemas up to {CURRENT}"
        )
        raise UnplugError(failed, path, "install the newer unplug again")


def create(connection: sqlite3.Connection) -> None:
    """Give an empty database the current schema, and the books that go with it."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    # The table in which sqlite-utils notes what has been applied, as it makes it.
    connection.execute(
        'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n'
        '   "migration_set" TEXT,\n   "name" TEXT,\n   "applied_at" TEXT\n)'
    )
    connection.execute(
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
        '    ON "_sqlite_migrations" ("migration_set", "name")'
    )
    for migration in MIGRATIONS:
        migration(connection)
        connection.execute(
            'INSERT INTO "_sqlite_migrations" (migration_set, name, applied_at)'
            " VALUES (?, ?, datetime('now') || '+00:00')",
            (MIGRATION_SET, migration.__name__),
        )
    connection.execute(f"PRAGMA user_version = {CURRENT}")
    connection.execute("COMMIT")


def upgrade(path: Path, version: int) -> Path:
    """Bring a closed database from an older schema to the current one.

    Returns:
        The copy that was made before, which stays.

    Raises:
        UnplugError: it could not be done; the database is as it was.
    """
    kept = _copy_before(path, version)
    if sys.executable and not getattr(sys, "frozen", False):
        _apply_in_child(path)
    else:
        apply(path)
    return kept


def apply(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Apply, through sqlite-utils, what ``path`` lacks of ``migrations``."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415  (270 ms, 22 MiB)

    books = Migrations(MIGRATION_SET)
    for version, migration in enumerate(migrations, start=1):
        books(name=migration.__name__)(_numbered(migration, version))
    database = Database(path)
    try:
        books.apply(database)
    finally:
        database.close()


def _numbered(migration: Migration, version: int) -> Migration:
    def step(db: Executor) -> None:
        migration(db)
        db.execute(f"PRAGMA user_version = {version}")

    return step


def _apply_in_child(path: Path) -> None:
    import subprocess  # noqa: PLC0415  (5 ms, and once a release at most)

    command = [sys.executable, "-m", "unplug.store.migrations", str(path)]
    root = str(Path(__file__).parents[2])
    found = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603  (our own interpreter, our own module)
        command,
        capture_output=True,
        check=False,
        text=True,
        timeout=_CHILD_TIMEOUT_S,
        env={**os.environ, "PYTHONPATH": found},
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        failed = f"cannot bring the database to schema {CURRENT}"
        reason = said[-1] if said else f"exit {done.returncode}"
        raise UnplugError(failed, f"{path} ({reason})", "it is as it was before")


def _copy_before(path: Path, version: int) -> Path:
    kept = path.with_name(f"{path.name}.schema-{version}")
    half = kept.with_name(f"{kept.name}.half")
    try:
        half.unlink(missing_ok=True)
        make_private_file(half)
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(half)) as target,
        ):
            source.backup(target)
        sync(half)
        half.replace(kept)
    except sqlite3.Error as error:
        half.unlink(missing_ok=True)
        raise from_sqlite(error, kept) from error
    except OSError as error:
        half.unlink(missing_ok=True)
        raise from_os(error, kept) from error
    return kept


if __name__ == "__main__":
    apply(Path(sys.argv[1]))
