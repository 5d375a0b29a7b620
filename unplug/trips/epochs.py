"""Which keys of a ring to use: strangers' letters may bring others."""

from collections.abc import Sequence

from unplug.trips.envelope import SealKey
from unplug.trips.keys import KeyRing, key_id
from unplug.trips.state import TripState


def named(ring: KeyRing, state: TripState) -> list[SealKey]:
    """The keys of a ring that ops name, by epoch."""
    names = [(0, state.first_key), *((e.number, e.key) for e in state.epochs)]
    have = {(key.epoch, key_id(key.secret)): key for key in ring.epochs}
    found = [have[name] for name in dict.fromkeys(names) if name in have]
    return sorted(found, key=_number)


def first(keys: Sequence[SealKey]) -> SealKey | None:
    """The key of the first epoch, which every member has."""
    return next((key for key in keys if key.epoch == 0), None)


def last(keys: Sequence[SealKey]) -> SealKey | None:
    """The key of the present epoch, or of the latest that this device was given."""
    # Of two epochs with one number all take the first.
    return max(keys, key=_number, default=None)


def _number(key: SealKey) -> int:
    return key.epoch or 0
