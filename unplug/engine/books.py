"""The database and the tail as tracking needs them: there, or soon there again."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from unplug.clock import Clock, to_ms
from unplug.days import date_of, day_number, number_of, offset_quarters, start_of
from unplug.engine.today import Key
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.restoring import recover_into
from unplug.store.tail import Tail
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore
from unplug.usage.baseline import WINDOW_DAYS, Curve, usual
from unplug.usage.states import ScreenSpan, State

_REPAIRED_BY_OPENING = (Trouble.DAMAGED, Trouble.GONE)
_SAYS_NOTHING = (State.ASLEEP, State.PAUSED)
_PAUSE = "paused_until"


class Books:
    """Where spans are kept; without it tracking goes on in memory.

    A disk that is full or read-only does not keep the app from starting: the database
    is opened when there is something to commit and the disk takes it.

    Args:
        folder: the data folder.
        clock: names the files that are set aside.
        day_start_min: minutes after local midnight at which a day starts.

    Attributes:
        next_id: the number of the next commit.
        notices: sentences about what opening found and did.

    Raises:
        UnplugError: another process writes here, or the file is not for us.
    """

    def __init__(self, folder: Path, clock: Clock, day_start_min: int) -> None:
        self._folder = folder
        self._clock = clock
        self._day_start_min = day_start_min
        self.next_id = 1
        self.notices: list[str] = []
        self.database: Database | None = None
        self.usage: UsageStore | None = None
        self._tail: Tail | None = None
        self._pause: str | None = None
        self._curves: tuple[int, dict[int, Curve]] | None = None
        try:
            self._open()
        except StorageTroubleError as error:
            self.notices.append(str(error))

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        """Write the spans in one transaction.

        Raises:
            StorageTroubleError: the disk does not take them; nothing was written.
        """
        if self.usage is None:
            self._open()
        try:
            self._append(spans, commit_id)
        except StorageTroubleError as error:
            if error.kind not in _REPAIRED_BY_OPENING or self.database is None:
                raise
            self.database.reopen()
            self._attach(self.database)
            self._append(spans, commit_id)

    def write(
        self, commit_id: int, closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
    ) -> None:
        """Remember in the tail what is to be committed, and what is open."""
        if self._tail is not None:
            self._tail.write(commit_id, closed, open_)

    def beat(self, dur_ms: int) -> None:
        """Note in the tail that the last open span lasts this long."""
        if self._tail is not None:
            self._tail.beat(dur_ms)

    def day_totals(self, day: int) -> dict[Key, int]:
        """Milliseconds of a day by app and state, as far as they are stored."""
        if self.usage is None:
            return {}
        return {(t.app, t.state): t.ms for t in self.usage.by_app(day, day)}

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:
        """Own usual screen time by an instant of such a day; None: too few days."""
        offset_q = offset_quarters(at_ms, zone)
        day = day_number(at_ms, offset_q, self._day_start_min)
        if self._curves is None or self._curves[0] != day:
            self._curves = (day, self._curves_before(day))
        today = date_of(day)
        start_ms = to_ms(start_of(today, zone, self._day_start_min))
        curves = {date_of(number): curve for number, curve in self._curves[1].items()}
        found = usual(curves, today, at_ms - start_ms)
        return None if found is None else found.median_ms

    def paused_until(self) -> str | None:
        """What was remembered of a pause."""
        if self.database is None:
            return self._pause
        return Notes(self.database).get(_PAUSE)

    def remember_pause(self, until: str | None) -> None:
        """Remember a pause across restarts, as far as the disk allows."""
        self._pause = until
        if self.database is not None:
            try:
                Notes(self.database).set(_PAUSE, until)
            except StorageTroubleError as error:
                self.notices.append(str(error))

    def erase_everything(self) -> None:
        """Delete every recorded thing, and go on with nothing.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        if self.database is None:
            self._open()
        if self.database is not None:
            if self._tail is not None:
                self._tail.close()
            self.database.erase_everything()
            self._attach(self.database)

    def close(self) -> None:
        """Close the files; safe to call twice."""
        if self._tail is not None:
            self._tail.close()
        if self.database is not None:
            self.database.close()
        self.database = self.usage = self._tail = None

    def _open(self) -> None:
        self.database = Database(self._folder, self._clock)
        self.notices = list(self.database.notices)
        self._attach(self.database)
        if self._pause is not None:
            self.remember_pause(self._pause)

    def _attach(self, database: Database) -> None:
        """Go on with the database as it is now, and take in what a kill left."""
        self.usage = UsageStore(database, self._day_start_min)
        self._tail = Tail(database.files.tail, self.usage.database_id)
        recover_into(self.usage, self._tail)
        self.next_id = self.usage.last_commit_id + 1
        self._curves = None

    def _append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        if self.usage is None:  # never: opened before
            return
        number = max(commit_id, self.usage.last_commit_id + 1)
        self.usage.append(spans, number)
        self.next_id = number + 1

    def _curves_before(self, day: int) -> dict[int, Curve]:
        """The curves of the last weeks' days of which something was tracked."""
        if self.usage is None:
            return {}
        first, last = day - WINDOW_DAYS, day - 1
        tracked = {
            number
            for number, states in self.usage.by_day(first, last).items()
            if any(ms and state not in _SAYS_NOTHING for state, ms in states.items())
        }
        curves = self.usage.screen_curves(first, last)
        return {n: tuple(curve) for n, curve in curves.items() if n in tracked}
