"""Where an X server listens, as ``DISPLAY`` says, and the socket to it."""

import re
import socket
from dataclasses import dataclass
from typing import Self

TCP_BASE = 6000
_SYNTAX = re.compile(
    r"(?:tcp/)?(?P<host>[^/]*?)(?:/unix)?:(?P<number>\d{1,5})(?:\.(?P<screen>\d{1,5}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Display:
    """One X server, and the screen of it that is meant.

    Attributes:
        host: where it runs; empty for this machine.
        number: the display's number on that host.
        screen: the screen's number, from 0.
    """

    host: str
    number: int
    screen: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``:0``, ``:0.1``, ``unix:0`` or ``host:0``.

        Raises:
            ValueError: it is none of these.
        """
        found = _SYNTAX.fullmatch(text)
        if found is None:
            msg = "not the name of a display"
            raise ValueError(msg)
        host = "" if found["host"] == "unix" else found["host"].strip("[]")
        return cls(host, int(found["number"]), int(found["screen"] or 0))

    def connect(self, timeout_s: float) -> socket.socket:
        """Connect to the server.

        Args:
            timeout_s: how long it may take; the socket keeps it as its timeout.

        Raises:
            OSError: nobody answers there.
        """
        if self.host:
            return self._connect_far(timeout_s)
        path = f"/tmp/.X11-unix/X{self.number}"  # noqa: S108  (where X servers listen)
        try:
            return _connect_here(f"\0{path}", timeout_s)
        except OSError:
            return _connect_here(path, timeout_s)

    def _connect_far(self, timeout_s: float) -> socket.socket:
        try:
            place = (self.host, TCP_BASE + self.number)
            sock = socket.create_connection(place, timeout_s)
        except (OverflowError, UnicodeError) as error:
            raise OSError(str(error)) from error
        # Requests go out in bundles already; waiting for more only delays them.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock


def _connect_here(name: str, timeout_s: float) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    sock.settimeout(timeout_s)
    try:
        sock.connect(name)
    except BaseException:
        sock.close()
        raise
    return sock
