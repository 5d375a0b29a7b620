"""Things handed from one thread to another, where neither waits for the other."""

import socket
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Crossing(Generic[T]):
    """A queue with a descriptor that is readable when there is something to take."""

    def __init__(self) -> None:
        self._things: deque[T] = deque()
        self._taker, self._giver = socket.socketpair()
        for end in (self._taker, self._giver):
            end.setblocking(False)  # noqa: FBT003  (the standard library's signature)

    def fileno(self) -> int:
        """What the taker watches."""
        return self._taker.fileno()

    def give(self, things: Iterable[T]) -> None:
        """Hand some over."""
        before = len(self._things)
        self._things.extend(things)
        if len(self._things) > before:
            self.poke()

    def poke(self) -> None:
        """Have the taker look."""
        with suppress(OSError):  # full: the taker will look anyway
            self._giver.send(b"\0")

    def take(self, most: int | None = None) -> list[T]:
        """What was handed over since; of more than ``most`` the rest comes next."""
        with suppress(BlockingIOError):
            self._taker.recv(65536)
        taken: list[T] = []
        while self._things and (most is None or len(taken) < most):
            taken.append(self._things.popleft())
        if self._things:
            self.poke()
        return taken

    def clear(self) -> None:
        """Forget what was not taken."""
        self._things.clear()

    def close_giver(self) -> None:
        """Nothing is handed over any more."""
        self._giver.close()

    def close_taker(self) -> None:
        """Nothing is taken any more."""
        self._taker.close()

    def __len__(self) -> int:
        return len(self._things)
