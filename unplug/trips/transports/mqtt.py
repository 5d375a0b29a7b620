"""A trip over an MQTT broker: live as long as it is wanted, or one short visit.

For a visit, on a thread that may block, such as a worker's or a command's::

    met = visit(read_address("mqtts://broker.example.org"), replica)

For being live, on the loop::

    live = Live(address, replica, clock=clock, on_news=keep)
    live.start()          # then watch `live`, and call `dispatch` and `wake`

Nothing here listens, and nothing connects before it is asked to.
"""

import select
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from unplug.clock import Clock, Stamp, SystemClock
from unplug.trips import primitives
from unplug.trips.replica import Received, Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.broker_trouble import BrokerTroubleError, timed_out
from unplug.trips.transports.events import Down, Listening, Message, Up
from unplug.trips.transports.gossip import Gossip
from unplug.trips.transports.link import Link
from unplug.trips.transports.pace import BRIEF, LIVE, Pace
from unplug.trips.transports.topics import letter_slot
from unplug.trips.transports.unread import Unread

VISIT_MS = 20_000
LOOK_UP_MS = 250
LINGER_MS = 600


@dataclass(frozen=True, slots=True)
class Status:
    """How it stands with a broker.

    Attributes:
        connected: whether there is a connection.
        error: why there is none; None while there was no failure.
        ok_ms: when all was last seen to be in order, by this machine's clock.
        peers: devices that were heard of late.
        unread_ms: since when words arrive that no key here opens, by this machine's
            clock; None: all that was heard could be read, or was not yet looked into.
    """

    connected: bool = False
    error: BrokerTroubleError | None = None
    ok_ms: int | None = None
    peers: int = 0
    unread_ms: int | None = None


def _ignore(_: Received) -> None:
    """Nobody keeps what comes."""


class Live:
    """A trip that is connected as long as the broker is there.

    Args:
        address: the broker.
        replica: the member's copy; ``written`` is to be called when it has new
            envelopes or letters.
        clock: where the time comes from.
        on_news: takes note of what came, such as to keep it and to ``tend``, or of
            what is known of peers' clocks; what is written then goes out by itself.
        pace: the waits.

    Attributes:
        given_up: whether it is not tried again; only where the pace says so.
    """

    def __init__(
        self,
        address: BrokerAddress,
        replica: Replica,
        *,
        clock: Clock,
        on_news: Callable[[Received], None] = _ignore,
        pace: Pace = LIVE,
    ) -> None:
        self._clock = clock
        self._on_news = on_news
        self._link = Link(
            address, back_ms=pace.back_ms, longest_back_ms=pace.longest_back_ms
        )
        self.gossip = Gossip(replica, prefix=address.prefix, pace=pace)
        self._error: BrokerTroubleError | None = None
        self._ok_ms: int | None = None
        self._unread = Unread(replica)
        self._unread_ms: int | None = None
        self.given_up = False

    def start(self) -> None:
        """Begin to connect."""
        self._link.start()

    def fileno(self) -> int:
        """The descriptor to watch."""
        return self._link.fileno()

    def dispatch(self) -> None:
        """Take in what the broker sent, and do what is due."""
        came = Received()
        for event in self._link.take():
            now = self._clock.stamp()
            if isinstance(event, Message):
                came.add(self._heard(event, now))
            elif isinstance(event, Listening):
                self.gossip.listening(now)
            elif isinstance(event, Up):
                self._error = None
                self.gossip.begin(now)
            elif isinstance(event, Down):
                self._error = event.error
                self.given_up = event.wait_s is None
                self.gossip.end()
        now = self._clock.stamp()
        came.add(self.gossip.wake(now))
        self._news(came)
        self._link.send(self.gossip.wishes())
        if self.gossip.settled(now):
            self._ok_ms = now.wall_ms
            self._unread_ms = self._unread.since_ms()

    def wake(self) -> None:
        """Do what is due, once what has arrived meanwhile is taken in."""
        self.dispatch()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        due_ms = self.gossip.due_ms()
        if due_ms is None:
            return None
        return max(0, due_ms - self._clock.stamp().mono_ms)

    def written(self) -> None:
        """Send what is new in the replica."""
        self.gossip.written(self._clock.stamp())
        self._link.send(self.gossip.wishes())

    def status(self) -> Status:
        """How it stands."""
        peers = self.gossip.talk.peers(self._clock.stamp())
        return Status(
            self.gossip.connected, self._error, self._ok_ms, peers, self._unread_ms
        )

    def close(self) -> None:
        """Send what is left and part; waits a moment at most."""
        self._link.send(self.gossip.wishes())
        self._link.close()

    def _heard(self, message: Message, now: Stamp) -> Received:
        """Take in a message; note what may have been closed to this device."""
        nonce = message.payload[: primitives.NONCE_BYTES]
        # A stranger's letter may knock at a door that is not there any more.
        if message.topic != letter_slot(self.gossip.topic, nonce):
            self._unread.heard(message.payload, now.wall_ms)
        return self.gossip.heard(message.topic, message.payload, now)

    def _news(self, received: Received) -> None:
        clocks = self.gossip.talk.compared_clocks()
        if received.batches or received.letters or clocks:
            self._on_news(received)
            self.gossip.written(self._clock.stamp())


