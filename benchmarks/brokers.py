"""Trips over real brokers: how fast, how much, and is anything ever lost?

1. 15 members, a process each, come back with 1,000 edits made offline: until all hold
   everything, and all bytes that the broker took and gave.
2. Groups write while their Mosquitto is killed and wiped and connections are cut in the
   middle of things; the same on a cluster of three NATS servers whose nodes are killed.
   In the end every member must hold every op of their group.
3. One member alone, an empty broker, and somebody who comes late, 90 days after.

    python -m benchmarks.brokers [--only meet|mosquitto|nats|late] [--kills N]
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import FULL
from benchmarks._broker_group import HASTY, Member, Stage, cut, edit, same
from benchmarks._come_back import MEMBERS, all_come_back
from tests.unplug.trips.groups import agree, group, lock, meet
from tests.unplug.trips.transports import nats
from tests.unplug.trips.transports.brokers import mosquitto
from unplug.clock import Stamp, SystemClock
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.pace import LIVE

DAY_MS = 24 * 3_600_000


# 2. Mishaps


@dataclass
class Tally:
    """What happened to some groups."""

    ops: int = 0
    replica_ops: int = 0
    kills: int = 0
    cuts: int = 0
    restarts: int = 0
    lost: int = 0
    slowest_s: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.replica_ops} replica-ops ({self.ops} ops), {self.kills} kills, "
            f"{self.cuts} cuts, {self.restarts} apps restarted: {self.lost} lost, "
            f"all in after the last mishap within {self.slowest_s:.1f} s"
        )


class Groups:
    """Some groups whose members write and are cut off."""

    def __init__(self, stage: Stage, count: int, size: int, rng: random.Random) -> None:
        self.stage, self.rng, self.tally = stage, rng, Tally()
        self.groups: list[list[Replica]] = []
        for i in range(count):
            replicas = group(*(f"Member {i}.{j}" for j in range(size)))
            lock(replicas[0])
            meet(*replicas)
            self.groups.append(replicas)
        self.proposals = [next(iter(g[0].state().proposals)) for g in self.groups]
        self.base = [ops_of(g[0]) for g in self.groups]
        self.written = [0] * count

    def connect(self, addresses: list[BrokerAddress]) -> None:
        """Everybody goes live."""
        for replicas in self.groups:
            for replica in replicas:
                self.stage.connect(replica, self.rng.choice(addresses))

    def write(self, edits: int) -> None:
        """Somebody of each group writes."""
        for i, replicas in enumerate(self.groups):
            member = self.rng.choice(self._members_of(replicas))
            edit(member.replica, edits, self.rng, self.proposals[i])
            self.written[i] += edits
            member.live.written()

    def cut(self, count: int) -> None:
        """Some connections break."""
        for member in self.rng.sample(self.stage.members, count):
            self.tally.cuts += cut(member)

    def restart(self, addresses: list[BrokerAddress]) -> None:
        """Somebody's app ends and begins anew from what is on the disk."""
        member = self.rng.choice(self.stage.members)
        replicas = next(g for g in self.groups if member.replica in g)
        at = replicas.index(member.replica)
        self.stage.part(member)
        replica = Replica(member.replica.ring)
        replica.load([*member.replica.envelopes(), *member.replica.letters.values()])
        replicas[at] = replica
        self.stage.connect(replica, self.rng.choice(addresses))
        self.tally.restarts += 1

    def settle(self, seconds: float) -> bool:
        """Until all hold everything; whether they came so far."""
        began = time.monotonic()
        done = self.stage.run(seconds, lambda: all(map(same, self.groups)))
        self.tally.slowest_s = max(self.tally.slowest_s, time.monotonic() - began)
        return done

    def count(self) -> None:
        """What is missing somewhere."""
        for i, replicas in enumerate(self.groups):
            self.tally.ops += self.written[i]
            self.tally.replica_ops += self.written[i] * len(replicas)
            wanted = self.base[i] + self.written[i]
            for replica in replicas:
                self.tally.lost += max(0, wanted - ops_of(replica))

    def _members_of(self, replicas: list[Replica]) -> list[Member]:
        return [m for m in self.stage.members if any(m.replica is r for r in replicas)]


def ops_of(replica: Replica) -> int:
    return sum(batch.next_seq - batch.seq for batch in replica.history)


