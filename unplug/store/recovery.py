"""A damaged database's readable rows, carried into a new one; the old one is kept."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from unplug.days import DAY_START_MIN
from unplug.store import migrations, rollups
from unplug.store.files import DataFiles, make_private_file, sync
from unplug.store.health import FAR_FUTURE, open_read_only
from unplug.store.names import NO_APP
from unplug.store.pages import Value
from unplug.store.rollups import DayRow, Frontier
from unplug.store.salvage import Row, other_tables, readable_rows, schema_version

_LOST_APP = "lost-app-{}"  # what an app is called whose name could not be read


def recover(files: DataFiles, now: datetime) -> str:
    """Put a new database in the place of a damaged one, and keep the damaged one.

    A crash at any point leaves either the damaged file in its place, to be recovered
    again, or the new one.

    Args:
        files: where they are; nobody else writes there.
        now: goes into the name of what is kept.

    Returns:
        What to tell the user.

    Raises:
        OSError: the disk does not take it; nothing has changed.
        sqlite3.Error: as above.
        UnplugError: a newer unplug made the database.
    """
    version = schema_version(files.database)
    if version < FAR_FUTURE:
        migrations.refuse_newer(version, files.database)
    spans = _build(files)
    stamp = f"{now:%Y%m%d-%H%M%S}"
    while _kept(files, stamp).exists():
        stamp += "x"
    make_private_file(files.stamp)
    files.stamp.write_text(stamp, "ascii")
    sync(files.stamp)
    files.recovering.replace(files.recovered)
    sync(files.folder)
    kept = finish(files)
    return (
        f"the database was damaged and has been repaired: {spans} stretches of time"
        f" could be read, and the damaged file is kept as {kept}"
    )


def finish(files: DataFiles) -> str:
    """Move a damaged database aside and the recovered one into its place.

    Returns:
        What the damaged one is called now.
    """
    stamp = files.stamp.read_text("ascii") if files.stamp.exists() else "before"
    kept = _kept(files, stamp)
    for path in (files.database, files.log, files.index):
        suffix = path.name.removeprefix(files.database.name)
        with contextlib.suppress(FileNotFoundError):
            path.replace(kept.with_name(kept.name + suffix))
    files.recovered.replace(files.database)
    sync(files.folder)
    files.stamp.unlink(missing_ok=True)
    return kept.name


def _kept(files: DataFiles, stamp: str) -> Path:
    return files.folder / f"{files.database.name}.damaged-{stamp}"


def _build(files: DataFiles) -> int:
    """Write what can be read, and what the newest backup adds, into a new database.

    Returns:
        How many spans there are.
    """
    files.recovering.unlink(missing_ok=True)
    make_private_file(files.recovering)
    with contextlib.closing(_new_database(files.recovering)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        found = _Found(connection)
        for table, row in readable_rows(files.database, files.log):
            found.take(table, row)
        found.flush()
        for backup in files.kept_backups():
            if _merge_backup(backup, found):
                break
        found.write_small_tables()
        _total(connection, found)
        spans = connection.execute("SELECT count(*) FROM span").fetchone()[0]
        connection.execute("COMMIT")
    sync(files.recovering)
    return int(spans)


def _new_database(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {migrations.PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = MEMORY")
    migrations.create(connection)
    return connection


class _Found:
    """Rows on their way into a new database; the small tables wait for the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.meta: dict[str, Value] = {}
        self.names: dict[int, str] = {}
        self.days: dict[tuple[int, int, int], DayRow] = {}
        self._spans: list[Row] = []
        self._others = other_tables(connection)

    def take(self, table: str, row: Row) -> None:
        match table, row:
            case "span", _:
                self._spans.append(row)
                if len(self._spans) >= _BATCH:
                    self.flush()
            case "name", (int(number), str(text)):
                self.names.setdefault(number, text)
            case "meta", (str(key), value):
                self._take_meta(key, value)
            case "day", (int(day), int(app), int(state), int(ms), int(n)):
                had = self.days.get((day, app, state))
                if had is None or had[3:] < (ms, n):  # totals only ever grow
                    self.days[day, app, state] = (day, app, state, ms, n)
            case _ if table in self._others:
                self._take_other(table, row)

    def flush(self) -> None:
        self.connection.executemany(_INSERT_SPAN, self._spans)
        self._spans.clear()

    def write_small_tables(self) -> None:
        execute = self.connection.execute
        used = execute("SELECT DISTINCT app FROM span WHERE app != 0").fetchall()
        for app in {app for (app,) in used} | {key[1] for key in self.days} - {0}:
            self.names.setdefault(app, _LOST_APP.format(app))
        many = self.connection.executemany
        many("INSERT OR IGNORE INTO name VALUES (?, ?)", self.names.items())
        many("INSERT OR IGNORE INTO meta VALUES (?, ?)", self.meta.items())
        execute(
            "UPDATE span SET title = NULL"
            " WHERE title IS NOT NULL AND title NOT IN (SELECT id FROM name)"
        )

    def _take_meta(self, key: str, value: Value) -> None:
        had = self.meta.setdefault(key, value)
        only_rises = key in ("commit_id", "raw_from_day", "raw_from_local_ms")
        if only_rises and isinstance(value, int) and isinstance(had, int):
            self.meta[key] = max(value, had)

    def _take_other(self, table: str, row: Row) -> None:
        columns = self._others[table]
        if len(row) > columns:
            return
        marks = ", ".join("?" * columns)
        whole = row + (None,) * (columns - len(row))
        with contextlib.suppress(sqlite3.Error):  # a row its table does not take
            self.connection.execute(
                f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', whole
            )


