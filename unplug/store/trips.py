"""Trips in the database: what is kept of each, its envelopes, and its ways.

Envelopes are opaque bytes, and the keys that open them are never in here.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from unplug.store.database import Database

_PUT = (
    "INSERT INTO trip VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET form = excluded.form"
)
_PUT_WAY = (
    "INSERT INTO trip_way VALUES (?, ?, ?, ?) ON CONFLICT (trip, kind, place)"
    " DO UPDATE SET form = excluded.form"
)
_TABLES = (("trip", "id"), ("trip_envelope", "trip"), ("trip_way", "trip"))


class StoredTrip(NamedTuple):
    """A trip as it is kept: its form is for the engine to read."""

    id: str
    form: Any


class StoredWay(NamedTuple):
    """A way by which a trip travels: a folder, a broker.

    Attributes:
        kind: such as ``folder``.
        place: the folder's path, the broker's URL.
        form: how it went there, for the engine to read.
    """

    kind: str
    place: str
    form: Any


@dataclass(frozen=True, slots=True)
class TripNews:
    """What is new of a trip and kept at once.

    Attributes:
        form: all that is kept beside the envelopes, as JSON.
        batches: envelopes that came to stay.
        letters: all that are under way now, in place of those before.
    """

    form: object
    batches: Sequence[bytes] = ()
    letters: Sequence[bytes] = ()


class TripReader:
    """What is known of trips.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def trips(self) -> tuple[StoredTrip, ...]:
        """All trips, the oldest first; what is no JSON has None for a form."""
        rows = self._rows("SELECT id, form FROM trip ORDER BY rowid")
        return tuple(StoredTrip(str(name), _read(form)) for name, form in rows)

    def envelopes(self, trip: str, *, letters: bool = False) -> tuple[bytes, ...]:
        """The envelopes of a trip in the order in which they came."""
        sql = (
            "SELECT raw FROM trip_envelope WHERE trip = ? AND letter = ? ORDER BY rowid"
        )
        rows = self._rows(sql, trip, int(letters))
        return tuple(raw for (raw,) in rows if isinstance(raw, bytes))

    def ways(self, trip: str) -> tuple[StoredWay, ...]:
        """The ways of a trip, the oldest first."""
        sql = "SELECT kind, place, form FROM trip_way WHERE trip = ? ORDER BY rowid"
        rows = self._rows(sql, trip)
        return tuple(StoredWay(kind, place, _read(form)) for kind, place, form in rows)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._open().execute(sql, values).fetchall()


class TripStore(TripReader):
    """The writer's side.

    Args:
        database: where it is kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def keep(self, trip: str, news: TripNews) -> None:
        """Keep what is new of a trip, all of it or nothing.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        form = json.dumps(news.form, ensure_ascii=False, separators=(",", ":"))
        with self._database.writing() as connection:
            connection.execute(_PUT, (trip, form))
            _add(connection, trip, news.batches, letter=False)
            names = [_name(raw) for raw in news.letters]
            marks = ", ".join("?" * len(names))
            connection.execute(
                "DELETE FROM trip_envelope WHERE trip = ? AND letter = 1"
                f" AND name NOT IN ({marks})",
                (trip, *names),
            )
            _add(connection, trip, news.letters, letter=True)

    def keep_form(self, trip: str, form: object) -> None:
        """Keep what is beside the envelopes anew; a trip that is gone stays gone.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        text = json.dumps(form, ensure_ascii=False, separators=(",", ":"))
        with self._database.writing() as connection:
            connection.execute("UPDATE trip SET form = ? WHERE id = ?", (text, trip))

    def keep_way(self, trip: str, way: StoredWay) -> None:
        """Keep a way and how it went there.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        form = json.dumps(way.form, ensure_ascii=False, separators=(",", ":"))
        with self._database.writing() as connection:
            connection.execute(_PUT_WAY, (trip, way.kind, way.place, form))

    def drop_way(self, trip: str, kind: str, place: str) -> None:
        """Travel that way no longer.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        sql = "DELETE FROM trip_way WHERE trip = ? AND kind = ? AND place = ?"
        with self._database.writing() as connection:
            connection.execute(sql, (trip, kind, place))

    def drop(self, trip: str) -> None:
        """Forget a trip and everything of it.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            for table, column in _TABLES:
                connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (trip,))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with self._database.reading():
            return super()._rows(sql, *values)


def _add(
    connection: sqlite3.Connection, trip: str, raws: Iterable[bytes], *, letter: bool
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO trip_envelope VALUES (?, ?, ?, ?)",
        [(trip, _name(raw), int(letter), raw) for raw in raws],
    )


def _name(raw: bytes) -> str:
    """The same envelope has the same name, so that it is kept once."""
    return hashlib.blake2b(raw, digest_size=12).hexdigest()


def _read(text: object) -> object | None:
    try:
        read: object = json.loads(str(text))
    except ValueError:
        return None
    return read
