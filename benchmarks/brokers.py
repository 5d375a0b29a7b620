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
import time
from functools import partial

from benchmarks import FULL
from benchmarks._broker_group import Stage, edit, same
from benchmarks._broker_mishaps import BATCHES, PER_BATCH, Tally, a_batch
from benchmarks._come_back import MEMBERS, all_come_back
from tests.unplug.trips.groups import agree, group, lock, meet
from tests.unplug.trips.transports.brokers import mosquitto
from unplug.clock import Stamp, SystemClock
from unplug.trips.replica import Replica
from unplug.trips.transports.pace import LIVE

DAY_MS = 24 * 3_600_000


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
