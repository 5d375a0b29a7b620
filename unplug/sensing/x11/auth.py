"""The cookie that an X server lets us in by, out of the user's authority file."""

import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

METHOD = b"MIT-MAGIC-COOKIE-1"
LOCAL, WILD = 256, 65535  # families; the others are kinds of addresses
_FAMILIES = {socket.AF_INET: 0, socket.AF_INET6: 6}
_LENGTH = struct.Struct(">H")  # big-endian on every machine


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an authority file: who may use which cookie for which server."""

    family: int
    address: bytes
    number: bytes
    method: bytes
    cookie: bytes

    def fits(self, families: set[tuple[int, bytes]], number: int) -> bool:
        """Whether it is for this display, on a host known by these addresses."""
        if self.method != METHOD or self.number not in (b"", b"%d" % number):
            return False
        return self.family == WILD or (self.family, self.address) in families


def cookie_for(sock: socket.socket, number: int) -> bytes:
    """The cookie for the display at the other end; empty where there is none."""
    entries = list(read_entries(_authority_file()))
    known_as = _known_as(sock)
    for entry in entries:
        if entry.fits(known_as, number):
            return entry.cookie
    if not _is_here(sock):
        return b""
    # The machine may have been given another name since the server started.
    renamed = {(LOCAL, entry.address) for entry in entries}
    fitting = (entry.cookie for entry in entries if entry.fits(renamed, number))
    return next(fitting, b"")


def read_entries(path: Path | None) -> Iterator[Entry]:
    """The entries of an authority file, up to where it ends or breaks off."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return
    at = 0
    while True:
        try:
            (family,) = _LENGTH.unpack_from(data, at)
            fields, at = _fields(data, at + _LENGTH.size)
        except struct.error:
            return
        yield Entry(family, *fields)


def _fields(data: bytes, at: int) -> tuple[list[bytes], int]:
    fields: list[bytes] = []
    for _ in range(4):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        fields += struct.unpack_from(f"{length}s", data, at)
        at += length
    return fields, at


def _authority_file() -> Path | None:
    named, home = os.environ.get("XAUTHORITY"), os.environ.get("HOME")
    if named:
        return Path(named)
    return Path(home, ".Xauthority") if home else None


def _known_as(sock: socket.socket) -> set[tuple[int, bytes]]:
    if _is_here(sock):
        return {(LOCAL, os.fsencode(socket.gethostname()))}
    address = socket.inet_pton(sock.family, _host(sock))
    return {(_FAMILIES[sock.family], address)}


def _is_here(sock: socket.socket) -> bool:
    """Whether it leads to this machine; so does what ssh forwards, to its own end."""
    return sock.family == socket.AF_UNIX or _host(sock) in ("127.0.0.1", "::1")


def _host(sock: socket.socket) -> str:
    return str(sock.getpeername()[0]).partition("%")[0]
