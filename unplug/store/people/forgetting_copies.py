"""Forget a person in what lies beside the database: its copies, pieces and reports."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from unplug.errors import UnplugError
from unplug.paths import REPORT_NAME
from unplug.store.files import DataFiles, sync
from unplug.store.health import decoded
from unplug.store.people.blanking import Gone
from unplug.store.people.forgetting import forget
from unplug.store.trouble import from_os


def clean_copies(files: DataFiles, who: Gone) -> tuple[Path, ...]:
    """Forget somebody in the backups, and remove copies that cannot be cleaned.

    Returns:
        What was removed.

    Raises:
        StorageTroubleError: the disk does not let it.
    """
    removed = []
    try:
        for path in _copies(files):
            if not _cleaned(path, who):
                path.unlink(missing_ok=True)
                removed.append(path)
        for path in _pieces(files):
            path.unlink(missing_ok=True)
            removed.append(path)
        for path in _reports(files.folder):
            if who.mentions.within(path.read_text("utf-8", "replace")):
                path.unlink(missing_ok=True)
                removed.append(path)
        if removed:
            sync(files.folder)
    except OSError as error:
        raise from_os(error, files.folder) from error
    return tuple(removed)


def _copies(files: DataFiles) -> Iterator[Path]:
    """Sound copies of the database: the daily ones, and those of older schemas."""
    yield from files.kept_backups()
    for path in files.folder.glob(f"{files.database.name}.schema-*"):
        if path.suffix != ".half":
            yield path


def _pieces(files: DataFiles) -> Iterator[Path]:
    """What is no whole database, so that nobody can tell what is in it."""
    yield from files.folder.glob(f"{files.database.name}.damaged-*")
    yield from files.folder.glob(f"{files.database.name}.schema-*.half")
    yield from files.folder.glob("*.tmp")
    yield from files.backups.glob("*.half")
    yield from files.folder.glob(f"{files.tail.name}.*")
    for path in (files.recovering, files.recovered):
        if path.exists():
            yield path


def _reports(folder: Path) -> Iterator[Path]:
    yield from folder.glob(REPORT_NAME)
    yield from folder.glob("reports/*.txt")
    yield from folder.glob("*.log*")


def _cleaned(path: Path, who: Gone) -> bool:
    """Forget somebody in a copy; false where it is no sound database."""
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            copy.text_factory = decoded
            copy.execute("PRAGMA journal_mode = MEMORY")
            copy.execute("PRAGMA secure_delete = ON")
            copy.execute("BEGIN IMMEDIATE")
            forget(copy, who)
            copy.execute("COMMIT")
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("VACUUM")
        sync(path)
    except (sqlite3.Error, UnicodeDecodeError, UnplugError):
        return False
    return True
