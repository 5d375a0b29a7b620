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
from unplug.engine.sessions.attendance import Attendance, concerns_sessions
from unplug.engine.sessions.news import SessionObserver
from unplug.engine.sessions.stage import Stage
from unplug.engine.snapshot import Snapshot
from unplug.sensing.facts import Observed
from unplug.settings import Sessions
from unplug.store.database import Database
from unplug.store.trouble import StorageTroubleError
from unplug.store.wanted import sessions_wanted_in

if TYPE_CHECKING:
    from unplug.engine.sessions.desk import SessionDesk
    from unplug.engine.sessions.desk_stage import DeskStage
    from unplug.engine.sessions.machinery import Machinery
    from unplug.engine.sessions.occupations import Choose
    from unplug.engine.sessions.plan_desk import PlanDesk
    from unplug.engine.sessions.public_holidays import PublicHolidays
    from unplug.engine.sessions.shortcut_keys import OpenKeys, ShortcutKeys
    from unplug.engine.sessions.unplugging import Unplugging
    from unplug.engine.working import Worker
    from unplug.store.sessions import Past

log = logging.getLogger(__name__)

GENTLE = "gentle"
BY_KEY = timedelta(minutes=30)
"""How long a session is that a key begins."""


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
        self._machinery: Machinery | None = None
        self._looked = False
        self._heard: list[Observed] = []
        self.observers: list[SessionObserver] = []

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with sessions at present, a sentence each."""
        return tuple(notice for part in self._parts() for notice in part.notices)

    def seen_until(self, wall_ms: int | None) -> None:
        """Say when the last run was last seen alive, before the first ``look``."""
        self._seen_until_ms = wall_ms

    def observe(self, seen: Observed) -> None:
        """Hear what the desktop says; taken in with the next ``look``."""
        if concerns_sessions(seen.fact):
            self._heard.append(seen)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch for the sake of sessions; may change after any call below."""
        return tuple(source for part in self._parts() for source in part.sources())

    def ready(self, speaker: Speaker) -> None:
        """Hear somebody whose descriptor is readable."""
        for part in self._parts():
            part.ready(speaker)

    def look(self) -> None:
        """Take in what was heard, and do what is due."""
        heard, self._heard = self._heard, []
        for seen in heard:
            self._attendance.take(seen, self._loaded)
        self._look_once()
        self._take_keys()
        if self._machinery is not None:
            self._machinery.look()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        return None if self._machinery is None else self._machinery.next_deadline_ms()

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what is known of sessions."""
        if (unplugging := self._loaded) is None:
            return snapshot
        from unplug.engine.sessions.glance import glanced  # noqa: PLC0415  (as above)

        known = replace(
            snapshot,
            coming=unplugging.coming(),
            session=unplugging.session(),
            notices=(*snapshot.notices, *self.notices),
        )
        return glanced(known, unplugging.state, self._clock)

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
            from unplug.store.sessions import SessionStore  # noqa: PLC0415

            database = self._database()
            return () if database is None else SessionStore(database).history(limit)

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
        self._attendance.watch_apps(chosen.wait_for_apps, self._loaded)
        if self._machinery is not None:
            self._machinery.choose(chosen)
        if self._keys is not None:
            self._keys.choose(chosen)
        self.look()

    def forget_everything(self) -> None:
        """Everything was erased."""
        if (unplugging := self._loaded) is not None:
            unplugging.forget_everything()
        if self._holidays is not None:
            self._holidays.forget()

    def let_go(self) -> None:
        """Keep where it stands, and read it anew with the next ``look``."""
        self._looked = False
        if self._machinery is not None:
            self._machinery.close()
            self._machinery = None
        for desk in ("desk", "plan_desk"):  # they know the machine that is gone
            self.__dict__.pop(desk, None)

    def close(self) -> None:
        """Keep where it stands, and leave the desktop as it was."""
        for part in self._parts():
            part.close()

    @property
    def _loaded(self) -> "Unplugging | None":
        """The use case, once there was something to load it for."""
        return None if self._machinery is None else self._machinery.unplugging

    def _parts(self) -> "tuple[Machinery | ShortcutKeys | DeskStage, ...]":
        """Those that there are now: all of them listen, and say what is wrong."""
        parts = (self._machinery, self._keys, self._desk)
        return tuple(part for part in parts if part is not None)

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

    def _open(self) -> "Unplugging":
        """Load the machine and bring it to the present."""
        if self._machinery is not None:
            return self._machinery.unplugging
        from unplug.engine.sessions.machinery import Machinery  # noqa: PLC0415  (1 MiB)

        machinery = Machinery(
            clock=self._clock,
            database=self._database,
            stage=self._stage,
            offline=self._offline,
            desk=self._desk,
            choose=self._choose,
            chosen=self._chosen,
            holidays=self._holidays,
            worker=self._worker,
            attendance=self._attendance,
            observers=self.observers,
        )
        machinery.start(self._seen_until_ms)
        self._machinery = machinery
        machinery.listen()
        return machinery.unplugging
