"""What members who are connected at the same time say to each other, and when.

Who comes, or has something new, nods: a small word that shows what they hold. Who
holds the same needs to say nothing but to one who asks. Who has more fills the gaps, in
an order that ``gaps`` knows; who has less nods, too. A word that nobody confirmed is
said again, after longer and longer, and at length.

Who comes with news nods at once and says them a moment later, when others who come at
the same time are there, too: so all hear them, and each has to be said only once.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from unplug.clock import Stamp
from unplug.trips import sync
from unplug.trips.replica import Replica
from unplug.trips.sync import MAX_ANSWERS, NODS_ANSWERS, Hello, Manner
from unplug.trips.transports.clocks import MAX_PEERS, PeerClocks, shorten
from unplug.trips.transports.gaps import Gaps, is_nearest
from unplug.trips.transports.pace import Pace

AT_LENGTH = 3
"""After so many words in vain all heads are named, not only their marks."""
FORGOTTEN_MS = 120_000
"""Of whom nothing was heard for so long, nobody waits any more."""


@dataclass(frozen=True, slots=True)
class _Peer:
    """What somebody said last."""

    held: bytes
    heard_ms: int


@dataclass(slots=True)
class Talk:
    """One member's part in the talk of a trip.

    Attributes:
        replica: the member's copy.
        pace: the waits.
        rng: the chance that spreads what many would say at once.
        stored: whether all of it was seen in the store; said along.
    """

    replica: Replica
    pace: Pace
    rng: random.Random
    stored: bool = False
    _nod_ms: int | None = None
    _hurry_ms: int | None = None
    _tries: int = 0
    _confirmed: bool = False
    _changed_ms: int = 0
    _was_here: bool = False
    _came: bool = False
    _gather_ms: int | None = None
    _gathered_ms: int = 0
    _peers: dict[bytes, _Peer] = field(default_factory=dict)
    _clocks: PeerClocks = field(init=False)
    _gaps: Gaps = field(init=False)

    def __post_init__(self) -> None:
        self._clocks = PeerClocks(self.pace)
        self._gaps = Gaps(self.replica.ring.device.public, self.pace)

    @property
    def confirmed(self) -> bool:
        """Whether somebody said that they hold the same."""
        return self._confirmed

    @property
    def due_ms(self) -> int | None:
        """When there is something to say, on the monotonic clock."""
        clocks_ms = self._clocks.due_ms
        waits = (self._nod_ms, self._gather_ms, self._gaps.due_ms, clocks_ms)
        return min((wait for wait in waits if wait is not None), default=None)

    def begin(self, now: Stamp, *, news: bool) -> None:
        """The connection is there: nobody is known to be, and nothing is confirmed.

        Args:
            now: the present.
            news: whether there is something that was never said.
        """
        self._peers.clear()
        self._clocks.begin()
        self._gaps.clear()
        self._gaps.me = self.replica.ring.device.public
        self.changed(now)
        # Of those who were cut off together and have no news one word is enough.
        gathers = self.replica.can_greet and (news or not self._was_here)
        if gathers:
            self._nod_ms = now.mono_ms
        self._gather_ms = now.mono_ms if gathers else None
        self._gathered_ms = now.mono_ms + self.pace.gathered_ms
        self._came = self._was_here = True

    def end(self) -> None:
        """The connection is gone."""
        self._nod_ms = self._gather_ms = None
        self._clocks.begin()
        self._gaps.clear()

    def gathers(self, now: Stamp) -> bool:
        """Whether to wait with one's news for others who come."""
        over = self._gather_ms is not None and self._gather_ms <= now.mono_ms
        late = self._gathered_ms + self.pace.hurry_ms <= now.mono_ms
        if over and (late or not self._came):  # its own first word opens the gathering
            self._gather_ms = None
        return self._gather_ms is not None

    def changed(self, now: Stamp) -> None:
        """The replica holds more than before; say so once there is some quiet."""
        self._confirmed, self._tries = False, 0
        if self._hurry_ms is None or self._nod_ms is None:
            self._hurry_ms = now.mono_ms + self.pace.hurry_ms
        spread_ms = self.pace.some(self.rng, self.pace.spread_ms // 2)
        quiet_ms = now.mono_ms + self.pace.quiet_ms + spread_ms
        self._changed_ms = now.mono_ms
        self._clocks.put_off(quiet_ms)
        self._nod_ms = min(quiet_ms, max(self._hurry_ms, now.mono_ms))

    def tell(self, now: Stamp) -> None:
        """Let those who are there know how it stands."""
        if self.peers(now) and self._nod_ms is None:
            self._nod_ms = now.mono_ms

    def spoke(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes of this device went out; the broker will send them back."""
        self._gaps.spoke(envelopes, now)

    def passed(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes went by that all who are connected have heard, or will soon."""
        self._gaps.passed(envelopes, now)

    def differs(self, now: Stamp) -> bool:
        """Whether somebody who was heard of late holds something else."""
        mine = sync.held(self.replica.heads())
        # Who spoke before there was news has most likely heard it, too.
        since_ms = max(now.mono_ms - FORGOTTEN_MS, self._changed_ms)
        return any(
            peer.held != mine and peer.heard_ms >= since_ms
            for peer in self._peers.values()
        )

    def differs_from(self, hello: Hello) -> bool:
        """Whether who says hello holds something else."""
        return _held(hello) != sync.held(self.replica.heads())

    def peers(self, now: Stamp) -> int:
        """How many devices were heard of late."""
        return len(self._there(now))

    def offsets_ms(self, now: Stamp) -> dict[bytes, int]:
        """How far each peer's clock is ahead of this one."""
        return dict(self._clocks.offsets_ms(now))

    def compared_clocks(self) -> bool:
        """Whether more is known of peers' clocks than when it was last asked."""
        return self._clocks.compared()

    def hear(self, hello: Hello, now: Stamp) -> bool:
        """Take in what another device says; whether it was another."""
        if self._clocks.is_echo(hello):
            return False
        timing_ms = self.pace.timing_ms // 2
        timing_ms += self.pace.some(self.rng, self.pace.timing_ms)
        self._clocks.heard(hello, now, timing_ms)
        said_before = self._said_before(hello)
        self._note(hello.device, _Peer(_held(hello), now.mono_ms))
        if not self.differs_from(hello):
            self._agreed(hello, now)
            return True
        missing = self.replica.lacking(hello)
        there = self._there(now)
        self._gaps.open(hello.device, missing, there, now, came=hello.came)
        if hello.came and self.gathers(now):
            self._gather(now)
        if not missing:
            self._ask(hello, now, said_before=said_before)
        return True

    def speak(self, now: Stamp) -> tuple[list[bytes], dict[bytes, list[bytes]]]:
        """Say what is due: envelopes for everybody, and for single devices."""
        if self.gathers(now) and self._gather_ms is not None:
            self._gaps.put_off(self._gather_ms)
        said, apart = self._gaps.fill(now, self.peers(now))
        nods = self._nod_ms is not None and self._nod_ms <= now.mono_ms
        if not nods and not self._clocks.is_due(self._there(now), now):
            return said, apart
        if self._gaps.is_under_way(now):
            self._put_off(now)
        elif self.replica.can_greet:
            said.append(self._word(now, nods=nods))
        else:
            self._nod_ms = self._hurry_ms = self._clocks.due_ms = None
        return said, apart

    def _put_off(self, now: Stamp) -> None:
        """What was said first has to come back before more is said."""
        later_ms = now.mono_ms + self.pace.quiet_ms
        if self._nod_ms is not None:
            self._nod_ms = max(self._nod_ms, later_ms)
        self._clocks.put_off(later_ms)

    def _word(self, now: Stamp, *, nods: bool) -> bytes:
        """A word that nods, or only compares clocks."""
        if self._came and self._gather_ms is not None:
            self._gather(now)
        if nods:
            self._nod_ms = self._hurry_ms = None
        raw = self._hello(now, nods=nods)
        if nods:
            self._say_again(now)
        return raw

    def _gather(self, now: Stamp) -> None:
        """Wait for more who come, but not for ever."""
        until_ms = min(now.mono_ms + self.pace.gather_ms, self._gathered_ms)
        self._gather_ms = until_ms

    def _ask(self, hello: Hello, now: Stamp, *, said_before: bool) -> None:
        """Somebody has more: show them what is missing here."""
        if hello.heads is not None and self._tries < AT_LENGTH:
            self._tries = AT_LENGTH  # marks do not tell them what it is
        elif said_before and self._nod_ms is not None:
            return  # they were asked, and will be again
        nod_ms = now.mono_ms + self.pace.quiet_ms + self.pace.some(self.rng)
        if hello.came:  # they are about to say it; one asks soon where they are not
            nod_ms += 2 * self.pace.gather_ms
            if is_nearest(self._gaps.me, hello.device, self._there(now)):
                nod_ms = now.mono_ms + self.pace.gather_ms + self.pace.quiet_ms // 2
        if self._nod_ms is None or self._nod_ms > nod_ms:
            self._confirmed, self._nod_ms = False, nod_ms

    def _said_before(self, hello: Hello) -> bool:
        """Whether they said just this already, and nothing is new here since."""
        peer = self._peers.get(hello.device)
        if peer is None or hello.came or peer.held != _held(hello):
            return False
        return peer.heard_ms > self._changed_ms

    def _agreed(self, hello: Hello, now: Stamp) -> None:
        self._gaps.close(hello.device)
        self._confirmed = True
        differs = self.differs(now)
        if not differs:
            self._tries = 0
        if hello.asks:
            self._nod_ms = now.mono_ms + self.pace.some(self.rng)
        elif not differs:
            self._nod_ms = None  # who asked has heard it now
        elif self._nod_ms is not None:  # and they said it to those who differ
            later_ms = now.mono_ms + self.pace.backed_off(self._tries, self.rng)
            self._nod_ms = max(self._nod_ms, later_ms)

    def _say_again(self, now: Stamp) -> None:
        """Unless somebody confirms it, a word was perhaps never heard."""
        if self._confirmed and not self.differs(now):
            return
        self._nod_ms = now.mono_ms + self.pace.backed_off(self._tries, self.rng)
        self._tries += 1

    def _hello(self, now: Stamp, *, nods: bool) -> bytes:
        """A nod; at length where several were in vain."""
        there = self._there(now)
        at_length = nods and self._tries >= AT_LENGTH
        many = at_length or self._clocks.is_due(there, now)
        times = self._came or self._clocks.wants(there)
        raw, token = self.replica.hello(
            now.wall_ms,
            self._clocks.answers(MAX_ANSWERS if many else NODS_ANSWERS),
            Manner(
                nod=not at_length,
                asks=nods and not self._confirmed,
                stored=self.stored,
                came=self._came,
                times=times,
            ),
        )
        self._came = False
        self._clocks.said(token, now, times=times)
        return raw

    def _there(self, now: Stamp) -> set[bytes]:
        """Those who were heard of late."""
        since_ms = now.mono_ms - FORGOTTEN_MS
        return {d for d, peer in self._peers.items() if peer.heard_ms >= since_ms}

    def _note(self, device: bytes, peer: _Peer) -> None:
        self._peers.pop(device, None)
        self._peers[device] = peer
        shorten(self._peers, MAX_PEERS)


def _held(hello: Hello) -> bytes:
    """What who says hello holds, as a hash."""
    return hello.held if hello.heads is None else sync.held(hello.heads)
