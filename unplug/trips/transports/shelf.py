"""What a broker keeps of a trip for those who come later, and whether it is all there.

Each device's envelopes lie in slots of a segment each, which the broker retains. No
acknowledgement counts as kept: what was stored is read again, and whatever is missing
is written once more by any member, whoever made it.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from unplug.clock import Stamp
from unplug.trips import envelope, primitives
from unplug.trips.replica import Replica
from unplug.trips.transports.pace import Pace
from unplug.trips.transports.topics import author_slot, letter_slot

MAX_SLOT_BYTES = 192 * 1024
MAX_STORE_BYTES = 64 * 1024 * 1024
MAX_SLOTS = 5_000


@dataclass(slots=True)
class Shelf:
    """One member's view of the store of a trip.

    Attributes:
        replica: the member's copy.
        topic: the trip's.
        pace: the waits.
        rng: the chance by which members look at different times.
        complete: whether all that is held is there, as far as is known.
        seen: whether this device saw so itself, rather than being told.
        empty: whether the last look found nothing at all.
    """

    replica: Replica
    topic: str
    pace: Pace
    rng: random.Random
    complete: bool = False
    seen: bool = False
    empty: bool = False
    _read: dict[str, bytes] | None = None
    _bytes: int = 0
    _quiet_ms: int | None = None
    _look_ms: int | None = None
    _write_ms: int | None = None
    _tries: int = 0
    _put_off: bool = False
    _looked: bool = False
    _unverified: bool = False
    _hung_up: int = 0
    _written: dict[str, bytes] = field(default_factory=dict)

    @property
    def reading(self) -> bool:
        """Whether the store is being read."""
        return self._read is not None

    @property
    def busy(self) -> bool:
        """Whether it is not certain yet that the store holds everything."""
        return self.reading or not (self.complete or self._looked)

    @property
    def due_ms(self) -> int | None:
        """When there is something to do, on the monotonic clock."""
        if self.reading:
            return self._quiet_ms
        waits = (self._look_ms, self._write_ms)
        return min((wait for wait in waits if wait is not None), default=None)

    def begin(self, now: Stamp) -> None:
        """The connection is there; what the store holds is not known."""
        self.end()
        self._put_off = False
        read_ms = self.pace.read_after_ms
        wait_ms = self._patient(read_ms // 2 + self.pace.some(self.rng, read_ms // 2))
        if not self.replica.can_greet or not len(self.replica.history):
            wait_ms, self._put_off = 0, True  # it may not wait for others
        self._look_ms = now.mono_ms + wait_ms

    def end(self) -> None:
        """The connection is gone; perhaps because of what was to be stored."""
        self._hung_up += self._unverified
        self.complete = self.seen = self._looked = self._unverified = False
        self._read = self._quiet_ms = self._look_ms = self._write_ms = None
        self._tries = self._in_vain
        self._written.clear()

    def changed(self, now: Stamp, *, own: bool) -> None:
        """The replica holds more than before.

        Args:
            now: the present.
            own: whether it is by this device, which then stores it; else another does.
        """
        self.complete = self.seen = self._looked = False
        self._tries = self._in_vain
        if own and self._write_ms is None:
            self._write_ms = now.mono_ms + self._patient(self.pace.write_after_ms)
        if self._look_ms is not None:
            self._verify(now)

    def put_off(self, now: Stamp) -> None:
        """Others are there to learn from; the store can wait."""
        if self.due_to_look(now) and not self._put_off:
            self._put_off = True
            self._verify(now)

    def told(self, now: Stamp) -> None:
        """Somebody who holds the same has seen all of it in the store."""
        if not self.reading and self._write_ms is None:
            self.complete = True
            self._look_ms = now.mono_ms + self._long()

    def look(self, now: Stamp) -> None:
        """Read the store at once, such as when there is a new key."""
        if not self.reading:
            self._look_ms = now.mono_ms

    def listening(self, now: Stamp) -> None:
        """The broker has begun to tell what it keeps."""
        if self.reading:
            self._quiet_ms = now.mono_ms + self.pace.quiet_ms * 2

    def keep(self, topic: str, payload: bytes, now: Stamp) -> bool:
        """Take in a slot; whether it is worth being read."""
        if self._read is None:
            return False
        self._bytes += len(payload)
        if len(self._read) >= MAX_SLOTS or self._bytes > MAX_STORE_BYTES:
            return False
        self._read[topic] = payload
        self._quiet_ms = now.mono_ms + self.pace.quiet_ms
        return True

    def due_to_look(self, now: Stamp) -> bool:
        """Whether it is time to read the store."""
        due = self._look_ms is not None and self._look_ms <= now.mono_ms
        return due and not self.reading

    def begins_to_read(self, now: Stamp) -> bool:
        """Whether to ask for the store now."""
        if not self.due_to_look(now):
            return False
        self._read, self._bytes, self._look_ms = {}, 0, None
        # Should the broker not even say that it has begun, this is the end of it.
        self._quiet_ms = now.mono_ms + self.pace.quiet_ms * 20
        return True

    def ends_to_read(self, now: Stamp) -> dict[str, bytes] | None:
        """What was read, once no more comes."""
        if not self.reading or self._quiet_ms is None or self._quiet_ms > now.mono_ms:
            return None
        read, self._read, self._quiet_ms = self._read, None, None
        self.empty = not read
        return read

    def repaired(self, read: dict[str, bytes], now: Stamp) -> dict[str, bytes]:
        """What to store so that nothing is missing, and nothing is there in vain."""
        stream = b"".join(read.values())
        wanted = dict(self.slots())
        missing = {
            topic: b"".join(raws)
            for topic, raws in wanted.items()
            if not _all_in(raws, read.get(topic, b""))
            and (topic in read or not _all_in(raws, stream))
        }
        stale = {t: b"" for t in self._answered(read) if t not in wanted}
        self._looked = not missing
        # Who holds nothing cannot tell whether there is all of it.
        self.complete = self.seen = not missing and len(self.replica.history) > 0
        if not self.complete and not missing:  # there is nobody yet to learn it from
            self._look_ms = now.mono_ms + self.pace.backed_off(self._tries, self.rng)
            self._tries += 1
        elif missing:
            self._write_ms = None
            self._verify(now)
        else:
            self._tries = self._hung_up = 0
            self._look_ms = now.mono_ms + self._long()
        self._unverified = bool(missing)
        return missing | stale

    def unwritten(self, now: Stamp) -> dict[str, bytes]:
        """The slots with something new of this device, once it is time."""
        if self._write_ms is None or self._write_ms > now.mono_ms:
            return {}
        self._write_ms = None
        own = self.replica.ring.device.public
        slots = {
            topic: b"".join(raws)
            for topic, raws in (*self._author_slots(own), *self._letter_slots())
        }
        new = {t: s for t, s in slots.items() if self._written.get(t) != s}
        self._written |= new
        self._unverified |= bool(new)
        self._verify(now)
        return new

    def all_slots(self) -> Iterator[str]:
        """Every slot that something of the trip may lie in."""
        return (topic for topic, _ in self.slots())

    @property
    def _in_vain(self) -> int:
        """How often storing has ended a connection; once may have been by chance."""
        return max(0, self._hung_up - 1)

    def _patient(self, wait_ms: int) -> int:
        """A wait, longer and longer before a broker that hangs up on who stores."""
        return min(wait_ms << min(self._in_vain, 20), self.pace.look_ms)

    def _verify(self, now: Stamp) -> None:
        """Look again, after longer and longer if it was in vain."""
        spread_ms = self.pace.some(self.rng, self.pace.verify_after_ms * 4)
        wait_ms = self.pace.verify_after_ms + spread_ms
        wait_ms <<= min(self._tries, 8)
        self._tries += 1
        self._look_ms = now.mono_ms + min(wait_ms, self.pace.look_ms)

    def _long(self) -> int:
        return self.pace.look_ms + self.pace.some(self.rng, self.pace.look_ms // 2)

    def slots(self) -> Iterator[tuple[str, list[bytes]]]:
        """Each slot that is wanted, and the envelopes in it."""
        for author in self.replica.history.authors():
            yield from self._author_slots(author)
        yield from self._letter_slots()

    def _author_slots(self, author: bytes) -> Iterator[tuple[str, list[bytes]]]:
        secret = self.replica.first_secret
        if secret is None:
            return
        for number, raws in enumerate(_segments(self.replica.envelopes_of(author))):
            yield author_slot(self.topic, secret, author, number), raws

    def _letter_slots(self) -> Iterator[tuple[str, list[bytes]]]:
        for nonce, raw in self.replica.letters.items():
            yield letter_slot(self.topic, nonce), [raw]

    def _answered(self, read: dict[str, bytes]) -> Iterator[str]:
        """Slots with a letter that has been answered."""
        for topic, payload in read.items():
            nonce = payload[: primitives.NONCE_BYTES]
            is_letter = letter_slot(self.topic, nonce) == topic
            if is_letter and self.replica.is_answered_letter(payload):
                yield topic


def _segments(envelopes: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Some envelopes each, so that a slot never grows large."""
    segment: list[bytes] = []
    for raw in envelopes:
        full = sum(map(len, segment)) + len(raw) > MAX_SLOT_BYTES
        if segment and (full or len(segment) == envelope.SEGMENT_ENVELOPES):
            yield segment
            segment = []
        segment.append(raw)
    if segment:
        yield segment


def _all_in(envelopes: Iterable[bytes], stream: bytes) -> bool:
    return all(raw in stream for raw in envelopes)
