"""Totals a day and a month, kept beside the spans so that long ranges cost nothing.

``n`` counts the spans that start in the row's day (or month), app and state: a span
that runs past a day's end adds its time to both days and its ``n`` to the first.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from unplug.days import DAY_MS, QUARTER_MS, date_of, number_of, split_by_day

Progress = Callable[[float], None]
"""Told now and then how much is done, from 0 to 1."""

DayRow = tuple[int, int, int, int, int]
"""``(day, app, state, ms, n)``."""

_LONG_AGO_DAYS = -1_000_000
_CHUNKS = 100
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Frontier:
    """Where the time begins whose spans are all still kept.

    Days before ``day`` have totals that can no longer be worked out again, so they
    are never touched. Time is told apart by the local clock: time before
    ``local_ms`` belongs to the days before ``day`` and the rest to ``day`` and
    later, whatever the day start is set to now; so no millisecond is counted twice.

    Attributes:
        day: the first day whose totals come from spans alone.
        local_ms: where that day started, in milliseconds of the local clock.
        day_start_min: minutes after local midnight at which a day starts now.
    """

    day: int
    local_ms: int
    day_start_min: int

    @classmethod
    def at(cls, day: int, day_start_min: int) -> "Frontier":
        """The frontier at the start of a day."""
        return cls(day, day * DAY_MS + day_start_min * 60_000, day_start_min)

    @classmethod
    def none(cls, day_start_min: int) -> "Frontier":
        """The frontier of a database that still has all its spans."""
        return cls.at(_LONG_AGO_DAYS, day_start_min)

    def parts(
        self, start_ms: int, dur_ms: int, offset_q: int
    ) -> Iterator[tuple[int, int, int]]:
        """Share a span out among days.

        Yields:
            ``(day, ms, n)``; ``ms`` sum to ``dur_ms`` and ``n`` to 1.
        """
        before = min(max(self.local_ms - start_ms - offset_q * QUARTER_MS, 0), dur_ms)
        n = 1
        for at, length, old in (
            (start_ms, before, True),
            (start_ms + before, dur_ms - before, False),
        ):
            for day, ms in split_by_day(at, length, offset_q, self.day_start_min):
                yield min(day, self.day - 1) if old else max(day, self.day), ms, n
                n = 0


def month_number(day: int) -> int:
    """The calendar month of a day, in months since January 1970."""
    on = date_of(day)
    return (on.year - 1970) * _MONTHS_A_YEAR + on.month - 1


def first_day_of(month: int) -> int:
    """The first day of a month."""
    year, index = divmod(month, _MONTHS_A_YEAR)
    return number_of(date(1970 + year, index + 1, 1))


def sum_rows(rows: Iterable[DayRow]) -> list[DayRow]:
    """Rows with the same key made one."""
    sums: dict[tuple[int, int, int], tuple[int, int]] = {}
    for day, app, state, ms, n in rows:
        had_ms, had_n = sums.get((day, app, state), (0, 0))
        sums[day, app, state] = (had_ms + ms, had_n + n)
    return [(*key, *value) for key, value in sums.items()]


def add(connection: sqlite3.Connection, rows: Iterable[DayRow]) -> None:
    """Add to the totals of days and of their months."""
    rows = sum_rows(rows)
    months = sum_rows(
        (month_number(day), app, state, ms, n) for day, app, state, ms, n in rows
    )
    connection.executemany(_ADD_DAY, rows)
    connection.executemany(_ADD_MONTH, months)


def rebuild(
    connection: sqlite3.Connection, frontier: Frontier, progress: Progress
) -> None:
    """Work out from the spans all days from the frontier on, and all months.

    Runs inside the caller's transaction.
    """
    connection.execute("DELETE FROM day WHERE day >= ?", (frontier.day,))
    first, last = connection.execute(_EXTENT).fetchone()
    if first is not None:
        step = max(1, -(-(last - first + 1) // _CHUNKS))
        for done in range(_CHUNKS):
            low = first + done * step
            _add_chunk(connection, frontier, low, low + step)
            progress((done + 1) / (_CHUNKS + 1))
    rebuild_months(connection)
    progress(1.0)


def rebuild_months(connection: sqlite3.Connection) -> None:
    """Work out all months from the days."""
    connection.execute("DELETE FROM month")
    first, last = connection.execute("SELECT min(day), max(day) FROM day").fetchone()
    if first is None:
        return
    for month in range(month_number(first), month_number(last) + 1):
        days = (month, first_day_of(month), first_day_of(month + 1) - 1)
        connection.execute(_MONTH_FROM_DAYS, days)


def forget_digests(connection: sqlite3.Connection, days: Iterable[int]) -> None:
    """Drop the digests of days that spans were added to: they are made again."""
    connection.executemany(_FORGET_DIGEST, [(day,) for day in set(days)])


def forget_digests_from(connection: sqlite3.Connection, day: int) -> None:
    """Drop the digests of a day and all after it."""
    connection.execute("DELETE FROM digest WHERE day >= ?", (day,))


def _add_chunk(
    connection: sqlite3.Connection, frontier: Frontier, low_ms: int, high_ms: int
) -> None:
    given = {
        "low": low_ms,
        "high": high_ms,
        "day_start": frontier.day_start_min * 60_000,
        "from_day": frontier.day,
        "from_local": frontier.local_ms,
    }
    connection.execute(_WHOLE_SPANS, given)
    rows = [
        (day, app, state, ms, n)
        for start, dur, app, state, offset in connection.execute(_CUT_SPANS, given)
        for day, ms, n in frontier.parts(start, dur, offset)
        if day >= frontier.day
    ]
    connection.executemany(_ADD_DAY, rows)


_ADD_DAY = (
    "INSERT INTO day (day, app, state, ms, n) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET ms = ms + excluded.ms, n = n + excluded.n"
)
_ADD_MONTH = _ADD_DAY.replace("day", "month")
_FORGET_DIGEST = "DELETE FROM digest WHERE day = ?"
_EXTENT = "SELECT min(start_ms), max(start_ms) FROM span"
_MONTH_FROM_DAYS = (
    "INSERT INTO month (month, app, state, ms, n)"
    " SELECT ?, app, state, sum(ms), sum(n) FROM day WHERE day BETWEEN ? AND ?"
    " GROUP BY app, state"
)
# Division rounds towards zero; a million days more makes that the same as down.
_SINCE = "(start_ms + offset_q * 900000 - :day_start + 86400000000000)"
_IS_WHOLE = (
    f"{_SINCE} % 86400000 + dur_ms <= 86400000"
    " AND start_ms + offset_q * 900000 >= :from_local"
)
_IN_CHUNK = "FROM span WHERE start_ms >= :low AND start_ms < :high"
# Day, app and state in one number (31 bits of app, 3 of state) sort twice as fast.
_WHOLE_SPANS = (
    "INSERT INTO day (day, app, state, ms, n)"
    " SELECT max((key >> 34) - 1000000, :from_day), (key >> 3) & 0x7FFFFFFF, key & 7,"
    " ms, n FROM ("
    f"SELECT ({_SINCE} / 86400000 << 34) | (app << 3) | state AS key,"
    f" sum(dur_ms) AS ms, count(*) AS n {_IN_CHUNK} AND {_IS_WHOLE} GROUP BY key"
    ") WHERE true ON CONFLICT DO UPDATE SET ms = ms + excluded.ms, n = n + excluded.n"
)
_CUT_SPANS = (
    f"SELECT start_ms, dur_ms, app, state, offset_q {_IN_CHUNK} AND NOT ({_IS_WHOLE})"
)
