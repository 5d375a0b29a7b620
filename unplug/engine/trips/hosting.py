"""The user's own broker: listening while unplug runs and they have switched it on.

It listens only while there is a trip that they organise. Those trips travel over it by
themselves, wherever in the local network this computer is at the moment.
"""

import logging
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.listening import Speaker
from unplug.engine.trips.host import (
    Json,
    drop_ways,
    host_shown,
    move_ways,
    organised,
)
from unplug.engine.trips.ways import BACK_OFF_MS
from unplug.errors import UnplugError
from unplug.settings.sections import OwnBroker as Chosen

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling
    from unplug.trips.transports.broker_address import BrokerAddress
    from unplug.trips.transports.local_network import AddressWatch
    from unplug.trips.transports.own_broker import OwnBroker

log = logging.getLogger(__name__)

STOP_MS = 5_000
"""So long it has to end by itself."""
WAITS_MS = (5_000, *BACK_OFF_MS)
"""After so long it is tried again; what was killed should be back soon."""


class Hosting:
    """The broker of the running app; see ``Host``.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
        choices: what the user chose.
    """

    def __init__(
        self, travelling: "Travelling", clock: Clock, choices: Choices
    ) -> None:
        self._travelling = travelling
        self._clock = clock
        self._choices = choices
        self._chosen = choices.running.own_broker
        choices.observers.append(lambda running: self.choose(running.own_broker))
        self._broker: OwnBroker | None = None
        self._watch: AddressWatch | None = None
        self._error = ""
        self._failures = 0
        self._due_ms = 0
        self._stop_by_ms = 0
        self._swept = False
        self._marked: list[str] = []

    @property
    def place(self) -> str:
        """The URL of the own broker; empty while it does not listen."""
        broker = self._broker
        return broker.address.place if broker is not None and broker.listening else ""

    @property
    def trouble(self) -> str:
        """Why it does not listen, although it is wanted."""
        return "" if self.place or not self._chosen.on else self._error

    @property
    def pid(self) -> int | None:
        """The broker's process, while there is one."""
        return None if self._broker is None else self._broker.pid

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        found = (self._broker, self._watch)
        return tuple(each for each in found if each is not None and each.fileno() >= 0)

    def ready(self, speaker: Speaker) -> bool:
        """Hear a descriptor that is readable; whether it was one of these."""
        if self._broker is not None and speaker is self._broker:
            self._hear(self._broker)
        elif self._watch is not None and speaker is self._watch:
            self._watch.drain()
            self._due_ms = 0  # another network, another chance
        else:
            return False
        self.look()
        return True

    def choose(self, chosen: Chosen) -> None:
        """Something else is chosen from now on."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._failures = self._due_ms = 0
            self.look()

    def switch(self, *, on: bool) -> None:
        """The user wants it, or does not any more.

        Raises:
            UnplugError: what it is made of is not here, or the wish cannot be kept.
        """
        if on:
            from unplug.trips.transports.own_broker import (  # noqa: PLC0415  (seldom)
                check_installed,
            )

            check_installed()
        self._choices.change("own_broker.on", on)

    def look(self) -> None:
        """Listen, listen elsewhere or stop, as it is wanted now."""
        if not self._chosen.on and self._broker is None:
            self._sweep()
            return
        trips = organised(self._travelling) if self._chosen.on else []
        if not trips:
            self._error = ""
        self._watch_addresses(wanted=bool(trips))
        wanted = self._wanted() if trips else None
        now_ms, broker = self._clock.stamp().mono_ms, self._broker
        if broker is None:
            if wanted is not None and now_ms >= self._due_ms:
                self._start(wanted, trips)
        elif broker.stopping:
            if now_ms >= self._stop_by_ms:
                broker.kill()
                self._stop_by_ms = now_ms + STOP_MS
        elif broker.address != wanted:
            broker.stop()
            self._stop_by_ms = now_ms + STOP_MS
        elif broker.listening:
            move_ways(self._travelling, trips, broker.address.place)
            self._mark(broker, trips)
        if not self._chosen.on:
            drop_ways(self._travelling)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        now_ms = self._clock.stamp().mono_ms
        if self._broker is not None:
            stopping = self._broker.stopping
            return max(0, self._stop_by_ms - now_ms) if stopping else None
        if self._chosen.on and self._due_ms > now_ms:
            return self._due_ms - now_ms
        return None

    def shown(self) -> Json:
        """How it stands, for people."""
        broker, chosen = self._broker, self._chosen
        trips = organised(self._travelling) if chosen.on else []
        error = self.trouble
        if chosen.on and not trips and not error:
            error = "it listens once you organise a trip: unplug trip create"
        name = broker.announced if broker is not None and broker.listening else ""
        names = [self._travelling.book.forms()[trip].name for trip in trips]
        return host_shown(self, chosen, name, error, names)

    def close(self) -> None:
        """The app ends, and the broker with it."""
        self._watch_addresses(wanted=False)
        broker, self._broker = self._broker, None
        if broker is not None:
            broker.close()

    def _sweep(self) -> None:
        """It may have been switched off while unplug did not run."""
        if not self._swept:
            drop_ways(self._travelling)
        self._swept = True

    def _wanted(self) -> "BrokerAddress | None":
        """Where it is to listen; None where it cannot."""
        from unplug.trips.transports.broker_address import (  # noqa: PLC0415  (who is one)
            BrokerAddress,
        )
        from unplug.trips.transports.local_network import (  # noqa: PLC0415
            own_address,
        )

        try:
            host = self._chosen.address or own_address()
        except UnplugError as error:
            self._error = str(error)
            return None
        return BrokerAddress(host, self._chosen.port, tls=False)

    def _mark(self, broker: "OwnBroker", trips: list[str]) -> None:
        """Let the members of these trips know it again, wherever it is."""
        if trips != self._marked:
            broker.mark(self._marks(trips))

    def _marks(self, trips: list[str]) -> str:
        from unplug.trips.marks import marks_of  # noqa: PLC0415  (who is one)

        self._marked = list(trips)
        return marks_of(map(bytes.fromhex, trips))

    def _start(self, address: "BrokerAddress", trips: list[str]) -> None:
        from unplug.trips.transports.own_broker import OwnBroker  # noqa: PLC0415

        broker = OwnBroker(address, self._marks(trips))
        try:
            broker.start()
        except UnplugError as error:
            self._failed(error)
        else:
            self._broker = broker

    def _hear(self, broker: "OwnBroker") -> None:
        broker.dispatch()
        if broker.listening:
            self._failures, self._error = 0, ""
        if broker.ended:
            self._broker = None
            if broker.error is not None:
                self._failed(broker.error)

    def _failed(self, error: UnplugError) -> None:
        log.warning("%s", error)
        self._error = str(error)
        wait_ms = WAITS_MS[min(self._failures, len(WAITS_MS) - 1)]
        self._failures += 1
        self._due_ms = self._clock.stamp().mono_ms + wait_ms

    def _watch_addresses(self, *, wanted: bool) -> None:
        if wanted and self._watch is None:
            from unplug.trips.transports.local_network import (  # noqa: PLC0415
                AddressWatch,
            )

            self._watch = AddressWatch()
        elif not wanted and self._watch is not None:
            self._watch.close()
            self._watch = None
