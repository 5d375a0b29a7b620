"""The books on a real disk: killed, full, damaged, gone, read-only, taken."""

import contextlib
import os
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.unplug.engine.life import (
    DAY,
    HOUR,
    MIN,
    Kept,
    Life,
    S,
    kept,
    life,
    overlaps,
    spans,
)
from unplug.engine.screen_time.books import Books
from unplug.engine.screen_time.ledger import COMMIT_WITHIN_MS
from unplug.errors import UnplugError
from unplug.sensing.facts import Active, Fact, Focus, Idle, Locked, Sleep, Unlocked
from unplug.store.database import Database
from unplug.store.lock import AlreadyRunningError
from unplug.usage.states import ScreenSpan, State

BEAT = 950


@contextlib.contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """A disk that takes no more, as far as this process is concerned."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def full(run: Life) -> Iterator[None]:
    """A database that may not grow: SQLite says that the disk is full."""
    assert run.books.database is not None
    connection = run.books.database.connection
    [(most,)] = connection.execute("PRAGMA max_page_count").fetchall()
    connection.execute("PRAGMA max_page_count = 1")
    yield
    connection.execute(f"PRAGMA max_page_count = {most}")


def long_names(count: int) -> Iterator[str]:
    """App names that need room."""
    return (f"app-{number:04}-{'x' * 200}" for number in range(count))


def test_a_closed_run_left_everything_in_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with life(folder) as run:
        run.lives(MIN).says(Focus("mail")).lives(MIN).says(Locked()).lives(HOUR)
    assert kept(folder) == Kept(
        {
            ("active", "editor"): MIN,
            ("active", "mail"): MIN,
            ("locked", None): HOUR,
        }
    )


@pytest.mark.parametrize("lived_ms", [400, 10 * S, 27 * S, 5 * MIN])
def test_a_kill_loses_at_most_a_beat_and_doubles_nothing(
    tmp_path: Path, lived_ms: int
) -> None:
    run = Life(tmp_path / "data")
    run.lives(lived_ms).says(Focus("mail")).lives(lived_ms)
    again = run.killed()
    again.close()
    found = kept(again.folder)
    assert found["active", "editor"] == lived_ms
    assert lived_ms - BEAT <= found["active", "mail"] <= lived_ms
    run.close()


def test_kill_after_kill_gives_what_was_left_once(tmp_path: Path) -> None:
    run = Life(tmp_path / "data").lives(5 * S)
    first = run.killed(at="1")
    second = first.killed(at="2")
    third = second.killed(at="3")
    third.close()
    assert 5 * S - BEAT <= sum(kept(third.folder).values()) <= 5 * S
    for each in (run, first, second):
        each.close()


facts = st.sampled_from(
    (
        Focus("mail"),
        Focus("editor"),
        Focus(None),
        Locked(),
        Unlocked(),
        Idle(120_000),
        Active(),
        Sleep(),
    )
)
steps = st.tuples(st.integers(1, MIN), st.none() | facts)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.lists(steps, max_size=12), st.booleans()), max_size=4),
)
def test_whatever_happens_and_whenever_it_dies_time_is_kept_once(
    tmp_path_factory: pytest.TempPathFactory,
    runs: list[tuple[list[tuple[int, Fact | None]], bool]],
) -> None:
    folder = tmp_path_factory.mktemp("life") / "data"
    clock = FakeClock()
    began_ms = clock.stamp().boot_ms
    kills = 0
    run = Life(folder, clock)
    for number, (script, dies) in enumerate(runs):
        for ms, fact in script:
            run.lives(ms)
            if fact is not None:
                run.says(fact)
        if dies:
            kills += 1
            dead = run
            run = dead.killed(at=str(number))
            # The dead one's descriptors go, without a word more on the disk we use.
            dead.close()
        else:
            run.close()
            run = Life(run.folder, clock)
    run.close()
    lived_ms = clock.stamp().boot_ms - began_ms
    found = spans(run.folder)
    recorded_ms = sum(span.dur_ms for span in found)
    assert recorded_ms <= lived_ms
    told = [fact for script, _ in runs for _, fact in script]
    if not any(isinstance(fact, (Locked, Idle, Sleep)) for fact in told):
        assert recorded_ms >= lived_ms - kills * BEAT  # away, nothing ticks
    assert overlaps(found) == []
    assert not any("damaged" in notice for notice in run.books.notices)
    with contextlib.closing(Database(run.folder, clock, thorough=True)) as database:
        sums = [
            database.connection.execute(f"SELECT coalesce(sum({column}), 0) FROM {of}")
            for column, of in (("dur_ms", "span"), ("ms", "day"), ("ms", "month"))
        ]
        assert {cursor.fetchone()[0] for cursor in sums} == {recorded_ms}


def test_a_full_disk_keeps_all_in_memory_and_commits_it_later(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.lives(MIN)
        with full(run):
            for name in long_names(120):
                run.says(Focus(name)).lives(30 * S)
            assert any("disk is full" in notice for notice in run.notices)
        run.lives(2 * COMMIT_WITHIN_MS)
        assert run.notices == ()
    found = kept(tmp_path / "data")
    assert sum(found.values()) == MIN + 120 * 30 * S + 2 * COMMIT_WITHIN_MS
    assert overlaps(spans(tmp_path / "data")) == []


def test_what_waits_on_a_full_disk_outlives_a_kill(tmp_path: Path) -> None:
    run = Life(tmp_path / "data").lives(MIN)
    with full(run):
        for name in long_names(40):
            run.says(Focus(name)).lives(30 * S)
        again = run.killed()
    again.close()
    run.close()
    lost_ms = 21 * MIN - sum(kept(again.folder).values())
    assert 0 <= lost_ms <= BEAT


@pytest.mark.parametrize("room", [0, 33_000, 40_000])
def test_what_a_kill_left_waits_until_a_full_disk_takes_it(
    tmp_path: Path, room: int
) -> None:
    """The tail is all there is of it; a start that cannot commit must not use it."""
    dead = Life(tmp_path / "data").lives(5 * MIN)
    for name in long_names(100):
        dead.says(Focus(name)).lives(200)
    folder = tmp_path / "again"
    shutil.copytree(dead.folder, folder)
    dead.close()
    with no_file_longer_than(room):
        run = Life(folder, dead.clock).lives(10 * S)
        assert run.notices
        run.says(Focus("mail")).lives(COMMIT_WITHIN_MS + 40 * S)
    run.lives(COMMIT_WITHIN_MS + S)
    assert run.notices == ()
    run.close()
    left_ms = 5 * MIN + 100 * 200
    lived_ms = 75 * S + 2 * COMMIT_WITHIN_MS - 24 * S
    total_ms = sum(kept(folder).values())
    assert left_ms + lived_ms - BEAT <= total_ms <= left_ms + lived_ms
    assert kept(folder)["active", "editor"] == 5 * MIN + 10 * S


def test_a_database_that_vanishes_is_made_anew_with_what_was_not_in_it(
    tmp_path: Path,
) -> None:
    with life(tmp_path / "data") as run:
        run.lives(MIN).says(Focus("mail")).lives(3 * MIN)
        for path in (tmp_path / "data").glob("unplug.db*"):
            path.unlink()
        run.says(Focus("chat")).lives(3 * MIN)
    assert kept(tmp_path / "data")["active", "chat"] == 3 * MIN
    assert overlaps(spans(tmp_path / "data")) == []


def test_a_whole_folder_that_vanishes_comes_back(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.lives(MIN)
        shutil.rmtree(tmp_path / "data")
        run.says(Focus("chat")).lives(6 * MIN)
        again = run.killed()
        again.close()
    for folder in (tmp_path / "data", again.folder):
        assert kept(folder)["active", "chat"] >= 6 * MIN - BEAT


def _overwrite(path: Path, at: float, rubbish: bytes) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(int(size * at))
        file.write(rubbish[: size - int(size * at)])


@pytest.mark.parametrize("at", [0.0, 0.02, 0.3, 0.6, 0.92])
@pytest.mark.parametrize("times", [100, 20_000])
def test_a_database_damaged_under_a_running_app_costs_it_neither_life_nor_present(
    tmp_path: Path, at: float, times: int
) -> None:
    folder = tmp_path / "data"
    with life(folder) as run:
        for name in long_names(300):
            run.says(Focus(name)).lives(2 * S)
        run.lives(3 * MIN)
        assert run.books.database is not None
        connection = run.books.database.connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA shrink_memory")
        _overwrite(folder / "unplug.db", at, b"rubbish " * times)
        before_ms = run.clock.stamp().boot_ms
        for app in ("chat", "mail", "chat"):
            run.says(Focus(app)).lives(3 * MIN)
            run.tracker.snapshot()
        run.says(Locked()).lives(DAY)  # asks what is known of another day
        run.says(Unlocked()).lives(MIN)
        lived_ms = run.clock.stamp().boot_ms - before_ms
        if times > 100:
            assert any("repaired" in notice for notice in run.notices)
    with life(folder):
        pass  # the next start finds damage that nothing had a reason to read
    found = kept(folder)
    known = ("active", "chat"), ("active", "mail"), ("locked", None)
    assert sum(found[key] for key in known) == lived_ms
    assert overlaps(spans(folder)) == []


def test_a_repair_that_fails_is_tried_again_and_nothing_counts_twice(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    with life(folder) as run:
        for name in long_names(200):
            run.says(Focus(name)).lives(2 * S)
        run.lives(3 * MIN)
        assert run.books.database is not None
        run.books.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (folder / "unplug.db").unlink()
        with no_file_longer_than(0):
            run.says(Focus("chat")).lives(4 * MIN)
            assert any("kept in memory" in notice for notice in run.notices)
        run.says(Focus("mail")).lives(4 * MIN)
        assert not any("kept in memory" in notice for notice in run.notices)
    found = kept(folder)
    assert found["active", "chat"] == 4 * MIN
    assert found["active", "mail"] == 4 * MIN
    assert overlaps(spans(folder)) == []


def test_a_second_writer_is_told_who_is_first(tmp_path: Path) -> None:
    with life(tmp_path / "data"):
        with pytest.raises(AlreadyRunningError) as caught:
            Books(tmp_path / "data", FakeClock(), 240)
        assert str(os.getpid()) in str(caught.value)
    with life(tmp_path / "data"):
        pass


def test_a_database_of_a_newer_unplug_is_left_alone(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.lives(MIN)
    path = tmp_path / "data" / "unplug.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 77")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with pytest.raises(UnplugError, match="77"):
        Books(tmp_path / "data", FakeClock(), 240)
    assert path.read_bytes() == before


def test_a_pause_is_remembered_as_soon_as_the_disk_lets_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with no_file_longer_than(0):
        run = Life(folder)
        run.tracker.pause(None)
        assert run.tracker.snapshot().state is State.PAUSED
    run.says(Focus("mail")).lives(3 * MIN)
    again = run.killed()
    assert again.tracker.snapshot().state is State.PAUSED
    again.close()
    run.close()


def test_a_pause_that_cannot_be_noted_is_said_once(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.lives(MIN)
        with no_file_longer_than(0):
            for _ in range(3):
                run.tracker.pause(None)
            told = [n for n in run.notices if "restart" in n]
            assert len(told) == 1
        run.tracker.pause(None)
        assert run.notices == ()


def test_a_pause_outlives_erasing_everything(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.tracker.pause(None)
        run.answers({"do": "erase"})
        run.lives(MIN)
        again = run.killed()
    assert again.tracker.snapshot().state is State.PAUSED
    again.close()


@pytest.mark.parametrize("noted", ["", "tomorrow", "2026-01-01T00:00", "9999-12-31"])
def test_a_pause_that_was_noted_oddly_does_not_keep_the_app_from_starting(
    tmp_path: Path, noted: str
) -> None:
    with life(tmp_path / "data") as run:
        run.books.remember_pause(noted)
    with life(tmp_path / "data") as again:
        assert again.tracker.snapshot().state in (State.PAUSED, State.ACTIVE)
        again.lives(MIN)


def test_the_clock_set_back_keeps_every_stretch(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        for _ in range(4):
            run.lives(MIN).says(Focus("mail")).lives(MIN).says(Focus("editor"))
            run.clock.step(-2 * MIN)
    assert sum(kept(tmp_path / "data").values()) == 8 * MIN


def test_what_another_process_reads_never_counts_twice(tmp_path: Path) -> None:
    """The tail and the database overlap for a moment; a reader must not notice."""
    with life(tmp_path / "data") as run:
        run.lives(MIN).says(Focus("mail")).lives(20 * S)
        for _ in range(60):
            seen = sum(kept(tmp_path / "data").values())
            lived_ms = run.clock.stamp().boot_ms - 1_000_000
            assert lived_ms - BEAT <= seen <= lived_ms
            run.lives(700)


def test_a_span_of_ages_is_one_span(tmp_path: Path) -> None:
    with life(tmp_path / "data") as run:
        run.says(Sleep())
        run.clock.sleep(30 * DAY)
        run.tracker.wake()
        run.lives(MIN)
    asleep = [s for s in spans(tmp_path / "data") if s.state is State.ASLEEP]
    assert [(s.dur_ms, s.app) for s in asleep] == [(30 * DAY, None)]
    assert isinstance(asleep[0], ScreenSpan)
