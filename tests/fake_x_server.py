"""An X server of a few lines, and the packets that real ones send."""

import socket
import struct
from collections.abc import Callable
from typing import Self

from unplug.sensing.x11.connection import X11Connection
from unplug.sensing.x11.setup import Setup
from unplug.sensing.x11.wire import Wire

ROOT = 0x2A
SETUP = Setup(root=ROOT, id_base=0x400000, id_mask=0x1FFFFF)
BAD_WINDOW = 3
REFUSED = b"refused"

Answer = bytes | tuple[int, bytes] | None
Answers = Callable[[bytes], Answer]


def padded(text: bytes) -> bytes:
    return text + bytes(-len(text) % 4)


def reply(number: int, body: bytes = b"", detail: int = 0) -> bytes:
    """A reply to a request; the body is what follows the first eight bytes."""
    body = padded(body).ljust(24, b"\0")
    head = struct.pack("=BBHI", 1, detail, number % 65_536, len(body) // 4 - 6)
    return head + body


def error(number: int, code: int = BAD_WINDOW) -> bytes:
    return struct.pack("=xBH28x", code, number % 65_536)


def event(code: int, number: int, *numbers: int) -> bytes:
    body = struct.pack(f"={len(numbers)}I", *numbers)
    return struct.pack("=BxH28s", code, number % 65_536, body)


def generic_event(number: int, extra: bytes) -> bytes:
    extra = padded(extra)
    words = len(extra) // 4
    return struct.pack("=BxHI24x", 35, number % 65_536, words) + extra


def setup_reply(*roots: int, vendor: bytes = b"A vendor", depths: int = 2) -> bytes:
    """What a server says at first, with one screen per root window."""
    visuals = struct.pack("=BxH4x", 24, 3) + bytes(3 * 24)
    screens = b"".join(
        struct.pack("=I35xB", root, depths) + depths * visuals for root in roots
    )
    about = (12_101_000, SETUP.id_base, SETUP.id_mask, 256)
    sizes = (len(vendor), 65_535, len(roots), 2)
    body = struct.pack("=4I2H2B10x", *about, *sizes) + padded(vendor) + bytes(16)
    body += screens
    return struct.pack("=Bx3H", 1, 11, 0, len(body) // 4) + body


class FakeXServer:
    """Answers each request at once, in the thread of whoever sent it.

    Args:
        answers: takes a request and returns the body of its reply, or the reply's
            second byte and its body; None for a request that has none; or ``REFUSED``.

    Attributes:
        client: the client's end.
        requests: all that has arrived.
    """

    def __init__(self, answers: Answers = lambda _: None) -> None:
        client, self._sock = socket.socketpair()
        self.client = _ClientEnd(client, self)
        self.requests: list[bytes] = []
        self._answers = answers
        self._unread = b""
        self._sock.settimeout(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.hang_up()
        self.client.close()

    def connection(self) -> X11Connection:
        """A client that has the handshake behind it."""
        return X11Connection(Wire(self.client, timeout_ms=100), SETUP)

    def say(self, *packets: bytes) -> None:
        """Send something of the server's own accord."""
        self._sock.sendall(b"".join(packets))

    def hang_up(self) -> None:
        self._sock.close()

    def work(self) -> None:
        """Answer what has arrived."""
        while True:
            try:
                data = self._sock.recv(65_536)
            except BlockingIOError:
                break
            if not data:
                break
            self._unread += data
        said = b""
        while len(self._unread) >= 4:
            (words,) = struct.unpack_from("=H", self._unread, 2)
            request = self._unread[: 4 * words]
            self._unread = self._unread[4 * words :]
            self.requests.append(request)
            said += self._answer(request)
        self.say(said)

    def _answer(self, request: bytes) -> bytes:
        answer, number = self._answers(request), len(self.requests)
        if answer is None:
            return b""
        if answer == REFUSED:
            return error(number)
        detail, body = answer if isinstance(answer, tuple) else (0, answer)
        return reply(number, body, detail)


class _ClientEnd(socket.socket):
    """A socket whose other end works whenever something was sent."""

    def __init__(self, sock: socket.socket, server: FakeXServer) -> None:
        super().__init__(sock.family, sock.type, fileno=sock.detach())
        self._server = server

    def send(self, data: object, flags: int = 0) -> int:
        sent = super().send(data, flags)  # type: ignore[arg-type]  # passed on
        self._server.work()
        return sent
