"""What is said about devices, and about the keys that they read with."""

from dataclasses import dataclass

from unplug.trips import fields as f
from unplug.trips.fields import Body, checked

MAX_WRAPS = 64
WRAPPED_BYTES = 48
HINT_BYTES = 4


@dataclass(frozen=True, slots=True)
class Device(Body):
    """Another device of the author's member; ``proof`` is that device's signature."""

    key: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Drop(Body):
    """A device of the author's member is lost; ``seen`` as for Remove."""

    key: bytes = checked(f.KEY)


@dataclass(frozen=True, slots=True)
class Rekey(Body):
    """A new epoch: its key by name, and wrapped for each device that is to read on."""

    epoch: int = checked(f.whole(1, 65_535))
    key: bytes = checked(f.data(16))
    ephemeral: bytes = checked(f.KEY)
    wraps: tuple[tuple[bytes, bytes], ...] = checked(
        f.several(f.pair(f.data(HINT_BYTES), f.data(WRAPPED_BYTES)), MAX_WRAPS)
    )


@dataclass(frozen=True, slots=True)
class Handout(Body):
    """Keys of epochs for devices that were missed: each wrap's epoch and key's name."""

    ephemeral: bytes = checked(f.KEY)
    wraps: tuple[tuple[bytes, bytes], ...] = checked(
        f.several(f.pair(f.data(HINT_BYTES), f.data(WRAPPED_BYTES)), MAX_WRAPS)
    )
    epochs: tuple[tuple[int, bytes], ...] = checked(
        f.several(f.pair(f.whole(1, 65_535), f.data(16)), MAX_WRAPS)
    )
