"""A trip in one file, to be handed on by any means there is."""

from unplug.errors import UnplugError
from unplug.trips import envelope, primitives
from unplug.trips.replica import Received, Replica

MAGIC = b"unplug trip 1\n\x00\x00"
SUFFIX = ".unplug-trip"
MAX_BYTES = 64 * 1024 * 1024
_NAME_BYTES = 8
HEAD_BYTES = len(MAGIC) + _NAME_BYTES


def write_bundle(replica: Replica) -> bytes:
    """Everything that a replica holds, and the letters that are under way.

    What was written is sealed first.
    """
    replica.seal()
    parts = [*replica.envelopes(), *replica.letters.values()]
    return MAGIC + _name(replica.trip) + b"".join(parts)


def read_bundle(replica: Replica, data: bytes) -> Received:
    """Take in what a bundle holds.

    Raises:
        UnplugError: it is no bundle, or of another trip; nothing has changed.
    """
    check(replica.trip, data)
    return replica.receive(data[HEAD_BYTES:])


def check(trip: bytes, data: bytes) -> None:
    """Look whether a file is a bundle of a trip.

    Raises:
        UnplugError: it is not.
    """
    if not data.startswith(MAGIC) or len(data) > MAX_BYTES:
        failed, todo = "cannot read the file", "choose one that unplug has exported"
        raise UnplugError(failed, "it is not a trip", todo)
    if not is_of(trip, data):
        failed, todo = "cannot read the file", "open it in the trip that it belongs to"
        raise UnplugError(failed, "it is of another trip", todo)
    if len(data) - HEAD_BYTES < envelope.BLOCK:
        failed, todo = "cannot read the file", "copy it again, or ask for a new one"
        raise UnplugError(failed, "it ends too early", todo)


def is_of(trip: bytes, data: bytes) -> bool:
    """Whether a bundle is of a trip."""
    return data.startswith(MAGIC + _name(trip))


def _name(trip: bytes) -> bytes:
    return primitives.digest("bundle", trip, size=_NAME_BYTES)
