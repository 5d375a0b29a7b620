"""Connections to a broker on a thread of their own: when one breaks, there is another.

The thread knows nothing of trips: it sends what it is given and says what arrives. Both
cross by a socket, so that neither side ever waits for the other. A broker may have
several nodes, and a node's name several addresses: who loses one goes on to the next.
"""

import logging
import random
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from unplug.trips.transports import broker_trouble
from unplug.trips.transports.broker_address import BrokerAddress, Node
from unplug.trips.transports.broker_trouble import BrokerTroubleError
from unplug.trips.transports.connection import (
    LAST_WAIT_S,
    Between,
    Connection,
    Past,
    Patience,
)
from unplug.trips.transports.events import Down, Event
from unplug.trips.transports.gossip import Wish
from unplug.trips.transports.pace import LIVE
from unplug.trips.transports.route import Backoff, Door, doors, look_up

if TYPE_CHECKING:
    from unplug.trips.transports.wire import Wire

PATIENT = Patience()

log = logging.getLogger(__name__)


class Link:
    """Keeps up a connection from ``start`` to ``close``.

    A loop watches ``fileno`` and calls ``take`` when it is readable.

    Args:
        address: the broker.
        back_ms: the first wait at most, after nothing worked; it doubles. None: it ends
            once every node has failed.
        longest_back_ms: the longest wait.
        patience: how long the broker may take.
        find: what knows the addresses of a name.
    """

    def __init__(
        self,
        address: BrokerAddress,
        *,
        back_ms: int | None = LIVE.back_ms,
        longest_back_ms: int = LIVE.longest_back_ms,
        patience: Patience = PATIENT,
        find: Callable[[Node], list[Door]] = look_up,
    ) -> None:
        self._address = address
        self._rng = random.Random()  # noqa: S311  (no secret)
        self._backoff: Backoff | None = None
        if back_ms is not None:
            self._backoff = Backoff(back_ms, longest_back_ms, self._rng)
        self._patience = patience
        self._find = find
        self._between = Between()
        self._thread = threading.Thread(target=self._run, name="broker", daemon=True)
        self._connection: Connection | None = None
        self._losses, self._past = 0, Past()

    @property
    def client(self) -> "Wire | None":
        """What is connected, or was last."""
        return None if self._connection is None else self._connection.client

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def fileno(self) -> int:
        """The descriptor to watch."""
        return self._between.events.fileno()

    def take(self) -> list[Event]:
        """What happened since."""
        return self._between.events.take()

    def send(self, wishes: Iterable[Wish]) -> None:
        """Have something sent; without a connection it is dropped."""
        self._between.orders.give(wishes)

    def close(self) -> None:
        """Send what is left and part; waits a moment at most."""
        self._between.closing.set()
        self._between.orders.poke()
        if self._thread.is_alive():
            self._thread.join(LAST_WAIT_S)
        self._between.events.close_taker()
        self._between.orders.close_giver()
        if not self._thread.is_alive():
            self._close_the_threads_ends()

    # On the thread

    def _run(self) -> None:
        last: Door | None = None
        while not self._between.closing.is_set():
            try:
                last, down = self._round(last)
            except Exception as error:  # a bug should not end it without a word
                log.exception("the connection to a broker broke")
                down = self._down(broker_trouble.broken(self._address, error))
            if down is None:
                break
            self._between.events.give([down])
            if down.wait_s is None:
                return
            self._between.closing.wait(down.wait_s)
        self._close_the_threads_ends()  # it may be over long after ``close``

    def _round(self, last: Door | None) -> tuple[Door | None, Down | None]:
        """Try every door until one was open, and has been closed again.

        Returns:
            The door that was tried last, and what to say; None: it is not wanted.
        """
        trouble = broker_trouble.timed_out(self._address)
        for door in doors(self._address.nodes, last, self._rng, self._find):
            last = door
            failed = self._try(door)
            if failed is None or self._between.closing.is_set():
                return door, None
            log.debug("%s", failed)
            # What somebody has to see to is told rather than what may pass.
            if failed.lasting >= trouble.lasting:
                trouble = failed
            if self._lasted_ms() is not None:
                trouble = failed
                break
        return last, self._down(trouble)

    def _try(self, door: Door) -> BrokerTroubleError | None:
        """One connection; why it ended, None: it is not wanted any more."""
        self._between.orders.clear()
        self._connection = Connection(
            self._address.only(door.node),
            door,
            between=self._between,
            patience=self._patience,
            past=self._past,
        )
        try:
            self._connection.run()
        except BrokerTroubleError as error:
            self._past = self._connection.past
            return error
        return None

    def _lasted_ms(self) -> int | None:
        """How long the broker has let us in; None: it did not."""
        return None if self._connection is None else self._connection.up_for_ms()

    def _down(self, trouble: BrokerTroubleError) -> Down:
        return Down(trouble, self._wait_s(trouble))

    def _wait_s(self, trouble: BrokerTroubleError) -> float | None:
        lasted_ms = self._lasted_ms()
        if self._backoff is None:  # one that let us in and broke may have a better one
            self._losses += 1
            more = lasted_ms is not None and self._losses < len(self._address.nodes)
            return 0.0 if more else None
        if lasted_ms is None:
            return self._backoff.failed(lasting=trouble.lasting) / 1000
        return self._backoff.lost(lasted_ms) / 1000

    def _close_the_threads_ends(self) -> None:
        self._between.events.close_giver()
        self._between.orders.close_taker()
