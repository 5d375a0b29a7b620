"""Where a broker is, as people write it down: ``mqtts://name:password@host:8883/prefix``.

A cluster is written with its nodes after each other, ``mqtts://n0,n1,n2/prefix``.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from unplug.errors import UnplugError

PLAIN_PORT, TLS_PORT = 1883, 8883
MAX_PREFIX = 64
MAX_NODES = 16
_PORTS = {"mqtt": PLAIN_PORT, "mqtts": TLS_PORT}
_TODO = "write it like mqtts://broker.example.org or mqtt://192.168.1.5:1883"


class Node(NamedTuple):
    """One server of a broker: a name or an address, and a port."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class BrokerAddress:
    """A broker and how to be let in; ``str`` of it names it without the password.

    Attributes:
        host: a name or an address; of a cluster that of its first node.
        port: 1 to 65535; the first node's.
        tls: whether the connection is encrypted.
        prefix: what every topic begins with, for brokers that allow only that.
        user: the name by which the broker knows the user; may be empty.
        password: may be empty.
        ca: who vouches for the broker; None: whom the machine trusts.
        certificate: the user's own certificate with its chain, if the broker wants one.
        key: the certificate's key; None: it is in the same file.
        others: more nodes of a cluster, any of which will do.
    """

    host: str
    port: int
    tls: bool
    prefix: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    others: tuple[Node, ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All servers, in the order in which they were written down."""
        return (Node(self.host, self.port), *self.others)

    def only(self, node: Node) -> "BrokerAddress":
        """The same with one node alone."""
        return replace(self, host=node.host, port=node.port, others=())

    @property
    def place(self) -> str:
        """The URL without user and password: what an invite tells."""
        scheme = "mqtts" if self.tls else "mqtt"
        nodes = ",".join(_written(node, _PORTS[scheme]) for node in self.nodes)
        path = f"/{quote(self.prefix)}" if self.prefix else ""
        return f"{scheme}://{nodes}{path}"

    def __str__(self) -> str:
        return self.place


def read_address(
    url: str,
    *,
    ca: Path | None = None,
    certificate: Path | None = None,
    key: Path | None = None,
) -> BrokerAddress:
    """Read a broker's URL.

    Args:
        url: ``mqtt://`` in clear, ``mqtts://`` encrypted; user, password, port and a
            prefix for topics may be in it.
        ca: see ``BrokerAddress``.
        certificate: see ``BrokerAddress``.
        key: see ``BrokerAddress``.

    Raises:
        UnplugError: it is none.
    """
    try:
        # By hand: some Pythons take an address in brackets for the only host there is.
        scheme, _, rest = url.strip().partition("://")
        where, _, path = rest.partition("/")
        user, _, nodes = where.rpartition("@")
        scheme = scheme.lower()
        first, *others = _read_nodes(nodes, _PORTS[scheme])
    except (KeyError, ValueError):
        raise _not_one(url) from None
    prefix = unquote(path).strip("/")
    plain = not set(url) & set("?#")
    if not plain or len(prefix) > MAX_PREFIX or not _is_topic(prefix):
        raise _not_one(url)
    name, _, password = user.partition(":")
    return BrokerAddress(
        host=first.host,
        port=first.port,
        tls=scheme == "mqtts",
        prefix=prefix,
        user=unquote(name),
        password=unquote(password),
        ca=ca,
        certificate=certificate,
        key=key,
        others=tuple(others),
    )


def _written(node: Node, usual_port: int) -> str:
    host = f"[{node.host}]" if ":" in node.host else node.host
    return host if node.port == usual_port else f"{host}:{node.port}"


def _read_nodes(text: str, usual_port: int) -> list[Node]:
    """Read nodes that are separated by commas; the same one twice is one.

    Raises:
        ValueError: one of them is none, or there are too many.
    """
    nodes: dict[Node, None] = {}
    for one in text.split(","):
        parts = urlsplit(f"//{one}")
        port = usual_port if parts.port is None else parts.port
        if not parts.hostname or not port or "@" in one:
            msg = f"not a host: {one}"
            raise ValueError(msg)
        nodes[Node(parts.hostname, port)] = None
    if len(nodes) > MAX_NODES:
        msg = f"too many hosts: {len(nodes)}"
        raise ValueError(msg)
    return list(nodes)


def _is_topic(prefix: str) -> bool:
    return prefix.isprintable() and not set(prefix) & set("#+$")


def _not_one(url: str) -> UnplugError:
    shown = url if "@" not in url else f"…@{url.rpartition('@')[2]}"  # no password
    return UnplugError("not the address of a broker", shown, _TODO)
