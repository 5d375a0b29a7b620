"""Screen time written down: spans and their totals, in one transaction a time."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from unplug.days import day_number
from unplug.store import plausible, rollups
from unplug.store.database import Database
from unplug.store.names import NO_APP, Names
from unplug.store.rollups import DayRow, Frontier, Progress
from unplug.store.totals import FARTHEST_OFFSET_MS, UsageReader
from unplug.usage.states import ScreenSpan

_RETIRED_AT_ONCE = 5_000  # about 10 ms
_ID_BYTES = 16


def _quietly(_: float) -> None:
    """Progress that nobody watches."""


class UsageStore(UsageReader):
    """The recorded screen time, to ask and to add to.

    Args:
        database: where it is; the writer's.
        day_start_min: minutes after local midnight at which a day starts. If the
            totals are of another day start, they are worked out again; days whose
            spans are retired keep the old one.
        progress: told how far that is.

    Raises:
        StorageTroubleError: the disk does not take it.
    """

    def __init__(
        self,
        database: Database,
        day_start_min: int,
        progress: Progress = _quietly,
    ) -> None:
        super().__init__(database.connection)
        self._database = database
        self.attach(day_start_min, progress)

    def attach(self, day_start_min: int, progress: Progress = _quietly) -> None:
        """Go on with the database as it is now; after it was reopened, too.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        self._connection = self._database.connection
        self._names = Names(self._connection)
        self._names_may_be_left = False
        self._frontier = self._read_frontier(day_start_min)
        had_id = bool(self.database_id)
        if had_id and self._meta("day_start_min", -1) == day_start_min:
            return
        with self._writing() as connection:
            if not had_id:
                _set_meta(connection, database=os.urandom(_ID_BYTES).hex())
            _set_meta(connection, day_start_min=day_start_min)
            self._rebuild(connection, progress)

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> bool:
        """Write spans, their totals and the commit's number: all of it or nothing.

        A span whose start is taken, because somebody set the wall clock back,
        starts at the next free millisecond instead; its length stays.

        Args:
            spans: in any order.
            commit_id: higher than the last one. After an error, the same spans may
                come again with the same number, or with others under any number.

        Returns:
            False when that commit, or a later one, is already in: nothing was done.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._writing() as connection:
            if commit_id <= self.last_commit_id:
                return False
            rows = [self._insert(span) for span in spans]
            day_rows = list(self._day_rows(rows))
            rollups.add(connection, day_rows)
            rollups.forget_digests(connection, (row[0] for row in day_rows))
            _set_meta(connection, commit_id=commit_id)
        return True

    def unretired(self, spans: Iterable[ScreenSpan]) -> Iterator[ScreenSpan]:
        """The parts of spans that lie in no day whose own spans are deleted already.

        Of such a day only the totals are left: whether they hold a span cannot be
        told, and adding it would count it twice.
        """
        days = self.by_day(plausible.DAY.start, self._frontier.day - 1)
        for span in spans:
            at, offset = span.start_ms, span.offset_q
            for day, ms, _ in self._frontier.parts(at, span.dur_ms, offset):
                if day not in days:
                    yield replace(span, start_ms=at, dur_ms=ms)
                at += ms

    def rebuild(self, progress: Progress = _quietly) -> None:
        """Work out again all totals whose spans are kept."""
        with self._writing() as connection:
            self._rebuild(connection, progress)

    def retire(self, before_ms: int, *, limit: int = _RETIRED_AT_ONCE) -> bool:
        """Delete old spans, some at a time; their totals stay.

        Whole days go, as the local clock had them: a span goes once it and its day
        have ended before ``before_ms``.

        Args:
            before_ms: spans from here on stay; UTC.
            limit: the most to delete now, so that it never takes long.

        Returns:
            Whether there is more to delete: call again soon.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        asked = self._frontier_before(before_ms)
        frontier = self._frontier
        with self._writing() as connection:
            if asked.day > frontier.day:
                frontier = asked
                _set_meta(connection, raw_from_day=asked.day)
                _set_meta(connection, raw_from_local_ms=asked.local_ms)
            border = min(asked.local_ms, frontier.local_ms)
            given = (border + FARTHEST_OFFSET_MS, border, limit)
            deleted = connection.execute(_RETIRE, given).rowcount
            self._names_may_be_left |= deleted > 0
            if self._names_may_be_left and deleted < limit:
                self._names.purge()
                self._names_may_be_left = False
        self._frontier = frontier
        return deleted >= limit

    def erase_everything(self) -> None:
        """Delete all that was ever recorded, backups and set-aside files too.

        The tail's file goes as well; its next write makes a new one, so make a new
        `Tail` for the new database before.

        Raises:
            StorageTroubleError: some file could not be deleted.
        """
        day_start_min = self.day_start_min
        try:
            self._database.erase_everything()
        finally:
            self.attach(day_start_min)

    def _frontier_before(self, before_ms: int) -> Frontier:
        """The last day start that is before ``before_ms`` in every zone."""
        day_start = self._frontier.day_start_min
        day = day_number(before_ms - FARTHEST_OFFSET_MS, 0, day_start)
        return Frontier.at(day, day_start)

    def _read_frontier(self, day_start_min: int) -> Frontier:
        everything = Frontier.none(day_start_min)
        day = int(self._meta("raw_from_day", everything.day))
        local_ms = int(self._meta("raw_from_local_ms", everything.local_ms))
        return Frontier(day, local_ms, day_start_min)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database.writing() as connection:
                yield connection
        except BaseException:
            self._names.forget()  # numbers given in vain
            raise

    def _rebuild(self, connection: sqlite3.Connection, progress: Progress) -> None:
        rollups.rebuild(connection, self._frontier, progress)
        rollups.forget_digests_from(connection, self._frontier.day)

    def _on_error(self, error: sqlite3.Error) -> Exception:
        self._database.suspect(error)
        return super()._on_error(error)

    def _insert(self, span: ScreenSpan) -> tuple[int, int, int, int, int]:
        """Insert a span at the first free start.

        Returns:
            ``(start_ms, dur_ms, offset_q, app, state)`` as they were stored.
        """
        app = self._names.id_of(span.app) or NO_APP
        title = self._names.id_of(span.title)
        state, offset = int(span.state), span.offset_q
        start = span.start_ms
        while True:
            row = (start, span.dur_ms, app, title, state, offset)
            if self._connection.execute(_INSERT, row).rowcount:
                return start, span.dur_ms, offset, app, state
            start += 1

    def _day_rows(
        self, rows: Iterable[tuple[int, int, int, int, int]]
    ) -> Iterator[DayRow]:
        for start, dur, offset, app, state in rows:
            for day, ms, n in self._frontier.parts(start, dur, offset):
                yield day, app, state, ms, n


def _set_meta(connection: sqlite3.Connection, **values: int | str) -> None:
    connection.executemany(_SET_META, values.items())


_SET_META = (
    "INSERT INTO meta (key, value) VALUES (?, ?)"
    " ON CONFLICT DO UPDATE SET value = excluded.value"
)
_INSERT = (
    "INSERT INTO span (start_ms, dur_ms, app, title, state, offset_q)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (start_ms) DO NOTHING"
)
_RETIRE = (
    "DELETE FROM span WHERE start_ms IN (SELECT start_ms FROM span"
    " WHERE start_ms < ? AND start_ms + dur_ms + offset_q * 900000 <= ? LIMIT ?)"
)
