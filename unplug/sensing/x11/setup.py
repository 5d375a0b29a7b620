"""The first words between a client and an X server."""

import socket
import struct
import sys
from dataclasses import dataclass

from unplug.clock import SystemClock

VERSION = (11, 0)
SUCCESS = 1
_ORDER = b"l" if sys.byteorder == "little" else b"B"
_HEAD = struct.Struct("=BB2HH")
_ABOUT = struct.Struct("=4x2I4xH2xBB10x")
_ROOT = struct.Struct("=I35xB")
_DEPTH = struct.Struct("=2xH4x")
_FORMAT_BYTES, _VISUAL_BYTES = 8, 24
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Setup:
    """What the server told us about itself.

    Attributes:
        root: the root window of our screen.
        id_base: the bits that all our ids have in common.
        id_mask: the bits in which they differ.
    """

    root: int
    id_base: int
    id_mask: int


class RefusedError(Exception):
    """The server does not let us in; says why, in the server's words."""


def shake_hands(
    sock: socket.socket, *, screen: int, method: bytes, cookie: bytes, timeout_s: float
) -> Setup:
    """Introduce ourselves.

    Args:
        sock: a connected socket with a timeout.
        screen: the number of our screen.
        method: how we prove that we may; counts only with a cookie.
        cookie: the proof; may be empty.
        timeout_s: how long the server may take.

    Raises:
        RefusedError: it does not want us, or is no X server.
        OSError: the connection broke, or the server took too long.
    """
    method = method if cookie else b""
    head = struct.pack("=sx4H2x", _ORDER, *VERSION, len(method), len(cookie))
    sock.sendall(head + padded(method) + padded(cookie))
    deadline_ms = SystemClock().stamp().mono_ms + round(timeout_s * 1000)
    answer = _receive(sock, _HEAD.size, deadline_ms)
    status, reason_bytes, *_version, words = _HEAD.unpack(answer)
    body = _receive(sock, words * 4, deadline_ms)
    if status != SUCCESS:
        raise RefusedError(_reason(body[: reason_bytes or None]))
    try:
        return _read(body, screen)
    except struct.error as error:
        msg = f"it has no screen {screen}, or is no X server"
        raise RefusedError(msg) from error


def padded(text: bytes) -> bytes:
    """The text and as many zeros as it takes to a multiple of four bytes."""
    return text + bytes(-len(text) % 4)


def _receive(sock: socket.socket, size: int, deadline_ms: int) -> bytes:
    received = bytearray()
    while len(received) < size:
        left_ms = deadline_ms - SystemClock().stamp().mono_ms
        if left_ms <= 0:
            raise TimeoutError
        sock.settimeout(left_ms / 1000)
        data = sock.recv(size - len(received))
        if not data:
            msg = "it hung up"
            raise RefusedError(msg)
        received += data
    return bytes(received)


def _reason(said: bytes) -> str:
    text = said.partition(b"\0")[0].decode("latin-1").strip()
    shown = "".join(letter for letter in text if letter.isprintable())
    return shown[:_LONGEST_REASON] or "it gives no reason"


def _read(body: bytes, screen: int) -> Setup:
    id_base, id_mask, vendor_bytes, screens, formats = _ABOUT.unpack_from(body)
    at = _ABOUT.size + vendor_bytes + -vendor_bytes % 4 + formats * _FORMAT_BYTES
    if screen >= screens or not id_mask:
        raise struct.error
    for _ in range(screen):
        _root, depths = _ROOT.unpack_from(body, at)
        at += _ROOT.size
        for _ in range(depths):
            (visuals,) = _DEPTH.unpack_from(body, at)
            at += _DEPTH.size + visuals * _VISUAL_BYTES
    root, _depths = _ROOT.unpack_from(body, at)
    return Setup(root, id_base, id_mask)
