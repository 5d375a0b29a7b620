"""Marks by which a broker says whose it is, to nobody but those whose it is.

A mark is a hash of a trip's id and a salt that is new each time: who knows the trip
recognises it, to all others it is noise, and two of them do not go together.
"""

from collections.abc import Iterable

from unplug.trips import primitives

SALT_BYTES, MARK_BYTES = 8, 6
MOST = 12
"""So many fit into what is announced (RFC 6763: 255 bytes a string)."""


def marks_of(trips: Iterable[bytes], salt: bytes | None = None) -> str:
    """Marks for trips, as they are announced; those beyond ``MOST`` have none.

    Args:
        trips: their ids.
        salt: random unless a test says otherwise.
    """
    salt = primitives.random_bytes(SALT_BYTES) if salt is None else salt
    marks = sorted(_mark(trip, salt) for trip in list(trips)[:MOST])
    return (salt + b"".join(marks)).hex()


def is_marked(said: str, trip: bytes) -> bool:
    """Whether a trip is among those that an announcement is for."""
    try:
        plain = bytes.fromhex(said)
    except ValueError:
        return False
    salt, marks = plain[:SALT_BYTES], plain[SALT_BYTES:]
    mark = _mark(trip, salt)
    found = (marks[i : i + MARK_BYTES] for i in range(0, len(marks), MARK_BYTES))
    return mark in found


def _mark(trip: bytes, salt: bytes) -> bytes:
    return primitives.digest("own broker", trip, salt, size=MARK_BYTES)
