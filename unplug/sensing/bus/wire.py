"""The socket to a message bus, and the messages that come and go over it."""

import logging
import select
import socket
import struct
from collections import deque
from itertools import count
from typing import Any

from jeepney import FileDescriptor, HeaderFields, Message, Parser
from jeepney.fds import fds_buf_size

from unplug.clock import SystemClock
from unplug.sensing.source import SourceLostError

SEND_TIMEOUT_MS = 2_000
_READ_SIZE = 65_536
# What jeepney raises, depending on where in a message the nonsense is.
_MALFORMED = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AssertionError,
    struct.error,
)

Body = tuple[Any, ...]

log = logging.getLogger(__name__)


class Wire:
    """A connected, authenticated socket and the messages that wait on it.

    Args:
        sock: the socket; it is made non-blocking and closed here.
        title: what people call the other end.
        descriptors: whether file descriptors may be passed over it.

    Attributes:
        inbox: what has arrived and was not taken yet, oldest first.
        over: the other end is gone, and so is all that comes after the inbox.
    """

    def __init__(self, sock: socket.socket, title: str, *, descriptors: bool) -> None:
        sock.settimeout(0)
        self.inbox: deque[Message] = deque()
        self.over = False
        self._sock = sock
        self._title = title
        self._descriptors = descriptors
        self._parser = Parser()
        self._serials = count(1)

    def fileno(self) -> int:
        """The socket; -1 once closed."""
        return self._sock.fileno()

    def send(self, message: Message) -> int:
        """Send a message whole.

        Returns:
            Its serial number.

        Raises:
            SourceLostError: the other end is gone, or takes nothing.
        """
        serial = next(self._serials)
        data = memoryview(message.serialise(serial))
        while data and not self.over:
            try:
                data = data[self._sock.send(data) :]
            except BlockingIOError:
                self.over = not self._ready(select.POLLOUT, SEND_TIMEOUT_MS)
            except OSError:
                self.over = True
        if data:
            raise self.lost()
        return serial

    def read(self) -> None:
        """Take all that has arrived into the inbox, without waiting."""
        while not self.over:
            try:
                data, descriptors = self._read_some()
            except BlockingIOError:
                return
            except (OSError, *_MALFORMED):
                data, descriptors = b"", []
            self.over = not data
            self._parser.add_data(data, fds=descriptors)
            self._parse()

    def wait(self, timeout_ms: int) -> None:
        """Wait until something arrives, at most ``timeout_ms``; then read it."""
        self._ready(select.POLLIN, timeout_ms)
        self.read()

    def take_reply(self, serial: int) -> Message | None:
        """Take the reply to a message out of the inbox, if it is there."""
        for message in self.inbox:
            if message.header.fields.get(HeaderFields.reply_serial) == serial:
                self.inbox.remove(message)
                return message
        return None

    def close(self) -> None:
        """Let go of the socket and of every descriptor that nobody took."""
        self.over = True
        self._sock.close()
        for message in self.inbox:
            close_descriptors(message.body)
        self.inbox.clear()
        close_descriptors(self._parser.fds)
        self._parser.fds = []

    def lost(self) -> SourceLostError:
        """The error that says that the other end is gone."""
        return SourceLostError("connection lost", self._title)

    def _ready(self, events: int, timeout_ms: int) -> bool:
        poll = select.poll()
        poll.register(self._sock, events)
        return bool(poll.poll(timeout_ms))

    def _read_some(self) -> tuple[bytes, list[FileDescriptor]]:
        if not self._descriptors:
            return self._sock.recv(_READ_SIZE), []
        # A message at a time, else the descriptors of two would be mixed up. Close on
        # exec: a program we start must not hold back sleep with a copy of ours.
        size = self._parser.bytes_desired()
        data, extra, flags, _ = self._sock.recvmsg(
            size, fds_buf_size(), socket.MSG_CMSG_CLOEXEC
        )
        descriptors = FileDescriptor.from_ancdata(extra)
        if flags & socket.MSG_CTRUNC:
            close_descriptors(descriptors)
            return b"", []
        return data, descriptors

    def _parse(self) -> None:
        while True:
            try:
                message = self._parser.get_next_message()
            except _MALFORMED:
                if self._parser.next_msg_size is None:  # no telling where it ends
                    self.over = True
                    return
                self._parser.next_msg_size = None  # jeepney has taken it off its buffer
                close_descriptors(self._parser.fds)
                self._parser.fds = []
                log.warning("a malformed message on the %s was left out", self._title)
                continue
            if message is None:
                return
            self.inbox.append(message)


def close_descriptors(values: Body | list[FileDescriptor]) -> None:
    """Close the file descriptors among some values."""
    for value in values:
        if isinstance(value, FileDescriptor):
            value.close()


def now_ms() -> int:
    """Milliseconds since some start, to wait by."""
    return SystemClock().stamp().mono_ms
