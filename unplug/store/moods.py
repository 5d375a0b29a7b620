"""Mood notes in the database."""

import sqlite3
from collections.abc import Callable

from unplug.store.database import Database
from unplug.store.trouble import Trouble, from_sqlite, path_of, trouble
from unplug.usage.moods import Mood


class MoodReader:
    """Mood notes, to read.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def moods(self, since_ms: int, until_ms: int) -> tuple[Mood, ...]:
        """The notes of ``[since_ms, until_ms)``, UTC, by time.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        sql = (
            "SELECT at_ms, mark, word, offset_q FROM mood"
            " WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms"
        )
        try:
            rows = self._open().execute(sql, (since_ms, until_ms)).fetchall()
            return tuple(Mood(*row) for row in rows)
        except sqlite3.Error as error:
            raise self._on_error(error) from error
        except (TypeError, ValueError) as error:
            raise trouble(Trouble.DAMAGED, path_of(self._open())) from error

    def _on_error(self, error: sqlite3.Error) -> Exception:
        return from_sqlite(error, path_of(self._open()))


class MoodStore(MoodReader):
    """The writer's side.

    Args:
        database: where they are kept.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def put(self, mood: Mood) -> None:
        """Keep a note, in place of one of the same instant.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        row = (mood.at_ms, mood.mark, mood.word, mood.offset_q)
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO mood VALUES (?, ?, ?, ?)", row)

    def drop(self, at_ms: int) -> None:
        """Forget the note of an instant.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM mood WHERE at_ms = ?", (at_ms,))

    def _on_error(self, error: sqlite3.Error) -> Exception:
        self._database.suspect(error)
        return super()._on_error(error)
