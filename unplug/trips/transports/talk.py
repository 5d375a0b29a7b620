"""What members who are connected at the same time say to each other, and when.

Who comes, or has something new, nods: a small word with the hash of what they hold.
Who holds the same needs to say nothing but to one who asks; who holds something else
says exactly what, and whoever can fills the holes. A word that nobody confirmed is said
again, after longer and longer.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from unplug.clock import Stamp
from unplug.trips import primitives, sync
from unplug.trips.history import Heads
from unplug.trips.peer_clock import REMEMBERED, Exchange, best_offset
from unplug.trips.replica import Replica
from unplug.trips.sync import NODS_ANSWERS, Hello
from unplug.trips.transports.pace import Pace

MAX_PEERS = 512
FORGOTTEN_MS = 120_000
"""Of whom nothing was heard for so long, nobody waits any more."""


@dataclass(frozen=True, slots=True)
class _Peer:
    """What somebody said last."""

    held: bytes
    heard_ms: int


@dataclass(slots=True)
class _Asked:
    """Somebody told what they hold; what they lack goes out at ``due_ms``."""

    heads: Heads
    due_ms: int
    since_ms: int


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
    _hello_ms: int | None = None
    _hurry_ms: int | None = None
    _tries: int = 0
    _confirmed: bool = False
    _peers: dict[bytes, _Peer] = field(default_factory=dict)
    _asked: dict[bytes, _Asked] = field(default_factory=dict)
    _passed: dict[bytes, int] = field(default_factory=dict)
    _sent: dict[bytes, int] = field(default_factory=dict)
    _heard: dict[bytes, int] = field(default_factory=dict)
    _exchanges: dict[bytes, list[Exchange]] = field(default_factory=dict)

    @property
    def confirmed(self) -> bool:
        """Whether somebody said that they hold the same."""
        return self._confirmed

    @property
    def due_ms(self) -> int | None:
        """When there is something to say, on the monotonic clock."""
        waits = [
            self._nod_ms,
            self._hello_ms,
            *(a.due_ms for a in self._asked.values()),
        ]
        return min((wait for wait in waits if wait is not None), default=None)

    def begin(self, now: Stamp) -> None:
        """The connection is there: nobody is known to be, and nothing is confirmed."""
        self._peers.clear()
        self._asked.clear()
        self._passed.clear()
        self._hello_ms = None
        self.changed(now)

    def end(self) -> None:
        """The connection is gone."""
        self._nod_ms = self._hello_ms = None
        self._asked.clear()

    def changed(self, now: Stamp) -> None:
        """The replica holds more than before; say so once there is some quiet."""
        self._confirmed, self._tries = False, 0
        if self._hurry_ms is None or self._nod_ms is None:
            self._hurry_ms = now.mono_ms + self.pace.hurry_ms
        spread_ms = self.pace.some(self.rng, self.pace.spread_ms // 2)
        quiet_ms = now.mono_ms + self.pace.quiet_ms + spread_ms
        self._nod_ms = min(quiet_ms, max(self._hurry_ms, now.mono_ms))

    def tell(self, now: Stamp) -> None:
        """Let those who are there know how it stands."""
        if self.peers(now) and self._nod_ms is None:
            self._nod_ms = now.mono_ms

    def passed(self, envelopes: Iterator[bytes], now: Stamp) -> None:
        """Envelopes went by that all who are connected have heard."""
        for raw in envelopes:
            self._passed[raw[: primitives.NONCE_BYTES]] = now.mono_ms

    def differs(self, now: Stamp) -> bool:
        """Whether somebody who was heard of late holds something else."""
        return self._differing(now.mono_ms) is not None

    def differs_from(self, hello: Hello) -> bool:
        """Whether who says hello holds something else."""
        theirs = hello.held if hello.heads is None else sync.held(hello.heads)
        return theirs != sync.held(self.replica.heads())

    def peers(self, now: Stamp) -> int:
        """How many devices were heard of late."""
        since_ms = now.mono_ms - FORGOTTEN_MS
        return sum(peer.heard_ms >= since_ms for peer in self._peers.values())

    def offsets_ms(self) -> dict[bytes, int]:
        """How far each peer's clock is ahead of this one."""
        found = {d: best_offset(several) for d, several in self._exchanges.items()}
        return {device: ms for device, ms in found.items() if ms is not None}

    def hear(self, hello: Hello, now: Stamp) -> None:
        """Take in what another device says."""
        if hello.token in self._sent:
            return  # an echo
        self._compare_clocks(hello, now)
        theirs = hello.held if hello.heads is None else sync.held(hello.heads)
        self._note(hello.device, _Peer(theirs, now.mono_ms))
        if not self.differs_from(hello):
            self._agreed(hello, now)
            return
        spread_ms = self.pace.some(self.rng)
        if hello.heads is not None:
            wait_ms = now.mono_ms + spread_ms // 3
            self._asked[hello.device] = _Asked(hello.heads, wait_ms, now.mono_ms)
            if not sync.lacks(self.replica.history, hello.heads):
                return
        if self._hello_ms is None:
            self._hello_ms = now.mono_ms + spread_ms

    def speak(self, now: Stamp) -> list[bytes]:
        """Say what is due: envelopes for the trip's topic."""
        said = list(self._answers(now))
        if self._is_due(self._hello_ms, now):
            self._hello_ms = None
            if self.replica.can_greet and self.differs(now):
                said.append(self._hello(now, nod=False))
        if self._is_due(self._nod_ms, now):
            self._nod_ms = self._hurry_ms = None
            if self.replica.can_greet:
                said.append(self._hello(now, nod=True))
                self._say_again(now)
        return said

    def _agreed(self, hello: Hello, now: Stamp) -> None:
        self._asked.pop(hello.device, None)
        self._confirmed = True
        self._tries = 0
        if hello.asks:
            self._nod_ms = now.mono_ms + self.pace.some(self.rng)
        else:
            self._nod_ms = None  # who asked has heard it now

    def _say_again(self, now: Stamp) -> None:
        """Unless somebody confirms it, a word was perhaps never heard."""
        if self._confirmed and not self.differs(now):
            return
        self._nod_ms = now.mono_ms + self.pace.backed_off(self._tries, self.rng)
        self._tries += 1

    def _hello(self, now: Stamp, *, nod: bool) -> bytes:
        answers = list(self._heard.items())
        raw, token = self.replica.hello(
            now.wall_ms,
            answers[-NODS_ANSWERS:],
            nod=nod,
            asks=not self._confirmed,
            stored=self.stored,
        )
        for device_token, _ in answers[-NODS_ANSWERS:]:
            del self._heard[device_token]  # the others' turn next time
        self._sent[token] = now.wall_ms
        _shorten(self._sent, MAX_PEERS)
        return raw

    def _answers(self, now: Stamp) -> Iterator[bytes]:
        """What others lack, unless it has gone by since they said so."""
        for device, asked in list(self._asked.items()):
            if asked.due_ms > now.mono_ms:
                continue
            del self._asked[device]
            for raw in self.replica.missing_for(asked.heads):
                nonce = raw[: primitives.NONCE_BYTES]
                if self._passed.get(nonce, -1) < asked.since_ms:
                    self._passed[nonce] = now.mono_ms
                    yield raw

    def _differing(self, now_ms: int) -> bytes | None:
        mine = sync.held(self.replica.heads())
        since_ms = now_ms - FORGOTTEN_MS
        for device, peer in self._peers.items():
            if peer.held != mine and peer.heard_ms >= since_ms:
                return device
        return None

    def _note(self, device: bytes, peer: _Peer) -> None:
        self._peers.pop(device, None)
        self._peers[device] = peer
        _shorten(self._peers, MAX_PEERS)

    def _compare_clocks(self, hello: Hello, now: Stamp) -> None:
        self._heard[hello.token] = now.wall_ms
        _shorten(self._heard, MAX_PEERS)
        for token, arrived_ms in hello.answers:
            sent_ms = self._sent.get(token)
            if sent_ms is not None:
                said = Exchange(sent_ms, arrived_ms, hello.sent_ms, now.wall_ms)
                several = self._exchanges.setdefault(hello.device, [])
                several.append(said)
                del several[:-REMEMBERED]
        _shorten(self._exchanges, MAX_PEERS)

    @staticmethod
    def _is_due(at_ms: int | None, now: Stamp) -> bool:
        return at_ms is not None and at_ms <= now.mono_ms


def _shorten(table: dict[bytes, Any], most: int) -> None:
    """Forget the oldest."""
    while len(table) > most:
        del table[next(iter(table))]
