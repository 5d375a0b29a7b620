"""The group's time between two talks with it, whatever becomes of this clock.

When enough peers were heard, their time is anchored to the clock that runs from the
start of the machine, which nobody can set. Without peers, or after a restart of the
machine, the wall clock is what there is, with what it was wrong by.
"""

from dataclasses import dataclass

from unplug.clock import Stamp
from unplug.trips.peer_clock import LEAST_PEERS, Correction


@dataclass(frozen=True, slots=True)
class Anchor:
    """One instant on the group's clock and on this machine's.

    Attributes:
        boot: which run of the machine; empty where that is not known.
        boot_ms: the instant, since the machine started.
        group_ms: the same by the group's clock, UTC.
        ahead_ms: how far the group was ahead of the wall clock.
        peers: how many were heard.
    """

    boot: str
    boot_ms: int
    group_ms: int
    ahead_ms: int
    peers: int

    @property
    def holds(self) -> bool:
        """Whether enough peers stand behind it."""
        return self.peers >= LEAST_PEERS


def anchored(found: Correction, now: Stamp, boot: str) -> Anchor:
    """What the peers just said, kept for later."""
    return Anchor(boot, now.boot_ms, now.wall_ms + found.ms, found.ms, found.peers)


def group_ms(anchor: Anchor | None, now: Stamp, boot: str) -> int:
    """The group's time, UTC.

    Args:
        anchor: what the peers said last, if ever.
        now: this machine's clocks.
        boot: which run of the machine this is; empty where that is not known.
    """
    if anchor is None or not anchor.holds:
        return now.wall_ms
    if boot and boot == anchor.boot and now.boot_ms >= anchor.boot_ms:
        return anchor.group_ms + (now.boot_ms - anchor.boot_ms)
    return now.wall_ms + anchor.ahead_ms
