"""One connection to a broker, from connecting until it is lost or not wanted any more.

Nothing here trusts a socket that is merely open: a broker that owes an answer for too
long counts as gone. It owes one for being let in, for what is listened to and for what
is said; and what is said where one listens has to come back.
"""

import select
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from unplug.clock import SystemClock
from unplug.trips.transports import broker_trouble
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.broker_trouble import BrokerTroubleError
from unplug.trips.transports.crossing import Crossing
from unplug.trips.transports.events import Event, Listening, Message, Up
from unplug.trips.transports.gossip import Ignore, Listen, Publish, Wish
from unplug.trips.transports.owed import Kind, Owed
from unplug.trips.transports.route import Door

if TYPE_CHECKING:
    from paho.mqtt.client import Client, MQTTMessage
    from paho.mqtt.reasoncodes import ReasonCode

    from unplug.trips.transports.wire import Wire

LAST_WAIT_S = 2.0
HEARD_QOS = 0
"""What is heard is not acknowledged: with clean sessions nothing is sent again anyway,
and a cluster whose nodes had to agree on it would refuse it while one of them is away
(decision 033)."""
_ORDERS = 500


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a broker may take.

    Attributes:
        connect_ms: until there is a connection, and then until it lets us in.
        answer_ms: for an answer, once it has given those that it owed before.
        at_once_ms: who hangs up sooner does not like how we speak; later, it is not
            ready.
        quiet_s: where nothing is said at all, until it is asked whether it is there,
            and then for that answer.
    """

    connect_ms: int = 5_000
    answer_ms: int = 20_000
    at_once_ms: int = 1_000
    quiet_s: int = 60


@dataclass(frozen=True, slots=True)
class Between:
    """What lies between the loop's thread and the one that blocks.

    Attributes:
        orders: what to send.
        events: what happened.
        closing: whether to end once all is sent.
    """

    orders: Crossing[Wish] = field(default_factory=Crossing)
    events: Crossing[Event] = field(default_factory=Crossing)
    closing: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier connections to the same broker have taught.

    Attributes:
        known: whether it has let us in.
        acknowledges: whether it had acknowledged all that was said when the last one
            ended. If not, that may be why it ended: a cluster that cannot keep what is
            said to it hangs up, and could have passed it on unacknowledged.
    """

    known: bool = False
    acknowledges: bool = True


