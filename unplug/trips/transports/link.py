"""A connection to a broker on a thread of its own, which comes back when it breaks.

The thread knows nothing of trips: it sends what it is given and says what arrives. Both
cross by a socket, so that neither side ever waits for the other.
"""

import random
import select
import socket
import threading
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unplug.trips import primitives
from unplug.trips.transports import broker_trouble
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.broker_trouble import BrokerTroubleError
from unplug.trips.transports.gossip import Ignore, Listen, Publish, Wish
from unplug.trips.transports.pace import LIVE

if TYPE_CHECKING:
    from paho.mqtt.client import Client
    from paho.mqtt.reasoncodes import ReasonCode

KEEPALIVE_S = 60
CONNECT_S = 5.0
LAST_WAIT_S = 2.0
IN_FLIGHT = 200
QOS = 1
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Up:
    """The broker let us in."""


@dataclass(frozen=True, slots=True)
class Down:
    """There is no connection, or none any more.

    Attributes:
        error: why.
        wait_s: after how long it is tried again; None: it is not.
    """

    error: BrokerTroubleError
    wait_s: float | None


@dataclass(frozen=True, slots=True)
class Listening:
    """The broker has taken note of a ``Listen``."""


@dataclass(frozen=True, slots=True)
class Message:
    """A payload on a topic."""

    topic: str
    payload: bytes


Event = Up | Down | Listening | Message


