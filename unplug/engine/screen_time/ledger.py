"""What is not in the database yet: kept in the tail, committed in batches."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from unplug.errors import UnplugError
from unplug.usage.states import ScreenSpan

COMMIT_WITHIN_MS = 120_000
"""The tail has everything at once, and the kernel writes it out within half a minute:
committing more often would only wear the disk (see docs/decisions/009-the-tail.md)."""
TRY_AGAIN_MS = 25_000
"""After a commit that failed: the disk may be there again, and somebody may ask."""


class Book(Protocol):
    """Where final spans go.

    Attributes:
        next_id: the number of the next commit, higher than any before.
    """

    next_id: int

    @property
    def is_open(self) -> bool:
        """Whether it can be written to; if not, ``append`` tries to open it."""

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> object:
        """Write the spans in one transaction.

        Raises:
            UnplugError: they could not be written; nothing was.
        """


class TailFile(Protocol):
    """What survives a kill between two commits."""

    def write(
        self, commit_id: int, closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
    ) -> None:
        """Remember the spans to be committed under an id, and the open ones."""

    def beat(self, dur_ms: int) -> bool:
        """The last open span lasts this long by now; False: write first."""


class Ledger:
    """Spans on their way to the database; a kill loses none of them.

    Args:
        book: where they go.
        tail: where they wait.
        left: spans of an earlier run that are still to be committed.
    """

    def __init__(
        self, book: Book, tail: TailFile, left: Sequence[ScreenSpan] = ()
    ) -> None:
        self._book = book
        self._tail = tail
        self._unsaved: list[ScreenSpan] = list(left)
        self._open: tuple[ScreenSpan, ...] = ()
        self._due_ms: int | None = None
        self.trouble: UnplugError | None = None

    @property
    def due_ms(self) -> int | None:
        """When to commit at the latest, on the monotonic clock; None: nothing to."""
        return self._due_ms

    @property
    def last_commit_id(self) -> int:
        """The number of the last commit; 0 before the first."""
        return self._book.next_id - 1

    @property
    def unsaved(self) -> tuple[ScreenSpan, ...]:
        """The final spans that are not in the database yet."""
        return tuple(self._unsaved)

    def take(
        self, final: Sequence[ScreenSpan], open_: tuple[ScreenSpan, ...], now_ms: int
    ) -> None:
        """Remember what is final now and what is open."""
        self._open = open_
        self._unsaved += final
        if self._due_ms is None and self._wants_commit:
            self._due_ms = now_ms + COMMIT_WITHIN_MS
        self._write_tail()

    def beat(self, dur_ms: int) -> None:
        """Nothing is new but that the last open span lasts this long by now."""
        if self._open:
            self._open = (*self._open[:-1], replace(self._open[-1], dur_ms=dur_ms))
        if not self._tail.beat(dur_ms):
            self._write_tail()

    def commit(self, now_ms: int) -> bool:
        """Put everything final into the database.

        Where that fails the spans stay here, ``trouble`` says why, and it is due
        again after a while.
        """
        if self._wants_commit:
            try:
                self._book.append(self._unsaved, self._book.next_id)
            except UnplugError as error:
                self.trouble = error
                self._due_ms = now_ms + TRY_AGAIN_MS
                return False
            self._unsaved.clear()
            self._write_tail()
        self.trouble = None
        self._due_ms = None
        return True

    def forget(self) -> None:
        """Drop everything that waits."""
        self._unsaved.clear()
        self._open = ()
        self._due_ms = None
        self._write_tail()

    @property
    def _wants_commit(self) -> bool:
        return bool(self._unsaved) or not self._book.is_open

    def _write_tail(self) -> None:
        self._tail.write(self._book.next_id, self._unsaved, self._open)
