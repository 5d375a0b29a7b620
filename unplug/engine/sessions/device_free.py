"""The door to unplugging: what it costs while there is no plan and no session.

The session machine is loaded with the first plan or wish; until then only who is at
the screen is remembered, so that it can be told.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.days import DAY_START_MIN
from unplug.engine.control import Message
from unplug.engine.listening import Speaker
from unplug.engine.sessions.attendance import MEETING, Attendance, concerns_sessions
from unplug.engine.sessions.news import SessionObserver
from unplug.engine.sessions.stage import Stage
from unplug.engine.snapshot import Snapshot
from unplug.sensing.facts import Observed, Occupied
from unplug.settings import Sessions
from unplug.store.database import Database
from unplug.store.trouble import StorageTroubleError
from unplug.store.wanted import sessions_wanted_in

if TYPE_CHECKING:
    from unplug.engine.sessions.desk import SessionDesk
    from unplug.engine.sessions.desk_stage import DeskStage
    from unplug.engine.sessions.occupations import Choose
    from unplug.engine.sessions.plan_desk import PlanDesk
    from unplug.engine.sessions.public_holidays import PublicHolidays
    from unplug.engine.sessions.shortcut_keys import Keys, ShortcutKeys
    from unplug.engine.sessions.surroundings import Surroundings
    from unplug.engine.sessions.unplugging import Unplugging
    from unplug.engine.working import Worker
    from unplug.sensing.shortcuts import Shortcut
    from unplug.store.sessions import Past, SessionStore

    OpenKeys = Callable[[dict[Shortcut, str]], Keys]

log = logging.getLogger(__name__)

GENTLE = "gentle"
BY_KEY = timedelta(minutes=30)
"""How long a session is that a key begins."""
PARTED_MS = 1_000
"""Clocks that differ by this much more than before: a sleep, or a step of the clock."""


class DeviceFree:
    """Device-free sessions in the running app.

    Args:
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        stage: where sessions are seen and heard.
        offline: told when a session begins and ends, for screen time.
        desk: what sessions do to the desktop besides; None where nothing can be done.
        choose: opens sources for what sessions wait for; None: nothing is listened to.
        chosen: what the user chose for sessions.
        is_holiday: knows public holidays, as far as they were looked up; None: none.
        worker: looks up those that are missing; None: they stay so.
        open_keys: asks the desktop for keys that work everywhere; None: nobody does.
        day_start_min: minutes after local midnight at which a day starts.

    Attributes:
        observers: hear what becomes of sessions; see `unplug.engine.sessions.news`.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        stage: Stage,
        offline: Callable[[bool], None],
        desk: "DeskStage | None" = None,
        choose: "Choose | None" = None,
        chosen: Sessions | None = None,
        is_holiday: "PublicHolidays | None" = None,
        worker: "Worker | None" = None,
        open_keys: "OpenKeys | None" = None,
        day_start_min: int = DAY_START_MIN,
    ) -> None:
        self._clock = clock
        self._database = database
        self._stage = stage
        self._offline = offline
        self._desk = desk
        self._choose = choose
        self._chosen = chosen or Sessions()
        self._holidays = is_holiday
        self._worker = worker
        self._open_keys = open_keys
        self._keys: ShortcutKeys | None = None
        self._attendance = Attendance(clock, self._chosen.wait_for_apps)
        self._seen_until_ms: int | None = None
        self._day_start_min = day_start_min
        self._unplugging: Unplugging | None = None
        self._around: Surroundings | None = None
        self._looked = False
        self._apart = (0, 0)
        self._heard: list[Observed] = []
        self.observers: list[SessionObserver] = []

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with sessions at present, a sentence each."""
        mine = () if self._unplugging is None else self._unplugging.notices
        if self._around is not None:
            mine = (*mine, *self._around.notices)
        if self._keys is not None:
            mine = (*mine, *self._keys.notices)
        return mine if self._desk is None else (*mine, *self._desk.notices)

    def seen_until(self, wall_ms: int | None) -> None:
        """Say when the last run was last seen alive, before the first ``look``."""
        self._seen_until_ms = wall_ms

    def observe(self, seen: Observed) -> None:
        """Hear what the desktop says; taken in with the next ``look``."""
        if concerns_sessions(seen.fact):
            self._heard.append(seen)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch for the sake of sessions; may change after any call below."""
        around = () if self._around is None else self._around.sources()
        if self._keys is not None:
            around = (*around, *self._keys.sources())
        return around if self._desk is None else (*around, *self._desk.sources())

    def ready(self, speaker: Speaker) -> None:
        """Hear somebody whose descriptor is readable."""
        if self._around is not None:
            self._around.ready(speaker)
        if self._desk is not None:
            self._desk.ready(speaker)
        if self._keys is not None:
            self._keys.ready(speaker)

    def look(self) -> None:
        """Take in what was heard, and do what is due."""
        heard, self._heard = self._heard, []
        for seen in heard:
            self._attendance.take(seen, self._unplugging)
        self._look_once()
        self._take_keys()
        if self._unplugging is None:
            return
        if self._unplugging.next_deadline_ms() == 0 or self._clocks_parted():
            self._unplugging.wake()
        if self._holidays is not None and self._worker is not None:
            countries, year = self._unplugging.countries, self._clock.stamp().utc.year
            known = self._unplugging.zone_changed
            self._holidays.look_up_beside(countries, year, self._worker, known)
        self._look_around(self._unplugging)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        if self._unplugging is None:
            return None
        waits = [self._unplugging.next_deadline_ms()]
        if self._around is not None:
            if self._around.listens != self._unplugging.wants_to_know:
                return 0
            waits.append(self._around.next_deadline_ms())
        return min((wait for wait in waits if wait is not None), default=None)

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what is known of sessions."""
        if self._unplugging is None:
            return snapshot
        from unplug.engine.sessions.glance import glanced  # noqa: PLC0415  (as above)

        known = replace(
            snapshot,
            coming=self._unplugging.coming(),
            session=self._unplugging.session(),
            notices=(*snapshot.notices, *self.notices),
        )
        return glanced(known, self._unplugging.state, self._clock)

    def answer(self, request: Message) -> Message:
        """Do what the command line asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        from unplug.engine.sessions.requests import fulfil  # noqa: PLC0415  (with the machine)

        self.look()
        return fulfil(self._open(), request)

    @cached_property
    def desk(self) -> "SessionDesk":
        """What the windows want of sessions and plans."""
        from unplug.engine.sessions.desk import SessionDesk  # noqa: PLC0415

        return SessionDesk(
            unplugging=self._open,
            clock=self._clock,
            day_start_min=self._day_start_min,
        )

    @cached_property
    def plan_desk(self) -> "PlanDesk":
        """Plans and past sessions, for a window that shows them."""
        from unplug.engine.sessions.plan_desk import PlanDesk  # noqa: PLC0415
        from unplug.sessions.recurrence import no_holidays  # noqa: PLC0415

        def history(limit: int) -> "tuple[Past, ...]":
            shelf = self._shelf()
            return () if shelf is None else shelf.history(limit)

        def country() -> str | None:
            from unplug.engine.sessions.public_holidays import country_here  # noqa: PLC0415

            return self._chosen.country or country_here()

        return PlanDesk(
            unplugging=self._open,
            history=history,
            clock=self._clock,
            is_holiday=self._holidays or no_holidays,
            country=country,
        )

    @property
    def unplugging(self) -> "Unplugging":
        """The use case itself, for the windows' wishes."""
        return self._open()

    def wish(self, name: str, *arguments: object) -> None:
        """Take in what the person wants.

        Args:
            name: an event of `unplug.sessions.events`.
            arguments: its fields, in order.

        Raises:
            UnplugError: it cannot be granted; says why.
        """
        from unplug.sessions import events  # noqa: PLC0415  (with the machine)

        self._open().wish(getattr(events, name)(*arguments))
        self.look()

    def add_window(  # noqa: PLR0913  (all that such a time is)
        self,
        uid: str,
        start: datetime,
        end: datetime,
        title: str,
        purpose: str = "",
        *,
        person: str | None = None,
        strictness: str = GENTLE,
        shared: bool = False,
    ) -> None:
        """Plan device-free time between two instants, as another area agreed upon it.

        It is a plan that comes once, with this uid: said again it is replaced, and
        ``remove_window`` takes it back. What becomes of it the observers hear.

        Args:
            uid: names it for good.
            start: when it starts, aware.
            end: when it ends, aware.
            title: what it is called.
            purpose: what the time is for.
            person: the contact it is spent with, by uid.
            strictness: gentle, firm or promise.
            shared: a group may hear how a promise went.

        Raises:
            UnplugError: it makes no sense, or the disk does not take it.
        """
        from unplug.engine.sessions.one_offs import Window, plan_of  # noqa: PLC0415

        window = Window(
            uid=uid,
            start=start,
            end=end,
            title=title,
            purpose=purpose,
            person=person,
            strictness=strictness,
            shared=shared,
        )
        self._open().put_plans([plan_of(window, self._clock.zone())])
        self.look()

    def remove_window(self, uid: str) -> None:
        """Take back what ``add_window`` planned; nothing happens where it is not.

        Raises:
            UnplugError: the disk does not let it.
        """
        unplugging = self._open()
        if any(plan.uid == uid for plan in unplugging.plans):
            unplugging.drop_plan(uid)
            self.look()

    def choose(self, chosen: Sessions) -> None:
        """Go by other settings; a session that runs goes on as it was agreed."""
        if chosen == self._chosen:
            return  # something else was chosen: nothing is opened anew for that
        self._chosen = chosen
        self._attendance.watch_apps(chosen.wait_for_apps, self._unplugging)
        if self._unplugging is not None:
            self._unplugging.choose(chosen)
        if self._around is not None:
            self._around.choose(chosen)
        if self._keys is not None:
            self._keys.choose(chosen)
        self.look()

    def forget_everything(self) -> None:
        """Everything was erased."""
        if self._unplugging is not None:
            self._unplugging.forget_everything()
        if self._holidays is not None:
            self._holidays.forget()

    def let_go(self) -> None:
        """Keep where it stands, and read it anew with the next ``look``."""
        self._looked = False
        if self._unplugging is not None:
            self._unplugging.close()
            self._unplugging = None
        if self._around is not None:
            self._around.close()
            self._around = None
        for desk in ("desk", "plan_desk"):  # they know the machine that is gone
            self.__dict__.pop(desk, None)

    def close(self) -> None:
        """Keep where it stands, and leave the desktop as it was."""
        if self._unplugging is not None:
            self._unplugging.close()
        if self._around is not None:
            self._around.close()
        if self._desk is not None:
            self._desk.close()
        if self._keys is not None:
            self._keys.close()

    def _look_once(self) -> None:
        """See whether there is a plan or a session, once the database is open."""
        if self._looked or (database := self._database()) is None:
            return
        try:
            if sessions_wanted_in(database):
                self._open()
        except StorageTroubleError as error:
            log.warning("%s", error)
        else:
            self._looked = True
            if self._desk is not None:
                self._desk.recover()

    def _clocks_parted(self) -> bool:
        """Whether the machine slept or somebody set the clock since the last look."""
        now = self._clock.stamp()
        before = self._apart
        self._apart = (now.boot_ms - now.mono_ms, now.wall_ms - now.boot_ms)
        apart = zip(before, self._apart, strict=True)
        return any(abs(one - other) >= PARTED_MS for one, other in apart)

    def _take_keys(self) -> None:
        """Ask the desktop for the keys that the user set, once."""
        chosen = self._chosen
        wanted = chosen.unplug_now_keys or chosen.postpone_keys
        if self._keys is not None or self._open_keys is None or not wanted:
            return
        from unplug.engine.sessions.shortcut_keys import ShortcutKeys  # noqa: PLC0415

        self._keys = ShortcutKeys(
            self._open_keys,
            unplug_now=lambda: self.desk.unplug_for(BY_KEY),
            postpone=lambda: self.wish("Postpone"),
        )
        self._keys.choose(chosen)

    def _look_around(self, unplugging: "Unplugging") -> None:
        """Listen as long as there is something to listen for."""
        if self._around is None:
            return
        self._around.listen(on=unplugging.wants_to_know)
        for event in self._around.events():
            unplugging.tell(event)

    def _open(self) -> "Unplugging":
        """Load the machine and bring it to the present."""
        if self._unplugging is not None:
            return self._unplugging
        from unplug.engine.sessions.unplugging import Unplugging  # noqa: PLC0415  (1 MiB)
        from unplug.sessions.recurrence import no_holidays  # noqa: PLC0415

        self._around = self._surroundings()
        others = (self._desk, None if self._around is None else self._around.input)
        stages = (self._stage, *(stage for stage in others if stage is not None))
        unplugging = Unplugging(
            clock=self._clock,
            shelf=self._shelf,
            stages=stages,
            offline=self._offline,
            chosen=self._chosen,
            is_holiday=self._holidays or no_holidays,
            observers=self.observers,
        )
        unplugging.start(self._seen_until_ms)
        self._attendance.tell_all(unplugging)
        self._unplugging = unplugging
        self._look_around(unplugging)
        return unplugging

    def _surroundings(self) -> "Surroundings | None":
        if self._choose is None:
            return None
        from unplug.engine.sessions.surroundings import Surroundings  # noqa: PLC0415

        return Surroundings(
            choose=self._choose,
            clock=self._clock,
            chosen=self._chosen,
            occupied=self._occupied,
            busy=self._busy,
            worker=self._worker,
        )

    def _busy(self, on: bool) -> None:  # noqa: FBT001  (a callback)
        self._attendance.hold(MEETING, "calendar", self._unplugging, on=on)

    def _occupied(self, fact: Occupied) -> None:
        self._attendance.occupy(fact, self._unplugging)

    def _shelf(self) -> "SessionStore | None":
        database = self._database()
        if database is None:
            return None
        from unplug.store.sessions import SessionStore  # noqa: PLC0415  (the machine's)

        return SessionStore(database)