@dataclass(frozen=True, slots=True)
class Met:
    """What a visit did.

    Attributes:
        batches: that were new.
        letters: that were new.
        written: messages that went out.
        peers: devices that were there at the same time.
        stored: whether all that is held was seen in the broker's store.
        offsets_ms: how far each peer's clock is ahead of this one.
        unread_ms: see ``Status``.
    """

    batches: int = 0
    letters: int = 0
    written: int = 0
    peers: int = 0
    stored: bool = False
    offsets_ms: dict[bytes, int] = field(default_factory=dict)
    unread_ms: int | None = None


class Cancel(Protocol):
    """What says that a visit is not wanted any more, as a worker's job does."""

    @property
    def cancelled(self) -> bool:
        """Whether it is so."""


def visit(
    address: BrokerAddress,
    replica: Replica,
    *,
    clock: Clock | None = None,
    longest_ms: int = VISIT_MS,
    cancel: Cancel | None = None,
) -> Met:
    """Connect, read what is new, leave what is new here, see that it is there, and go.

    Blocks; a second where all goes well.

    Args:
        address: the broker.
        replica: a copy of the trip that nobody else touches meanwhile.
        clock: where the time comes from; the machine's own if none is given.
        longest_ms: after so long it ends with what it has.
        cancel: is asked now and then whether to go on.

    Raises:
        UnplugError: the broker could not be reached, or broke off; what came counts.
    """
    clock = SystemClock() if clock is None else clock
    came = Received()
    last_ms = clock.stamp().mono_ms
    end_ms = last_ms + longest_ms

    def note(received: Received) -> None:
        nonlocal last_ms
        came.batches += received.batches
        came.letters += received.letters
        if received.batches or received.letters:
            last_ms = clock.stamp().mono_ms

    replica.seal()
    live = Live(address, replica, clock=clock, on_news=note, pace=BRIEF)
    live.start()
    try:
        while (now := clock.stamp()).mono_ms < end_ms:
            if cancel is not None and cancel.cancelled:
                break
            if live.gossip.settled(now) and now.mono_ms >= last_ms + LINGER_MS:
                break
            _wait(live, now, last_ms + LINGER_MS, end_ms)
            if live.given_up and (error := live.status().error) is not None:
                raise error
    finally:
        live.close()
    if not live.gossip.connected:
        raise live.status().error or timed_out(address)
    return Met(
        batches=came.batches,
        letters=came.letters,
        written=live.gossip.sent,
        peers=live.gossip.talk.peers(clock.stamp()),
        stored=live.gossip.shelf.complete,
        offsets_ms=live.gossip.talk.offsets_ms(clock.stamp()),
        unread_ms=live.status().unread_ms,
    )


def _wait(live: Live, now: Stamp, *moments_ms: int) -> None:
    """Wait for the broker or for the first of some moments, and do what is due."""
    waits = [at - now.mono_ms for at in moments_ms if at > now.mono_ms]
    due_ms = live.next_deadline_ms()
    waits += [due_ms] if due_ms is not None else []
    wait_ms = min(min(waits, default=LOOK_UP_MS), LOOK_UP_MS)
    if select.select([live], [], [], wait_ms / 1000)[0]:
        live.dispatch()
    else:
        live.wake()
