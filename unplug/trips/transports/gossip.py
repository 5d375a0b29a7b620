"""A trip over a broker as one member sees it, without the broker.

It is told what arrives and what time it is, and says what it wishes to be sent. It
opens nothing and starts no timer, so that whole groups can be tried on one clock.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unplug.clock import Stamp
from unplug.trips import envelope, primitives
from unplug.trips.replica import Received, Replica
from unplug.trips.transports.pace import LIVE, Pace
from unplug.trips.transports.shelf import MAX_SLOT_BYTES, Shelf
from unplug.trips.transports.talk import Talk
from unplug.trips.transports.topics import inbox_topic, slot_filter, talk_topic

MAX_MESSAGE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Publish:
    """Send a payload; one that is kept replaces the topic's last one."""

    topic: str
    payload: bytes
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Listen:
    """Hear a topic, or several by a pattern; what is kept there comes at once."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Ignore:
    """Hear it no longer."""

    pattern: str


Wish = Publish | Listen | Ignore


class Gossip:
    """One member's part in a trip over a broker.

    Args:
        replica: the member's copy. Whoever keeps it calls ``written`` when it has new
            envelopes or letters.
        prefix: what the broker's topics begin with.
        rng: the chance that spreads what many would do at once.
        pace: the waits.
    """

    def __init__(
        self,
        replica: Replica,
        *,
        prefix: str = "",
        rng: random.Random | None = None,
        pace: Pace = LIVE,
    ) -> None:
        rng = random.Random() if rng is None else rng  # noqa: S311  (no secret)
        self.replica = replica
        self.topic = talk_topic(replica.trip, prefix)
        self.talk = Talk(replica, pace, rng)
        self.shelf = Shelf(replica, self.topic, pace, rng)
        self.connected = False
        self.sent = 0
        self._prefix = prefix
        self._inbox = ""
        self._company = False
        self._out = set(map(_nonce, self._held()))
        self._wishes: list[Wish] = []

    def wishes(self) -> list[Wish]:
        """What to send now, in this order; said once."""
        wishes, self._wishes = self._wishes, []
        return wishes

    def due_ms(self) -> int | None:
        """When ``wake`` is wanted, on the monotonic clock."""
        if not self.connected:
            return None
        waits = (self.talk.due_ms, self.shelf.due_ms)
        return min((wait for wait in waits if wait is not None), default=None)

    def settled(self, now: Stamp) -> bool:
        """Whether the store has everything, and nobody present lacks anything."""
        if not self.connected or self.shelf.busy or self.talk.gathers(now):
            return False
        return not self.talk.differs(now)

    def begin(self, now: Stamp) -> None:
        """A connection is there; nothing of an earlier one counts."""
        self.connected, self._company = True, False
        device = self.replica.ring.device.public
        self._inbox = inbox_topic(self.replica.trip, device, self._prefix)
        self._wishes = [Listen(self.topic), Listen(self._inbox)]
        if not self.replica.can_greet:  # who asks to join says so aloud each time
            self._out.difference_update(map(_nonce, self.replica.letters.values()))
        self.talk.begin(now, news=any(self._unsaid()))
        self.shelf.begin(now)
        self.written(now)

    def end(self) -> None:
        """The connection is gone."""
        self.connected = False
        self._wishes.clear()
        self.talk.end()
        self.shelf.end()

    def listening(self, now: Stamp) -> None:
        """The broker has taken note of what to hear."""
        self.shelf.listening(now)

    def written(self, now: Stamp) -> None:
        """Send what is new here; without a connection it goes out with the next."""
        if not self.connected or self.talk.gathers(now):
            return
        new = list(self._unsaid())
        if not new:
            return
        self._out.update(map(_nonce, new))
        self._say(new)
        self.talk.spoke(new, now)
        self.talk.changed(now)
        self.shelf.changed(now, own=True)

    def heard(self, topic: str, payload: bytes, now: Stamp) -> Received:
        """Take in a message."""
        if not self.connected or len(payload) > MAX_MESSAGE:
            return Received()
        is_talk = topic in (self.topic, self._inbox)
        if not is_talk:
            kept = self.shelf.keep(topic, payload, now)
            return self._from_store(payload, now) if kept else Received()
        received = self._take(payload, now)
        # Unless it was this device's own word, somebody is there.
        news = bool(received.batches or received.letters)
        self._company |= news or self.talk.peers(now) > 0
        if topic == self.topic:
            self.talk.passed(self.replica.known_in(payload), now)
        return received

    def wake(self, now: Stamp) -> Received:
        """Do what is due; what the store brought at its end."""
        received = Received()
        if not self.connected:
            return received
        if self._company:
            self.shelf.put_off(now)
        if self.shelf.begins_to_read(now):
            self._wishes.append(Listen(slot_filter(self.topic)))
        read = self.shelf.ends_to_read(now)
        if read is not None:
            received = self._read(read, now)
        self.written(now)
        self._keep(self.shelf.unwritten(now))
        self.talk.stored = self.shelf.seen
        aloud, apart = self.talk.speak(now)
        self._say(aloud)
        for device, envelopes in apart.items():
            self._say(envelopes, inbox_topic(self.replica.trip, device, self._prefix))
        return received

    def clear_store(self) -> None:
        """Take away what is kept of the trip, as far as this member knows it."""
        self._keep(dict.fromkeys(self.shelf.all_slots(), b""))

    def _unsaid(self) -> Iterator[bytes]:
        return (raw for raw in self._held() if _nonce(raw) not in self._out)

    def _held(self) -> Iterator[bytes]:
        yield from self.replica.envelopes()
        yield from self.replica.letters.values()

    def _take(self, payload: bytes, now: Stamp) -> Received:
        keys = len(self.replica.ring.epochs)
        received = self.replica.receive(payload)
        self._out.update(map(_nonce, self.replica.known_in(payload)))
        for hello in received.hellos:
            is_new = self.talk.hear(hello, now)
            if is_new and hello.stored and not self.talk.differs_from(hello):
                self.shelf.told(now)
        if received.batches or received.letters:
            self.talk.changed(now)
            self.shelf.changed(now, own=False)
        if len(self.replica.ring.epochs) > keys:
            self.shelf.look(now)  # what was closed before may open now
        return received

    def _from_store(self, payload: bytes, now: Stamp) -> Received:
        """Take in what was kept, and let others who are there hear of letters in it."""
        known = set(self.replica.letters)
        received = self._take(payload, now)
        new = [raw for n, raw in self.replica.letters.items() if n not in known]
        if self._company:
            self._say(new)
            self.talk.spoke(new, now)
        return received

    def _read(self, read: dict[str, bytes], now: Stamp) -> Received:
        self._wishes.append(Ignore(slot_filter(self.topic)))
        # Taken in together: one slot may bring the key or the parent of another.
        received = self._from_store(b"".join(read.values()), now)
        self._keep(self.shelf.repaired(read, now))
        if self.shelf.complete:
            self.talk.tell(now)
        return received

    def _keep(self, slots: dict[str, bytes]) -> None:
        self.sent += sum(map(bool, slots.values()))
        self._wishes += (Publish(t, payload, kept=True) for t, payload in slots.items())

    def _say(self, envelopes: Iterable[bytes], topic: str = "") -> None:
        for message in _messages(envelopes):
            self._wishes.append(Publish(topic or self.topic, message))
            self.sent += 1


def _nonce(raw: bytes) -> bytes:
    return raw[: primitives.NONCE_BYTES]


def _messages(envelopes: Iterable[bytes]) -> Iterator[bytes]:
    """Join envelopes into messages that every broker takes."""
    message = b""
    count = 0
    for raw in envelopes:
        full = count == envelope.SEGMENT_ENVELOPES
        if message and (full or len(message) + len(raw) > MAX_SLOT_BYTES):
            yield message
            message, count = b"", 0
        message += raw
        count += 1
    if message:
        yield message
