"""What the words of a talk tell about the clocks of those who speak."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from unplug.clock import Stamp
from unplug.trips.peer_clock import REMEMBERED, Exchange, best_offset
from unplug.trips.sync import Hello

MAX_PEERS = 512


@dataclass(slots=True)
class PeerClocks:
    """Each word is a question after the time, and answers those it has heard."""

    _sent: dict[bytes, int] = field(default_factory=dict)
    _heard: dict[bytes, int] = field(default_factory=dict)
    _exchanges: dict[bytes, list[Exchange]] = field(default_factory=dict)

    def is_echo(self, hello: Hello) -> bool:
        """Whether it was said here."""
        return hello.token in self._sent

    def said(self, token: bytes, now: Stamp) -> None:
        """A word went out."""
        self._sent[token] = now.wall_ms
        shorten(self._sent, MAX_PEERS)

    def heard(self, hello: Hello, now: Stamp) -> None:
        """Compare clocks with who spoke, where the word answers one of one's own."""
        self._heard[hello.token] = now.wall_ms
        shorten(self._heard, MAX_PEERS)
        for token, arrived_ms in hello.answers:
            sent_ms = self._sent.get(token)
            if sent_ms is not None:
                said = Exchange(sent_ms, arrived_ms, hello.sent_ms, now.wall_ms)
                several = self._exchanges.setdefault(hello.device, [])
                several.append(said)
                del several[:-REMEMBERED]
        shorten(self._exchanges, MAX_PEERS)

    def answers(self, most: int) -> list[tuple[bytes, int]]:
        """The last words that were not answered yet, and when they came."""
        last = list(self._heard.items())[-most:]
        for token, _ in last:
            del self._heard[token]  # the others' turn next time
        return last

    def offsets_ms(self) -> Iterator[tuple[bytes, int]]:
        """How far each peer's clock is ahead of this one."""
        for device, several in self._exchanges.items():
            offset_ms = best_offset(several)
            if offset_ms is not None:
                yield device, offset_ms


def shorten(table: dict[bytes, Any], most: int) -> None:
    """Forget the oldest."""
    while len(table) > most:
        del table[next(iter(table))]
