"""The broker of one's own: how soon it listens, how much it takes, how a group fares.

A real amqtt on the loopback; 15 members, a process each, come back with 1,000 edits
that they made offline, as `benchmarks.brokers` has them do over Mosquitto.

    python -m benchmarks.own_broker [--members N]
"""

import argparse
import multiprocessing
import os
import random
import select
import statistics
import sys
import time
from pathlib import Path

from benchmarks._broker_group import edit
from benchmarks._come_back import EDITS, MEMBERS, _all_say, _tell, come_back
from tests.unplug.trips.groups import group, lock, meet
from tests.unplug.trips.transports.brokers import free_port
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.mqtt import visit
from unplug.trips.transports.own_broker import OwnBroker

LONGEST_S = 3.0
"""It is one thread of Python; a group that wants it faster takes Mosquitto."""
MOST_PSS_MB = 80


def started() -> tuple[OwnBroker, float]:
    """One that listens, and how long that took."""
    broker = OwnBroker(BrokerAddress("127.0.0.1", free_port(), tls=False))
    began = time.monotonic()
    broker.start()
    while not broker.listening:
        select.select([broker], [], [], 10)
        broker.dispatch()
    return broker, time.monotonic() - began


def pss_mb(broker: OwnBroker) -> float:
    """What the process takes of the machine's memory."""
    for line in Path(f"/proc/{broker.pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0


def come_back_over(broker: OwnBroker, members: int) -> tuple[float, bool]:
    """How long until all hold everything, and whether it is the same for all."""
    replicas = group(*(f"Somebody {i}" for i in range(members)))
    lock(replicas[0])
    meet(*replicas)
    size = len(replicas[0].history)
    probe = Replica(replicas[0].ring)
    probe.load(replicas[0].envelopes())
    edit(probe, EDITS, random.Random(0))
    wanted = size + members * (len(probe.history) - size)
    visit(broker.address, replicas[0])
    fork = multiprocessing.get_context("fork")
    pipes, children = [], []
    for i, replica in enumerate(replicas):
        mine, theirs = fork.Pipe()
        args = (replica, i, wanted, broker.address, theirs)
        children.append(fork.Process(target=come_back, args=args))
        children[-1].start()
        pipes.append(mine)
    _all_say(pipes)
    _tell(pipes, "go")
    backs = _all_say(pipes)
    _tell(pipes, "all are")
    _all_say(pipes)
    _tell(pipes, "end")
    ends = _all_say(pipes)
    for child in children:
        child.join()
    took = max(b.done_s for b in backs) - max(b.up_s for b in backs)
    return took, len({end[:2] for end in ends}) == 1


def main() -> int:
    """Print the figures; 1 where one misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--members", type=int, default=MEMBERS)
    members = parser.parse_args().members
    starts = []
    for _ in range(3):
        broker, took = started()
        starts.append(took)
        broker.close()
    broker, _ = started()
    alone = pss_mb(broker)
    took, equal = come_back_over(broker, members)
    with_all = pss_mb(broker)
    broker.close()
    print(
        f"own broker: listens after {statistics.median(starts):.2f} s; "
        f"{alone:.0f} MB alone, {with_all:.0f} MB after {members} members; "
        f"{members} x {EDITS} edits: all hold everything {took:.2f} s after the last "
        f"was back (load {os.getloadavg()[0]:.1f}); {'equal' if equal else 'DIFFERENT'}"
    )
    return 0 if equal and took <= LONGEST_S and with_all <= MOST_PSS_MB else 1


if __name__ == "__main__":
    sys.exit(main())