class Connection:
    """One connection to one node; ``run`` is all of its life.

    Args:
        address: the node.
        door: which of the node's addresses to use.
        between: what comes from the loop's thread, and goes there.
        patience: how long the broker may take.
        past: what is known of the broker.
    """

    def __init__(
        self,
        address: BrokerAddress,
        door: Door,
        *,
        between: Between,
        patience: Patience,
        past: Past,
    ) -> None:
        self._address, self._door, self._past = address, door, past
        self._orders, self._events = between.orders, between.events
        self._closing = between.closing
        self._patience, self._clock = patience, SystemClock()
        self._owed = Owed(patience.answer_ms)
        self._let_in_by_ms = 0
        self._patterns: dict[int, str] = {}
        self._hearing: set[str] = set()
        self._up_ms: int | None = None
        self.client: Wire | None = None

    def up_for_ms(self) -> int | None:
        """How long ago the broker let us in; None: it has not."""
        return None if self._up_ms is None else self._now_ms() - self._up_ms

    @property
    def past(self) -> Past:
        """What the next connection should know."""
        if self._up_ms is None:
            return self._past
        return Past(known=True, acknowledges=not self._owed.has(Kind.TAKING))

    def run(self) -> None:
        """Connect, send and hear until it is not wanted any more.

        Raises:
            BrokerTroubleError: it could not be reached, or was lost.
        """
        from unplug.trips.transports.wire import Wire  # noqa: PLC0415  (9 MB)

        client = Wire(self._address, self._door, self._patience.connect_ms / 1000)
        self.client = client
        client.on_connect = self._let_in
        client.on_subscribe = self._hears
        client.on_publish = self._taken
        client.on_message = self._came
        where = (self._address.host, self._address.port)
        try:
            client.connect(*where, self._patience.quiet_s)
        except (OSError, ValueError) as error:
            raise broker_trouble.unreachable(self._address, error) from None
        try:
            self._drive(client)
        finally:
            client.end()

    def _drive(self, client: "Wire") -> None:
        sock: Any = client.socket()
        self._let_in_by_ms = self._now_ms() + self._patience.connect_ms
        while sock is not None:
            closing = self._closing.is_set()
            if closing and self._is_idle(client):
                return
            writing = [sock] if client.want_write() else []
            # What TLS has decoded already makes no descriptor readable.
            pending = bool(getattr(sock, "pending", int)())
            wait_s = 0.0 if pending else self._wait_s(closing=closing)
            ready, writable, _ = select.select(
                [sock, self._orders], writing, [], wait_s
            )
            if sock in ready or pending:
                client.loop_read()
            elif closing and not (ready or writable):
                return  # it does not answer
            else:
                self._judge()  # only once all that came is read
            if writable:
                client.loop_write()
            client.loop_misc()
            self._obey(client)
            sock = client.socket()
        raise self._lost()

    def _lost(self) -> BrokerTroubleError:
        if self._up_ms is not None:
            return broker_trouble.lost(self._address)
        left_ms = self._let_in_by_ms - self._now_ms()
        soon = left_ms > self._patience.connect_ms - self._patience.at_once_ms
        return broker_trouble.turned_away(
            self._address, at_once=soon and not self._past.known
        )

    def _wait_s(self, *, closing: bool) -> float:
        """How long nothing needs to be done unless something happens."""
        wait_s = self._patience.quiet_s / 2
        if self._awaited_ms is not None:
            wait_s = min(wait_s, max(0, self._awaited_ms - self._now_ms() + 1) / 1000)
        return min(wait_s, LAST_WAIT_S / 4) if closing else wait_s

    @property
    def _awaited_ms(self) -> int | None:
        """Until when an answer has to be there."""
        return self._let_in_by_ms if self._up_ms is None else self._owed.due_ms

    def _judge(self) -> None:
        """Give up a broker that has owed an answer for too long."""
        if self._awaited_ms is None or self._now_ms() <= self._awaited_ms:
            return
        if self._up_ms is None:
            raise broker_trouble.timed_out(self._address)
        if self._owed.first is not None and self._owed.first[0] is Kind.RETURN:
            raise broker_trouble.mute(self._address)
        raise broker_trouble.silent(self._address)

    def _is_idle(self, client: "Wire") -> bool:
        """Whether all that was sent has been acknowledged."""
        waits = len(self._orders) or self._owed.has(Kind.TAKING)
        return not (waits or client.want_write())

    def _obey(self, client: "Wire") -> None:
        orders = self._orders.take(_ORDERS)
        if self._up_ms is None:
            return
        now_ms = self._now_ms()
        for order in orders:
            if isinstance(order, Publish):
                qos = int(self._past.acknowledges)
                sent = client.publish(
                    order.topic, order.payload, qos, retain=order.kept
                )
                if qos:
                    self._owed.ask((Kind.TAKING, sent.mid), now_ms)
                if order.topic in self._hearing:
                    self._owed.ask((Kind.RETURN, order.topic), now_ms)
            elif isinstance(order, Listen):
                _, mid = client.subscribe(order.pattern, HEARD_QOS)
                self._patterns[mid or 0] = order.pattern
                self._owed.ask((Kind.HEARING, mid or 0), now_ms)
            elif isinstance(order, Ignore):
                self._hearing.discard(order.pattern)
                client.unsubscribe(order.pattern)

    # What the library tells

    def _let_in(
        self,
        _client: "Client",
        _data: object,
        _flags: object,
        code: "ReasonCode",
        _: object,
    ) -> None:
        if code.is_failure:
            raise broker_trouble.refused(self._address, code.value, str(code))
        self._up_ms = self._now_ms()
        self._events.give([Up()])

    def _hears(
        self,
        _client: "Client",
        _data: object,
        mid: int,
        codes: Sequence["ReasonCode"],
        _: object,
    ) -> None:
        if any(code.is_failure for code in codes):
            raise broker_trouble.not_heard(self._address)
        self._owed.answered((Kind.HEARING, mid), self._now_ms())
        self._hearing.add(self._patterns.pop(mid))
        self._events.give([Listening()])

    def _taken(self, _client: "Client", _data: object, mid: int, *_: object) -> None:
        self._owed.answered((Kind.TAKING, mid), self._now_ms())

    def _came(self, _client: "Client", _data: object, message: "MQTTMessage") -> None:
        self._owed.answered((Kind.RETURN, message.topic), self._now_ms())
        self._events.give([Message(message.topic, bytes(message.payload))])

    def _now_ms(self) -> int:
        return self._clock.stamp().mono_ms
