"""The database and the tail as tracking needs them: there, or soon there again."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from unplug.clock import Clock
from unplug.engine.today import Key
from unplug.engine.usual import UsualDays
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.restoring import recover_into
from unplug.store.tail import Tail
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan

_REPAIRED_BY_OPENING = (Trouble.DAMAGED, Trouble.GONE)
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
        self._usual: UsualDays | None = None
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
            self.notices = list(self.database.notices)
            self._attach(self.database)
            self._append(spans, commit_id)

    def write(
        self, commit_id: int, closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
    ) -> None:
        """Remember in the tail what is to be committed, and what is open."""
        if self._tail is not None:
            self._tail.write(commit_id, closed, open_)

    def beat(self, dur_ms: int) -> bool:
        """Note in the tail that the last open span lasts this long.

        Returns:
            False when the tail does not know the span: write first.
        """
        return self._tail is None or self._tail.beat(dur_ms)

    def day_totals(self, day: int) -> dict[Key, int]:
        """Milliseconds of a day by app and state, as far as they are stored."""
        if self.usage is None:
            return {}
        return {(t.app, t.state): t.ms for t in self.usage.by_app(day, day)}

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:
        """Own usual screen time by an instant of such a day; None: too few days."""
        return None if self._usual is None else self._usual.usual_ms(at_ms, zone)

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
        self.database = self.usage = self._usual = self._tail = None

    def _open(self) -> None:
        self.database = Database(self._folder, self._clock)
        self.notices = list(self.database.notices)
        self._attach(self.database)
        self._take_in_what_a_kill_left()
        if self._pause is not None:
            self.remember_pause(self._pause)

    def _attach(self, database: Database) -> None:
        """Go on with the database as it is now."""
        if self._tail is not None:
            self._tail.close()
        self.usage = UsageStore(database, self._day_start_min)
        self._tail = Tail(database.files.tail, self.usage.database_id)
        self.next_id = self.usage.last_commit_id + 1
        self._usual = UsualDays(self.usage, self._day_start_min)

    def _take_in_what_a_kill_left(self) -> None:
        if self.usage is not None and self._tail is not None:
            recover_into(self.usage, self._tail)
            self.next_id = self.usage.last_commit_id + 1

    def _append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        if self.usage is None:  # never: opened before
            return
        number = max(commit_id, self.usage.last_commit_id + 1)
        self.usage.append(spans, number)
        self.next_id = number + 1
