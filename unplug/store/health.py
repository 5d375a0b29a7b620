"""Whether a database file is sound, and how much may be spent on finding out."""

import contextlib
import sqlite3
from pathlib import Path

from unplug.errors import UnplugError
from unplug.store.files import DataFiles
from unplug.store.migrations import APPLICATION_ID, CORE, CURRENT, version_of
from unplug.store.pages import MAGIC
from unplug.store.plausible import FIND_ODD_ROWS, is_odd_meta
from unplug.store.trouble import Trouble, from_os, kind_of

FULL_CHECK_BYTES = 8 * 1024 * 1024
"""Up to this size everything is checked at every start (12 ms a megabyte). A larger
file gets its full check once a day, in the background, before it is backed up."""

_HEADER_BYTES = 100
_NEWEST_SPANS = 20_000
_AFTER_A_CRASH = (
    "PRAGMA quick_check('meta')",
    "PRAGMA quick_check('name')",
    "PRAGMA quick_check('day')",
    "PRAGMA quick_check('month')",
)
_NOT_ITS_FAULT = (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM)
FAR_FUTURE = 10_000  # a schema that nobody will see: not a newer one, but damage
_CORE = {name.encode() for name in CORE}
_META = "SELECT key, value FROM meta"
_TABLES = "SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'"
_READ_NEWEST = (
    "SELECT sum(dur_ms) FROM (SELECT dur_ms FROM span ORDER BY start_ms DESC LIMIT ?)"
)


def is_damaged(files: DataFiles, *, thorough: bool) -> bool:
    """Whether the database has to be recovered before it can be used.

    Raises:
        UnplugError: what is there is no file.
        StorageTroubleError: it cannot be read at all.
    """
    path = files.database
    has_log = _size(files.log) > 0
    if path.is_dir():
        failed = "cannot open the database, it is a folder"
        raise UnplugError(failed, path, "move the folder away")
    if not path.exists():
        return has_log
    if _size(path) == 0:
        return has_log or bool(files.kept_backups())
    try:
        with path.open("rb") as file:
            if not _is_our_header(file.read(_HEADER_BYTES)):
                return True
    except OSError as error:
        raise from_os(error, path) from error
    thorough |= files.suspicion.exists() or _size(path) <= FULL_CHECK_BYTES
    with contextlib.closing(open_read_only(path)) as connection:
        return not is_sound(connection, thorough=thorough, crashed=has_log)


def is_sound(connection: sqlite3.Connection, *, thorough: bool, crashed: bool) -> bool:
    """Check an open database.

    Args:
        connection: to the database, which may be without tables.
        thorough: check every page and every value.
        crashed: check at least what was written last, and all totals.

    Raises:
        sqlite3.Error: it cannot be told, because of something else.
    """
    try:
        version = version_of(connection)
        if version in range(CURRENT + 1, FAR_FUTURE):
            return True  # not for us to judge, and refused in a moment
        tables = {bytes(row[0]) for row in connection.execute(_TABLES)}
        if version == 0:
            return not tables & _CORE
        if version >= FAR_FUTURE:
            return False
        return tables >= _CORE and _is_sound_inside(
            connection, thorough=thorough, crashed=crashed
        )
    except UnicodeDecodeError:
        return False  # in the message that says what is wrong
    except sqlite3.Error as error:
        # These questions are always the same: no answer means no sense in the file.
        code = getattr(error, "sqlite_errorcode", None)
        if kind_of(error) in (Trouble.DAMAGED, None) and code not in _NOT_ITS_FAULT:
            return False
        raise


def _is_our_header(head: bytes) -> bool:
    """Whether a file begins as SQLite's do; a wrong version makes it read-only."""
    versions, fixed = set(head[18:20]), tuple(head[20:24])
    return head.startswith(MAGIC) and versions <= {1, 2} and fixed == (0, 64, 32, 32)


def _is_sound_inside(
    connection: sqlite3.Connection, *, thorough: bool, crashed: bool
) -> bool:
    if any(is_odd_meta(*row) for row in connection.execute(_META)):
        return False
    questions: tuple[str, ...] = ("PRAGMA quick_check(1)",)
    if not thorough:
        questions = _AFTER_A_CRASH if crashed else ()
    for question in questions:
        if connection.execute(question).fetchone()[0] != "ok":
            return False
    if thorough:
        return all(connection.execute(odd).fetchone() is None for odd in FIND_ODD_ROWS)
    connection.execute(_READ_NEWEST, (_NEWEST_SPANS if crashed else 1,)).fetchone()
    return True


def refuse_stranger(connection: sqlite3.Connection, path: Path) -> None:
    """Stop before another program's database.

    Raises:
        UnplugError: it has tables, but none of ours.
    """
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        failed = "cannot use the database of another program"
        raise UnplugError(failed, path, "move it away")


def open_read_only(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that cannot write, not even tidy up the log behind itself."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=not any_thread
    )
    connection.text_factory = decoded
    return connection


def decoded(text: bytes) -> str:
    """A text from a database, whatever has become of it."""
    return text.decode("utf-8", "replace")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
