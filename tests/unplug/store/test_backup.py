import contextlib
import select
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unplug.store.making import NOON_MS, a_store, minutes
from unplug.store.backup import KEPT, Backups
from unplug.store.files import DataFiles

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)


class Usage(NamedTuple):
    """What a disk says of itself."""

    total: int
    used: int
    free: int


def count(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM span").fetchone()[0])


def test_a_backup_holds_all_commits_so_far_while_the_app_writes_on(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(4), 1)
        running = Backups(DataFiles(tmp_path)).start(NOW)
        readable, _, _ = select.select([running], [], [], 20)
        assert readable
        done = running.result()
        store.append(minutes(4, NOON_MS * 2), 2)
    assert done.error is None
    assert done.path == tmp_path / "backups" / "unplug-20260120.db"
    assert count(done.path) == 4
    assert done.path.stat().st_mode & 0o777 == 0o600
    assert done.path.parent.stat().st_mode & 0o777 == 0o700
    assert list(done.path.parent.glob("*.half*")) == []


def test_one_backup_is_due_a_day_and_seven_are_kept(tmp_path: Path) -> None:
    backups = Backups(DataFiles(tmp_path))
    assert not backups.due(NOW)
    with a_store(tmp_path):
        for day in range(10):
            now = NOW + timedelta(days=day)
            assert backups.due(now)
            assert backups.start(now).result().error is None
            assert not backups.due(now)
    names = [path.name for path in DataFiles(tmp_path).kept_backups()]
    assert len(names) == KEPT
    assert names[0] == "unplug-20260129.db"
    assert names[-1] == "unplug-20260123.db"


def test_no_backup_is_begun_when_space_is_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 10**6))
    with a_store(tmp_path):
        done = Backups(DataFiles(tmp_path)).start(NOW).result()
    assert done.path is None
    assert "not enough disk space" in str(done.error)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_damaged_database_does_not_replace_a_good_backup(tmp_path: Path) -> None:
    files = DataFiles(tmp_path)
    with a_store(tmp_path) as store:
        store.append(minutes(3_000), 1)
    with a_store(tmp_path):
        Backups(files).start(NOW).result()
        data = bytearray(files.database.read_bytes())
        for page in range(8 * 2048, len(data), 2048):
            data[page : page + 100] = b"\xff" * 100
        files.database.write_bytes(data)
        done = Backups(files).start(NOW + timedelta(days=1)).result()
        assert done.damaged
        assert files.suspicion.exists()
    assert [path.name for path in files.kept_backups()] == ["unplug-20260120.db"]
    with a_store(tmp_path) as store:
        assert store._database.notices
        assert len(list(store.spans(0, NOON_MS * 2))) == 3_000


def test_a_backup_that_is_stopped_leaves_nothing_half_made(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(20_000), 1)
        running = Backups(DataFiles(tmp_path)).start(NOW)
        done = running.stop()
        assert running.ended
        assert done.error is None
        left = {path.name for path in (tmp_path / "backups").glob("*")}
        assert left == ({done.path.name} if done.path else set())