def _merge_backup(backup: Path, found: _Found) -> bool:
    """Add what only a backup knows; its names may have other numbers.

    Returns:
        Whether it could be used.
    """
    try:
        with contextlib.closing(open_read_only(backup)) as source:
            if migrations.version_of(source) != migrations.CURRENT:
                return False
            meta = dict(source.execute("SELECT key, value FROM meta").fetchall())
            if found.meta.setdefault("database", meta["database"]) != meta["database"]:
                return False
            names = dict(source.execute("SELECT id, s FROM name").fetchall())
            numbers = _numbers(found, names)
            for key, value in meta.items():
                found.take("meta", (key, value))
            for day, app, *rest in source.execute(_ALL_DAYS):
                found.take("day", (day, numbers.get(app, NO_APP), *rest))
            for start, dur, app, title, *rest in source.execute(_ALL_SPANS):
                named = (numbers.get(app, NO_APP), numbers.get(title))
                found.take("span", (start, dur, *named, *rest))
    except (sqlite3.Error, KeyError):
        return False
    finally:
        found.flush()
    return True


def _numbers(found: _Found, names: dict[int, str]) -> dict[int, int]:
    """Which number each of a backup's names has in the new database."""
    known = {text: number for number, text in found.names.items()}
    used = found.connection.execute(_HIGHEST_IDS).fetchone()
    free = max((*found.names, *(key[1] for key in found.days), *used)) + 1
    numbers = {}
    for number, text in names.items():
        if text not in known:
            if number in found.names:
                known[text], free = free, free + 1
            else:
                known[text] = number
                free = max(free, number + 1)
            found.names[known[text]] = text
        numbers[number] = known[text]
    return numbers


def _total(connection: sqlite3.Connection, found: _Found) -> None:
    """Work out the totals, and keep those found where their spans are lost.

    Days with lost spans, and all before them, end up before the frontier: nothing
    works them out again from the spans that are left.
    """
    day_start = found.meta.get("day_start_min")
    day_start_min = day_start if isinstance(day_start, int) else DAY_START_MIN
    rollups.rebuild(connection, Frontier.none(day_start_min), lambda _: None)
    worked_out = {
        (day, app, state): (ms, n)
        for day, app, state, ms, n in connection.execute(_ALL_DAYS)
    }
    better = [
        row for key, row in found.days.items() if row[3:] > worked_out.get(key, (0, 0))
    ]
    connection.executemany("INSERT OR REPLACE INTO day VALUES (?, ?, ?, ?, ?)", better)
    rollups.rebuild_months(connection)
    if better:
        old = found.meta.get("raw_from_day")
        day = max(row[0] for row in better) + 1
        day = max(day, old) if isinstance(old, int) else day
        frontier = Frontier.at(day, day_start_min)
        rows = (("raw_from_day", day), ("raw_from_local_ms", frontier.local_ms))
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


_BATCH = 10_000
_INSERT_SPAN = "INSERT OR IGNORE INTO span VALUES (?, ?, ?, ?, ?, ?)"
_ALL_SPANS = "SELECT start_ms, dur_ms, app, title, state, offset_q FROM span"
_HIGHEST_IDS = "SELECT coalesce(max(app), 0), coalesce(max(title), 0) FROM span"
_ALL_DAYS = "SELECT day, app, state, ms, n FROM day"
