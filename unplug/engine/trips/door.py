"""The door to trips: what they cost while there is none.

The rest is loaded with the first trip or wish; until then one look at the database
says that there is nothing.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.control import Message
from unplug.engine.listening import Speaker
from unplug.engine.refusing import refuse
from unplug.engine.sessions.news import SessionNews
from unplug.engine.snapshot import Snapshot
from unplug.engine.trips.calendar_door import CalendarDoor
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.settings import Settings
from unplug.store.database import Database
from unplug.store.wanted import trips_wanted_in

if TYPE_CHECKING:
    from unplug.engine.trips.hosting import Hosting
    from unplug.engine.trips.travelling import Travelling
    from unplug.engine.trips.windows import Sessions, TripWindows
    from unplug.store.trips import TripStore
    from unplug.trips.key_stores import KeyStore

log = logging.getLogger(__name__)

KEYS = "keys"
"""The folder in the data folder for keys that no keyring holds."""

PATIENCE_S = 1.0
"""A locked keyring keeps the loop waiting once, and no longer than this."""

STEP_MS = 500
"""A wall clock that runs away from the other by more was set by somebody."""


class Trips:
    """Trips in the running app.

    Args:
        folder: the data folder.
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        worker: does beside the loop what may take long.
        keyring: whether the desktop's keyring may hold keys.
        sessions: carry out offline windows; None: nothing does.
        choices: the settings; None: as shipped.

    Attributes:
        calendar: into which windows are put.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        folder: Path,
        clock: Clock,
        database: Callable[[], Database | None],
        worker: Worker,
        keyring: bool = True,
        sessions: "Sessions | None" = None,
        choices: Choices | None = None,
    ) -> None:
        self._folder = folder
        self._choices = choices or Choices(folder, Settings())
        self.calendar = CalendarDoor(
            clock=clock,
            choices=self._choices,
            keys=self.key_store,
            worker=worker,
            database=database,
        )
        self._clock = clock
        self._database = database
        self._keyring = keyring
        self._sessions = sessions
        self._keys: KeyStore | None = None
        self._travelling: Travelling | None = None
        self._hosting: Hosting | None = None
        self._windows: TripWindows | None = None
        self._worker = worker
        self._looked = False
        self._drift_ms = 0
        self._trouble: tuple[str, ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether there is a trip."""
        self._look_once()
        return self._travelling is not None and bool(self._travelling.book.forms())

    @property
    def travelling(self) -> "Travelling":
        """The use case itself, for the windows' wishes."""
        return self._open()

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now: connections to brokers, and one's own."""
        if self._travelling is None:
            return ()
        hosting = () if self._hosting is None else self._hosting.sources()
        return (*self._travelling.posting.connected.sources(), *hosting)

    def ready(self, speaker: Speaker) -> bool:
        """Hear a descriptor that is readable; whether it was one of these."""
        if self._travelling is None:
            return False
        if self._hosting is not None and self._hosting.ready(speaker):
            self._wake(self._travelling)
            return True
        return self._travelling.posting.connected.ready(speaker)

    def look(self) -> None:
        """Do what is due."""
        self._look_once()
        if self._travelling is None:
            return
        now = self._clock.stamp()
        stepped = abs(now.wall_ms - now.boot_ms - self._drift_ms) > STEP_MS
        if stepped or self.next_deadline_ms() == 0:
            self._drift_ms = now.wall_ms - now.boot_ms
            self._wake(self._travelling)
        self.calendar.look(self._travelling)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        if self._travelling is None:
            return None
        waits = (self._travelling.next_deadline_ms(), self.calendar.next_deadline_ms())
        return min((wait for wait in waits if wait is not None), default=None)

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what is known of trips."""
        if self._travelling is None:
            return snapshot
        notices = (
            *snapshot.notices,
            *self._travelling.standing.notices(),
            *self._trouble,
        )
        notices = (*notices, *self.calendar.notices())
        return replace(
            snapshot, trip=self._travelling.standing.present(), notices=notices
        )

    def next_window(self) -> datetime | None:
        """When the next window begins that the user has not declined, in UTC."""
        if self._travelling is None:
            return None
        from unplug.engine.trips.next import next_start  # noqa: PLC0415  (with it)

        with suppress(UnplugError):  # the disk; whoever needs it tells of it
            return next_start(self._travelling)
        return None

    def answer(self, request: Message) -> Message:
        """Do what the command line or a window asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        if request.get("do") == "trip.calendar":
            return self.calendar.answer(self._open, request)
        travelling = self._open()
        from unplug.engine.trips.requests import fulfil  # noqa: PLC0415  (with the rest)

        answer = fulfil(travelling, request)
        travelling.hosting.look()
        self.calendar.look(travelling)
        return answer

    def look_for_brokers(
        self,
        *,
        found: Callable[[list[dict[str, Any]]], None],
        failed: Callable[[UnplugError], None],
        cancelled: Callable[[], None],
    ) -> Job:
        """Look around in the local network, beside the loop; only when asked to.

        Args:
            found: takes what there is; see ``trip_brokers.look``.
            failed: takes what was the matter.
            cancelled: called instead, where the handle that is returned stopped it.
        """
        from unplug.engine.trips.brokers import look_beside  # noqa: PLC0415  (seldom)

        def others(rows: list[dict[str, Any]]) -> None:
            mine = "" if self._hosting is None else self._hosting.place
            found([row for row in rows if row["url"] != mine])

        return look_beside(
            self._worker, found=others, failed=failed, cancelled=cancelled
        )

    def session_told(self, news: SessionNews) -> None:
        """Hear how sessions went: an offline window is one."""
        self._look_once()
        if self._windows is not None:
            try:
                self._windows.told(news)
            except UnplugError as error:
                log.warning("%s", error)

    def forget_everything(self) -> None:
        """Everything is about to be erased: forget the keys with it."""
        self.calendar.forget_everything()  # while it is known what lies there
        if self._hosting is not None:
            self._hosting.close()
        if self._travelling is not None:
            with suppress(UnplugError):  # what cannot be read cannot be forgotten
                self._travelling.book.forget_keys()
            self._travelling.forget_everything()

    def close(self) -> None:
        """Stop what is under way."""
        if self._hosting is not None:
            self._hosting.close()
        if self._travelling is not None:
            self._travelling.close()

    def _look_once(self) -> None:
        """See whether there is a trip, once the database is open."""
        if self._looked or (database := self._database()) is None:
            return
        try:
            if trips_wanted_in(database):
                self._open()
        except UnplugError as error:
            log.warning("%s", error)
            self._trouble = (str(error),)
        self._looked = True

    def _open(self) -> "Travelling":
        if self._travelling is not None:
            return self._travelling
        from unplug.engine.trips.travelling import Travelling  # noqa: PLC0415  (3 MB)

        travelling = Travelling(
            clock=self._clock,
            shelf=self._shelf,
            keys=self.key_store,
            worker=self._worker,
        )
        if self._sessions is not None:
            from unplug.engine.trips.windows import TripWindows  # noqa: PLC0415

            self._windows = TripWindows(self._sessions, travelling.went)
            travelling.carry_out(self._windows)
        from unplug.engine.trips.hosting import Hosting  # noqa: PLC0415

        self._hosting = Hosting(travelling, self._clock, self._choices)
        travelling.hosting = self._hosting
        now = self._clock.stamp()
        self._drift_ms = now.wall_ms - now.boot_ms
        self._travelling = travelling
        travelling.start()
        self.calendar.look(travelling)
        return travelling

    def key_store(self) -> "KeyStore":
        """Where keys and passwords are kept; asking it may block."""
        if self._keys is None:
            from unplug.trips.key_stores import open_key_store  # noqa: PLC0415

            self._keys = open_key_store(
                self._folder / KEYS, keyring=self._keyring, patience_s=PATIENCE_S
            )
        return self._keys

    def _wake(self, travelling: "Travelling") -> None:
        try:
            travelling.wake()
        except UnplugError as error:
            log.warning("%s", error)
            self._trouble = (str(error),)
        else:
            self._trouble = ()

    def _shelf(self) -> "TripStore":
        from unplug.store.trips import TripStore  # noqa: PLC0415  (with the rest)

        database = self._database()
        if database is None:
            failed, todo = "cannot keep trips now", "free some space"
            refuse(failed, "the database is not open", todo)
        return TripStore(database)
