"""Facts handed from a thread or a callback to whoever watches a descriptor."""

import contextlib
import socket
from collections import deque
from collections.abc import Iterable

from unplug.sensing.facts import Fact
from unplug.sensing.source import SourceLostError


class Mailbox:
    """Facts go in on any thread; a socket becomes readable; they come out in order.

    A socket pair rather than a pipe, for on Windows only sockets can be watched.
    """

    def __init__(self) -> None:
        self._facts: deque[Fact] = deque()
        self._lost: SourceLostError | None = None
        self._out, self._in = socket.socketpair()
        self._out.settimeout(0)
        self._in.settimeout(0)

    def fileno(self) -> int:
        """Readable while facts wait."""
        return self._out.fileno()

    def put(self, facts: Iterable[Fact]) -> None:
        """Hand over facts; safe on any thread, and dropped once it is closed."""
        before = len(self._facts)
        self._facts.extend(facts)
        if len(self._facts) != before:
            self._ring()

    def lose(self, error: SourceLostError) -> None:
        """Let the next ``take`` raise this; safe on any thread."""
        self._lost = error
        self._ring()

    def take(self) -> list[Fact]:
        """All facts that wait, oldest first; never blocks.

        Raises:
            SourceLostError: the other side is gone, and all its facts were taken.
        """
        with contextlib.suppress(BlockingIOError):
            while self._out.recv(4096):
                pass
        facts: list[Fact] = []
        while self._facts:
            facts.append(self._facts.popleft())
        if self._lost is not None:
            if facts:
                self._ring()  # so that the loop comes back to hear of the loss
            else:
                raise self._lost
        return facts

    def close(self) -> None:
        """Let go of the sockets; safe to call twice."""
        self._out.close()
        self._in.close()

    def _ring(self) -> None:
        # A full socket rings already; a closed one has nobody left to hear it.
        with contextlib.suppress(OSError):
            self._in.send(b"\0")
