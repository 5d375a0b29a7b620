"""Suggestions in the database, and what the user said about being asked.

What was said lies among the notes, which outlive a damaged database best: it is to be
obeyed for good.
"""

import sqlite3
from collections.abc import Callable
from typing import Any, NamedTuple

from unplug.store.database import Database
from unplug.store.plausible import NOTE

_COLUMNS = (
    "key, person, at_ms, activity, way, slot_start_ms, slot_end_ms, why, instead,"
    " answer, plan_start_ms, plan_end_ms, happened, felt, note"
)
_MARKS = ", ".join("?" * 15)
_PREFIX = f"{NOTE}suggest."


class Suggested(NamedTuple):
    """A suggestion that was made; instants in UTC milliseconds.

    Attributes:
        key: tells suggestions apart for good.
        person: the UID of who was suggested.
        at_ms: when.
        activity: the key of what to do.
        way: ``meet`` or ``call``.
        slot_start_ms: when it was to begin.
        slot_end_ms: when it was to end.
        why: the reason, with a mark in the place of the name.
        instead: whether it came in the place of another one.
        answer: as ``unplug.suggest.asking.Answer`` has it; None while there is none.
        plan_start_ms: when the plan made from it begins; None: there is no plan.
        plan_end_ms: when it ends.
        happened: whether it came about; None where nobody said.
        felt: how it was, 1 to 5; None where nobody said.
        note: what there is to remember.
    """

    key: str
    person: str
    at_ms: int
    activity: str
    way: str
    slot_start_ms: int
    slot_end_ms: int
    why: str
    instead: bool = False
    answer: str | None = None
    plan_start_ms: int | None = None
    plan_end_ms: int | None = None
    happened: bool | None = None
    felt: int | None = None
    note: str | None = None


class SuggestionReader:
    """What is known of suggestions.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def since(self, at_ms: int) -> tuple[Suggested, ...]:
        """The suggestions made from an instant on, the oldest first."""
        sql = f"SELECT {_COLUMNS} FROM suggestion WHERE at_ms >= ? ORDER BY at_ms"
        return tuple(map(_suggested, self._rows(sql, at_ms)))

    def with_key(self, key: str) -> Suggested | None:
        """One suggestion; None: there is none with this key."""
        sql = f"SELECT {_COLUMNS} FROM suggestion WHERE key = ?"
        rows = self._rows(sql, key)
        return _suggested(rows[0]) if rows else None

    @property
    def database_id(self) -> str:
        """What tells this database from any other; empty where it has none yet."""
        rows = self._rows("SELECT value FROM meta WHERE key = 'database'")
        return str(rows[0][0]) if rows else ""

    def said(self, about: str) -> str | None:
        """What was said about something, as it was written; None: nothing."""
        sql = "SELECT value FROM meta WHERE key = ?"
        rows = self._rows(sql, _PREFIX + about)
        return str(rows[0][0]) if rows else None

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._open().execute(sql, values).fetchall()


class SuggestionStore(SuggestionReader):
    """The writer's side.

    Args:
        database: where it is kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def keep(self, *suggestions: Suggested, **said: str | None) -> None:
        """Keep suggestions as they are now, and what was said; all or nothing.

        Args:
            suggestions: in the place of those with the same key.
            said: by what it is about; None forgets it.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        sql = f"INSERT OR REPLACE INTO suggestion ({_COLUMNS}) VALUES ({_MARKS})"
        with self._database.writing() as connection:
            connection.executemany(sql, suggestions)
            for about, text in said.items():
                key = _PREFIX + about
                if text is None:
                    connection.execute("DELETE FROM meta WHERE key = ?", (key,))
                else:
                    _put_note(connection, key, text)

    def forget_person(self, uid: str) -> None:
        """Delete every suggestion of somebody.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM suggestion WHERE person = ?", (uid,))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with self._database.reading():
            return super()._rows(sql, *values)


def _put_note(connection: sqlite3.Connection, key: str, text: str) -> None:
    sql = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = ?"
    connection.execute(sql, (key, text, text))


def _suggested(row: tuple[Any, ...]) -> Suggested:
    made = Suggested(*row)
    happened = None if made.happened is None else bool(made.happened)
    return made._replace(instead=bool(made.instead), happened=happened)
