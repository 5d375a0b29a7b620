"""Groups that write while their broker is killed and wiped and connections are cut."""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks._broker_group import HASTY, Member, Stage, cut, edit, same
from tests.unplug.trips.groups import group, lock, meet
from tests.unplug.trips.transports import nats
from tests.unplug.trips.transports.brokers import mosquitto
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress

PER_BATCH = 25
WHOLE_S = 60


@dataclass
class Tally:
    """What happened to some groups."""

    ops: int = 0
    replica_ops: int = 0
    kills: int = 0
    wiped: int = 0
    cuts: int = 0
    restarts: int = 0
    lost: int = 0
    slowest_s: float = 0.0

    def add(self, part: "Tally") -> None:
        """Count another batch, too."""
        slowest_s = max(self.slowest_s, part.slowest_s)
        for each in fields(self):
            both = getattr(self, each.name) + getattr(part, each.name)
            setattr(self, each.name, both)
        self.slowest_s = slowest_s

    def __str__(self) -> str:
        return (
            f"{self.replica_ops} replica-ops ({self.ops} ops), {self.kills} kills "
            f"({self.wiped} with wipe), "
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

    def connect(self, address: BrokerAddress) -> None:
        """Everybody goes live."""
        for replicas in self.groups:
            for replica in replicas:
                self.stage.connect(replica, address)

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

    def restart(self, address: BrokerAddress) -> None:
        """Somebody's app ends and begins anew from what is on the disk."""
        member = self.rng.choice(self.stage.members)
        replicas = next(g for g in self.groups if member.replica in g)
        at = replicas.index(member.replica)
        self.stage.part(member)
        replica = Replica(member.replica.ring)
        replica.load([*member.replica.envelopes(), *member.replica.letters.values()])
        replicas[at] = replica
        self.stage.connect(replica, address)
        self.tally.restarts += 1

    def settle(self, seconds: float) -> bool:
        """Until all hold everything; whether they did in time."""
        began = time.monotonic()
        done = self.stage.run(seconds, lambda: all(map(same, self.groups)))
        self.tally.slowest_s = max(self.tally.slowest_s, time.monotonic() - began)
        if not done:
            self.report()
        return done

    def report(self) -> None:
        """How it stands with each member, for who looks for the cause."""
        now = self.stage.clock.stamp()
        for i, replicas in enumerate(self.groups):
            wanted = self.base[i] + self.written[i]
            for member in self._members_of(replicas):
                gossip, name = member.live.gossip, member.replica.ring.device.public
                said = (
                    f"group {i}, {name.hex()[:6]}",
                    f"lacks {wanted - ops_of(member.replica)}",
                    f"differs {gossip.talk.differs(now)}",
                    f"stored {gossip.shelf.complete}",
                    str(member.live.status()),
                )
                print("brokers:", ", ".join(said), file=sys.stderr, flush=True)

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


def a_batch(kind: str, kills: int, edits: int, seed: int, pipe: Connection) -> None:
    """One process: kills, then quiet until all hold everything."""
    pipe.send(BATCHES[kind](kills, edits, random.Random(seed)))


def mosquitto_kills(kills: int, edits: int, rng: random.Random) -> Tally:
    """Mosquitto, killed and wiped"""
    stage = Stage(HASTY)
    groups = Groups(stage, 4, 7, rng)
    with mosquitto() as broker:
        groups.connect(broker.address)
        stage.run(1.0)
        for _ in range(kills):
            for _ in range(5):
                groups.write(edits)
                stage.run(rng.uniform(0.02, 0.25))
                groups.cut(rng.randrange(3))
            groups.restart(broker.address)
            broker.kill()
            groups.tally.kills += 1
            groups.tally.wiped += 1
            stage.run(rng.uniform(0.0, 0.2))
            broker.start()
            stage.run(rng.uniform(0.0, 0.5))
        groups.settle(60)
    stage.close()
    groups.count()
    return groups.tally


def nats_kills(kills: int, edits: int, rng: random.Random) -> Tally:
    """NATS, 3 nodes with TLS and a password, one after the other killed"""
    folder = Path(tempfile.mkdtemp(prefix="unplug-nats-"))
    nodes = nats.cluster(folder)
    stage, settled = Stage(HASTY), True
    try:
        nats.start(nodes)
        groups = Groups(stage, 4, 5, rng)
        groups.connect(nats.address_of(nodes))
        stage.run(5.0)
        for _ in range(kills):
            for _ in range(3):
                groups.write(edits)
                stage.run(rng.uniform(0.05, 0.4))
                groups.cut(rng.randrange(2))
            node = rng.choice(nodes)
            loses_its_disk = rng.random() < 0.5 and become_whole(nodes, stage)
            node.kill()
            groups.tally.kills += 1
            if loses_its_disk:
                node.wipe()
                groups.tally.wiped += 1
            groups.write(edits)
            stage.run(rng.uniform(0.1, 1.0))
            node.start()
            stage.run(rng.uniform(0.5, 2.0))
        settled = groups.settle(240)
        groups.count()
        if not settled:
            said = "; ".join(f"{node.name}: {node.health()}" for node in nodes)
            print(f"brokers: {said}; logs are kept in {folder}", file=sys.stderr)
    finally:
        stage.close()
        nats.stop(nodes, folder if settled else None)
    return groups.tally


def become_whole(nodes: list[nats.Node], stage: Stage) -> bool:
    """Until all three hold everything, while members talk on; whether they came so far.

    Three servers survive the loss of one disk. Who loses a second before the first is
    filled again has lost two of the three copies, and what they agreed on with them.
    """
    for _ in range(WHOLE_S * 2):
        if all(node.health() == nats.WHOLE for node in nodes):
            return True
        stage.run(0.5)
    return False


BATCHES: dict[str, Callable[[int, int, random.Random], Tally]] = {
    "mosquitto": mosquitto_kills,
    "nats": nats_kills,
}
