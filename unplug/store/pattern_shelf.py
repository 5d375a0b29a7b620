"""All that patterns are read from, on one connection."""

import sqlite3
from collections.abc import Callable
from datetime import date

from unplug.people.checkins import CheckInKind
from unplug.sessions.history import Outcome
from unplug.store.database import Database
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestReader
from unplug.store.moods import MoodReader
from unplug.store.people.reading import PeopleReader
from unplug.store.sessions import Past, SessionReader
from unplug.usage.shown import Meeting

_KEPT = (Outcome.KEPT, Outcome.MOVED)
_MOST_SESSIONS = 1_000


class PatternShelf:
    """Screen time, moods, people and sessions, to read.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection
        self.digests = DigestReader(connection)
        self.moods = MoodReader(connection)
        self.people = PeopleReader(connection)
        self._sessions = SessionReader(connection)

    @classmethod
    def of(cls, database: Database) -> "PatternShelf":
        """The shelf of the writer's database."""
        return cls(lambda: database.connection)

    @property
    def version(self) -> tuple[object, ...]:
        """Differs once anything in the database may have changed."""
        connection = self._open()
        [(by_others,)] = connection.execute("PRAGMA data_version")
        return connection, connection.total_changes, by_others

    @property
    def spans(self) -> DaySpans:
        """Screen time."""
        return DaySpans(self._open())

    def meetings(self, first: date, last: date) -> tuple[Meeting, ...]:
        """The meetings and calls of some days, the latest first."""
        return tuple(
            Meeting(
                day=check_in.on,
                who=tuple(sorted(check_in.people)),
                call=check_in.kind is CheckInKind.CALL,
                felt=check_in.felt,
            )
            for check_in in (
                logged.check_in for logged in self.people.check_ins_since(first)
            )
            if check_in.on <= last
        )

    def kept_sessions(self, since_ms: int) -> tuple[Past, ...]:
        """The sessions that were kept from an instant on, the latest first."""
        return tuple(
            past
            for past in self._sessions.history(_MOST_SESSIONS)
            if past.record.outcome in _KEPT
            and past.record.began_ms is not None
            and past.record.began_ms >= since_ms
        )
