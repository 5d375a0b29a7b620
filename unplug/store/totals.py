"""Screen time as it is asked for: by app, day, hour and state.

Ranges of days are day numbers (`unplug.days`), both ends included. They are answered
from the totals kept a day and a month; only hours and quarters read spans.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from unplug.days import DAY_MS, DAY_START_MIN, QUARTER_MS
from unplug.store.rollups import first_day_of, month_number
from unplug.store.trouble import Trouble, from_sqlite, path_of, trouble
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

HOUR_MS = 60 * 60_000
QUARTERS_A_DAY = DAY_MS // QUARTER_MS
FARTHEST_OFFSET_MS = 64 * QUARTER_MS
_LONG_MS = 4 * HOUR_MS  # the bound of the index span_long
_PAGE = 1_000
Slots = dict[tuple[int, int], dict[State, int]]
Hours = dict[tuple[int, int], dict[State, int]]
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Time in one state with one app.

    Attributes:
        app: the app's id; None where none is known or none matters.
        state: what the person was doing.
        ms: how long.
        n: how many spans of it start in the range.
    """

    app: str | None
    state: State
    ms: int
    n: int


_STATES: dict[object, State] = {state.value: state for state in State}
"""Asked for each row; to call the enumeration takes ten times as long."""


class UsageReader:
    """Questions about recorded screen time.

    Args:
        connection: to the database, for reading at least.

    Any question raises StorageTroubleError where the file turns out to be damaged.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def day_start_min(self) -> int:
        """Minutes after local midnight at which the recorded days start."""
        return int(self._meta("day_start_min", DAY_START_MIN))

    @property
    def last_commit_id(self) -> int:
        """The number of the last commit; 0 before the first."""
        return int(self._meta("commit_id", 0))

    @property
    def database_id(self) -> str:
        """What tells this database from any other."""
        return str(self._meta("database", ""))

    def stand_still(self) -> None:
        """Answer from now on as of the next question, whatever is written then."""
        self._rows("BEGIN")

    def follow_again(self) -> None:
        """See again what has been written since ``stand_still``."""
        self._rows("COMMIT")

    def by_app(self, first_day: int, last_day: int) -> list[Total]:
        """Totals of each app and state, most time first."""
        sums: dict[tuple[int, int], tuple[int, int]] = {}
        for sql, low, high in _segments(first_day, last_day):
            for app, state, ms, n in self._rows(sql, (low, high)):
                had_ms, had_n = sums.get((app, state), (0, 0))
                sums[app, state] = (had_ms + ms, had_n + n)
        names = self._names_of(app for app, _ in sums)
        totals = [
            Total(names.get(app), self._state(state), ms, n)
            for (app, state), (ms, n) in sums.items()
        ]
        return sorted(totals, key=lambda total: -total.ms)

    def by_state(self, first_day: int, last_day: int) -> dict[State, int]:
        """Milliseconds in each state; every state is there."""
        sums = dict.fromkeys(State, 0)
        for sql, low, high in _segments(first_day, last_day):
            for _, state, ms, _ in self._rows(sql, (low, high)):
                sums[self._state(state)] += ms
        return sums

    def by_day(self, first_day: int, last_day: int) -> dict[int, dict[State, int]]:
        """Milliseconds in each state of each day that has any."""
        days: dict[int, dict[State, int]] = defaultdict(dict)
        for day, state, ms in self._rows(_BY_DAY, (first_day, last_day)):
            days[day][self._state(state)] = ms
        return dict(days)

    def by_hour(self, first_day: int, last_day: int) -> Slots:
        """Milliseconds in each state of each hour, by the spans that are kept.

        Returns:
            Keyed by ``(day, hour)`` with the hour of the local clock, 0 to 23;
            a day that starts at 4 has its hour 3 last.
        """
        return self._slots(first_day, last_day, 0, HOUR_MS)

    def by_clock_hour(self, first_day: int, last_day: int) -> Hours:
        """Milliseconds in each state of each hour, by the spans that are kept.

        Unlike ``by_hour`` it tells the two apart that a clock set back makes of one.

        Returns:
            Keyed by ``(hours of the local clock since 1970, quarter hours of offset)``.
        """
        hours: Hours = defaultdict(lambda: defaultdict(int))
        given = self._given(first_day, last_day, 0, HOUR_MS)
        for hour, state, offset, ms in self._rows(_WHOLE_IN_HOUR, given):
            hours[hour, offset][self._state(state)] += ms
        for _, local, ms, state, offset in self._cut(given, first_day, last_day):
            hours[local // HOUR_MS, offset][self._state(state)] += ms
        return hours

    def screen_curves(self, first_day: int, last_day: int) -> dict[int, list[int]]:
        """How screen time grew in the course of each day that has spans.

        Returns:
            For each day 97 values: the screen time, in milliseconds, up to each
            quarter hour after the day's start; the first is 0, the last the whole.
        """
        origin = self.day_start_min * 60_000
        slots = self._slots(first_day, last_day, origin, QUARTER_MS)
        curves: dict[int, list[int]] = {}
        for (day, slot), by_state in slots.items():
            grown = curves.setdefault(day, [0] * (QUARTERS_A_DAY + 1))
            ms = sum(by_state.get(state, 0) for state in SCREEN_STATES)
            grown[slot + 1] += ms
        for grown in curves.values():
            for slot in range(QUARTERS_A_DAY):
                grown[slot + 1] += grown[slot]
        return curves

    def spans(self, from_ms: int, to_ms: int) -> Iterator[ScreenSpan]:
        """Spans that overlap ``[from_ms, to_ms)``, by start, as many as are asked for.

        Reads a page at a time, so that nothing is held up while it is iterated.
        """
        yield from self._named(self._rows(_LONG_BEFORE, (from_ms - _LONG_MS, from_ms)))
        after = from_ms - _LONG_MS - 1
        while True:
            page = self._rows(_SPANS, (after, to_ms, _PAGE))
            yield from self._named(
                [row for row in page if row[0] + (row[1] or 0) > from_ms]
            )
            if len(page) < _PAGE:
                return
            after = page[-1][0]

    def extent_ms(self) -> tuple[int, int] | None:
        """Where the kept spans start and end; None when there are none."""
        rows = self._rows(_EXTENT)
        return (rows[0][0], rows[0][1]) if rows else None

    def count_spans(self) -> int:
        """How many spans are kept."""
        return int(self._rows("SELECT count(*) FROM span")[0][0])

    def extent_days(self) -> tuple[int, int] | None:
        """The first and the last day with any time; None when there is none."""
        [(first, last)] = self._rows("SELECT min(day), max(day) FROM day")
        return None if first is None else (first, last)

    def _rows(self, sql: str, given: _Row | dict[str, int] = ()) -> list[_Row]:
        try:
            return self._connection.execute(sql, given).fetchall()
        except sqlite3.Error as error:
            raise self._on_error(error) from error

    def _on_error(self, error: sqlite3.Error) -> Exception:
        return from_sqlite(error, path_of(self._connection))

    def _meta(self, key: str, otherwise: int | str) -> int | str:
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else otherwise

    def _state(self, number: int) -> State:
        """The state that a number stands for, unless damage made the number."""
        try:
            return _STATES[number]
        except KeyError as error:
            raise trouble(Trouble.DAMAGED, path_of(self._connection)) from error

    def _names_of(self, ids: Iterable[int]) -> dict[int, str]:
        """The names behind some numbers; those that are no name are left out."""
        found = {}
        for number in set(ids):
            for (text,) in self._rows("SELECT s FROM name WHERE id = ?", (number,)):
                found[number] = text
        return found

    def _named(self, rows: list[_Row]) -> Iterator[ScreenSpan]:
        names = self._names_of(n for row in rows for n in row[2:4] if n)
        for start, dur, app, title, number, offset in rows:
            state = self._state(number)
            try:
                span = ScreenSpan(
                    start, dur, state, names.get(app), names.get(title), offset
                )
            except (TypeError, ValueError) as error:
                raise trouble(Trouble.DAMAGED, path_of(self._connection)) from error
            yield span

    def _slots(self, first_day: int, last_day: int, origin: int, width: int) -> Slots:
        """Milliseconds in each state of each stretch of the local clock.

        Args:
            first_day: the first day asked for.
            last_day: the last one.
            origin: where the stretches are counted from, in ms after midnight.
            width: how long they are, in ms.

        Returns:
            Keyed by ``(day, number of the stretch)``.
        """
        slots: Slots = defaultdict(lambda: defaultdict(int))
        given = self._given(first_day, last_day, origin, width)
        for day, slot, state, ms in self._rows(_WHOLE_IN_SLOT, given):
            slots[day, slot][self._state(state)] += ms
        for day, local, ms, state, _ in self._cut(given, first_day, last_day):
            slots[day, (local - origin) % DAY_MS // width][self._state(state)] += ms
        return slots

    def _given(
        self, first_day: int, last_day: int, origin: int, width: int
    ) -> dict[str, int]:
        """What the statements about stretches of the local clock are given."""
        day_start = self.day_start_min * 60_000
        low = first_day * DAY_MS + day_start - FARTHEST_OFFSET_MS
        return {
            "first": first_day,
            "last": last_day,
            "low": low,
            "high": (last_day + 1) * DAY_MS + day_start + FARTHEST_OFFSET_MS,
            "long": low - _LONG_MS,
            "day_start": day_start,
            "origin": origin,
            "width": width,
        }

    def _cut(
        self, given: dict[str, int], first_day: int, last_day: int
    ) -> Iterator[tuple[int, int, int, int, int]]:
        """The pieces of the spans that do not lie within one stretch.

        Yields:
            ``(day, start on the local clock, ms, state, offset)``.
        """
        origin, width, day_start = given["origin"], given["width"], given["day_start"]
        for start, dur, state, offset in self._rows(_CUT_BY_SLOT, given):
            local, end = start + offset * QUARTER_MS, start + offset * QUARTER_MS + dur
            while local < end:
                day, slot = (local - day_start) // DAY_MS, (local - origin) // width
                to = min((slot + 1) * width + origin, (day + 1) * DAY_MS + day_start)
                if first_day <= day <= last_day:
                    yield day, local, min(to, end) - local, state, offset
                local = to


def _segments(first_day: int, last_day: int) -> Iterator[tuple[str, int, int]]:
    """Cut a range of days into whole months and the days that are left over."""
    if last_day < first_day:
        return
    low = month_number(first_day - 1) + 1
    high = month_number(last_day + 1) - 1
    if high < low:
        yield _DAYS, first_day, last_day
        return
    if first_day < first_day_of(low):
        yield _DAYS, first_day, first_day_of(low) - 1
    yield _MONTHS, low, high
    if first_day_of(high + 1) <= last_day:
        yield _DAYS, first_day_of(high + 1), last_day


_DAYS = (
    "SELECT app, state, sum(ms), sum(n) FROM day WHERE day BETWEEN ? AND ?"
    " GROUP BY app, state"
)
_MONTHS = _DAYS.replace("day", "month")
_BY_DAY = (
    "SELECT day, state, sum(ms) FROM day WHERE day BETWEEN ? AND ? GROUP BY day, state"
)
_COLUMNS = "start_ms, dur_ms, app, title, state, offset_q"
_SPANS = (
    f"SELECT {_COLUMNS} FROM span WHERE start_ms > ? AND start_ms < ?"
    " ORDER BY start_ms LIMIT ?"
)
_LONG_BEFORE = (
    f"SELECT {_COLUMNS} FROM span INDEXED BY span_long"
    " WHERE dur_ms >= 14400000 AND start_ms < ? AND start_ms + dur_ms > ?"
    " ORDER BY start_ms"
)
_EXTENT = (
    "SELECT (SELECT min(start_ms) FROM span), start_ms + dur_ms FROM span"
    " ORDER BY start_ms DESC LIMIT 1"
)
# Division rounds towards zero; a million days more makes that the same as down.
_SHIFT = 86_400_000 * 1_000_000
_SINCE = f"(start_ms + offset_q * 900000 - :day_start + {_SHIFT})"
_LOCAL = f"(start_ms + offset_q * 900000 - :origin + {_SHIFT})"
_WHOLE = (
    f"{_LOCAL} % :width + dur_ms <= :width AND {_SINCE} % 86400000 + dur_ms <= 86400000"
)
_NEAR = "FROM span WHERE start_ms >= :long AND start_ms < :high"
# Day, slot and state in one number sort twice as fast.
_WHOLE_IN_SLOT = (
    "SELECT (key >> 16) - 1000000 AS day, (key >> 3) & 0x1FFF, key & 7, ms FROM ("
    f"SELECT ({_SINCE} / 86400000 << 16) | ({_LOCAL} % 86400000 / :width << 3)"
    f" | state AS key, sum(dur_ms) AS ms {_NEAR} AND {_WHOLE} GROUP BY key)"
    " WHERE day BETWEEN :first AND :last"
)
_WHOLE_IN_HOUR = (
    f"SELECT (start_ms + offset_q * 900000 + {_SHIFT}) / 3600000 - 24000000 AS hour,"
    " state, offset_q,"
    f" sum(dur_ms) {_NEAR} AND {_WHOLE}"
    f" AND {_SINCE} / 86400000 - 1000000 BETWEEN :first AND :last"
    " GROUP BY hour, state, offset_q"
)
_CUT_BY_SLOT = (
    f"SELECT start_ms, dur_ms, state, offset_q {_NEAR} AND NOT ({_WHOLE})"
    " UNION ALL SELECT start_ms, dur_ms, state, offset_q FROM span INDEXED BY span_long"
    " WHERE dur_ms >= 14400000 AND start_ms < :long AND start_ms + dur_ms > :low"
)
