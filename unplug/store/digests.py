"""Digests of days in the database: made once, read by every question about patterns.

A digest goes when spans of its day come in later, and is made again while the spans
of that day are kept; of a day whose spans are retired it is what is left beside totals.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from struct import Struct
from struct import error as struct_error
from typing import Any, TypeVar

from unplug.store.database import Database
from unplug.store.trouble import Trouble, from_sqlite, path_of, trouble
from unplug.usage.digest import HOURS, Digest

_HOURS = Struct(f"<{HOURS}I")
_T = TypeVar("_T")
_SCREEN = "SELECT DISTINCT day FROM day WHERE day BETWEEN ? AND ? AND state < 2"


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
        sql = f"SELECT {_ALL} FROM digest WHERE day BETWEEN ? AND ? ORDER BY day"
        return self._each(self._rows(sql, first_day, last_day), _digest)

    def hours(self, first_day: int, last_day: int) -> list[tuple[int, tuple[int, ...]]]:
        """The hours alone, which is a tenth of the work: day and `Digest.hours_ms`."""
        sql = "SELECT day, hours FROM digest WHERE day BETWEEN ? AND ? ORDER BY day"
        return self._each(self._rows(sql, first_day, last_day), _day_hours)

    def numbers(self, first_day: int, last_day: int) -> list[Digest]:
        """Digests without what is said of apps, which is a third of the work."""
        sql = f"SELECT {_NUMBERS} FROM digest WHERE day BETWEEN ? AND ? ORDER BY day"
        return self._each(self._rows(sql, first_day, last_day), _numbers)

    def missing(self, first_day: int, last_day: int) -> list[int]:
        """The days that have screen time, and spans, but no digest yet."""
        sql = f"{_SCREEN} AND day >= ? EXCEPT SELECT day FROM digest ORDER BY day"
        kept = self._rows("SELECT value FROM meta WHERE key = 'raw_from_day'")
        from_day = kept[0][0] if kept else first_day
        return [day for (day,) in self._rows(sql, first_day, last_day, from_day)]

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


_NUMBERS = "day, hours, switches, long_ms, longest_ms, longest_at_ms, last_ms"
_ALL = f"{_NUMBERS}, apps"
_PUT = "INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def _row(digest: Digest) -> tuple[object, ...]:
    apps = {
        "firsts": digest.firsts,
        "followed": digest.followed,
        "led": [[*pair, count] for pair, count in digest.led_to.items()],
    }
    return (
        *(digest.day, _HOURS.pack(*digest.hours_ms), digest.switches, digest.long_ms),
        *(digest.longest_ms, digest.longest_at_ms, digest.last_ms),
        json.dumps(apps, ensure_ascii=False, separators=(",", ":")),
    )


def _day_hours(row: tuple[Any, ...]) -> tuple[int, tuple[int, ...]]:
    return row[0], _HOURS.unpack(row[1])


def _numbers(row: tuple[Any, ...]) -> Digest:
    day, hours, switches, long_ms, longest_ms, longest_at_ms, last_ms = row
    return Digest(
        day=day,
        hours_ms=_HOURS.unpack(hours),
        switches=switches,
        long_ms=long_ms,
        longest_ms=longest_ms,
        longest_at_ms=longest_at_ms,
        last_ms=last_ms,
    )


def _digest(row: tuple[Any, ...]) -> Digest:
    *numbers, told = row
    plain, apps = _numbers(tuple(numbers)), json.loads(told)
    return Digest(
        day=plain.day,
        hours_ms=plain.hours_ms,
        switches=plain.switches,
        long_ms=plain.long_ms,
        longest_ms=plain.longest_ms,
        longest_at_ms=plain.longest_at_ms,
        last_ms=plain.last_ms,
        firsts=dict(apps["firsts"]),
        followed=dict(apps["followed"]),
        led_to=dict(_led(apps["led"])),
    )


def _led(rows: Iterable[tuple[str, str, int]]) -> Iterator[tuple[tuple[str, str], int]]:
    return (((early, late), count) for early, late, count in rows)
