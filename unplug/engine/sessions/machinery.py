"""What is loaded with the first plan or wish: the machine, and what it listens to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.sessions.attendance import MEETING, Attendance
from unplug.engine.sessions.news import SessionObserver
from unplug.engine.sessions.stage import Stage
from unplug.engine.sessions.surroundings import Surroundings
from unplug.engine.sessions.unplugging import Unplugging
from unplug.sensing.facts import Occupied
from unplug.sessions.recurrence import no_holidays
from unplug.settings import Sessions
from unplug.store.database import Database
from unplug.store.sessions import SessionStore

if TYPE_CHECKING:
    from unplug.engine.sessions.desk_stage import DeskStage
    from unplug.engine.sessions.occupations import Choose
    from unplug.engine.sessions.public_holidays import PublicHolidays
    from unplug.engine.working import Worker

PARTED_MS = 1_000
"""Clocks that differ by this much more than before: a sleep, or a step of the clock."""


class Machinery:
    """The use case of sessions with its surroundings; see ``DeviceFree`` for each part.

    Attributes:
        unplugging: the use case.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        stage: Stage,
        offline: Callable[[bool], None],
        desk: "DeskStage | None",
        choose: "Choose | None",
        chosen: Sessions,
        holidays: "PublicHolidays | None",
        worker: "Worker | None",
        attendance: Attendance,
        observers: list[SessionObserver],
    ) -> None:
        self._clock = clock
        self._database = database
        self._holidays = holidays
        self._worker = worker
        self._attendance = attendance
        self._apart = (0, 0)
        self._around = None if choose is None else self._surroundings(choose, chosen)
        others = (desk, None if self._around is None else self._around.input)
        self.unplugging = Unplugging(
            clock=clock,
            shelf=self._shelf,
            stages=(stage, *(other for other in others if other is not None)),
            offline=offline,
            chosen=chosen,
            is_holiday=holidays or no_holidays,
            observers=observers,
        )

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        mine = self.unplugging.notices
        return mine if self._around is None else (*mine, *self._around.notices)

    def start(self, seen_until_ms: int | None) -> None:
        """Bring the machine to the present, and tell it who is there."""
        self.unplugging.start(seen_until_ms)
        self._attendance.tell_all(self.unplugging)

    def listen(self) -> None:
        """Listen as long as there is something to listen for."""
        if self._around is None:
            return
        self._around.listen(on=self.unplugging.wants_to_know)
        for event in self._around.events():
            self.unplugging.tell(event)

    def look(self) -> None:
        """Do what is due."""
        if self.unplugging.next_deadline_ms() == 0 or self._clocks_parted():
            self.unplugging.wake()
        self._look_up_holidays()
        self.listen()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        waits = [self.unplugging.next_deadline_ms()]
        if self._around is not None:
            if self._around.listens != self.unplugging.wants_to_know:
                return 0
            waits.append(self._around.next_deadline_ms())
        return min((wait for wait in waits if wait is not None), default=None)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        return () if self._around is None else self._around.sources()

    def ready(self, speaker: Speaker) -> None:
        """Hear somebody whose descriptor is readable."""
        if self._around is not None:
            self._around.ready(speaker)

    def choose(self, chosen: Sessions) -> None:
        """Go by other settings; a session that runs goes on as it was agreed."""
        self.unplugging.choose(chosen)
        if self._around is not None:
            self._around.choose(chosen)

    def close(self) -> None:
        """Keep where it stands, and listen to nothing any more."""
        self.unplugging.close()
        if self._around is not None:
            self._around.close()

    def _surroundings(self, choose: "Choose", chosen: Sessions) -> Surroundings:
        return Surroundings(
            choose=choose,
            clock=self._clock,
            chosen=chosen,
            occupied=self._occupied,
            busy=self._busy,
            worker=self._worker,
        )

    def _occupied(self, fact: Occupied) -> None:
        self._attendance.occupy(fact, self.unplugging)

    def _busy(self, on: bool) -> None:  # noqa: FBT001  (a callback)
        self._attendance.hold(MEETING, "calendar", self.unplugging, on=on)

    def _look_up_holidays(self) -> None:
        """Have those looked up that plans rest on and nobody knows yet."""
        if self._holidays is None or self._worker is None:
            return
        countries, year = self.unplugging.countries, self._clock.stamp().utc.year
        known = self.unplugging.zone_changed
        self._holidays.look_up_beside(countries, year, self._worker, known)

    def _clocks_parted(self) -> bool:
        """Whether the machine slept or somebody set the clock since the last look."""
        now = self._clock.stamp()
        before = self._apart
        self._apart = (now.boot_ms - now.mono_ms, now.wall_ms - now.boot_ms)
        apart = zip(before, self._apart, strict=True)
        return any(abs(one - other) >= PARTED_MS for one, other in apart)

    def _shelf(self) -> SessionStore | None:
        database = self._database()
        return None if database is None else SessionStore(database)
