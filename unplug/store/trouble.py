"""What storage can be in trouble with, told apart so that the app can act on it."""

import errno
import sqlite3
from enum import Enum
from pathlib import Path

from unplug.errors import UnplugError

_PRIMARY = 0xFF  # SQLite's extended codes carry the primary one in the low byte


class Trouble(Enum):
    """What is wrong with the storage; the value says what to do about it."""

    FULL = "free some disk space; tracking goes on in memory until then"
    READ_ONLY = "make it writable; tracking goes on in memory until then"
    BUSY = "close the other program that writes to it"
    DAMAGED = "start unplug once, or run: unplug doctor"
    GONE = "unplug will make a new one"
    FAILING = "look at the disk; tracking goes on in memory until then"


class StorageTroubleError(UnplugError):
    """The storage did not take or give what it was asked; nothing was half-done.

    Attributes:
        kind: what is wrong. After DAMAGED and GONE the database has to be opened
            again (which repairs it); the others may pass by themselves.
    """

    def __init__(self, failed: str, value: object, kind: Trouble) -> None:
        self.kind = kind
        super().__init__(failed, value, kind.value)


_BY_CODE = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    # Our statements fit our tables; where they do not, the tables have changed.
    sqlite3.SQLITE_CONSTRAINT: Trouble.DAMAGED,
    sqlite3.SQLITE_MISMATCH: Trouble.DAMAGED,
    sqlite3.SQLITE_SCHEMA: Trouble.DAMAGED,
    sqlite3.SQLITE_IOERR: Trouble.FAILING,
    sqlite3.SQLITE_PROTOCOL: Trouble.FAILING,
}
_BY_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}
_FAILED = {
    Trouble.FULL: "the disk is full",
    Trouble.READ_ONLY: "cannot write the database",
    Trouble.BUSY: "the database is held by another program",
    Trouble.DAMAGED: "the database is damaged",
    Trouble.GONE: "the database has vanished",
    Trouble.FAILING: "the disk failed",
}


def kind_of(error: sqlite3.Error) -> Trouble | None:
    """What kind of trouble an SQLite error is; None when it is our own bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR and str(error).startswith("no such"):
        return Trouble.DAMAGED  # a table or column of ours is gone
    return None if code is None else _BY_CODE.get(code & _PRIMARY)


def trouble(kind: Trouble, path: Path) -> StorageTroubleError:
    """The error to raise for a kind of trouble with the file ``path``."""
    return StorageTroubleError(_FAILED[kind], path, kind)


def path_of(connection: sqlite3.Connection) -> Path:
    """The file behind a connection, for messages."""
    try:
        return Path(connection.execute("PRAGMA database_list").fetchone()[2])
    except sqlite3.Error:
        return Path()


def from_sqlite(error: sqlite3.Error, path: Path) -> Exception:
    """What to raise for an SQLite error: trouble, or the error itself."""
    kind = kind_of(error)
    return error if kind is None else trouble(kind, path)


def from_os(error: OSError, path: Path) -> StorageTroubleError:
    """What to raise for an error of the operating system."""
    return trouble(_BY_ERRNO.get(error.errno or 0, Trouble.FAILING), path)
