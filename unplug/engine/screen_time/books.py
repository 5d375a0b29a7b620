"""The database and the tail as tracking needs them: there, or soon there again."""

import contextlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from unplug.clock import Clock
from unplug.engine.screen_time.today import Key
from unplug.engine.screen_time.usual import UsualDays
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.restoring import recover_into, waiting_spans
from unplug.store.tail import Tail
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan

if TYPE_CHECKING:
    from unplug.usage.baseline import Band

log = logging.getLogger(__name__)

_REPAIRED_BY_OPENING = (Trouble.DAMAGED, Trouble.GONE)
_PAUSE = "paused_until"
_T = TypeVar("_T")


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
        left: what an earlier run left in the tail and the disk does not take yet;
            whoever commits has to commit it, too.

    Raises:
        UnplugError: another process writes here, or the file is not for us.
    """

    def __init__(self, folder: Path, clock: Clock, day_start_min: int) -> None:
        self._folder = folder
        self._clock = clock
        self._day_start_min = day_start_min
        self.next_id = 1
        self.left: tuple[ScreenSpan, ...] = ()
        self.database: Database | None = None
        self.usage: UsageStore | None = None
        self._tail: Tail | None = None
        self._tail_is_ours = False  # not any longer what an earlier run left
        self._pause: str | None = None
        self._found: tuple[str, ...] = ()
        self._pause_trouble: tuple[str, ...] = ()
        self._usual: UsualDays | None = None
        try:
            self._open(leave=True)
        except StorageTroubleError as error:
            log.warning("%s", error)  # the first commit will say so, too

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about what opening found and did, and what could not be noted."""
        return (*self._found, *self._pause_trouble)

    @property
    def is_open(self) -> bool:
        """Whether the database is there to be written to."""
        return self.usage is not None

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        """Write the spans in one transaction; open the database first if need be.

        Raises:
            StorageTroubleError: the disk does not take them; nothing was written.
        """
        if self.usage is None:
            self._open()
        if not spans:
            return
        try:
            self._append(spans, commit_id)
        except StorageTroubleError as error:
            if error.kind not in _REPAIRED_BY_OPENING:
                raise
            self.repair()
            self._append(spans, commit_id)

    def repair(self) -> None:
        """Open the database again, which heals it where it is damaged or gone.

        Raises:
            StorageTroubleError: the disk does not let it; the next commit tries again.
        """
        if self.database is None:
            return
        try:
            self.database.reopen()
            self._found = tuple(self.database.notices)
            self._attach(self.database)
        except BaseException:
            self._let_go()
            raise

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
        return self._answer(
            lambda usage: {(t.app, t.state): t.ms for t in usage.by_app(day, day)}, {}
        )

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:
        """Own usual screen time by an instant of such a day; None: too few days."""
        return self._answer(
            lambda _: (
                None if self._usual is None else self._usual.usual_ms(at_ms, zone)
            ),
            None,
        )

    def usual_band(self, day: int) -> "Band | None":
        """What was usual in the course of a day like that one; None: too few days."""
        return self._answer(
            lambda _: None if self._usual is None else self._usual.band(day), None
        )

    def spans(self, from_ms: int, to_ms: int) -> tuple[ScreenSpan, ...]:
        """The stored spans that overlap ``[from_ms, to_ms)``, by start."""
        return self._answer(lambda usage: tuple(usage.spans(from_ms, to_ms)), ())

    def paused_until(self) -> str | None:
        """What was remembered of a pause."""
        if self._pause is None:
            self._pause = self._answer(lambda _: self._noted_pause(), None)
        return self._pause

    def remember_pause(self, until: str | None) -> None:
        """Remember a pause across restarts, as far as the disk allows."""
        self._pause = until
        try:
            self._note_pause()
        except StorageTroubleError as error:
            self._pause_trouble = (f"a pause may not outlast a restart: {error}",)
        else:
            self._pause_trouble = ()

    def seen_until_ms(self) -> int | None:
        """Until when screen time is known, wall clock; None: nothing is."""
        extent = self._answer(lambda usage: usage.extent_ms(), None)
        return None if extent is None else extent[1]

    def erase_everything(self) -> None:
        """Delete every recorded thing, and go on with nothing.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        if self.database is None:
            self._open()
        if self.database is None:
            return
        try:
            if self._tail is not None:
                self._tail.close()
            self.database.erase_everything()
            self._attach(self.database)
        except BaseException:
            self._let_go()
            raise
        self.left = ()
        self.remember_pause(self._pause)

    def renew(self) -> None:
        """Ask the database again, and begin a new tail without what the old one held.

        Whoever has open spans writes them again.
        """
        if self.database is None:
            return
        if self._tail is not None:
            self._tail.close()
            self._tail = None
        self.database.files.tail.unlink(missing_ok=True)
        self._attach(self.database)

    def close(self) -> None:
        """Close the files; safe to call twice."""
        self._let_go()

    def _let_go(self) -> None:
        if self._tail is not None:
            self._tail.close()
        if self.database is not None:
            self.database.close()
        self.database = self.usage = self._usual = self._tail = None

    def _open(self, *, leave: bool = False) -> None:
        """Open the database and take in what an earlier run left.

        Args:
            leave: be content with knowing what it left, if the disk does not take it.
        """
        self.database = Database(self._folder, self._clock)
        try:
            self._found = tuple(self.database.notices)
            self._attach(self.database)
            self._take_in_what_a_kill_left(leave=leave)
        except BaseException:
            self._let_go()
            raise
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

    def _take_in_what_a_kill_left(self, *, leave: bool) -> None:
        """Once: from then on the tail has nothing but what is still in memory, too."""
        if self.usage is None or self._tail is None or self._tail_is_ours:
            return
        try:
            recover_into(self.usage, self._tail)
        except StorageTroubleError:
            if not leave:
                raise
            self.left = waiting_spans(self._folder, self.usage)
        self.next_id = self.usage.last_commit_id + 1
        self._tail_is_ours = True

    def _answer(self, ask: Callable[[UsageStore], _T], otherwise: _T) -> _T:
        """What the database says; repaired once if that shows it to be damaged."""
        for _ in range(2):
            if self.usage is None:
                break
            try:
                return ask(self.usage)
            except StorageTroubleError as error:
                log.warning("%s", error)
                if error.kind not in _REPAIRED_BY_OPENING:
                    break
            with contextlib.suppress(StorageTroubleError):
                self.repair()
        return otherwise

    def _noted_pause(self) -> str | None:
        return None if self.database is None else Notes(self.database).get(_PAUSE)

    def _note_pause(self) -> None:
        """Write the pause down, now or once the database is open.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        if self.database is not None:
            Notes(self.database).set(_PAUSE, self._pause)

    def _append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        if self.usage is None:  # never: opened before
            return
        number = max(commit_id, self.usage.last_commit_id + 1)
        self.usage.append(spans, number)
        self.next_id = number + 1
