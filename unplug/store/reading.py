"""The database, opened by those who only look."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from unplug.errors import UnplugError
from unplug.store import migrations
from unplug.store.database import SETTINGS
from unplug.store.files import DataFiles
from unplug.store.health import decoded, is_sound, open_read_only
from unplug.store.trouble import Trouble, from_os, from_sqlite, kind_of, trouble


class NothingRecordedError(UnplugError):
    """There is no database yet."""


@contextlib.contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """Read the database, whether the app runs or not; nothing is changed by it.

    Works in a folder that cannot be written to as well.

    Raises:
        NothingRecordedError: there is no database.
        StorageTroubleError: it is damaged or cannot be read.
        UnplugError: it is of another schema.
    """
    files = DataFiles(folder)
    path = files.database
    if not path.exists():
        failed = "nothing has been recorded yet"
        raise NothingRecordedError(failed, path, "start unplug first")
    with contextlib.ExitStack() as stack:
        try:
            connection = _open(files, stack)
            for setting in SETTINGS:
                connection.execute(setting)
            version = migrations.version_of(connection)
            migrations.refuse_newer(version, path)
            if version < migrations.CURRENT:
                failed = "the database is from an older unplug, or empty"
                raise UnplugError(failed, path, "start unplug once")
            yield connection
        except sqlite3.Error as error:
            raise from_sqlite(error, path) from error
        except UnicodeDecodeError as error:  # in SQLite's own complaint
            raise trouble(Trouble.DAMAGED, path) from error
        except OSError as error:
            raise from_os(error, path) from error


def check(connection: sqlite3.Connection) -> str:
    """Read every page and every value of the database.

    Returns:
        What is wrong, in a few words; empty when nothing is.
    """
    if is_sound(connection, thorough=True, crashed=False):
        return ""
    try:
        said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except (sqlite3.Error, UnicodeDecodeError) as error:
        said = str(error)
    return "a value that cannot be" if said == "ok" else said


def _open(files: DataFiles, stack: contextlib.ExitStack) -> sqlite3.Connection:
    connection = stack.enter_context(contextlib.closing(open_read_only(files.database)))
    try:
        migrations.version_of(connection)
    except sqlite3.OperationalError as error:
        if kind_of(error) is not Trouble.READ_ONLY:
            raise
    else:
        return connection
    # SQLite wants to make its index of the log, and the folder does not let it.
    if not files.log.exists() or files.log.stat().st_size == 0:
        uri = f"{files.database.absolute().as_uri()}?mode=ro&immutable=1"
        opened = sqlite3.connect(uri, uri=True, isolation_level=None)
    else:
        import shutil  # noqa: PLC0415  (with the next 12 ms, and seldom)
        import tempfile  # noqa: PLC0415

        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="unplug-"))
        copy = DataFiles(Path(folder))
        for source, target in (
            (files.database, copy.database),
            (files.log, copy.log),
        ):
            shutil.copyfile(source, target)
        opened = sqlite3.connect(copy.database, isolation_level=None)
    opened.text_factory = decoded
    return stack.enter_context(contextlib.closing(opened))
