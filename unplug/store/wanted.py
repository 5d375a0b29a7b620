"""Whether anything of an area is there that has to be loaded, without loading it."""

import sqlite3
from collections.abc import Sequence

from unplug.store.database import Database
from unplug.store.plausible import NOTE

_WANTED = (
    "SELECT EXISTS (SELECT 1 FROM plan)"
    " OR EXISTS (SELECT 1 FROM session_state WHERE NOT rests)"
)
_TRIPS = (
    "SELECT EXISTS (SELECT 1 FROM trip) OR EXISTS (SELECT 1 FROM meta WHERE key = ?)"
)
CALENDAR_LEFT = "calendar left"
"""The note of what is to be taken out of a calendar, of trips that are gone."""


def sessions_wanted(connection: sqlite3.Connection) -> bool:
    """Whether there is a plan, or a session that goes on."""
    return bool(connection.execute(_WANTED).fetchone()[0])


def trips_wanted_in(database: Database) -> bool:
    """Whether there is a trip in the writer's database, or one left something behind.

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    return _exists(database, _TRIPS, NOTE + CALENDAR_LEFT)


def sessions_wanted_in(database: Database) -> bool:
    """Whether there is a plan, or a session that goes on, in the writer's database.

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    with database.reading() as connection:
        return sessions_wanted(connection)


_SUGGESTIBLE = "SELECT EXISTS (SELECT 1 FROM contact WHERE flags & 15 = 0)"
_CELEBRATED = (  # neither blocked nor without reminders
    "SELECT EXISTS (SELECT 1 FROM contact WHERE days <> '' AND flags & 20 = 0"
)
_OPEN_PLANS = (
    "SELECT EXISTS (SELECT 1 FROM suggestion"
    " WHERE plan_end_ms IS NOT NULL AND happened IS NULL AND plan_end_ms > ?)"
)


def is_linked(database: Database) -> bool:
    """Whether there is a linked folder, without loading anything of people.

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    return _exists(database, "SELECT EXISTS (SELECT 1 FROM link)")


def celebrated_in(database: Database, month_days: Sequence[str]) -> bool:
    """Whether anybody of whom to be reminded has a day on one of these.

    Args:
        database: the writer's.
        month_days: months and days as in "-02-29".

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    some = " OR ".join("days LIKE ?" for _ in month_days)
    sql = f"{_CELEBRATED} AND ({some}))"
    return _exists(database, sql, *(f"%{day}%" for day in month_days))


def suggestible_in(database: Database) -> bool:
    """Whether there is anybody who may be suggested.

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    return _exists(database, _SUGGESTIBLE)


def open_plans_in(database: Database, since_ms: int) -> bool:
    """Whether nobody said yet how a plan was that ends after an instant, UTC.

    Raises:
        StorageTroubleError: the database turns out to be damaged.
    """
    return _exists(database, _OPEN_PLANS, since_ms)


def _exists(database: Database, sql: str, *values: object) -> bool:
    with database.reading() as connection:
        return bool(connection.execute(sql, values).fetchone()[0])
