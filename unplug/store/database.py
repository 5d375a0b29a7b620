"""The database file, opened by the one who writes."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from unplug.clock import Clock
from unplug.store import health, migrations
from unplug.store.files import DataFiles, make_private_file, make_private_folder
from unplug.store.lock import WriterLock
from unplug.store.trouble import Trouble, from_os, from_sqlite, kind_of, trouble

_BUSY_MS = 1_000
_CACHE_KIB = 1_024
_LOG_PAGES = 512  # one MiB of log, then it is moved into the database
_NOWHERE = (-1, -1)
SETTINGS = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    f"PRAGMA cache_size = -{_CACHE_KIB}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)
_WRITER_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}",
    f"PRAGMA journal_size_limit = {_LOG_PAGES * migrations.PAGE_SIZE}",
    "PRAGMA secure_delete = ON",  # what is deleted is gone, not only hidden
)


class Database:
    """The writer's connection, for the main thread; there is one at a time.

    Opening makes what is missing, checks what is there, sets a damaged file aside
    and recovers what can be read of it, and brings an older schema up to date.

    Args:
        folder: the data folder; made, private, where it is missing.
        clock: names the files that are set aside.
        thorough: check every page, however long that takes.

    Attributes:
        notices: sentences for the user about what opening found and did.

    Raises:
        AlreadyRunningError: another process writes here.
        StorageTroubleError: the disk does not play along.
        UnplugError: the file is not ours, or from a newer unplug.
    """

    def __init__(self, folder: Path, clock: Clock, *, thorough: bool = False) -> None:
        self.files = DataFiles(folder)
        self.notices: list[str] = []
        self._clock = clock
        self._start(thorough=thorough)

    def reopen(self) -> None:
        """Close and open again with a full check; heals after DAMAGED and GONE.

        Raises:
            StorageTroubleError: it still does not work; another call may do better.
        """
        self.connection.close()
        self._lock.release()  # the folder may be another one by now
        self._start(thorough=True)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or, after any exception, none of it.

        Raises:
            StorageTroubleError: the disk does not play along.
        """
        if _identity(self.files.database) != self._identity:
            raise trouble(Trouble.GONE, self.files.database)
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            self.suspect(error)
            raise from_sqlite(error, self.files.database) from error
        except BaseException:
            self._roll_back()
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Questions outside of any transaction.

        Raises:
            StorageTroubleError: the file turns out to be damaged, or is not there.
        """
        try:
            yield self.connection
        except sqlite3.Error as error:
            self.suspect(error)
            raise from_sqlite(error, self.files.database) from error

    def suspect(self, error: sqlite3.Error) -> None:
        """Have the next start check everything, if an error says damage."""
        if kind_of(error) is Trouble.DAMAGED:
            with contextlib.suppress(OSError):
                self.files.suspicion.touch()

    def erase_everything(self) -> None:
        """Delete every recorded thing, copies and backups too, and start anew."""
        self.connection.close()
        try:
            for path in self.files.everything():
                path.unlink(missing_ok=True)
        except OSError as error:
            raise from_os(error, self.files.folder) from error
        finally:
            self._lock.release()
            self._start(thorough=False)

    def close(self) -> None:
        """Move the log into the database, close it and let others write."""
        self.connection.close()
        self._lock.release()

    def _start(self, *, thorough: bool) -> None:
        self._identity: tuple[int, int] | None = _NOWHERE
        make_private_folder(self.files.folder)
        self._lock = WriterLock(self.files.lock)
        try:
            self.connection = self._open(thorough=thorough)
        except BaseException:
            self._lock.release()
            raise
        self._identity = _identity(self.files.database)

    def _open(self, *, thorough: bool) -> sqlite3.Connection:
        try:
            if self.files.recovered.exists():
                from unplug.store.recovery import finish  # noqa: PLC0415  (seldom)

                finish(self.files)
            if health.is_damaged(self.files, thorough=thorough):
                self._recover()
            self.files.suspicion.unlink(missing_ok=True)
            try:
                return self._connect()
            except UnicodeDecodeError:
                pass  # SQLite's complaint quotes what it cannot make sense of
            except sqlite3.Error as error:
                if kind_of(error) is not Trouble.DAMAGED:
                    raise
            self._recover()  # damage that shows only when it is written to
            return self._connect()
        except OSError as error:
            raise from_os(error, self.files.database) from error
        except sqlite3.Error as error:
            raise from_sqlite(error, self.files.database) from error

    def _recover(self) -> None:
        from unplug.store.recovery import recover  # noqa: PLC0415  (seldom)

        self.notices.append(recover(self.files, self._clock.stamp().utc))

    def _connect(self) -> sqlite3.Connection:
        path = self.files.database
        make_private_file(path)
        connection = _connection(path)
        try:
            version = migrations.version_of(connection)
            migrations.refuse_newer(version, path)
            if version == 0:
                connection.execute(f"PRAGMA page_size = {migrations.PAGE_SIZE}")
            for setting in _WRITER_SETTINGS:
                connection.execute(setting)
            if version == 0:
                health.refuse_stranger(connection, path)
                migrations.create(connection)
        except BaseException:
            connection.close()
            raise
        if 0 < version < migrations.CURRENT:
            connection.close()
            kept = migrations.upgrade(path, version)
            self.notices.append(
                f"the database has a new form; as it was it is kept as {kept.name}"
            )
            return self._connect()
        return connection

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # SQLite did it by itself
                self.connection.execute("ROLLBACK")


def _connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = health.decoded
    try:
        for setting in SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name now; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  (three times as fast, at every commit)
    except OSError:
        return None
    return found.st_dev, found.st_ino
