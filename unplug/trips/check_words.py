"""Four words to read to each other, to know that nobody is in between.

They come from the invite and the device that asks, through a hash that is slow on
purpose: 256 words give 32 bits, and each guess costs 16 MiB and some 50 ms: to find a
device with the same words takes years of one core, and an invite holds for days.
"""

import hashlib
from importlib import resources

from unplug.trips import primitives

COUNT = 4
_COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


def words() -> tuple[str, ...]:
    """The 256 words; no two begin with the same four letters."""
    text = resources.files("unplug.trips").joinpath("data/words.txt").read_text("utf-8")
    return tuple(text.split())


def check_words(trip: bytes, invite: bytes, device: bytes) -> tuple[str, ...]:
    """The words that both sides see; takes some 50 ms.

    Args:
        trip: the trip.
        invite: the invite's public key.
        device: the public key of the device that asks to join.
    """
    salt = primitives.digest("check words", trip, invite)
    picked = hashlib.scrypt(device, salt=salt, dklen=COUNT, **_COST)
    known = words()
    return tuple(known[i] for i in picked)