class Link:
    """Keeps up a connection from ``start`` to ``close``.

    A loop watches ``fileno`` and calls ``take`` when it is readable.

    Args:
        address: the broker.
        back_ms: the first wait after a connection failed; it doubles. None: it ends.
        longest_back_ms: the longest such wait.
    """

    def __init__(
        self,
        address: BrokerAddress,
        *,
        back_ms: int | None = LIVE.back_ms,
        longest_back_ms: int = LIVE.longest_back_ms,
    ) -> None:
        self._address = address
        self._back_ms, self._longest_back_ms = back_ms, longest_back_ms
        self._events: deque[Event] = deque()
        self._orders: deque[Wish] = deque()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="broker", daemon=True)
        self._heard, self._telling = _pair()
        self._ordered, self._ordering = _pair()
        self._up = False
        self.client: Client | None = None
        self._unacknowledged = 0

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def fileno(self) -> int:
        """The descriptor to watch."""
        return self._heard.fileno()

    def take(self) -> list[Event]:
        """What happened since."""
        _drain(self._heard)
        events = []
        while self._events:
            events.append(self._events.popleft())
        return events

    def send(self, wishes: Iterable[Wish]) -> None:
        """Have something sent; without a connection it is dropped."""
        before = len(self._orders)
        self._orders.extend(wishes)
        if len(self._orders) > before:
            _poke(self._ordering)

    def close(self) -> None:
        """Send what is left and part; waits a moment at most."""
        self._closing.set()
        _poke(self._ordering)
        if self._thread.is_alive():
            self._thread.join(LAST_WAIT_S)
        for end in (self._heard, self._ordering):
            end.close()
        if not self._thread.is_alive():
            self._telling.close()
            self._ordered.close()

    # On the thread

    def _run(self) -> None:
        tries = 0
        while not self._closing.is_set():
            self._orders.clear()
            try:
                self._connection()
            except BrokerTroubleError as error:
                tries = 0 if self._up else tries + 1
                wait_s = self._wait_s(tries, lasting=error.lasting)
                self._up = False
                self._tell(Down(error, wait_s))
                if wait_s is None:
                    return
                self._rest(wait_s)

    def _connection(self) -> None:
        """One connection, until it is lost or not wanted any more."""
        self._up, self._unacknowledged = False, 0
        client = self.client = _client(self._address)
        client.on_connect = self._connected
        client.on_subscribe = lambda *_: self._tell(Listening())
        client.on_message = lambda _client, _, message: self._tell(
            Message(message.topic, bytes(message.payload))
        )
        client.on_publish = self._acknowledged
        try:
            client.connect(self._address.host, self._address.port, KEEPALIVE_S)
        except (OSError, ValueError) as error:
            raise broker_trouble.unreachable(self._address, error) from None
        sock: Any = client.socket()
        # What is said is small and answered at once: it should not wait for more.
        if sock is not None:  # it may have hung up already
            with suppress(OSError):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._drive(client)
        finally:
            client.disconnect()

    def _drive(self, client: "Client") -> None:
        sock: Any = client.socket()
        while sock is not None and not (
            self._closing.is_set() and self._is_idle(client)
        ):
            reading = [sock, self._ordered]
            writing = [sock] if client.want_write() else []
            # What TLS has decoded already makes no descriptor readable.
            pending = bool(getattr(sock, "pending", int)())
            timeout_s = 0.0 if pending else KEEPALIVE_S / 2
            if self._closing.is_set():
                timeout_s = min(timeout_s, LAST_WAIT_S / 4)
            ready, writable, _ = select.select(reading, writing, [], timeout_s)
            if self._ordered in ready:
                _drain(self._ordered)
            if sock in ready or pending:
                client.loop_read()
            elif self._closing.is_set() and not (ready or writable):
                return  # it does not answer
            if writable:
                client.loop_write()
            client.loop_misc()
            self._obey(client)
            sock = client.socket()
        if sock is None:
            raise broker_trouble.lost(self._address, was_up=self._up)

    def _is_idle(self, client: "Client") -> bool:
        """Whether all that was sent has been acknowledged."""
        return not (self._orders or self._unacknowledged or client.want_write())

    def _obey(self, client: "Client") -> None:
        if not self._up:
            return
        for _ in range(min(len(self._orders), _AT_ONCE)):
            order = self._orders.popleft()
            if isinstance(order, Publish):
                client.publish(order.topic, order.payload, QOS, retain=order.kept)
                self._unacknowledged += 1
            elif isinstance(order, Listen):
                client.subscribe(order.pattern, QOS)
            elif isinstance(order, Ignore):
                client.unsubscribe(order.pattern)
        if self._orders:
            _poke(self._ordering)

    def _connected(
        self,
        _client: "Client",
        _data: object,
        _flags: object,
        code: "ReasonCode",
        _: object,
    ) -> None:
        if code.is_failure:
            raise broker_trouble.refused(self._address, code.value, str(code))
        self._up = True
        self._tell(Up())

    def _acknowledged(self, *_: object) -> None:
        self._unacknowledged -= 1

    def _wait_s(self, tries: int, *, lasting: bool) -> float | None:
        if self._back_ms is None:
            return None
        wait_ms = min(self._back_ms << min(tries, 20), self._longest_back_ms)
        if lasting:
            wait_ms = self._longest_back_ms
        return wait_ms / 1000 * random.uniform(0.75, 1.25)  # noqa: S311  (no secret)

    def _rest(self, wait_s: float) -> None:
        """Wait; what is ordered meanwhile is dropped, closing ends it."""
        self._closing.wait(wait_s)

    def _tell(self, event: Event) -> None:
        self._events.append(event)
        _poke(self._telling)


def _client(address: BrokerAddress) -> "Client":
    from paho.mqtt.client import Client, MQTTv311  # noqa: PLC0415  (who has a broker)
    from paho.mqtt.enums import CallbackAPIVersion  # noqa: PLC0415

    client = Client(
        CallbackAPIVersion.VERSION2,
        client_id=primitives.random_bytes(8).hex(),
        clean_session=True,
        protocol=MQTTv311,
        reconnect_on_failure=False,
    )
    client.connect_timeout = CONNECT_S
    client.max_inflight_messages = IN_FLIGHT
    if address.user:
        client.username_pw_set(address.user, address.password or None)
    if address.tls:
        from unplug.trips.transports.tls import context_for  # noqa: PLC0415

        client.tls_set_context(context_for(address))
    return client


def _pair() -> tuple[socket.socket, socket.socket]:
    one, other = socket.socketpair()
    for end in (one, other):
        end.setblocking(False)  # noqa: FBT003  (the standard library's signature)
    return one, other


def _poke(end: socket.socket) -> None:
    with suppress(OSError):  # full: the other side will look anyway
        end.send(b"\0")


def _drain(end: socket.socket) -> None:
    with suppress(BlockingIOError):
        end.recv(65536)
