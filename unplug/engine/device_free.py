"""The door to unplugging: what it costs while there is no plan and no session.

The session machine is loaded with the first plan or wish; until then only who is at
the screen is remembered, so that it can be told.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.days import DAY_START_MIN
from unplug.engine.control import Message
from unplug.engine.snapshot import Snapshot
from unplug.engine.stage import Stage
from unplug.sensing.facts import (
    Active,
    Idle,
    Locked,
    Observed,
    Occupied,
    Sleep,
    Unlocked,
    Wake,
    Zone,
)
from unplug.store.database import Database
from unplug.store.trouble import StorageTroubleError
from unplug.store.wanted import sessions_wanted_in

if TYPE_CHECKING:
    from unplug.engine.session_desk import SessionDesk
    from unplug.engine.unplugging import Unplugging
    from unplug.store.sessions import SessionStore

log = logging.getLogger(__name__)

IDLE, LOCKED, ASLEEP = "idle", "locked", "asleep"


class DeviceFree:
    """Device-free sessions in the running app.

    Args:
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        stage: where sessions are seen and heard.
        offline: told when a session begins and ends, for screen time.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        stage: Stage,
        offline: Callable[[bool], None],
        day_start_min: int = DAY_START_MIN,
    ) -> None:
        self._clock = clock
        self._database = database
        self._stage = stage
        self._offline = offline
        self._day_start_min = day_start_min
        self._unplugging: Unplugging | None = None
        self._looked = False
        self._heard: list[Observed] = []
        self._since_boot_ms: dict[str, int] = {}
        self._lockers: set[str] = set()
        self._occupied: dict[str, set[str]] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with sessions at present, a sentence each."""
        return () if self._unplugging is None else self._unplugging.notices

    def observe(self, seen: Observed) -> None:
        """Hear what the desktop says; taken in with the next ``look``."""
        if isinstance(
            seen.fact,
            Idle | Active | Locked | Unlocked | Sleep | Wake | Zone | Occupied,
        ):
            self._heard.append(seen)

    def look(self) -> None:
        """Take in what was heard, and do what is due."""
        heard, self._heard = self._heard, []
        for seen in heard:
            self._take(seen)
        self._look_once()
        if self._unplugging is not None and self.next_deadline_ms() == 0:
            self._unplugging.wake()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        if self._unplugging is None:
            return None
        return self._unplugging.next_deadline_ms()

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what is known of sessions."""
        if self._unplugging is None:
            return snapshot
        from unplug.engine.session_glance import glanced  # noqa: PLC0415  (as above)

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
        from unplug.engine.requests import fulfil  # noqa: PLC0415  (with the machine)

        self.look()
        return fulfil(self._open(), request)

    @cached_property
    def desk(self) -> "SessionDesk":
        """What the windows want of sessions and plans."""
        from unplug.engine.session_desk import SessionDesk  # noqa: PLC0415

        return SessionDesk(
            unplugging=self._open(),
            clock=self._clock,
            day_start_min=self._day_start_min,
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

    def forget_everything(self) -> None:
        """Everything was erased."""
        if self._unplugging is not None:
            self._unplugging.forget_everything()

    def close(self) -> None:
        """Keep where it stands."""
        if self._unplugging is not None:
            self._unplugging.close()

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

    def _open(self) -> "Unplugging":
        """Load the machine and bring it to the present."""
        if self._unplugging is not None:
            return self._unplugging
        from unplug.engine.unplugging import Unplugging  # noqa: PLC0415  (1 MiB)

        unplugging = Unplugging(
            clock=self._clock,
            shelf=self._shelf,
            stage=self._stage,
            offline=self._offline,
        )
        unplugging.start()
        boot_ms = self._clock.stamp().boot_ms
        for absence, since_ms in self._since_boot_ms.items():
            unplugging.away(absence, max(0, boot_ms - since_ms))
        for reason, holders in self._occupied.items():
            if holders:
                unplugging.held(reason, on=True)
        self._unplugging = unplugging
        return unplugging

    def _shelf(self) -> "SessionStore | None":
        database = self._database()
        if database is None:
            return None
        from unplug.store.sessions import SessionStore  # noqa: PLC0415  (the machine's)

        return SessionStore(database)

    def _take(self, seen: Observed) -> None:
        match seen.fact:
            case Idle(idle_ms):
                self._away(IDLE, seen, idle_ms)
            case Active():
                self._back(IDLE)
            case Locked(by):
                self._lockers.add(by)
                self._away(LOCKED, seen)
            case Unlocked(by):
                self._lockers.discard(by)
                if not self._lockers:
                    self._back(LOCKED)
            case Sleep():
                self._away(ASLEEP, seen)
            case Wake():
                self._back(ASLEEP)
            case Occupied(reason, held, by):
                self._occupy(reason.value, by, held=held)
            case Zone() if self._unplugging is not None:
                self._unplugging.zone_changed()

    def _occupy(self, reason: str, by: str, *, held: bool) -> None:
        """Several may hold the same reason; the first and the last of them count."""
        holders = self._occupied.setdefault(reason, set())
        before = bool(holders)
        (holders.add if held else holders.discard)(by)
        if self._unplugging is not None and before != bool(holders):
            self._unplugging.held(reason, on=bool(holders))

    def _away(self, absence: str, seen: Observed, for_ms: int = 0) -> None:
        known = absence in self._since_boot_ms
        since_ms = seen.at.boot_ms - for_ms
        self._since_boot_ms.setdefault(absence, since_ms)
        if self._unplugging is not None and not known:
            ago_ms = max(0, self._clock.stamp().boot_ms - since_ms)
            self._unplugging.away(absence, ago_ms)

    def _back(self, absence: str) -> None:
        was_away = self._since_boot_ms.pop(absence, None) is not None
        if self._unplugging is not None and (was_away or absence == IDLE):
            self._unplugging.back(absence)
