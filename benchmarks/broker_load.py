"""How much of one Mosquitto many groups and members take.

Groups of 3 to 15 are kept on it: as many slots and bytes as real trips have, filled
with random bytes, which is what a broker sees. Then members connect and listen as the
app does, and stay. At last some more join, each timed from connecting until the whole
trip has come: on a bare socket, which is the broker's part, and with the app's own
client, which joins real trips that lie among the others, opens and verifies them.

    python -m benchmarks.broker_load [--groups 10000] [--members 5000] [--joins 500]
"""

import argparse
import multiprocessing
import os
import random
import resource
import socket
import ssl
import statistics
import struct
import sys
import tempfile
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil

from benchmarks import FULL
from benchmarks._broker_group import Stage, same
from tests.unplug.trips.groups import group, lock, meet
from tests.unplug.trips.transports.brokers import CERTIFICATES, mosquitto, with_tls
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.gossip import Gossip
from unplug.trips.transports.mqtt import visit
from unplug.trips.transports.pace import LIVE

CONNECT, PUBLISH, SUBSCRIBE = 0x10, 0x30, 0x82
A_MILLION = 1_000_000


class Wire:
    """The few packets of MQTT 3.1.1 that are needed, on a socket that costs little."""

    def __init__(self, port: int, tls: ssl.SSLContext | None = None) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), 10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is not None:
            self._socket = tls.wrap_socket(self._socket, server_hostname="127.0.0.1")
        name = os.urandom(8).hex().encode()
        body = b"\x00\x04MQTT\x04\x02\x0e\x10" + _string(name)
        self._send(CONNECT, body)
        self._exactly(4)

    def keep(self, topic: str, payload: bytes) -> None:
        """Have something retained, QoS 1."""
        self._send(PUBLISH | 0x03, _string(topic.encode()) + b"\x00\x01" + payload)

    def kept(self, count: int) -> None:
        """Wait for that many acknowledgements."""
        self._exactly(4 * count)

    def listen(self, *patterns: str) -> None:
        """Subscribe, QoS 0, and wait for the answer."""
        body = b"\x00\x01"
        for pattern in patterns:
            body += _string(pattern.encode()) + b"\x00"
        self._send(SUBSCRIBE, body)
        self._exactly(4 + len(patterns))

    def hear(self, count: int) -> int:
        """Read that many messages; their bytes."""
        total = 0
        for _ in range(count):
            self._exactly(1)
            length, shift = 0, 0
            while True:
                byte = self._exactly(1)[0]
                length |= (byte & 0x7F) << shift
                shift += 7
                if not byte & 0x80:
                    break
            total += len(self._exactly(length))
        return total

    def close(self) -> None:
        """End."""
        self._socket.close()

    def _send(self, kind: int, body: bytes) -> None:
        length, size = len(body), b""
        while True:
            byte, length = length & 0x7F, length >> 7
            size += bytes([byte | 0x80 * bool(length)])
            if not length:
                break
        self._socket.sendall(bytes([kind]) + size + body)

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = self._socket.recv(count - len(data))
            if not more:
                msg = "the broker hung up"
                raise ConnectionError(msg)
            data += more
        return data


def _string(text: bytes) -> bytes:
    return struct.pack(">H", len(text)) + text


def name(count: int) -> str:
    return urlsafe_b64encode(os.urandom(count)).decode()


def shapes() -> dict[int, list[int]]:
    """For each size of a group, the bytes of each slot that a real trip of it has."""
    found = {}
    for size in range(3, 16):
        replicas = group(*(f"Member {i}" for i in range(size)))
        lock(replicas[0])
        meet(*replicas)
        shelf = Gossip(replicas[0]).shelf
        found[size] = [sum(map(len, raws)) for _, raws in shelf.slots()]
    return found


def fill(port: int, count: int, rng: random.Random) -> Iterator[tuple[str, int]]:
    """Keep groups on the broker; each one's topic and slots."""
    kinds = shapes()
    wire = Wire(port)
    for _ in range(count):
        topic, sizes = name(15), kinds[rng.randrange(3, 16)]
        for size in sizes:
            wire.keep(f"{topic}/{name(6)}", os.urandom(size))
        wire.kept(len(sizes))
        yield topic, len(sizes)
    wire.close()


