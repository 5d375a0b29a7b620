"""15 members, a process each, who come back with 1,000 edits made offline."""

import multiprocessing
import os
import random
import select
import socket
import statistics
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from benchmarks._broker_group import edit
from tests.unplug.trips.groups import group, lock, meet
from tests.unplug.trips.transports.brokers import mosquitto
from unplug.clock import SystemClock
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.gossip import Gossip, Publish, Wish
from unplug.trips.transports.mqtt import Live, visit
from unplug.trips.transports.pace import LIVE

MEMBERS, EDITS = 15, 1_000
LONGEST_S, MOST_BYTES = 1.0, 1_500_000
STORED_S = 12
NOD_BYTES = 256
_TCP_INFO, _TCP_INFO_BYTES, _ACKED_AND_RECEIVED_AT = 11, 256, 120  # linux/tcp.h


@dataclass
class Saying:
    """What one member sent and was sent, by kind: how often, and how many bytes."""

    gossip: Gossip
    messages: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)

    def watch(self, live: Live) -> None:
        """Count from now on."""
        hear, send = self.gossip.heard, live._link.send

        def heard(topic: str, payload: bytes, *rest: Any) -> Any:  # noqa: ANN401
            received = hear(topic, payload, *rest)
            self._count("heard", topic, payload)
            return received

        def sent(wishes: Iterable[Wish]) -> None:
            wishes = list(wishes)
            for wish in wishes:
                if isinstance(wish, Publish):
                    self._count("said", wish.topic, wish.payload)
            send(wishes)

        self.gossip.heard = heard  # type: ignore[method-assign]
        live._link.send = sent  # type: ignore[method-assign]

    def _count(self, how: str, topic: str, payload: bytes) -> None:
        kind = "store"
        if topic == self.gossip.topic:
            known = any(self.gossip.replica.known_in(payload))
            kind = "nods" if len(payload) == NOD_BYTES and not known else "aloud"
        elif topic == self.gossip._inbox or "/" not in topic:
            kind = "apart"
        self.messages[f"{how} {kind}"] += 1
        self.sizes[f"{how} {kind}"] += len(payload)


@dataclass(frozen=True, slots=True)
class Back:
    """How it went for one member, by the machine's monotonic clock.

    Attributes:
        up_s: when the connection was there.
        done_s: when it held everything.
        cpu_s: its process's time until then.
    """

    up_s: float
    done_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Task:
    """What a member is to do.

    Attributes:
        seed: of its edits.
        wanted: how many batches there are in the end.
        restarted: whether the app that comes back is another than that which wrote.
    """

    seed: int
    wanted: int
    restarted: bool


def come_back(
    replica: Replica, task: Task, address: BrokerAddress, pipe: Connection
) -> None:
    """One member's process: edit offline, wait for the word, come back."""
    import paho.mqtt.client  # noqa: F401, PLC0415  (an app that was there has it)

    if task.restarted:
        edit(replica, EDITS, random.Random(task.seed))
    live = Live(address, replica, clock=SystemClock(), pace=LIVE)
    if not task.restarted:
        edit(replica, EDITS, random.Random(task.seed))
    saying = Saying(live.gossip)
    saying.watch(live)
    pipe.send("ready")
    pipe.recv()
    before = time.process_time()
    live.start()
    up = done = None
    while True:
        if pipe.poll():
            if pipe.recv() == "end":
                break
            pipe.send((wire_bytes(live), saying.messages, saying.sizes))
        wait_ms = live.next_deadline_ms()
        wait_s = 0.2 if wait_ms is None else min(wait_ms / 1000, 0.2)
        ready, _, _ = select.select([live, pipe], [], [], wait_s)
        if live in ready:
            live.dispatch()
        else:
            live.wake()
        if up is None and live.status().connected:
            up = time.monotonic()
        if up and done is None and len(replica.history) == task.wanted:
            done = time.monotonic()
            pipe.send(Back(up, done, time.process_time() - before))
    live.close()
    pipe.send(
        (replica.state().digest(), str(replica.heads()), live.gossip.shelf.complete)
    )


