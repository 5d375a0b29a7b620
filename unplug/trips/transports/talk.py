"""What members who are connected at the same time say to each other, and when.

Who comes, or has something new, nods: a small word that shows what they hold. Who
holds the same needs to say nothing but to one who asks. Who has more fills the holes,
first of all the author of what is missing, then anybody; who has less nods, too. A word
that nobody confirmed is said again, after longer and longer, and at length.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from unplug.clock import Stamp
from unplug.trips import primitives, sync
from unplug.trips.peer_clock import REMEMBERED, Exchange, best_offset
from unplug.trips.replica import Replica
from unplug.trips.sync import MAX_ANSWERS, NODS_ANSWERS, Hello
from unplug.trips.transports.pace import Pace

MAX_PEERS = 512
AT_LENGTH = 3
LONGEST_LAG_MS = 5_000
"""After so many words in vain all heads are named, not only their marks."""
FORGOTTEN_MS = 120_000
"""Of whom nothing was heard for so long, nobody waits any more."""


_Authored = tuple[bytes, bytes]  # a device, and an envelope by it


@dataclass(frozen=True, slots=True)
class _Peer:
    """What somebody said last."""

    held: bytes
    heard_ms: int


@dataclass(slots=True)
class _Gap:
    """What somebody lacks.

    Attributes:
        own: what this device wrote, and may send at ``own_ms``.
        rest: what any other could send as well, unless somebody was faster.
        since_ms: what has gone by later than this, they have heard.
    """

    own: list[bytes]
    rest: list[bytes]
    own_ms: int
    rest_ms: int
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
    _hurry_ms: int | None = None
    _tries: int = 0
    _confirmed: bool = False
    _changed_ms: int = 0
    _peers: dict[bytes, _Peer] = field(default_factory=dict)
    _gaps: dict[bytes, _Gap] = field(default_factory=dict)
    _passed: dict[bytes, int] = field(default_factory=dict)
    _spoken: dict[bytes, int] = field(default_factory=dict)
    _told: dict[tuple[bytes, bytes], int] = field(default_factory=dict)
    _lag_ms: int = 0
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
        waits = [self._nod_ms]
        for gap in self._gaps.values():
            waits += [gap.own_ms] if gap.own else []
            waits += [gap.rest_ms] if gap.rest else []
        return min((wait for wait in waits if wait is not None), default=None)

    def begin(self, now: Stamp) -> None:
        """The connection is there: nobody is known to be, and nothing is confirmed."""
        self._peers.clear()
        self._gaps.clear()
        self._passed.clear()
        self._told.clear()
        self._spoken.clear()
        self._lag_ms = 0
        self.changed(now)

    def end(self) -> None:
        """The connection is gone."""
        self._nod_ms = None
        self._gaps.clear()

    def changed(self, now: Stamp) -> None:
        """The replica holds more than before; say so once there is some quiet."""
        self._confirmed, self._tries = False, 0
        if self._hurry_ms is None or self._nod_ms is None:
            self._hurry_ms = now.mono_ms + self.pace.hurry_ms
        spread_ms = self.pace.some(self.rng, self.pace.spread_ms // 2)
        quiet_ms = now.mono_ms + self.pace.quiet_ms + spread_ms
        self._changed_ms = now.mono_ms
        self._nod_ms = min(quiet_ms, max(self._hurry_ms, now.mono_ms))

    def tell(self, now: Stamp) -> None:
        """Let those who are there know how it stands."""
        if self.peers(now) and self._nod_ms is None:
            self._nod_ms = now.mono_ms

    def spoke(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes of this device went out; the broker will send them back."""
        for raw in envelopes:
            self._spoken[_nonce(raw)] = now.mono_ms

    def passed(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes went by that all who are connected have heard, or will soon."""
        for raw in envelopes:
            nonce = _nonce(raw)
            self._passed[nonce] = now.mono_ms
            spoken_ms = self._spoken.pop(nonce, None)
            if spoken_ms is not None:  # all that was said before has come, too
                self._lag_ms = max(now.mono_ms - spoken_ms, self._lag_ms * 3 // 4)

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
        known = hello.device in self._peers
        self._note(hello.device, _Peer(theirs, now.mono_ms))
        if not self.differs_from(hello):
            self._agreed(hello, now)
            return
        missing = self.replica.lacking(hello)
        self._gaps[hello.device] = self._gap(hello, missing, now, known=known)
        nod_ms = now.mono_ms + self.pace.quiet_ms + self.pace.some(self.rng)
        if not missing and (self._nod_ms is None or self._nod_ms > nod_ms):
            self._confirmed, self._nod_ms = False, nod_ms  # they have more

    def speak(self, now: Stamp) -> tuple[list[bytes], dict[bytes, list[bytes]]]:
        """Say what is due: envelopes for everybody, and for single devices."""
        said, apart = self._fillings(now)
        self.spoke(said, now)
        if (
            self._nod_ms is not None
            and self._nod_ms <= now.mono_ms
            and self._waits(now)
        ):
            self._nod_ms = now.mono_ms + self.pace.quiet_ms
        if self._nod_ms is not None and self._nod_ms <= now.mono_ms:
            self._nod_ms = self._hurry_ms = None
            if self.replica.can_greet:
                said.append(self._hello(now))
                self._say_again(now)
        return said, apart

    def _agreed(self, hello: Hello, now: Stamp) -> None:
        self._gaps.pop(hello.device, None)
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

    def _hello(self, now: Stamp) -> bytes:
        """A nod; at length where several were in vain."""
        nod = self._tries < AT_LENGTH
        answers = list(self._heard.items())[-(NODS_ANSWERS if nod else MAX_ANSWERS) :]
        raw, token = self.replica.hello(
            now.wall_ms,
            answers,
            nod=nod,
            asks=not self._confirmed,
            stored=self.stored,
        )
        for answered, _ in answers:
            del self._heard[answered]  # the others' turn next time
        self._sent[token] = now.wall_ms
        _shorten(self._sent, MAX_PEERS)
        return raw

    def _waits(self, now: Stamp) -> bool:
        """Whether what was said has not come back yet: then more is under way."""
        since_ms = now.mono_ms - LONGEST_LAG_MS
        return any(spoken_ms > since_ms for spoken_ms in self._spoken.values())

    def _gap(
        self, hello: Hello, missing: Sequence[_Authored], now: Stamp, *, known: bool
    ) -> _Gap:
        """When to send what: one's own soon, later that of who is not there."""
        mine = self.replica.ring.device.public
        # Whoever is there sends their own; in vain, where all heads had to be named.
        there = self._there(now) if hello.heads is None else {mine}
        there.discard(hello.device)  # it may have lost what it wrote itself
        others = self.peers(now) - 1
        helps = known or others <= 0  # else the authors may come at this moment, too
        wait_ms = self.pace.some(self.rng, 2 * self.pace.turn_ms * others)
        own_ms = now.mono_ms
        if others > 0:  # several may be about to say that they lack the same
            wait_ms += max(self.pace.quiet_ms, 2 * self._lag_ms)
            own_ms += self.pace.quiet_ms // 2
        # Who has only come has missed what went by before.
        flight_ms = self.pace.flight_ms if known else self.pace.quiet_ms
        flight_ms = max(flight_ms, 2 * self._lag_ms)
        return _Gap(
            own=[raw for author, raw in missing if author == mine],
            rest=[raw for author, raw in missing if helps and author not in there],
            own_ms=own_ms,
            rest_ms=now.mono_ms + wait_ms,
            since_ms=now.mono_ms - flight_ms,
        )

    def _there(self, now: Stamp) -> set[bytes]:
        since_ms = now.mono_ms - FORGOTTEN_MS
        heard = {d for d, peer in self._peers.items() if peer.heard_ms >= since_ms}
        return heard | {self.replica.ring.device.public}

    def _fillings(self, now: Stamp) -> tuple[list[bytes], dict[bytes, list[bytes]]]:
        """What others lack, unless it has gone by of late.

        What only this device sends goes to who lacks it; what others could send, too,
        is said aloud, so that they need not.
        """
        aloud: list[bytes] = []
        apart: dict[bytes, list[bytes]] = {}
        for device, gap in list(self._gaps.items()):
            if gap.own and gap.own_ms <= now.mono_ms:
                new = [raw for raw in gap.own if not self._gone_by(raw, gap, device)]
                self._told.update(((device, _nonce(raw)), now.mono_ms) for raw in new)
                apart[device] = new
                gap.own = []
            if gap.rest and gap.rest_ms <= now.mono_ms:
                new = [raw for raw in gap.rest if not self._gone_by(raw, gap)]
                self._passed.update((_nonce(raw), now.mono_ms) for raw in new)
                aloud += new
                gap.rest = []
            if not (gap.own or gap.rest):
                del self._gaps[device]
        return aloud, apart

    def _gone_by(self, raw: bytes, gap: _Gap, device: bytes = b"") -> bool:
        at_ms = self._passed.get(_nonce(raw), gap.since_ms)
        at_ms = max(at_ms, self._told.get((device, _nonce(raw)), gap.since_ms))
        return at_ms > gap.since_ms

    def _differing(self, now_ms: int) -> bytes | None:
        mine = sync.held(self.replica.heads())
        # Who spoke before there was news has most likely heard it, too.
        since_ms = max(now_ms - FORGOTTEN_MS, self._changed_ms)
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


def _nonce(raw: bytes) -> bytes:
    return raw[: primitives.NONCE_BYTES]


def _shorten(table: dict[bytes, Any], most: int) -> None:
    """Forget the oldest."""
    while len(table) > most:
        del table[next(iter(table))]