def main() -> int:
    """Print the figures; 1 where one misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, default=10_000 if FULL else 500)
    parser.add_argument("--members", type=int, default=5_000 if FULL else 500)
    parser.add_argument("--joins", type=int, default=500 if FULL else 100)
    asked = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    rng = random.Random(1)
    with mosquitto("max_connections -1\nset_tcp_nodelay true\n") as broker:
        assert broker.process is not None
        process = psutil.Process(broker.process.pid)
        empty = process.memory_info().rss
        groups = list(fill(broker.port, asked.groups, rng))
        filled = process.memory_info().rss
        began = time.perf_counter()
        live = []
        for i in range(asked.members):
            live.append(Wire(broker.port))
            live[-1].listen(groups[i % len(groups)][0], name(15))
        connecting = time.perf_counter() - began
        full = process.memory_info().rss
        joins = [join(broker.port, rng.choice(groups)) for _ in range(asked.joins)]
        cpu = process.cpu_times()
        with multiprocessing.get_context("spawn").Pool(1) as elsewhere:
            real = elsewhere.apply(real_joins, (broker.address, asked.joins))
        for wire in live:
            wire.close()
    per_group = (filled - empty) / asked.groups
    per_member = (full - filled) / asked.members
    slots = statistics.mean(count for _, count in groups)
    encrypted = with_encryption(asked.members // 5)
    kept, plain, sealed = (
        A_MILLION / 9 * per_group / 1e9,
        A_MILLION * per_member / 1e9,
        A_MILLION * encrypted / 1e9,
    )
    print(
        f"brokers: Mosquitto, {asked.groups} groups of 3 to 15 kept ({slots:.0f} slots "
        f"each): {filled / 1e6:.0f} MB, that is {per_group / 1e3:.1f} kB a group; "
        f"{asked.members} live members: {full / 1e6:.0f} MB, that is "
        f"{per_member / 1e3:.1f} kB a member, connected in {connecting:.0f} s"
    )
    print(
        f"brokers: joining among them, until the whole trip has come: "
        f"{spread(joins)}; the broker took {cpu.user + cpu.system:.0f} CPU-s in all"
    )
    print(f"brokers: the same with the app's own client: {spread(real)}")
    print(
        f"brokers: with TLS {encrypted / 1e3:.1f} kB a member "
        f"({asked.members // 5} members)"
    )
    print(
        f"brokers: a million members in groups of 9, by the same growth: {kept:.1f} GB "
        f"for the trips, and for those who are live {plain:.1f} GB, with TLS "
        f"{sealed:.1f} GB"
    )
    bounds = filled <= 250e6 or asked.groups != 10_000
    return 0 if bounds and max(p99_ms(joins), p99_ms(real)) <= 100 else 1


def p99_ms(times: list[float]) -> float:
    """What one in a hundred takes longer than."""
    return sorted(times)[len(times) * 99 // 100] * 1000


def spread(times: list[float]) -> str:
    """In words."""
    return (
        f"{statistics.median(times) * 1000:.1f} ms median, {p99_ms(times):.1f} ms p99 "
        f"of at most 100 ({len(times)} times)"
    )


def with_encryption(members: int) -> float:
    """Bytes that a member takes whose connection is encrypted."""
    tls = ssl.create_default_context(cafile=CERTIFICATES / "authority.pem")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        files = with_tls(Path(folder), "max_connections -1\n")
        with mosquitto(files) as broker:
            assert broker.process is not None
            process = psutil.Process(broker.process.pid)
            live = [Wire(broker.port, tls)]
            before = process.memory_info().rss
            for _ in range(members):
                live.append(Wire(broker.port, tls))
                live[-1].listen(name(15), name(15))
            took = process.memory_info().rss - before
            for wire in live:
                wire.close()
    return took / members


def real_joins(address: BrokerAddress, count: int) -> list[float]:
    """Somebody new, again and again, whose app has nothing but the keys; seconds."""
    trips = []
    for size in range(3, 16):
        replicas = group(*(f"Member {i}" for i in range(size)))
        lock(replicas[0])
        meet(*replicas)
        visit(address, replicas[0])
        trips.append(replicas[0])
    took = []
    for i in range(count):
        known = trips[i % len(trips)]
        late = Replica(known.ring)
        stage = Stage(LIVE)
        began = time.perf_counter()
        stage.connect(late, address)
        come = stage.run(10, partial(same, [known, late]))
        took.append(time.perf_counter() - began if come else 10.0)
        stage.close()
    return took


def join(port: int, chosen: tuple[str, int]) -> float:
    """Somebody connects and reads a trip; seconds."""
    topic, slots = chosen
    began = time.perf_counter()
    wire = Wire(port)
    wire.listen(topic, f"{topic}/+")
    wire.hear(slots)
    took = time.perf_counter() - began
    wire.close()
    return took


if __name__ == "__main__":
    sys.exit(main())
