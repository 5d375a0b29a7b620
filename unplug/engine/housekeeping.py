"""What keeps a database small and safe: a copy a day, and old spans go.

Before they go, what patterns need of their days is kept as a digest.
"""

import contextlib
import logging
from typing import TYPE_CHECKING

from unplug.clock import Stamp
from unplug.days import DAY_MS, day_number
from unplug.engine.screen_time.books import Books
from unplug.errors import UnplugError
from unplug.settings import History
from unplug.store.totals import UsageReader
from unplug.store.trouble import StorageTroubleError

if TYPE_CHECKING:
    from unplug.store.backup import RunningBackup

log = logging.getLogger(__name__)

FIRST_LOOK_MS = 60_000
LOOK_EVERY_MS = 600_000
AFTER_FAILURE_MS = 6 * 3_600_000
BETWEEN_BATCHES_MS = 1_000
RECENT_DAYS, TRACKED_DAYS = 14, 2


class Housekeeping:
    """Looks now and then, while the app is awake anyway, whether something is to do.

    Args:
        books: the database.
        history: for how long what is kept.
    """

    def __init__(self, books: Books, history: History) -> None:
        self._books = books
        self._history = history
        self._look_ms: int | None = None
        self._more_ms: int | None = None
        self._running: RunningBackup | None = None
        self._failed = False

    @property
    def source(self) -> "RunningBackup | None":
        """The backup that is being made: its descriptor becomes readable at its end."""
        return self._running

    @property
    def due_ms(self) -> int | None:
        """When to go on with what was begun, on the monotonic clock."""
        return self._more_ms

    def look(self, now: Stamp) -> None:
        """Do what is due; never for long."""
        if self._look_ms is None:
            self._look_ms = now.mono_ms + FIRST_LOOK_MS
        if self._more_ms is not None and now.mono_ms >= self._more_ms:
            self._retire(now)
        if now.mono_ms >= self._look_ms and self._running is None:
            wait_ms = AFTER_FAILURE_MS if self._failed else LOOK_EVERY_MS
            self._look_ms, self._failed = now.mono_ms + wait_ms, False
            self._retire(now)
            self._back_up(now)

    def ended(self) -> None:
        """The backup has ended."""
        if self._running is None:
            return
        done = self._running.result()
        self._running = None
        if done.error is not None:
            log.warning("%s", done.error)
            self._failed = True
        if done.damaged:
            with contextlib.suppress(StorageTroubleError):  # the next commit tells
                self._books.repair()

    def close(self) -> None:
        """Stop what runs."""
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _back_up(self, now: Stamp) -> None:
        database = self._books.database
        if database is None or self._history.backups == 0:
            return
        from unplug.store.backup import Backups  # noqa: PLC0415  (once a day)

        backups = Backups(database.files, self._history.backups)
        if backups.due(now.utc):
            self._running = backups.start(now.utc)

    def _retire(self, now: Stamp) -> None:
        """Delete some spans that are older than they are kept, once digested."""
        self._more_ms = None
        if self._books.usage is None:
            return
        if self._digest(now):
            self._more_ms = now.mono_ms + BETWEEN_BATCHES_MS
            return
        if self._history.keep_spans_days == 0:
            return
        if not _clock_is_believable(self._books.usage, now):
            return
        before_ms = now.wall_ms - self._history.keep_spans_days * DAY_MS
        try:
            more = self._books.usage.retire(before_ms)
        except UnplugError as error:
            log.warning("%s", error)
            return
        if more:
            self._more_ms = now.mono_ms + BETWEEN_BATCHES_MS

    def _digest(self, now: Stamp) -> bool:
        """Digest some of the days that are over; whether there are more."""
        if (database := self._books.database) is None:
            return False
        from unplug.engine.patterns.digesting import make_missing  # noqa: PLC0415  (once a day)
        from unplug.store.day_spans import DaySpans  # noqa: PLC0415
        from unplug.store.digests import DigestStore  # noqa: PLC0415

        spans = DaySpans(database.connection)
        yesterday = day_number(now.wall_ms, 0, spans.day_start_min) - 1
        try:
            return make_missing(spans, DigestStore(database), yesterday)
        except UnplugError as error:
            log.warning("%s", error)
            return False


def _clock_is_believable(stored: UsageReader, now: Stamp) -> bool:
    """Whether some of the last days were tracked, too.

    A clock that jumped years ahead would make everything look old.
    """
    today = now.wall_ms // DAY_MS
    return len(stored.by_day(today - RECENT_DAYS, today - 1)) >= TRACKED_DAYS
