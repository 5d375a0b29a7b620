"""What is to be taken out of a calendar, of trips that are gone from here."""

import json
from collections.abc import Callable
from dataclasses import asdict

from unplug.engine.trips.forms import InCalendar
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.wanted import CALENDAR_LEFT


class Left:
    """Remembered in the database until it is done, also through a restart.

    Args:
        database: gives the open database; None while the disk does not let it.
    """

    def __init__(self, database: Callable[[], Database | None]) -> None:
        self._database = database

    def read(self) -> dict[str, InCalendar]:
        """What is remembered, by trip.

        Raises:
            UnplugError: the database turns out to be damaged.
        """
        database = self._database()
        kept = None if database is None else Notes(database).get(CALENDAR_LEFT)
        try:
            said = json.loads(kept or "{}")
            return {str(trip): InCalendar(**known) for trip, known in said.items()}
        except (AttributeError, TypeError, ValueError):
            return {}

    def write(self, left: dict[str, InCalendar]) -> None:
        """Remember this instead.

        Raises:
            UnplugError: the disk does not take it.
        """
        database = self._database()
        if database is not None:
            told = {trip: asdict(known) for trip, known in left.items()}
            Notes(database).set(CALENDAR_LEFT, json.dumps(told) if told else None)
