"""A cluster of three NATS servers with their MQTT gateways, on the loopback.

The configuration is the one that docs/brokers.md shows.
"""

import json
import select
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

import pytest

from tests.unplug.trips.transports.brokers import CERTIFICATES, free_port, program
from tests.unplug.trips.transports.documented import documented
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.events import Up
from unplug.trips.transports.link import Link

NODES = 3
READY_S = 90.0
WHOLE = "ok"


@dataclass
class Node:
    """One server of a cluster."""

    folder: Path
    name: str
    client: int = field(default_factory=free_port)
    route: int = field(default_factory=free_port)
    mqtt: int = field(default_factory=free_port)
    monitor: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> BrokerAddress:
        return BrokerAddress(
            "127.0.0.1",
            self.mqtt,
            tls=True,
            user="friends",
            password="let-us-in",  # noqa: S106  (of a broker that lives for a test)
            ca=CERTIFICATES / "authority.pem",
        )

    def start(self) -> None:
        """Begin, or come back with what is on the disk."""
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    program("nats-server"),
                    *("-c", str(self.folder / f"{self.name}.conf")),
                    *("-m", str(self.monitor)),
                ],
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """End without a word; what is on its disk stays."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def wipe(self) -> None:
        """Lose what is on the disk."""
        shutil.rmtree(self.folder / self.name, ignore_errors=True)

    def lose_stream(self, name: str) -> None:
        """Have the cluster lose one of the streams in which a gateway keeps things."""
        options = {"user": "friends", "pass": "let-us-in", "verbose": False}
        ask = f"SUB answer 1\r\nPUB $JS.API.STREAM.DELETE.{name} answer 0\r\n\r\n"
        with (
            socket.create_connection(("127.0.0.1", self.client), timeout=10) as server,
            server.makefile("rb") as said,
        ):
            said.readline()
            server.sendall(f"CONNECT {json.dumps(options)}\r\n{ask}".encode())
            line = next(line for line in said if line.startswith(b"MSG"))
            assert json.loads(said.read(int(line.split()[-1])))["success"]

    def health(self) -> str:
        """What it says of itself; ``WHOLE`` where it holds everything."""
        where = f"http://127.0.0.1:{self.monitor}/healthz"
        try:
            with urllib.request.urlopen(where, timeout=3) as answer:
                said = json.load(answer)
        except urllib.error.HTTPError as error:
            said = json.load(error)
        except OSError as error:
            return str(error)
        return str(said.get("error", said["status"]))


def cluster(folder: Path) -> list[Node]:
    """Nodes that know each other, not started yet."""
    made = [Node(folder, f"n{i}") for i in range(NODES)]
    routes = {f"@n{i}:6222": f"@127.0.0.1:{node.route}" for i, node in enumerate(made)}
    for node in made:
        own = {
            '"n0"': f'"{node.name}"',
            "127.0.0.1:4222": f"127.0.0.1:{node.client}",
            "0.0.0.0:6222": f"127.0.0.1:{node.route}",
            "0.0.0.0:8883": f"127.0.0.1:{node.mqtt}",
            "/var/lib/nats": str(folder / node.name),
            "/etc/nats": str(CERTIFICATES),
        }
        text = documented("server_name", own | routes)
        (folder / f"{node.name}.conf").write_text(text)
    return made


def address_of(nodes: list[Node]) -> BrokerAddress:
    """All of them, as a member has them."""
    first, *others = [node.address for node in nodes]
    return replace(first, others=tuple(other.nodes[0] for other in others))


def start(nodes: list[Node]) -> None:
    """Start all and wait until each lets somebody in, not only listens."""
    for node in nodes:
        node.start()
    for node in nodes:
        wait_until_it_lets_in(node)


def wait_until_it_lets_in(node: Node) -> None:
    """Until a gateway has found what it keeps in the cluster."""
    link = Link(node.address, back_ms=200, longest_back_ms=500)
    link.start()
    ends = monotonic() + READY_S
    try:
        while select.select([link], [], [], max(0, ends - monotonic()))[0]:
            if any(isinstance(event, Up) for event in link.take()):
                return
        pytest.fail(f"{node.name} lets nobody in")
    finally:
        link.close()


def stop(nodes: list[Node], folder: Path | None) -> None:
    """End all, and leave nothing in their folder; None: it is wanted still."""
    for node in nodes:
        node.kill()
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
