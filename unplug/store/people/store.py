"""People in the database: changing them with a way back."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from unplug.people.checkins import Logged
from unplug.people.circles import Circle
from unplug.store.database import Database
from unplug.store.people import checkins
from unplug.store.people.changing import Changes, Changing, Undoing
from unplug.store.people.reading import PeopleReader
from unplug.store.people.rows import PUT, row_of

TOPICS_KEPT = 20
_T = TypeVar("_T")


class PeopleStore(PeopleReader):
    """The writer's side.

    Args:
        database: where they are kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def change(self, changes: Changes) -> int:
        """Make changes, all of them or none.

        Returns:
            The number by which they can be taken back.

        Raises:
            StorageTroubleError: the disk does not take them.
        """
        with self._database.writing() as connection:
            return Changing(connection, changes).make()

    def undo(self, batch: int) -> tuple[str, ...]:
        """Take changes back; what was changed since then stays as far as it can.

        Returns:
            The UIDs of those who stay, because there is more of them by now.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._database.writing() as connection:
            return Undoing(connection, self._picture).undo(batch)

    def log(self, logged: Logged) -> None:
        """Log a meeting or call, or have it in place of the one with its id or source.

        What was talked about is then what was last talked about with each of them.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._database.writing() as connection:
            checkins.put(connection, logged)
            for uid in sorted(logged.check_in.people):
                self._talked(connection, uid, logged.check_in.topics)

    def drop_check_in(self, number: str) -> None:
        """Remove a meeting or call that was logged; the clocks go back.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            checkins.drop(connection, number)

    def _talked(
        self, connection: sqlite3.Connection, uid: str, topics: tuple[str, ...]
    ) -> None:
        contact = self.contact(uid) if topics else None
        if contact is not None:
            newest = tuple(dict.fromkeys((*topics, *contact.topics)))[:TOPICS_KEPT]
            connection.execute(PUT, row_of(replace(contact, topics=newest), ""))

    def put_circle(self, circle: Circle, place: int = 0) -> None:
        """Add a circle of the user's own, or change the cadence of one.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        sql = (
            "INSERT INTO circle VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
            " place = excluded.place, ideal_d = excluded.ideal_d,"
            " longest_d = excluded.longest_d"
        )
        cadence = circle.cadence
        values = (circle.name, place, cadence.ideal.days, cadence.longest.days)
        with self._database.writing() as connection:
            connection.execute(sql, values)

    def drop_circle(self, name: str) -> None:
        """Remove a circle of the user's own; one of ours is as it was at first.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM circle WHERE name = ?", (name,))

    def _ask(self, ask: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._database.reading():
            return super()._ask(ask)
