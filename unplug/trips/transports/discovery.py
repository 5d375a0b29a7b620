"""Brokers that announce themselves on the local network, looked for when asked to.

DNS-SD (RFC 6763) by zeroconf: ``_mqtt._tcp`` and ``_secure-mqtt._tcp``. An announcement
proves nothing; nobody connects to a broker before the user has chosen it.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, ServiceStateChange, Zeroconf

KINDS = {"_mqtt._tcp.local.": False, "_secure-mqtt._tcp.local.": True}
LOOK_S = 2.0
MAX_FOUND = 50
_ASK_MS = 1_500
_MARKS = "unplug"


@dataclass(frozen=True, slots=True, order=True)
class FoundBroker:
    """A broker that announced itself.

    Attributes:
        name: what it calls itself.
        address: where it is.
        marks: by which members know whose it is; empty: it does not say.
    """

    name: str
    address: BrokerAddress
    marks: str = ""


def find_brokers(
    seconds: float = LOOK_S,
    interfaces: Sequence[str] | None = None,
    wait: Callable[[float], bool] | None = None,
) -> tuple[FoundBroker, ...]:
    """Look for brokers; blocks that long.

    Args:
        seconds: for how long.
        interfaces: addresses of those to look on; None: on all.
        wait: lets so many seconds pass; true where nobody wants to know any more.

    Raises:
        UnplugError: there is no network to look on.
    """
    from zeroconf import ServiceBrowser  # noqa: PLC0415  (few people look)

    zeroconf = _open(interfaces)
    names: dict[str, str] = {}

    def heard(
        zeroconf: "Zeroconf",  # noqa: ARG001  (called by name)
        service_type: str,
        name: str,
        state_change: "ServiceStateChange",  # noqa: ARG001  (the same)
    ) -> None:
        if len(names) < MAX_FOUND:
            names[name] = service_type

    try:
        browser = ServiceBrowser(zeroconf, list(KINDS), handlers=[heard])
        unwanted = (wait or threading.Event().wait)(seconds)
        browser.cancel()
        heard_of = [] if unwanted else list(names.items())
        found = {_found(zeroconf, kind, name) for name, kind in heard_of}
    finally:
        zeroconf.close()
    return tuple(sorted((f for f in found if f is not None), key=lambda f: f.name))


class Announcement:
    """Tells the local network of a broker, from birth until ``close``.

    Args:
        name: what it calls itself.
        address: where it is.
        interfaces: addresses of those to tell it on; None: on all.
        marks: by which members know whose it is.

    Raises:
        UnplugError: there is no network to tell.
    """

    def __init__(
        self,
        name: str,
        address: BrokerAddress,
        interfaces: Sequence[str] | None = None,
        marks: str = "",
    ) -> None:
        self._address = address
        self._zeroconf = _open(interfaces)
        self._info = _info(name, address, marks)
        self._zeroconf.register_service(self._info, allow_name_change=True)

    def mark(self, marks: str) -> None:
        """It is for others from now on."""
        self._info = _info(self.name, self._address, marks)
        self._zeroconf.update_service(self._info)

    @property
    def name(self) -> str:
        """What it is called: another name than was wished, where that was taken."""
        return self._info.name.removesuffix(f".{self._info.type}")

    def close(self) -> None:
        """It is gone."""
        self._zeroconf.unregister_service(self._info)
        self._zeroconf.close()


def _open(interfaces: Sequence[str] | None) -> "Zeroconf":
    from zeroconf import InterfaceChoice, Zeroconf  # noqa: PLC0415

    try:
        chosen = InterfaceChoice.All if interfaces is None else list(interfaces)
        return Zeroconf(interfaces=chosen)
    except OSError as error:
        failed, todo = "cannot look around in the network", "check that you are in one"
        raise UnplugError(failed, error.strerror or error, todo) from None


def _info(name: str, address: BrokerAddress, marks: str) -> "ServiceInfo":
    import socket  # noqa: PLC0415

    from zeroconf import ServiceInfo  # noqa: PLC0415

    kind = next(k for k, tls in KINDS.items() if tls == address.tls)
    return ServiceInfo(
        kind,
        f"{name}.{kind}",
        addresses=[socket.inet_aton(address.host)],
        port=address.port,
        properties={_MARKS: marks} if marks else {},
        server=f"{name.replace(' ', '-')}.local.",
    )


def _found(zeroconf: "Zeroconf", kind: str, name: str) -> FoundBroker | None:
    info = zeroconf.get_service_info(kind, name, timeout=_ASK_MS)
    if info is None or not info.port:
        return None
    addresses = info.parsed_addresses()
    if not addresses:
        return None
    # The name is what a certificate is for; without one the address is surer.
    host = (info.server or "").rstrip(".") if KINDS[kind] else addresses[0]
    address = BrokerAddress(host or addresses[0], info.port, tls=KINDS[kind])
    marks = info.decoded_properties.get(_MARKS) or ""
    return FoundBroker(name.removesuffix(f".{kind}"), address, marks)
