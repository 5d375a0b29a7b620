"""Digests of days in the database: made once, read by every question about patterns.

A digest goes when spans of its day come in later, and is made again while the spans
of that day are kept; of a day whose spans are retired it is what is left beside totals.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from struct import Struct, unpack
from struct import error as struct_error
from typing import Any, TypeVar

from unplug.store.database import Database
from unplug.store.trouble import Trouble, from_sqlite, path_of, trouble
from unplug.usage.digest import HOURS, Digest

_HOURS = Struct(f"<{HOURS}I")
_T = TypeVar("_T")
Hours = tuple[int, ...]
Numbers = tuple[int, int, int, int, int]
"""A day, its `screen_ms`, `switches`, `long_ms` and `last_ms` (see `Digest`)."""


class DigestReader:
    """Digests, to read.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def digests(self, first_day: int, last_day: int) -> list[Digest]:
        """The digests of a range of days, both included, by day.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        sql = f"SELECT {_ALL} {_RANGE}"
        return self._each(self._rows(sql, first_day, last_day), _digest)

    def hours(self, first_day: int, last_day: int) -> list[tuple[int, tuple[int, ...]]]:
        """The hours alone: day and `Digest.hours_ms`."""
        sql = f"SELECT day, hours {_RANGE}"
        return self._each(self._rows(sql, first_day, last_day), _day_hours)

    def heat(self, first_day: int, last_day: int, weekday: int) -> tuple[Hours, int]:
        """The hours of all days of a weekday summed up, and how many had any.

        Args:
            first_day: the first day.
            last_day: the last one.
            weekday: 0 for Monday.
        """
        sql = f"SELECT hours, screen_ms > 0 {_WEEKDAY}"
        rows = self._rows(sql, first_day, last_day, weekday)
        [table] = self._each([[hours for hours, _ in rows]], _table)
        return tuple(map(sum, table)), sum(used for _, used in rows)

    def late(
        self, first_day: int, last_day: int, hours: Sequence[int]
    ) -> list[tuple[int, int, int]]:
        """Each day, the screen time in some hours of it, and its `last_ms`."""
        rows = self._rows(f"SELECT day, hours, last_ms {_RANGE}", first_day, last_day)
        [table] = self._each([[each for _, each, _ in rows]], _table)
        late = map(sum, zip(*(table[hour] for hour in hours), strict=True))
        return [
            (day, ms, last_ms) for (day, _, last_ms), ms in zip(rows, late, strict=True)
        ]

    def numbers(self, first_day: int, last_day: int) -> list[Numbers]:
        """What is said of whole days, without hours and apps."""
        sql = f"SELECT day, screen_ms, switches, long_ms, last_ms {_RANGE}"
        return self._rows(sql, first_day, last_day)

    def firsts(self, first_day: int, last_day: int) -> list[tuple[int, dict[str, int]]]:
        """The first apps alone: day and `Digest.firsts`."""
        rows = self._rows(f"SELECT day, firsts {_RANGE}", first_day, last_day)
        # One long text is read in a third of the time of many short ones.
        whole = f"[{','.join([str(firsts) for _, firsts in rows])}]"
        [read] = self._each([whole], json.loads)
        return [(day, firsts) for (day, _), firsts in zip(rows, read, strict=True)]

    def undigested(self, first_day: int, last_day: int) -> list[int]:
        """The days that have screen time, but no digest."""
        return [day for (day,) in self._rows(_UNDIGESTED, first_day, last_day)]

    def missing(self, first_day: int, last_day: int) -> list[int]:
        """The days whose spans are all kept, that have no digest yet."""
        kept = self._rows("SELECT value FROM meta WHERE key = 'raw_from_day'")
        from_day = max(first_day, kept[0][0]) if kept else first_day
        return self.undigested(from_day, last_day)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._open().execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._on_error(error) from error

    def _on_error(self, error: sqlite3.Error) -> Exception:
        return from_sqlite(error, path_of(self._open()))

    def _each(self, rows: list[Any], read: Callable[[Any], _T]) -> list[_T]:
        try:
            return [read(row) for row in rows]
        except (TypeError, ValueError, AttributeError, struct_error) as error:
            raise trouble(Trouble.DAMAGED, path_of(self._open())) from error


class DigestStore(DigestReader):
    """The writer's side.

    Args:
        database: where they are kept.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def put(self, digests: Iterable[Digest]) -> None:
        """Keep digests, in place of those of the same days.

        Raises:
            StorageTroubleError: the disk does not take them; none was kept.
        """
        rows = [_row(digest) for digest in digests]
        with self._database.writing() as connection:
            connection.executemany(_PUT, rows)

    def _on_error(self, error: sqlite3.Error) -> Exception:
        self._database.suspect(error)
        return super()._on_error(error)


_RANGE = "FROM digest WHERE day BETWEEN ? AND ? ORDER BY day"
_WEEKDAY = "FROM digest WHERE day BETWEEN ? AND ? AND (day + 70003) % 7 = ?"
_ALL = (
    "day, hours, switches, long_ms, longest_ms, longest_at_ms, last_ms, firsts, steps"
)
_PUT = "INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# From one day to the next by the index: reading all rows of all days takes longer.
_UNDIGESTED = (
    "WITH RECURSIVE each (day) AS ("
    " SELECT min(day) FROM day WHERE day >= ?1"
    " UNION ALL SELECT (SELECT min(day) FROM day WHERE day > each.day) FROM each"
    " WHERE each.day < ?2) "
    "SELECT day FROM each WHERE day <= ?2"
    " AND NOT EXISTS (SELECT 1 FROM digest WHERE digest.day = each.day)"
    " AND EXISTS (SELECT 1 FROM day WHERE day.day = each.day AND state < 2)"
)


def _row(digest: Digest) -> tuple[object, ...]:
    steps = {
        "followed": digest.followed,
        "led": [[*pair, count] for pair, count in digest.led_to.items()],
    }
    return (
        *(digest.day, _HOURS.pack(*digest.hours_ms), digest.screen_ms),
        *(digest.switches, digest.long_ms, digest.longest_ms, digest.longest_at_ms),
        *(digest.last_ms, _written(digest.firsts), _written(steps)),
    )


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _table(hours: list[bytes]) -> list[Hours]:
    """The days' values of each hour; all days at once, for there can be many."""
    values = unpack(f"<{HOURS * len(hours)}I", b"".join(hours))
    return [values[hour::HOURS] for hour in range(HOURS)]


def _day_hours(row: tuple[Any, ...]) -> tuple[int, tuple[int, ...]]:
    return row[0], _HOURS.unpack(row[1])


def _digest(row: tuple[Any, ...]) -> Digest:
    day, hours, switches, long_ms, longest_ms, longest_at_ms, last_ms, *told = row
    firsts, steps = map(json.loads, told)
    return Digest(
        day=day,
        hours_ms=_HOURS.unpack(hours),
        switches=switches,
        long_ms=long_ms,
        longest_ms=longest_ms,
        longest_at_ms=longest_at_ms,
        last_ms=last_ms,
        firsts=dict(firsts),
        followed=dict(steps["followed"]),
        led_to=dict(_led(steps["led"])),
    )


def _led(rows: Iterable[tuple[str, str, int]]) -> Iterator[tuple[tuple[str, str], int]]:
    return (((early, late), count) for early, late, count in rows)
