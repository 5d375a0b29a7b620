"""Where this computer is in its local network, and word of when that changes.

Only addresses that no stranger reaches are of use here: private ones (RFC 1918) and
those that computers give themselves (RFC 3927).
"""

import ipaddress
import socket
import sys
from contextlib import suppress

from unplug.errors import UnplugError

_BEYOND = ("198.51.100.1", 9)  # RFC 5737: leads out; connecting a datagram sends none
_RTMGRP_LINK, _RTMGRP_IPV4_IFADDR = 0x1, 0x10
_TODO = "join a local network, or name its address: own_broker.address in the settings"
_FAILED = "cannot tell the address of this computer in a local network"


def own_address() -> str:
    """The address by which this computer goes out, if that is a private one.

    Raises:
        UnplugError: there is no network, or strangers reach the address.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_BEYOND)
            found = str(asking.getsockname()[0])
        except OSError:
            raise UnplugError(_FAILED, "there is none", _TODO) from None
    if not is_local(found) or ipaddress.ip_address(found).is_loopback:
        value = f"{found} can be reached from outside"
        raise UnplugError(_FAILED, value, _TODO)
    return found


def is_local(address: str) -> bool:
    """Whether an address is one that only this computer's surroundings reach."""
    try:
        known = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return not (known.is_global or known.is_multicast or known.is_unspecified)


class AddressWatch:
    """Becomes readable when an address of this computer has come or gone; on Linux.

    Elsewhere there is no such word, and ``fileno`` is -1.
    """

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        if sys.platform.startswith("linux"):
            with suppress(OSError):  # a sandbox may not let us hear
                self._socket = _listening()

    def fileno(self) -> int:
        """The descriptor to watch; -1 where there is none."""
        return -1 if self._socket is None else self._socket.fileno()

    def drain(self) -> None:
        """Take note; what exactly has changed is to be looked up."""
        if self._socket is not None:
            with suppress(OSError):  # nothing more, or too much at once
                while self._socket.recv(65536):
                    pass

    def close(self) -> None:
        """Watch no longer."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def _listening() -> socket.socket:
    """A route socket (rtnetlink(7)) that hears of links and addresses."""
    kind = socket.SOCK_RAW | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC
    heard = socket.socket(socket.AF_NETLINK, kind, socket.NETLINK_ROUTE)
    try:
        heard.bind((0, _RTMGRP_LINK | _RTMGRP_IPV4_IFADDR))
    except OSError:
        heard.close()
        raise
    return heard
