"""Where a message bus listens, as its address says."""

import os
import re
from collections.abc import Iterator

SESSION_VARIABLE = "DBUS_SESSION_BUS_ADDRESS"
SYSTEM_VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS"
SYSTEM_DEFAULT = "unix:path=/run/dbus/system_bus_socket"
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def session_address() -> str:
    """The session bus's address; empty when this is no desktop session."""
    given = os.environ.get(SESSION_VARIABLE, "")
    return given or ("unix:runtime=yes" if os.environ.get("XDG_RUNTIME_DIR") else "")


def system_address() -> str:
    """The system bus's address."""
    return os.environ.get(SYSTEM_VARIABLE, "") or SYSTEM_DEFAULT


def socket_names(address: str) -> Iterator[bytes]:
    """The local sockets an address names, in the order they are to be tried.

    Other transports and entries that cannot be read are passed over. The name of an
    abstract socket starts with a zero byte.
    """
    for entry in address.split(";"):
        transport, _, rest = entry.strip().partition(":")
        if transport != "unix":
            continue
        name = _socket_name(dict(_pairs(rest)))
        if name:
            yield name


def _pairs(rest: str) -> Iterator[tuple[str, bytes]]:
    for pair in rest.split(","):
        key, _, value = pair.partition("=")
        yield key, _ESCAPED.sub(_unescape, os.fsencode(value))


def _unescape(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], base=16),))


def _socket_name(keys: dict[str, bytes]) -> bytes:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if keys.get("path"):
        return keys["path"]
    if keys.get("abstract"):
        return b"\0" + keys["abstract"]
    if keys.get("runtime") == b"yes" and runtime:
        return os.fsencode(runtime) + b"/bus"
    return b""