def wire_bytes(live: Live) -> int:
    """What this member's connection has carried both ways, by the kernel's count."""
    client = live._link.client
    sock: Any = None if client is None else client.socket()
    raw = sock.getsockopt(socket.IPPROTO_TCP, _TCP_INFO, _TCP_INFO_BYTES)
    return sum(struct.unpack_from("<QQ", raw, _ACKED_AND_RECEIVED_AT))


class BrokerCounter:
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
    """Print how fast and how much; whether both are as they should be."""
    # A process of its own for each: one that had threads is not to be forked again.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as pool:
        return all(list(pool.map(_all_come_back, (False, True))))


def _all_come_back(restarted: bool) -> bool:  # noqa: FBT001  (for map)
    replicas = group(*(f"Somebody {i}" for i in range(MEMBERS)))
    lock(replicas[0])
    meet(*replicas)
    size = len(replicas[0].history)
    probe = Replica(replicas[0].ring)
    probe.load(replicas[0].envelopes())
    edit(probe, EDITS, random.Random(0))
    wanted = size + MEMBERS * (len(probe.history) - size)
    fork = multiprocessing.get_context("fork")
    with mosquitto("sys_interval 1\n") as broker:
        visit(broker.address, replicas[0])  # the store as it was before they left
        pipes, children = [], []
        for i, replica in enumerate(replicas):
            mine, theirs = fork.Pipe()
            args = (replica, Task(i, wanted, restarted), broker.address, theirs)
            children.append(fork.Process(target=come_back, args=args))
            children[-1].start()
            pipes.append(mine)
        _all_say(pipes)
        counter = BrokerCounter(broker.address)
        before = counter.total()
        began = time.monotonic()
        _tell(pipes, "go")
        backs: list[Back] = _all_say(pipes)
        _tell(pipes, "all are")
        carried = _all_say(pipes)
        time.sleep(STORED_S)
        verified = counter.total() - before
        _tell(pipes, "end")
        ends = _all_say(pipes)
        for child in children:
            child.join()
        counter.close()
    _print_sayings([(messages, sizes) for _, messages, sizes in carried])
    equal = len({end[:2] for end in ends}) == 1
    size = sum(count for count, _, _ in carried)
    stored = sum(end[2] for end in ends)
    last = max(back.up_s for back in backs)
    took = max(back.done_s for back in backs) - last
    cpu_s = [back.cpu_s for back in backs]
    print(
        f"brokers: {MEMBERS} members x {EDITS} edits over Mosquitto, "
        f"apps that {'started anew' if restarted else 'went on'}, a process each on "
        f"{os.cpu_count()} cores (load {os.getloadavg()[0]:.1f}): all hold everything "
        f"{took:.2f} s after the last was back of at most {LONGEST_S:.1f} "
        f"({last + took - began:.2f} s after the first began to connect); CPU "
        f"{statistics.mean(cpu_s):.2f} s each, {sum(cpu_s):.2f} s in all; "
        f"{size / 1e6:.2f} MB on the wire by then of at most {MOST_BYTES / 1e6:.1f}, "
        f"{verified / 1e6:.2f} MB until the store was checked ({stored} of {MEMBERS} "
        f"know it complete); {'equal' if equal else 'DIFFERENT'}",
        flush=True,
    )
    return equal and took <= LONGEST_S and size <= MOST_BYTES


def _print_sayings(sayings: Sequence[tuple[Counter[str], Counter[str]]]) -> None:
    messages: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for some, bytes_of in sayings:
        messages += some
        sizes += bytes_of
    told = (f"{messages[k]} {k} ({sizes[k] / 1e6:.2f} MB)" for k in sorted(messages))
    print(f"brokers: coming back, all together: {', '.join(told)}", flush=True)


def _tell(pipes: Iterable[Connection], word: str) -> None:
    for pipe in pipes:
        pipe.send(word)


def _all_say(pipes: Iterable[Connection]) -> list[Any]:
    return [pipe.recv() for pipe in pipes]
