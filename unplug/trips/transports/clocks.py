"""What the words of a talk tell about the clocks of those who speak.

Each word names the time at which it was said. A word that wants to be timed is answered
by all, with when it came: so who asked knows how far each clock is ahead, and how well
it knows that. Answers wait for each other, so that one word answers many.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from unplug.clock import Stamp
from unplug.trips.peer_clock import REMEMBERED, Exchange, best_offset
from unplug.trips.sync import Hello
from unplug.trips.transports.pace import Pace

MAX_PEERS = 512
CLOSE_MS = 250
"""A clock that was compared over no longer a way needs not be compared again."""
MAX_TRIES = 3
STEP_MS = 500
"""This machine's clock was set if it went so far from what has passed."""


@dataclass(slots=True)
class PeerClocks:
    """The clocks of those who are connected, against this one.

    Attributes:
        pace: the waits.
        due_ms: when a word is wanted that answers, or asks again.
    """

    pace: Pace
    due_ms: int | None = None
    _news: bool = False
    _tries: int = 0
    _latest_ms: int = 0
    _ahead_ms: int | None = None
    _sent: dict[bytes, int] = field(default_factory=dict)
    _owed: dict[bytes, tuple[bytes, int]] = field(default_factory=dict)
    _exchanges: dict[bytes, list[Exchange]] = field(default_factory=dict)

    def begin(self) -> None:
        """A connection is there, or gone; what is known of clocks stays known."""
        self.due_ms = None
        self._tries = 0
        self._owed.clear()

    def is_echo(self, hello: Hello) -> bool:
        """Whether it was said here."""
        return hello.token in self._sent

    def wants(self, there: Set[bytes]) -> bool:
        """Whether some who are there have a clock that is not known well enough."""
        return self._tries < MAX_TRIES and any(not self._is_close(d) for d in there)

    def said(self, token: bytes, now: Stamp, *, times: bool) -> None:
        """A word went out.

        Args:
            token: by which it is answered.
            now: the present.
            times: whether it wants to be.
        """
        self._look(now)
        self._sent[token] = now.wall_ms
        shorten(self._sent, MAX_PEERS)
        self._tries += times
        if not self._owed:
            self.due_ms = now.mono_ms + 2 * self.pace.timing_ms if times else None
            self._latest_ms = now.mono_ms + 6 * self.pace.timing_ms

    def heard(self, hello: Hello, now: Stamp, wait_ms: int) -> None:
        """Compare clocks with who spoke, and remember what is owed to them.

        Args:
            hello: what they said.
            now: the present.
            wait_ms: for how long others may come to be answered, too.
        """
        self._look(now)
        if hello.came:
            self._tries = 0
        if hello.times:
            self._owed[hello.device] = (hello.token, now.wall_ms)
            shorten(self._owed, MAX_PEERS)
            due_ms = now.mono_ms + wait_ms
            if self.due_ms is None:
                self._latest_ms = due_ms + 4 * self.pace.timing_ms
            self.due_ms = due_ms if self.due_ms is None else min(self.due_ms, due_ms)
        for token, arrived_ms in hello.answers:
            sent_ms = self._sent.get(token)
            if sent_ms is not None:
                said = Exchange(sent_ms, arrived_ms, hello.sent_ms, now.wall_ms)
                self._compare(hello.device, said)

    def compared(self) -> bool:
        """Whether more is known of clocks than when it was last asked."""
        news, self._news = self._news, False
        return news

    def is_due(self, there: Set[bytes], now: Stamp) -> bool:
        """Whether a word is wanted now."""
        if self.due_ms is None or self.due_ms > now.mono_ms:
            return False
        if self._owed or self.wants(there):
            return True
        self.due_ms = None
        return False

    def put_off(self, until_ms: int) -> None:
        """There is something else to do before, but not for ever."""
        if self.due_ms is not None:
            self.due_ms = max(self.due_ms, min(until_ms, self._latest_ms))

    def answers(self, most: int) -> list[tuple[bytes, int]]:
        """The oldest words that were not answered yet, and when they came."""
        told = list(self._owed.items())[:most]
        for device, _ in told:
            del self._owed[device]
        return [owed for _, owed in told]

    def offsets_ms(self, now: Stamp) -> Iterator[tuple[bytes, int]]:
        """How far each peer's clock is ahead of this one."""
        self._look(now)
        for device, several in self._exchanges.items():
            offset_ms = best_offset(several)
            if offset_ms is not None:
                yield device, offset_ms

    def _compare(self, device: bytes, said: Exchange) -> None:
        several = self._exchanges.setdefault(device, [])
        before = best_offset(several)
        several.append(said)
        del several[:-REMEMBERED]
        self._news |= best_offset(several) != before
        shorten(self._exchanges, MAX_PEERS)

    def _is_close(self, device: bytes) -> bool:
        several = self._exchanges.get(device, ())
        return any(e.usable and e.round_trip_ms <= CLOSE_MS for e in several)

    def _look(self, now: Stamp) -> None:
        """Forget what was compared with a clock that has been set since."""
        ahead_ms = now.wall_ms - now.mono_ms
        before_ms = ahead_ms if self._ahead_ms is None else self._ahead_ms
        self._ahead_ms = ahead_ms
        if abs(ahead_ms - before_ms) <= STEP_MS:
            return
        self._sent.clear()
        self._exchanges.clear()
        self._owed.clear()
        self._tries = 0
        self.due_ms = self._latest_ms = now.mono_ms + self.pace.timing_ms


def shorten(table: dict[bytes, Any], most: int) -> None:
    """Forget the oldest."""
    while len(table) > most:
        del table[next(iter(table))]
