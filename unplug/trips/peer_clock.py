"""What time it is for the group, so that all unplug at the same moment.

Every app compares its clock with the others' when they speak. The median of all clocks,
its own among them, lies between two right ones as long as fewer than half are wrong, by
however much and whatever they tell to whom.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

LEAST_PEERS = 3
WARN_MS = 30_000
LONGEST_TRIP_MS = 10_000
REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two clocks compared by a question and its answer, as in RFC 5905, section 8.

    Attributes:
        sent_ms: the question left, by one's own clock.
        arrived_ms: it came, by the peer's.
        answered_ms: the answer left, by the peer's.
        back_ms: it came, by one's own.
    """

    sent_ms: int
    arrived_ms: int
    answered_ms: int
    back_ms: int

    @property
    def round_trip_ms(self) -> int:
        """How long it was under way; twice the greatest possible error."""
        return (self.back_ms - self.sent_ms) - (self.answered_ms - self.arrived_ms)

    @property
    def offset_ms(self) -> int:
        """How far the peer's clock is ahead of one's own."""
        there = self.arrived_ms - self.sent_ms
        return (there + self.answered_ms - self.back_ms) // 2

    @property
    def usable(self) -> bool:
        """Whether it was quick enough to say anything."""
        return 0 <= self.round_trip_ms <= LONGEST_TRIP_MS


@dataclass(frozen=True, slots=True)
class Correction:
    """What to add to one's own clock.

    Attributes:
        ms: to be added; 0 where too few peers are known.
        peers: how many it rests on.
    """

    ms: int
    peers: int

    @property
    def warning(self) -> bool:
        """Whether this clock is so far off that its owner should know."""
        return abs(self.ms) > WARN_MS


def best_offset(exchanges: Iterable[Exchange]) -> int | None:
    """One peer's offset: from the quickest of the last few exchanges."""
    usable = [e for e in exchanges if e.usable][-REMEMBERED:]
    quickest = min(usable, key=lambda e: e.round_trip_ms, default=None)
    return None if quickest is None else quickest.offset_ms


def correction(offsets_ms: Mapping[bytes, int]) -> Correction:
    """The group's time against one's own.

    Args:
        offsets_ms: each member's clock minus one's own, one for each member however
            many devices they have.
    """
    if len(offsets_ms) < LEAST_PEERS:
        return Correction(0, len(offsets_ms))
    return Correction(round(median([0, *offsets_ms.values()])), len(offsets_ms))
