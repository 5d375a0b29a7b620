"""Where to try next to reach a broker, and how long to wait before."""

import random
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from unplug.trips.transports.broker_address import Node

MAX_DOORS = 8


@dataclass(frozen=True, slots=True)
class Door:
    """One of the addresses that a node's name leads to.

    Attributes:
        node: by its name, which its certificate is for.
        host: a numeric address; a name where nobody knows one.
        port: 1 to 65535.
    """

    node: Node
    host: str
    port: int


def look_up(node: Node) -> list[Door]:
    """The doors of a node, in the order that the machine prefers; blocks."""
    try:
        found = socket.getaddrinfo(*node, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # connecting will say what is the matter
        return [Door(node, *node)]
    hosts = dict.fromkeys(_numeric(address) for *_, address in found)
    return [Door(node, host, node.port) for host in hosts]


def doors(
    nodes: Sequence[Node],
    last: Door | None,
    rng: random.Random,
    find: Callable[[Node], list[Door]] = look_up,
) -> Iterator[Door]:
    """Every door once, the one that was tried last at the end.

    Nodes come in an order by chance, so that members spread over them, and so do the
    doors of one node that are of the same kind.
    """
    order = rng.sample(nodes, len(nodes))
    order.sort(key=lambda node: last is not None and node == last.node)
    for node in order:
        found = find(node)
        kinds = list(dict.fromkeys(":" in door.host for door in found))
        found = rng.sample(found, len(found))
        found.sort(key=lambda door: (door == last, kinds.index(":" in door.host)))
        yield from found[:MAX_DOORS]


@dataclass(slots=True)
class Backoff:
    """Waits that double as long as nothing works, each shortened by chance.

    Attributes:
        first_ms: the first wait.
        longest_ms: the longest one.
        rng: the chance, by which members who lost the same broker come back apart.
    """

    first_ms: int
    longest_ms: int
    rng: random.Random
    _next_ms: int = field(init=False)

    def __post_init__(self) -> None:
        self._next_ms = self.first_ms

    def lost(self, lasted_ms: int) -> int:
        """The wait after a connection that was there for a while.

        One that was over before the first two waits would be has not worked.
        """
        if lasted_ms >= 2 * self.first_ms:
            self._next_ms = self.first_ms
        return self._step()

    def failed(self, *, lasting: bool = False) -> int:
        """The wait after all tries failed.

        Args:
            lasting: it will be so until somebody changes something.
        """
        if lasting:
            self._next_ms = self.longest_ms
        return self._step()

    def _step(self) -> int:
        wait_ms = min(self._next_ms, self.longest_ms)
        self._next_ms = min(2 * wait_ms, self.longest_ms)
        return wait_ms // 4 + self.rng.randrange(1 + wait_ms - wait_ms // 4)


def _numeric(address: Sequence[object]) -> str:
    """The host of a socket's address, with its network where it holds in one only."""
    host, _, *more = address
    return f"{host}%{more[-1]}" if more and more[-1] else str(host)
