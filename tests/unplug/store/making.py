"""Spans, stores and sums for the tests of the store."""

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from hypothesis import strategies as st

from tests.fakes import FakeClock
from unplug.days import DAY_START_MIN, split_by_day
from unplug.store.database import Database
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

NOON_MS = 1_767_268_800_000  # 2026-01-01 12:00 UTC
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
NEW_YEAR = 20_454  # the day number of 2026-01-01

spans = st.builds(
    ScreenSpan,
    start_ms=st.integers(NOON_MS - 40 * DAY_MS, NOON_MS + 40 * DAY_MS)
    | st.integers(NOON_MS, NOON_MS + 3),
    dur_ms=st.integers(1, 3 * HOUR_MS) | st.integers(1, 9 * DAY_MS),
    state=st.sampled_from(State),
    app=st.sampled_from((None, "editor", "browser", "mail")),
    title=st.sampled_from((None, None, "a letter")),
    offset_q=st.integers(-48, 56),
)
day_starts = st.sampled_from((0, 240, 270, 1_439))


@contextlib.contextmanager
def a_store(folder: Path, day_start_min: int = DAY_START_MIN) -> Iterator[UsageStore]:
    """The store in a folder, closed afterwards."""
    database = a_database(folder)
    try:
        yield UsageStore(database, day_start_min)
    finally:
        database.close()


def a_database(folder: Path, *, thorough: bool = False) -> Database:
    """The database in a folder, opened as the app does."""
    return Database(folder, FakeClock(), thorough=thorough)


def minutes(
    count: int, first_ms: int = NOON_MS, app: str | None = "editor"
) -> list[ScreenSpan]:
    """Spans of a minute, one after the other."""
    return [
        ScreenSpan(first_ms + number * MINUTE_MS, MINUTE_MS, State.ACTIVE, app)
        for number in range(count)
    ]


def all_rows(connection: sqlite3.Connection, table: str) -> list[tuple[int, ...]]:
    """A whole table, in order."""
    return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def summed(store: UsageStore, day_start_min: int) -> dict[tuple[int, int, int], int]:
    """Milliseconds a day, app and state, by the plainest possible arithmetic."""
    sums: dict[tuple[int, int, int], int] = defaultdict(int)
    for start, dur, app, _, state, offset in all_rows(store._connection, "span"):
        for day, ms in split_by_day(start, dur, offset, day_start_min):
            sums[day, app, state] += ms
    return dict(sums)


def kept_ms(folder: Path) -> int:
    """All recorded time in a folder, as another process reads it."""
    with contextlib.closing(sqlite3.connect(folder / "unplug.db")) as connection:
        sql = "SELECT coalesce(sum(dur_ms), 0) FROM span"
        return int(connection.execute(sql).fetchone()[0])
