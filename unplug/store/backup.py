"""A copy of the database a day, made while the app runs, the newest seven kept."""

import contextlib
import os
import shutil
import sqlite3
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from unplug.errors import UnplugError
from unplug.store.files import (
    DataFiles,
    make_private_file,
    make_private_folder,
    sync,
)
from unplug.store.health import is_sound, open_read_only
from unplug.store.trouble import Trouble, from_os, from_sqlite, kind_of

KEPT = 7
_SPARE_BYTES = 64 * 1024 * 1024
_CACHE_KIB = 512


@dataclass(frozen=True, slots=True)
class BackupDone:
    """How a backup ended.

    Attributes:
        path: the new copy; None when there is none.
        error: why there is none; None when there is no need for one.
        damaged: the database failed its full check; open it again to repair it.
    """

    path: Path | None = None
    error: UnplugError | None = None
    damaged: bool = False


class Backups:
    """The daily copies of the database in a data folder.

    Args:
        files: where they are.
        keep: how many; the oldest ones go.
    """

    def __init__(self, files: DataFiles, keep: int = KEPT) -> None:
        self._files = files
        self._keep = keep

    def due(self, now: datetime) -> bool:
        """Whether there is no copy of today yet (UTC), but something to copy."""
        return self._files.database.exists() and not self._path(now).exists()

    def start(self, now: datetime) -> "RunningBackup":
        """Make the copy of today on a thread of its own."""
        return RunningBackup(self._files, self._path(now), self._keep)

    def _path(self, now: datetime) -> Path:
        return self._files.backups / f"unplug-{now:%Y%m%d}.db"


class RunningBackup:
    """A backup that is being made, on a connection and a thread of its own.

    ``fileno()`` becomes readable when it has ended; then ask for the result.
    """

    def __init__(self, files: DataFiles, path: Path, keep: int) -> None:
        self._files = files
        self._path = path
        self._keep = keep
        self._done = BackupDone()
        self._source: sqlite3.Connection | None = None
        self._stopped = threading.Event()
        self._reader, self._writer = os.pipe()
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)
        self._thread.start()

    def fileno(self) -> int:
        """A descriptor that is readable once the backup has ended."""
        return self._reader

    @property
    def ended(self) -> bool:
        """Whether the result is there."""
        return not self._thread.is_alive()

    def result(self) -> BackupDone:
        """Wait for the end, if need be, let go of everything and say how it went."""
        self._thread.join()
        for descriptor in (self._reader, self._writer):
            if descriptor >= 0:
                os.close(descriptor)
        self._reader = self._writer = -1
        return self._done

    def stop(self) -> BackupDone:
        """Give up at once; a half-made copy is deleted."""
        self._stopped.set()
        if self._source is not None:
            with contextlib.suppress(sqlite3.ProgrammingError):  # closed by now
                self._source.interrupt()
        return self.result()

    def _run(self) -> None:
        try:
            self._done = self._make()
        except UnplugError as error:
            self._done = BackupDone(error=error)
        except sqlite3.Error as error:
            self._done = self._failed(error)
        except OSError as error:
            self._done = BackupDone(error=from_os(error, self._path))
        finally:
            os.write(self._writer, b".")

    def _failed(self, error: sqlite3.Error) -> BackupDone:
        if self._stopped.is_set():
            return BackupDone()
        damaged = kind_of(error) is Trouble.DAMAGED
        if damaged:
            self._files.suspicion.touch()
        told = from_sqlite(error, self._path)
        if not isinstance(told, UnplugError):
            told = UnplugError("cannot make a backup", f"{self._path} ({error})")
        return BackupDone(error=told, damaged=damaged)

    def _make(self) -> BackupDone:
        make_private_folder(self._files.backups)
        self._refuse_when_short_of_space()
        half = self._path.with_name(f"{self._path.name}.half")
        half.unlink(missing_ok=True)
        try:
            with contextlib.closing(self._open()) as source:
                self._source = source
                if self._stopped.is_set():
                    return BackupDone()
                if not is_sound(source, thorough=True, crashed=False):
                    self._files.suspicion.touch()
                    failed = "the database is damaged"
                    told = UnplugError(failed, self._files.database)
                    return BackupDone(error=told, damaged=True)
                make_private_file(half)
                source.execute("VACUUM INTO ?", (str(half),))
            sync(half)
            half.replace(self._path)
            sync(self._files.backups)
        finally:
            half.unlink(missing_ok=True)
        for old in self._files.kept_backups()[self._keep :]:
            old.unlink(missing_ok=True)
        return BackupDone(self._path)

    def _open(self) -> sqlite3.Connection:
        source = open_read_only(self._files.database, any_thread=True)
        source.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        return source

    def _refuse_when_short_of_space(self) -> None:
        needed = 2 * self._files.database.stat().st_size + _SPARE_BYTES
        free = shutil.disk_usage(self._files.backups).free
        if free < needed:
            failed = "not enough disk space for a backup"
            value = f"{free >> 20} MiB free in {self._files.backups}"
            raise UnplugError(failed, value, f"free {(needed - free >> 20) + 1} MiB")
