"""Requests to an X server, and what comes back, over a connected socket."""

import select
import socket
import struct
from collections.abc import Iterator
from typing import NoReturn

from unplug.clock import SystemClock
from unplug.sensing.source import SourceLostError

PACKET_BYTES = 32
LONGEST_BYTES = 1 << 20
TIMEOUT_MS = 2_000
ERROR, REPLY, KEYMAP_NOTIFY, GENERIC_EVENT = 0, 1, 11, 35
SENT_BY_CLIENT = 0x80
FULL_BYTES = 16_384
WRAP = 1 << 16
GET_INPUT_FOCUS = struct.pack("=BxH", 43, 1)
_READ_BYTES = 16_384
_HEAD = struct.Struct("=BxHI")


class Splitter:
    """Cuts the bytes of a server into packets, however they arrive."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Take in some bytes; the packets that they complete.

        Raises:
            ValueError: a packet claims to be longer than ``LONGEST_BYTES``.
        """
        self._rest += data
        at = 0
        try:
            while len(self._rest) - at >= PACKET_BYTES:
                kind, _, words = _HEAD.unpack_from(self._rest, at)
                size = PACKET_BYTES
                if kind == REPLY or kind & ~SENT_BY_CLIENT == GENERIC_EVENT:
                    size += 4 * words
                if size > LONGEST_BYTES:
                    msg = f"a packet of {size} bytes"
                    raise ValueError(msg)
                if len(self._rest) - at < size:
                    return
                yield bytes(self._rest[at : at + size])
                at += size
        finally:
            del self._rest[:at]


class Wire:
    """The two streams of a connection, one of requests and one of what comes back.

    Requests are numbered from 1, and sent in bundles: when somebody waits for an
    answer, on ``flush``, or when enough has gathered. The server says only the low 16
    bits of the number of the request that it speaks about, but speaks in order.

    Args:
        sock: a socket after the handshake; it is made non-blocking and closed here.
        timeout_ms: how long the server may take to answer, or to take something.
    """

    def __init__(self, sock: socket.socket, timeout_ms: int = TIMEOUT_MS) -> None:
        sock.settimeout(0)
        self._sock = sock
        self._timeout_ms = timeout_ms
        self._splitter = Splitter()
        self._unsent = bytearray()
        self._asked = 0
        self._answered = 0  # the last request that will be answered or has been
        self._heard = 0  # the last request that the server has spoken about
        self._awaited: set[int] = set()
        self._replies: dict[int, bytes | None] = {}
        self._events: list[bytes] = []
        self._over = ""

    def fileno(self) -> int:
        """The socket; -1 once closed."""
        return self._sock.fileno()

    def close(self) -> None:
        """Leave the server; safe to call twice."""
        self._over = self._over or "it was closed"
        self._sock.close()

    def tell(self, request: bytes) -> int:
        """Send a request that is not answered, unless with an error.

        Returns:
            Its number.
        """
        if self._asked + 1 - self._answered >= WRAP - 1:
            self._ask_anything()
        self._asked += 1
        self._unsent += request
        if len(self._unsent) >= FULL_BYTES:
            self.flush()
        return self._asked

    def ask(self, request: bytes) -> int:
        """Send a request that is answered; hand its number to ``answer``."""
        self._answered = self.tell(request)
        self._awaited.add(self._answered)
        return self._answered

    def answer(self, number: int) -> bytes | None:
        """Wait for a reply; None where the server refuses.

        Raises:
            SourceLostError: the server is gone, or does not answer.
        """
        patience = _Patience(self._timeout_ms)
        self.flush()
        while number not in self._replies:
            if self._heard > number:
                self.lose("it left out an answer")
            if not patience.wait(self._sock, select.POLLIN):
                self.lose("it does not answer")
            self.read()
        return self._replies.pop(number)

    def accepts(self, request: bytes) -> bool:
        """Send a request that is not answered, and wait for whether it is refused.

        Raises:
            SourceLostError: the server is gone, or does not answer.
        """
        told = self.tell(request)
        self._awaited.add(told)
        self.answer(self.ask(GET_INPUT_FOCUS))  # by then it has spoken of the other
        self._awaited.discard(told)
        return self._replies.pop(told, b"") is not None

    def events(self) -> list[bytes]:
        """The events that have arrived, also those read while waiting for answers.

        Raises:
            SourceLostError: the server is gone.
        """
        self.read()
        events, self._events = self._events, []
        return events

    def flush(self) -> None:
        """Send what has gathered.

        Call it before ``events()``: sending may read, and so buffer, events.

        Raises:
            SourceLostError: the server is gone, or takes nothing.
        """
        patience = _Patience(self._timeout_ms)
        while self._unsent:
            self._check()
            try:
                del self._unsent[: self._sock.send(self._unsent)]
            except BlockingIOError:
                # It may want to be read first.
                if not patience.wait(self._sock, select.POLLIN | select.POLLOUT):
                    self.lose("it takes nothing")
                self.read()
            except OSError as error:
                self.lose(error.strerror or str(error))

    def read(self) -> None:
        """Take in what has arrived, without waiting.

        At most as much as fits at once: if there is more, the socket stays readable.

        Raises:
            SourceLostError: the server is gone, or speaks nonsense.
        """
        self._check()
        try:
            data = self._sock.recv(_READ_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            self.lose(error.strerror or str(error))
        if not data:
            self.lose("it hung up")
        try:
            for packet in self._splitter.feed(data):
                self._take(packet)
        except ValueError as error:
            self.lose(f"it speaks nonsense ({error})")

    def lose(self, reason: str) -> NoReturn:
        """Have nothing more to do with the server.

        Raises:
            SourceLostError: always, with the first reason there was.
        """
        self._over = self._over or reason
        failed = "lost the X server"
        raise SourceLostError(failed, self._over)

    def _check(self) -> None:
        if self._over:
            self.lose(self._over)

    def _take(self, packet: bytes) -> None:
        kind, low, _ = _HEAD.unpack_from(packet)
        if kind & ~SENT_BY_CLIENT != KEYMAP_NOTIFY:  # the only one without a number
            self._heard += (low - self._heard) % WRAP
            if self._heard > self._asked:
                msg = f"about request {self._heard} of {self._asked}"
                raise ValueError(msg)
        if kind not in (ERROR, REPLY):
            self._events.append(packet)
        elif self._heard in self._awaited:
            self._awaited.remove(self._heard)
            self._replies[self._heard] = packet if kind == REPLY else None

    def _ask_anything(self) -> None:
        """Make the server speak before the low bits of two numbers are the same."""
        self._asked += 1
        self._answered = self._asked
        self._unsent += GET_INPUT_FOCUS


class _Patience:
    """A time limit with a last look after it, for we may have been stopped."""

    def __init__(self, timeout_ms: int) -> None:
        self._deadline_ms = _now_ms() + timeout_ms
        self._over = False

    def wait(self, sock: socket.socket, events: int) -> bool:
        """Wait until the socket is ready; False where it is too late."""
        if self._over:
            return False
        left_ms = self._deadline_ms - _now_ms()
        self._over = left_ms <= 0
        poll = select.poll()
        poll.register(sock, events)
        return bool(poll.poll(max(0, left_ms)))


def _now_ms() -> int:
    return SystemClock().stamp().mono_ms
