"""Brokers that are no more than a loop: one that loses, and one that is far away."""

import heapq
import random
from collections.abc import Callable, Sequence

from tests.fakes import FakeClock
from unplug.clock import Stamp
from unplug.trips import bodies as b
from unplug.trips.peer_clock import Correction, correction
from unplug.trips.replica import Replica
from unplug.trips.transports.gossip import Gossip, Ignore, Listen, Publish


class LossyBroker:
    """Acknowledges everything, and keeps and passes on what chance lets it."""

    def __init__(self, *members: Replica, seed: int = 0, loss: float = 0.0) -> None:
        self.rng = random.Random(seed)
        self.loss = loss
        self.clock = FakeClock()
        self.kept: dict[str, bytes] = {}
        self.seen: list[Publish] = []
        self.gossips = [
            Gossip(m, rng=random.Random(seed + i)) for i, m in enumerate(members)
        ]
        self.listening: dict[int, set[str]] = {}
        self.mute: set[int] = set()
        self.deaf: set[int] = set()
        self.keeps = True
        self.hung_up = 0
        for i in range(len(members)):
            self.connect(i)

    def connect(self, i: int) -> None:
        self.listening[i] = set()
        self.gossips[i].end()
        self.gossips[i].begin(self.now(i))

    def disconnect(self, i: int) -> None:
        self.gossips[i].end()
        self.listening[i] = set()

    def wipe(self) -> None:
        self.kept.clear()
        for i, gossip in enumerate(self.gossips):
            if gossip.connected:
                self.connect(i)

    def run(self, ms: int, until: Callable[[], bool] = lambda: False) -> int:
        """Let time pass, from one deadline to the next; how much passed."""
        began = self.clock.stamp().mono_ms
        while self.clock.stamp().mono_ms < began + ms and not until():
            self._pass_on()
            if until():
                break
            now, due = self.clock.stamp().mono_ms, self.due_ms()
            wait = ms if due is None else due - now
            self.clock.advance(min(max(wait, 1), began + ms - now))
            for i, gossip in enumerate(self.gossips):
                gossip.wake(self.now(i))
        return self.clock.stamp().mono_ms - began

    def now(self, i: int) -> Stamp:
        """What a member's own clocks say."""
        del i
        return self.clock.stamp()

    def due_ms(self) -> int | None:
        """When something happens next."""
        due = [gossip.due_ms() for gossip in self.gossips]
        return min((at for at in due if at is not None), default=None)

    def _pass_on(self) -> None:
        while any(
            todo := [(i, w) for i, g in enumerate(self.gossips) for w in g.wishes()]
        ):
            for i, wish in todo:
                if i in self.mute:
                    continue
                if isinstance(wish, Publish) and wish.kept and not self.keeps:
                    self.hung_up += 1
                    self.connect(i)
                elif isinstance(wish, Publish):
                    self._publish(wish)
                elif isinstance(wish, Listen):
                    self.listening[i].add(wish.pattern)
                    self._listens(i)
                    for topic, payload in list(self.kept.items()):
                        if matches(wish.pattern, topic):
                            self._give(i, topic, payload)
                elif isinstance(wish, Ignore):
                    self.listening[i].discard(wish.pattern)

    def _listens(self, i: int) -> None:
        self.gossips[i].listening(self.now(i))

    def _publish(self, wish: Publish) -> None:
        self.seen.append(wish)
        if self.rng.random() < self.loss:
            return
        if wish.kept:
            self.kept[wish.topic] = wish.payload
            if not wish.payload:
                del self.kept[wish.topic]
        for i, patterns in self.listening.items():
            if any(matches(p, wish.topic) for p in patterns):
                self._give(i, wish.topic, wish.payload)

    def _give(self, i: int, topic: str, payload: bytes) -> None:
        if i in self.deaf and "/" not in topic:  # a cluster can lose what it should do
            return
        if self.rng.random() >= self.loss:
            self._deliver(i, topic, payload)

    def _deliver(self, i: int, topic: str, payload: bytes) -> None:
        self.gossips[i].heard(topic, payload, self.now(i))
        self.gossips[i].written(self.now(i))


class FarBroker(LossyBroker):
    """Loses nothing and takes its time, between members whose clocks are wrong.

    Args:
        members: who is there.
        ahead_ms: how far each one's clock is ahead.
        way_ms: how long a message takes at least and at most.
        seed: of the chance.
    """

    def __init__(
        self,
        *members: Replica,
        ahead_ms: Sequence[int],
        way_ms: tuple[int, int] = (1, 120),
        seed: int = 0,
    ) -> None:
        self.ahead_ms = list(ahead_ms)
        self._way_ms = way_ms
        self._way: list[tuple[int, int, int, str, bytes]] = []
        self._last_ms: dict[int, int] = {}
        self._count = 0
        super().__init__(*members, seed=seed)

    def now(self, i: int) -> Stamp:
        now = self.clock.stamp()
        return Stamp(now.wall_ms + self.ahead_ms[i], now.mono_ms, now.boot_ms)

    def corrections(self) -> list[Correction]:
        """What each member adds to its own clock."""
        return [
            correction(gossip.talk.offsets_ms(self.now(i)))
            for i, gossip in enumerate(self.gossips)
        ]

    def spread_ms(self) -> int:
        """How far apart the members believe an instant to be."""
        found = zip(self.corrections(), self.ahead_ms, strict=True)
        at = [correction.ms + ahead for correction, ahead in found]
        return max(at) - min(at)

    def due_ms(self) -> int | None:
        due = [at for at in (super().due_ms(), *self._arrivals()) if at is not None]
        return min(due, default=None)

    def _arrivals(self) -> list[int]:
        return [self._way[0][0]] if self._way else []

    def _pass_on(self) -> None:
        super()._pass_on()
        while self._way and self._way[0][0] <= self.clock.stamp().mono_ms:
            _, _, i, topic, payload = heapq.heappop(self._way)
            if topic:
                super()._deliver(i, topic, payload)
            else:
                super()._listens(i)
            super()._pass_on()

    def _listens(self, i: int) -> None:
        self._deliver(i, "", b"")

    def _deliver(self, i: int, topic: str, payload: bytes) -> None:
        at_ms = self.clock.stamp().mono_ms + self.rng.randint(*self._way_ms)
        at_ms = max(at_ms, self._last_ms.get(i, 0))  # one connection keeps the order
        self._last_ms[i] = at_ms
        self._count += 1
        heapq.heappush(self._way, (at_ms, self._count, i, topic, payload))


def matches(pattern: str, topic: str) -> bool:
    if not pattern.endswith("/+"):
        return pattern == topic
    return topic.rpartition("/")[0] == pattern[:-2]


def same(replicas: list[Replica]) -> bool:
    return len({str(r.heads()) for r in replicas}) == 1


def write(replica: Replica, text: str) -> None:
    replica.write(b.Item(text=text))
    replica.seal()