def mishaps(kills: int, edits: int, rng: random.Random) -> bool:
    """A Mosquitto that is killed and wiped, again and again."""
    whole = Tally()
    per_run = 25
    began = time.monotonic()
    while whole.kills < kills:
        stage = Stage(HASTY)
        groups = Groups(stage, 4, 7, rng)
        with mosquitto() as broker:
            groups.connect([broker.address])
            stage.run(1.0)
            for _ in range(min(per_run, kills - whole.kills)):
                for _ in range(5):
                    groups.write(edits)
                    stage.run(rng.uniform(0.02, 0.25))
                    groups.cut(rng.randrange(3))
                groups.restart([broker.address])
                broker.kill()
                groups.tally.kills += 1
                stage.run(rng.uniform(0.0, 0.2))
                broker.start()
                stage.run(rng.uniform(0.0, 0.5))
            groups.settle(60)
        stage.close()
        groups.count()
        add(whole, groups.tally)
        print(f"brokers: so far {whole}", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    print(
        f"brokers: Mosquitto, killed and wiped: {whole}; {took:.0f} s in all",
        flush=True,
    )
    return whole.lost == 0


def node_kills(kills: int, edits: int, rng: random.Random) -> bool:
    """A cluster of three NATS servers whose nodes are killed."""
    whole = Tally()
    began = time.monotonic()
    while whole.kills < kills:
        folder = Path(tempfile.mkdtemp(prefix="unplug-nats-"))
        nodes = nats.cluster(folder)
        stage = Stage(HASTY)
        try:
            nats.start(nodes)
            addresses = [node.address for node in nodes]
            groups = Groups(stage, 4, 5, rng)
            groups.connect(addresses)
            stage.run(5.0)
            for _ in range(min(25, kills - whole.kills)):
                for _ in range(3):
                    groups.write(edits)
                    stage.run(rng.uniform(0.05, 0.4))
                    groups.cut(rng.randrange(2))
                node = rng.choice(nodes)
                node.kill()
                groups.tally.kills += 1
                groups.write(edits)
                stage.run(rng.uniform(0.1, 1.0))
                node.start()
                stage.run(rng.uniform(0.5, 2.0))
            groups.settle(240)
            groups.count()
            add(whole, groups.tally)
        finally:
            stage.close()
            nats.stop(nodes, folder)
        print(f"brokers: so far {whole}", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    print(f"brokers: NATS, 3 nodes, killed: {whole}; {took:.0f} s in all", flush=True)
    return whole.lost == 0


def add(whole: Tally, part: Tally) -> None:
    for name in ("ops", "replica_ops", "kills", "cuts", "restarts", "lost"):
        setattr(whole, name, getattr(whole, name) + getattr(part, name))
    whole.slowest_s = max(whole.slowest_s, part.slowest_s)


# 3. Late


class LaterClock(SystemClock):
    """The machine's clock, and then some days."""

    def __init__(self, days: int) -> None:
        self._ms = days * DAY_MS

    def stamp(self) -> Stamp:
        """Read the clocks."""
        now = super().stamp()
        return Stamp(
            now.wall_ms + self._ms, now.mono_ms + self._ms, now.boot_ms + self._ms
        )


def somebody_comes_late(rounds: int) -> bool:
    """How long until somebody who knows nothing holds everything."""
    took: dict[int, list[float]] = {0: [], 90: []}
    right = True
    for i in range(rounds):
        for days, times in took.items():
            replicas = group(*(f"Somebody {j}" for j in range(MEMBERS)))
            lock(replicas[0])
            meet(*replicas)
            for j, replica in enumerate(replicas):
                edit(replica, 100, random.Random(i * 100 + j))
            meet(*replicas)
            one = replicas[1 + i % (MEMBERS - 1)]
            late = Replica(replicas[0].ring)
            with mosquitto() as broker:
                stage = Stage(LIVE)
                stage.clock = LaterClock(days)
                stage.connect(one, broker.address)
                if i % 2:  # both come at once, or the one has been there for a while
                    stage.run(1.0)
                began = time.monotonic()
                stage.connect(late, broker.address)
                right &= stage.run(10, partial(same, [one, late]))
                times.append(time.monotonic() - began)
                stage.close()
            agree(one, late)
    for days, times in took.items():
        print(
            f"brokers: one member, an empty broker, and somebody who comes late, after "
            f"{days} days: everything within {statistics.median(times):.2f} s median, "
            f"{max(times):.2f} s at most ({len(times)} times)"
        )
    return right and max(map(max, took.values())) <= 3.0


def main() -> int:
    """Print the figures; 1 where one misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=["meet", "mosquitto", "nats", "late"])
    parser.add_argument("--kills", type=int, default=None)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    steps = {
        "meet": all_come_back,
        "late": lambda: somebody_comes_late(10 if FULL else 2),
        "mosquitto": lambda: mishaps(
            asked.kills or (200 if FULL else 6), asked.edits, rng
        ),
        "nats": lambda: node_kills(
            asked.kills or (100 if FULL else 3), asked.edits, rng
        ),
    }
    results = [step() for name, step in steps.items() if asked.only in (None, name)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
