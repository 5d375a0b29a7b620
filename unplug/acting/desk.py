"""A message bus as those use it who act on the desktop: nobody ever waits for it."""

import logging
from collections.abc import Callable, Iterator
from itertools import count

from jeepney import Message, message_bus

from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.wire import Body
from unplug.sensing.source import SourceLostError, SourceUnavailableError

SETTLE_MS = 1_000
log = logging.getLogger(__name__)


class Desk:
    """One connection for all actors, opened when the first of them needs it.

    A loop watches ``fileno()`` while ``is_open``. After a loss whoever acts next opens
    it again.

    Args:
        connect: opens the bus.
    """

    def __init__(self, connect: Callable[[], Bus] = session_bus) -> None:
        self._connect = connect
        self._bus: Bus | None = None
        self._setups: list[Callable[[Bus], None]] = []
        self._hearers: list[Callable[[Heard], None]] = []
        self._mourners: list[Callable[[], None]] = []
        self._pending: dict[int, Callable[[], None]] = {}
        self._numbers = count()

    @property
    def is_open(self) -> bool:
        """Whether there is a descriptor to watch."""
        return self._bus is not None

    def fileno(self) -> int:
        """The descriptor to watch for reading; -1 while there is none."""
        return self._bus.fileno() if self._bus is not None else -1

    def attend(
        self,
        *,
        setup: Callable[[Bus], None],
        hear: Callable[[Heard], None],
        lost: Callable[[], None],
    ) -> None:
        """Take part in what comes over the bus, whenever it is open.

        Args:
            setup: subscribes to signals, each time the bus was opened.
            hear: takes every signal; those of others too.
            lost: hears that the bus is gone.
        """
        self._setups.append(setup)
        self._hearers.append(hear)
        self._mourners.append(lost)
        if self._bus is not None:
            setup(self._bus)

    def ask(
        self,
        message: Message,
        expect: str,
        then: Callable[[Body], None],
        otherwise: Callable[[], None],
    ) -> None:
        """Call a method; exactly one of ``then`` and ``otherwise`` is called later.

        Args:
            message: the call.
            expect: the signature that its reply must have.
            then: takes the reply's values.
            otherwise: hears that there is no such reply: an error, or no bus at all.
        """
        number = next(self._numbers)
        self._pending[number] = otherwise

        def answered(body: Body) -> None:
            if self._pending.pop(number, None):
                then(body)

        def refused() -> None:
            if self._pending.pop(number, None):
                otherwise()

        try:
            self._opened().ask(message, expect, answered, refused)
        except SourceUnavailableError as error:
            log.info("%s", error)
            refused()
        except SourceLostError as error:
            self._lose(error)

    def tell(self, message: Message) -> None:
        """Call a method, whatever becomes of it."""
        self.ask(message, "", lambda _body: None, lambda: None)

    def dispatch(self) -> None:
        """Hand over all that has arrived."""
        self._take(lambda bus: bus.receive_all())

    def settle(self, timeout_ms: int = SETTLE_MS) -> None:
        """Wait until everything asked has been answered; for leaving, not for work."""
        self._take(lambda bus: bus.gather(timeout_ms=timeout_ms))

    def close(self) -> None:
        """Leave the bus; safe to call twice."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()
        self._pending.clear()

    def _take(self, arrivals: Callable[[Bus], Iterator[Heard]]) -> None:
        if self._bus is None:
            return
        try:
            for heard in arrivals(self._bus):
                for hear in self._hearers:
                    hear(heard)
        except SourceLostError as error:
            self._lose(error)

    def _opened(self) -> Bus:
        if self._bus is None:
            self._bus = self._connect()
            for setup in self._setups:
                setup(self._bus)
        return self._bus

    def _lose(self, error: SourceLostError) -> None:
        log.warning("%s", error)
        pending = list(self._pending.values())
        self.close()
        for mourn in self._mourners:
            mourn()
        for otherwise in pending:
            otherwise()


def subscribe(bus: Bus, **conditions: str) -> None:
    """Ask for signals without waiting for the bus to agree."""
    rule = ",".join(f"{key}='{value}'" for key, value in conditions.items())
    message = message_bus.AddMatch(f"type='signal',{rule}")
    bus.ask(message, "", lambda _body: None)
