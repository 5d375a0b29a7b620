import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unplug.store.making import NOON_MS, a_store, all_rows, minutes, summed
from unplug.store.trouble import StorageTroubleError, Trouble, from_sqlite, kind_of
from unplug.usage.states import ScreenSpan

HOUR_MS = 3_600_000


def batches(count: int) -> list[list[ScreenSpan]]:
    return [minutes(50, NOON_MS + number * HOUR_MS) for number in range(count)]


def test_a_full_disk_loses_and_doubles_nothing_once_there_is_space_again(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path) as store:
        execute = store._connection.execute
        pages = execute("PRAGMA page_count").fetchone()[0]
        execute(f"PRAGMA max_page_count = {pages + 4}")
        waiting: list[ScreenSpan] = []
        kinds = []
        for commit_id, batch in enumerate(batches(40), start=1):
            waiting += batch
            if commit_id == 30:
                execute("PRAGMA max_page_count = 1000000")
            try:
                assert store.append(waiting, commit_id)
                waiting = []
            except StorageTroubleError as error:
                kinds.append(error.kind)
        assert len(kinds) > 10
        assert set(kinds) == {Trouble.FULL}
        assert waiting == []
        written = [span for batch in batches(40) for span in batch]
        assert list(store.spans(0, NOON_MS * 2)) == written
        days = {row[:3]: row[3] for row in all_rows(store._connection, "day")}
        assert days == summed(store, 240)


def test_a_file_that_may_not_grow_loses_and_doubles_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    waiting: list[ScreenSpan] = []
    failed = 0
    try:
        with a_store(tmp_path) as store:
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
            for commit_id, batch in enumerate(batches(40), start=1):
                waiting += batch
                if commit_id == 35:
                    resource.setrlimit(resource.RLIMIT_FSIZE, before)
                try:
                    store.append(waiting, commit_id)
                    waiting = []
                except StorageTroubleError:
                    failed += 1
            assert failed > 5
            written = [span for batch in batches(40) for span in batch]
            assert list(store.spans(0, NOON_MS * 2)) == written
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


ON_A_TINY_DISK = """
import os, pathlib, subprocess, sys
from tests.unplug.store.making import NOON_MS, a_database, minutes
from unplug.store.tail import Tail
from unplug.store.restoring import recover_into
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore

disk = pathlib.Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], check=True)
database = a_database(disk / "data")
store = UsageStore(database, 240)
tail = Tail(database.files.tail, store.database_id)
ballast = disk / "ballast"
with ballast.open("wb", buffering=0) as file:
    try:
        while file.write(bytes(4096)):
            pass
    except OSError:
        pass
waiting, kinds, written = [], [], []
for number in range(60):
    batch = minutes(50, NOON_MS + number * 3_600_000)
    written += batch
    waiting += batch
    commit_id = store.last_commit_id + 1
    tail.write(commit_id, waiting, [])
    assert not tail.trouble, tail.trouble
    if number == 40:
        ballast.unlink()
    try:
        store.append(waiting, commit_id)
        waiting = []
    except StorageTroubleError as error:
        kinds.append(error.kind)
assert len(kinds) > 20, kinds
assert set(kinds) == {Trouble.FULL}, kinds
assert list(store.spans(0, NOON_MS * 2)) == written
assert recover_into(store, tail) is None
print("good", len(kinds))
"""


OWN_MOUNTS = (
    ("unshare", "--mount", "--propagation", "unchanged", "--"),
    ("unshare", "--mount", "--map-root-user", "--"),
)


def with_own_mounts(place: Path) -> tuple[str, ...]:
    """What lets a program mount something; skips where the machine lets nobody."""
    for unshare in OWN_MOUNTS:
        tried = [*unshare, "mount", "-t", "tmpfs", "tmpfs", str(place)]
        if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
            return unshare
    pytest.skip("no mounts are allowed here; the limit on file sizes is tried above")


def test_a_disk_that_is_really_full_loses_and_doubles_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [*with_own_mounts(tmp_path), sys.executable, "-c", ON_A_TINY_DISK, tmp_path],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stdout.startswith("good"), done.stderr


def test_each_error_of_sqlite_is_told_apart(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert kind_of(error) is Trouble.FAILING
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED
    assert kind_of(error) is Trouble.READ_ONLY
    told = from_sqlite(error, tmp_path)
    assert isinstance(told, StorageTroubleError)
    assert "tracking goes on in memory" in str(told)
    ours = sqlite3.ProgrammingError("a bug of ours")
    assert from_sqlite(ours, tmp_path) is ours


def test_a_database_that_turns_read_only_is_trouble_that_can_pass(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path) as store:
        store._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StorageTroubleError) as caught:
            store.append(minutes(2), 1)
        assert caught.value.kind is Trouble.READ_ONLY
        store._connection.execute("PRAGMA query_only = OFF")
        assert store.append(minutes(2), 1)
        assert len(list(store.spans(0, NOON_MS * 2))) == 2
