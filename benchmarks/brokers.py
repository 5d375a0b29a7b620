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
import multiprocessing
import random
import statistics
import sys
import threading
import time
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from benchmarks import FULL
from benchmarks._broker_group import Stage, edit, same
from benchmarks._broker_mishaps import BATCHES, PER_BATCH, Tally, a_batch
from tests.unplug.trips.groups import agree, group, lock, meet
from tests.unplug.trips.transports.brokers import mosquitto
from unplug.clock import Stamp, SystemClock
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.mqtt import Live, visit
from unplug.trips.transports.pace import LIVE

MEMBERS, EDITS = 15, 1_000
DAY_MS = 24 * 3_600_000


# 1. All come back


def come_back(
    replica: Replica, seed: int, wanted: int, address: BrokerAddress, pipe: Connection
) -> None:
    """One member's process: edit offline, wait for the word, come back."""
    import paho.mqtt.client  # noqa: F401, PLC0415  (an app that was there has it)

    live = Live(address, replica, clock=SystemClock(), pace=LIVE)
    edit(replica, EDITS, random.Random(seed))
    pipe.send("ready")
    pipe.recv()
    before = time.process_time()
    live.start()
    up = done = None
    import select  # noqa: PLC0415

    while not pipe.poll():
        wait_ms = live.next_deadline_ms()
        wait_s = 0.2 if wait_ms is None else min(wait_ms / 1000, 0.2)
        ready, _, _ = select.select([live, pipe], [], [], wait_s)
        if live in ready:
            live.dispatch()
        else:
            live.wake()
        if up is None and live.status().connected:
            up = time.monotonic()
        if done is None and len(replica.history) == wanted:
            done = time.monotonic()
            pipe.send((up, done, time.process_time() - before))
    live.close()
    pipe.send(
        (replica.state().digest(), str(replica.heads()), live.gossip.shelf.complete)
    )


class Counter:
    """What a Mosquitto says it took and gave in all."""

    def __init__(self, address: BrokerAddress) -> None:
        from paho.mqtt.client import Client  # noqa: PLC0415
        from paho.mqtt.enums import CallbackAPIVersion  # noqa: PLC0415

        self.values: dict[str, int] = {}
        self.fresh = threading.Event()
        self._client = Client(CallbackAPIVersion.VERSION2)
        self._client.on_message = self._heard
        self._client.connect(address.host, address.port)
        self._client.subscribe(
            [(f"$SYS/broker/bytes/{w}", 0) for w in ("received", "sent")]
        )
        self._client.loop_start()

    def total(self) -> int:
        """After the broker has spoken twice more."""
        for _ in range(3):
            self.fresh.clear()
            self.fresh.wait(3)
        return sum(self.values.values())

    def close(self) -> None:
        """End."""
        self._client.disconnect()
        self._client.loop_stop()

    def _heard(self, *said: Any) -> None:  # noqa: ANN401  (the library's)
        message = said[-1]
        self.values[message.topic] = int(message.payload)
        self.fresh.set()


def all_come_back() -> bool:
    replicas = group(*(f"Somebody {i}" for i in range(MEMBERS)))
    lock(replicas[0])
    meet(*replicas)
    sizes = [len(r.history) for r in replicas]
    probe = Replica(replicas[0].ring)
    probe.load(replicas[0].envelopes())
    edit(probe, EDITS, random.Random(0))
    wanted = sizes[0] + MEMBERS * (len(probe.history) - sizes[0])
    fork = multiprocessing.get_context("fork")
    with mosquitto("sys_interval 1\n") as broker:
        visit(broker.address, replicas[0])  # the store as it was before they left
        pipes, children = [], []
        for i, replica in enumerate(replicas):
            mine, theirs = fork.Pipe()
            args = (replica, i, wanted, broker.address, theirs)
            children.append(fork.Process(target=come_back, args=args))
            children[-1].start()
            pipes.append(mine)
        for pipe in pipes:
            pipe.recv()
        counter = Counter(broker.address)
        before = counter.total()
        began = time.monotonic()
        for pipe in pipes:
            pipe.send("go")
        told = [pipe.recv() for pipe in pipes]
        converged = counter.total() - before
        time.sleep(12)
        verified = counter.total() - before
        for pipe in pipes:
            pipe.send("end")
        ends = [pipe.recv() for pipe in pipes]
        for child in children:
            child.join()
        counter.close()
    ups, dones, cpu = zip(*told, strict=True)
    equal = len({end[:2] for end in ends}) == 1
    stored = sum(end[2] for end in ends)
    took = max(dones) - max(ups)
    print(
        f"brokers: {MEMBERS} members x {EDITS} edits over Mosquitto, a process each on "
        f"{multiprocessing.cpu_count()} cores: all hold everything {took:.2f} s after "
        f"the last was back ({max(dones) - began:.2f} s after the first began to "
        f"connect; CPU {statistics.mean(cpu):.2f} s each), "
        f"{converged / 1e6:.2f} MB on the wire by then, {verified / 1e6:.2f} MB until "
        f"the store was checked ({stored} of {MEMBERS} know it complete); "
        f"{'equal' if equal else 'DIFFERENT'}"
    )
    return equal and took <= 1.0 and converged <= 1_500_000


# 2. Mishaps


def mishaps(kind: str, kills: int, edits: int, seed: int) -> bool:
    """Kill and wipe, again and again, in batches, each with a process of its own."""
    whole, began, batch = Tally(), time.monotonic(), 0
    spawn = multiprocessing.get_context("spawn")
    while whole.kills < kills:
        count = min(PER_BATCH, kills - whole.kills)
        mine, theirs = spawn.Pipe()
        args = (kind, count, edits, seed + batch, theirs)
        child = spawn.Process(target=a_batch, args=args)
        child.start()
        theirs.close()
        whole.add(mine.recv())
        child.join()
        batch += 1
        print(f"brokers: so far {whole}", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    print(f"brokers: {BATCHES[kind].__doc__}: {whole}; {took:.0f} s in all", flush=True)
    return whole.lost == 0


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
    steps = {
        "meet": all_come_back,
        "late": lambda: somebody_comes_late(10 if FULL else 2),
        "mosquitto": lambda: mishaps(
            "mosquitto", asked.kills or (220 if FULL else 6), asked.edits, asked.seed
        ),
        "nats": lambda: mishaps(
            "nats", asked.kills or (100 if FULL else 3), asked.edits, asked.seed
        ),
    }
    results = [step() for name, step in steps.items() if asked.only in (None, name)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
