"""A cluster of three NATS servers with their MQTT gateways, on the loopback."""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.unplug.trips.transports.brokers import free_port, program, wait_for
from unplug.trips.transports.broker_address import BrokerAddress

NODES = 3
CONFIG = """\
server_name: "{name}"
listen: "127.0.0.1:{client}"
jetstream {{
  store_dir: "{folder}"
  max_memory_store: 256MB
  max_file_store: 1GB
}}
cluster {{
  name: "unplug"
  listen: "127.0.0.1:{route}"
  routes: [{routes}]
}}
mqtt {{
  listen: "127.0.0.1:{mqtt}"
  max_ack_pending: 1000
}}
"""


@dataclass
class Node:
    """One server of a cluster."""

    folder: Path
    name: str
    client: int = field(default_factory=free_port)
    route: int = field(default_factory=free_port)
    mqtt: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> BrokerAddress:
        return BrokerAddress("127.0.0.1", self.mqtt, tls=False)

    def start(self) -> None:
        """Begin, or come back with what is on the disk."""
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [program("nats-server"), "-c", str(self.folder / f"{self.name}.conf")],
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """End without a word; what is on its disk stays."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def cluster(folder: Path, nodes: int = NODES) -> list[Node]:
    """Nodes that know each other, not started yet."""
    made = [Node(folder, f"n{i}") for i in range(nodes)]
    routes = ", ".join(f'"nats://127.0.0.1:{node.route}"' for node in made)
    for node in made:
        values = {"client": node.client, "route": node.route, "mqtt": node.mqtt}
        text = CONFIG.format(
            name=node.name, folder=folder / node.name, routes=routes, **values
        )
        (folder / f"{node.name}.conf").write_text(text)
    return made


def start(nodes: list[Node]) -> None:
    """Start all and wait until they take connections."""
    for node in nodes:
        node.start()
    for node in nodes:
        assert node.process is not None
        wait_for(node.mqtt, node.process)


def stop(nodes: list[Node], folder: Path) -> None:
    """End all, and leave nothing."""
    for node in nodes:
        node.kill()
    shutil.rmtree(folder, ignore_errors=True)
