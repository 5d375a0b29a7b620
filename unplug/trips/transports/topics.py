"""What a trip's topics are called: strings that look random and tell nothing.

All talk is on one topic, which is a hash of the trip's id; what one device has missed
is sent to a topic of its own. What the broker keeps for those who come later is one
level below the talk, in slots whose names only members can compute.
"""

from base64 import urlsafe_b64encode

from unplug.trips import primitives

_TRIP_BYTES, _SLOT_BYTES = 15, 6  # without padding in base64


def talk_topic(trip: bytes, prefix: str = "") -> str:
    """Where those who are connected speak."""
    name = _text(primitives.digest("mqtt talk", trip, size=_TRIP_BYTES))
    return f"{prefix}/{name}" if prefix else name


def inbox_topic(trip: bytes, device: bytes, prefix: str = "") -> str:
    """Where a device is told what only it has missed."""
    name = _text(primitives.digest("mqtt inbox", trip, device, size=_TRIP_BYTES))
    return f"{prefix}/{name}" if prefix else name


def slot_filter(topic: str) -> str:
    """What matches all slots of a trip, given its topic."""
    return f"{topic}/+"


def author_slot(topic: str, secret: bytes, author: bytes, number: int) -> str:
    """Where the ``number``-th segment of a device is kept.

    Args:
        topic: the trip's.
        secret: the key of the trip's first epoch, which every member has.
        author: the device.
        number: from 0.
    """
    count = number.to_bytes(4, "little")
    return _slot(topic, primitives.digest("mqtt slot", author, count, key=secret))


def letter_slot(topic: str, nonce: bytes) -> str:
    """Where a letter is kept as long as it is not answered."""
    return _slot(topic, primitives.digest("mqtt letter", nonce))


def _slot(topic: str, name: bytes) -> str:
    return f"{topic}/{_text(name[:_SLOT_BYTES])}"


def _text(name: bytes) -> str:
    return urlsafe_b64encode(name).decode("ascii")
