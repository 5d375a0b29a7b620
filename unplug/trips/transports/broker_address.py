"""Where a broker is, as people write it down: ``mqtts://name:password@host:8883/prefix``."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from unplug.errors import UnplugError

PLAIN_PORT, TLS_PORT = 1883, 8883
MAX_PREFIX = 64
_PORTS = {"mqtt": PLAIN_PORT, "mqtts": TLS_PORT}
_TODO = "write it like mqtts://broker.example.org or mqtt://192.168.1.5:1883"


@dataclass(frozen=True, slots=True)
class BrokerAddress:
    """A broker and how to be let in; ``str`` of it names it without the password.

    Attributes:
        host: a name or an address.
        port: 1 to 65535.
        tls: whether the connection is encrypted.
        prefix: what every topic begins with, for brokers that allow only that.
        user: the name by which the broker knows the user; may be empty.
        password: may be empty.
        ca: who vouches for the broker; None: whom the machine trusts.
        certificate: the user's own certificate with its chain, if the broker wants one.
        key: the certificate's key; None: it is in the same file.
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

    @property
    def place(self) -> str:
        """The URL without user and password: what an invite tells."""
        scheme = "mqtts" if self.tls else "mqtt"
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[scheme] else f":{self.port}"
        path = f"/{quote(self.prefix)}" if self.prefix else ""
        return f"{scheme}://{host}{port}{path}"

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
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise _not_one(url) from None
    host, prefix = parts.hostname or "", unquote(parts.path).strip("/")
    plain = not set(url) & set("?#")
    if parts.scheme not in _PORTS or not host or port == 0 or not plain:
        raise _not_one(url)
    if len(prefix) > MAX_PREFIX or not _is_topic(prefix):
        raise _not_one(url)
    return BrokerAddress(
        host=host,
        port=_PORTS[parts.scheme] if port is None else port,
        tls=parts.scheme == "mqtts",
        prefix=prefix,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        ca=ca,
        certificate=certificate,
        key=key,
    )


def _is_topic(prefix: str) -> bool:
    return prefix.isprintable() and not set(prefix) & set("#+$")


def _not_one(url: str) -> UnplugError:
    shown = url if "@" not in url else f"…@{url.rpartition('@')[2]}"  # no password
    return UnplugError("not the address of a broker", shown, _TODO)
