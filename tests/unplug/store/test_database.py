import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unplug.store.making import (
    MINUTE_MS,
    NEW_YEAR,
    NOON_MS,
    a_database,
    a_store,
    minutes,
)
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.files import DataFiles
from unplug.store.lock import AlreadyRunningError
from unplug.store.notes import Notes
from unplug.store.reading import NothingRecordedError, check
from unplug.store.reading import reading as reading_connection
from unplug.store.totals import UsageReader
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore
from unplug.usage.states import State

NOBODY = 65_534


@contextlib.contextmanager
def nobody_special(*paths: Path) -> Iterator[None]:
    """Without the rights of root, which no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    for path in paths:
        os.chown(path, NOBODY, NOBODY)
        for parent in path.parents[:-2]:
            parent.chmod(parent.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def reading(folder: Path) -> Iterator[UsageReader]:
    with reading_connection(folder) as connection:
        yield UsageReader(connection)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_recorded_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    with a_store(folder) as store:
        store.append(minutes(1), 1)
        assert mode(folder) == 0o700
        names = {path.name: mode(path) for path in folder.iterdir()}
    assert set(names) == {"unplug.db", "unplug.db-wal", "unplug.db-shm", "unplug.lock"}
    assert set(names.values()) == {0o600}


def test_a_restored_file_becomes_private_again(tmp_path: Path) -> None:
    a_database(tmp_path).close()
    (tmp_path / "unplug.db").chmod(0o644)
    a_database(tmp_path).close()
    assert mode(tmp_path / "unplug.db") == 0o600


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    with pytest.raises(AlreadyRunningError, match=f"process {os.getpid()} already"):
        a_database(tmp_path)
    database.close()
    a_database(tmp_path).close()


def test_the_death_of_the_writer_frees_the_lock(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from unplug.store.lock import WriterLock;"
        "lock = WriterLock(pathlib.Path(sys.argv[1])); print('held', flush=True);"
        "sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "unplug.lock")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunningError, match=f"process {other.pid} "):
            a_database(tmp_path)
        other.kill()
        other.wait()
    a_database(tmp_path).close()


def test_readers_look_on_while_the_writer_writes_and_hold_up_nobody(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(2), 1)
        with reading(tmp_path) as early:
            assert early.last_commit_id == 1
            store.append(minutes(3, NOON_MS + 3_600_000), 2)
            with reading(tmp_path) as late:
                day = late.by_state(NEW_YEAR, NEW_YEAR)
                assert day[State.ACTIVE] == 5 * MINUTE_MS
            store.append(minutes(1, NOON_MS + 7_200_000), 3)


def test_a_reader_needs_no_app_and_changes_nothing(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(2), 1)
    before = (tmp_path / "unplug.db").read_bytes()
    with reading(tmp_path) as reader:
        assert len(list(reader.spans(0, NOON_MS * 2))) == 2
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._connection.execute("DELETE FROM span")
    assert (tmp_path / "unplug.db").read_bytes() == before


@pytest.mark.parametrize("killed", [False, True])
def test_a_reader_gets_by_in_a_folder_it_cannot_write_to(
    tmp_path: Path, *, killed: bool
) -> None:
    folder = tmp_path / "data"
    with a_store(folder) as store:
        store.append(minutes(2), 1)
        log = (folder / "unplug.db-wal").read_bytes()
        database = (folder / "unplug.db").read_bytes()
    if killed:  # the log was never moved into the database, and its index is lost
        (folder / "unplug.db").write_bytes(database)
        (folder / "unplug.db-wal").write_bytes(log)
        (folder / "unplug.db-wal").chmod(0o600)
    with nobody_special(*folder.iterdir(), folder):
        folder.chmod(0o500)
        with reading(folder) as reader:
            assert len(list(reader.spans(0, NOON_MS * 2))) == 2
        folder.chmod(0o700)


def test_reading_before_anything_is_recorded_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingRecordedError, match="nothing has been recorded yet"):
        reading(tmp_path).__enter__()


def test_a_folder_that_cannot_be_written_to_is_trouble_of_its_own_kind(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with nobody_special(folder):
        folder.chmod(0o500)
        with pytest.raises(StorageTroubleError, match="cannot write") as caught:
            a_database(folder)
        assert caught.value.kind is Trouble.READ_ONLY
        folder.chmod(0o700)
        a_database(folder).close()


def test_a_database_that_may_not_be_read_is_trouble_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with a_store(folder) as store:
        store.append(minutes(2), 1)
    with nobody_special(*folder.iterdir(), folder):
        (folder / "unplug.db").chmod(0o000)
        with pytest.raises(StorageTroubleError):
            a_database(folder)
        with pytest.raises(StorageTroubleError):
            reading(folder).__enter__()
        (folder / "unplug.db").chmod(0o600)
        with a_store(folder) as store:
            assert store.last_commit_id == 1


def test_something_else_with_the_name_of_the_database_or_folder_is_refused(
    tmp_path: Path,
) -> None:
    (tmp_path / "data" / "unplug.db").mkdir(parents=True)
    with pytest.raises(UnplugError, match=r"it is a folder: .*unplug\.db — move"):
        a_database(tmp_path / "data")
    (tmp_path / "file").touch()
    with pytest.raises(UnplugError, match="not a folder"):
        a_database(tmp_path / "file")
    with pytest.raises(UnplugError, match="not a folder"):
        a_database(tmp_path / "file" / "below")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "unplug.db")) as other:
        other.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(UnplugError, match="another program"):
        a_database(tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / "unplug.db")) as other:
        assert other.execute("SELECT * FROM bookmarks").fetchall() == []


def test_a_deleted_database_is_noticed_at_the_next_commit_and_made_again(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path / "data") as store:
        store.append(minutes(1), 1)
        for path in (tmp_path / "data").iterdir():
            path.unlink()
        (tmp_path / "data").rmdir()
        with pytest.raises(StorageTroubleError) as caught:
            store.append(minutes(1), 2)
        assert caught.value.kind is Trouble.GONE
        store._database.reopen()
        store.attach(240)
        assert store.append(minutes(1), 2)
    with reading(tmp_path / "data") as reader:
        assert reader.last_commit_id == 2


def test_one_failed_reopening_does_not_hinder_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = a_database(folder)
    store = UsageStore(database, 240)
    for path in folder.iterdir():
        path.unlink()
    (folder / "unplug.db").mkdir()
    with pytest.raises(UnplugError):
        database.reopen()
    with pytest.raises(StorageTroubleError):
        store.append(minutes(1), 1)
    (folder / "unplug.db").rmdir()
    database.reopen()
    store.attach(240)
    assert store.append(minutes(1), 1)
    database.close()


def test_what_is_in_the_log_after_a_kill_is_there_at_the_next_start(
    tmp_path: Path,
) -> None:
    files, copy = DataFiles(tmp_path / "a"), DataFiles(tmp_path / "b")
    copy.folder.mkdir()
    with a_store(files.folder) as store:
        store.append(minutes(4), 1)
        copy.database.write_bytes(files.database.read_bytes())
        copy.log.write_bytes(files.log.read_bytes())
    with a_store(copy.folder) as store:
        assert len(list(store.spans(0, NOON_MS * 2))) == 4
        assert store._database.notices == []


def test_opening_a_current_database_imports_no_migration_library(
    tmp_path: Path,
) -> None:
    program = (
        "import sys, pathlib; from unplug.clock import SystemClock;"
        "from unplug.store.database import Database;"
        "from unplug.store.usage import UsageStore;"
        "UsageStore(Database(pathlib.Path(sys.argv[1]), SystemClock()), 240);"
        "heavy = ('sqlite_utils', 'unplug.store.recovery');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program, tmp_path / "data"],
            capture_output=True,
            check=True,
            text=True,
        )
        assert done.stdout.strip() == "[]"


def test_a_database_type_checks_as_what_it_is(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    assert isinstance(database, Database)
    assert database.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert database.connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    database.close()


def test_notes_outlive_the_process_and_damage(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    notes = Notes(database)
    assert notes.get("paused_until") is None
    notes.set("paused_until", "2026-01-01T12:00:00+00:00")
    notes.set("other", "x")
    notes.set("other", None)
    database.close()
    data = bytearray((tmp_path / "unplug.db").read_bytes())
    data[:16] = bytes(16)
    (tmp_path / "unplug.db").write_bytes(data)
    database = a_database(tmp_path)
    assert database.notices
    assert Notes(database).get("paused_until") == "2026-01-01T12:00:00+00:00"
    assert Notes(database).get("other") is None
    database.close()


def test_a_reader_can_check_everything_without_repairing(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(3_000), 1)
    with reading_connection(tmp_path) as connection:
        assert check(connection) == ""
    data = bytearray((tmp_path / "unplug.db").read_bytes())
    data[12 * 2048 : 12 * 2048 + 50] = b"\xff" * 50
    (tmp_path / "unplug.db").write_bytes(data)
    with reading_connection(tmp_path) as connection:
        assert check(connection) != ""
    assert (tmp_path / "unplug.db").read_bytes() == data


def test_a_value_that_cannot_be_is_damage_too(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(3), 1)
    with contextlib.closing(sqlite3.connect(tmp_path / "unplug.db")) as connection:
        connection.execute("UPDATE span SET dur_ms = 1 << 60 WHERE rowid % 7 = 0")
        connection.execute("UPDATE span SET state = 99 WHERE start_ms = ?", (NOON_MS,))
        connection.commit()
    with reading_connection(tmp_path) as read:
        assert check(read) == "a value that cannot be"
    with a_store(tmp_path) as store:
        assert store._database.notices
        assert store.by_state(NEW_YEAR, NEW_YEAR)[State.ACTIVE] == 3 * MINUTE_MS
