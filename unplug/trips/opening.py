"""What is in a stream of envelopes, read and verified before anything is made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unplug.trips import doors, envelope, sync
from unplug.trips.bodies import Request
from unplug.trips.canonical import MalformedError
from unplug.trips.doors import Welcome
from unplug.trips.envelope import Found, SealKey
from unplug.trips.op import Batch, read_batch

BATCH, HELLO = b"\x00", b"\x01"


@dataclass(slots=True)
class Opened:
    """What was found, each with the envelope it was in.

    Attributes:
        batches: signed by who they say, of this trip and of the epoch of their seal.
        letters: requests that show an invite's proof, and welcomes.
        hellos: signed by who they say.
        refused: envelopes that were recognised and then were not right.
    """

    batches: list[tuple[Batch, bytes]] = field(default_factory=list)
    letters: list[tuple[Request | Welcome, bytes]] = field(default_factory=list)
    hellos: list[sync.Hello] = field(default_factory=list)
    refused: int = 0


def open_stream(
    stream: bytes,
    epochs: Sequence[SealKey],
    doors_of: Mapping[SealKey, bytes],
    known: Mapping[bytes, bytes],
) -> Opened:
    """Open all that can be opened.

    Args:
        stream: envelopes in any order and state.
        epochs: the keys of a trip's epochs.
        doors_of: the door keys of its invites, and the public keys of those.
        known: envelopes that are had already, by their nonces; they are passed over.
    """
    opened = Opened()
    for found in envelope.find(stream, [*epochs, *doors_of], known):
        try:
            _open(opened, found, doors_of)
        except MalformedError:
            opened.refused += 1
    return opened


def _open(opened: Opened, found: Found, doors_of: Mapping[SealKey, bytes]) -> None:
    payload, key = found.payload, found.key
    if payload is None:
        msg = "tampered with"
        raise MalformedError(msg)
    if key.epoch is None:
        letter = doors.read_letter(payload, key.trip, doors_of[key])
        if letter is None:
            msg = "not a letter"
            raise MalformedError(msg)
        opened.letters.append((letter, found.raw))
    elif payload[:1] == BATCH:
        batch = read_batch(payload[1:], key.trip)
        if batch.epoch != key.epoch:
            msg = "of another epoch than its seal"
            raise MalformedError(msg)
        opened.batches.append((batch, found.raw))
    elif payload[:1] == HELLO:
        opened.hellos.append(sync.read_hello(payload[1:], key.trip))
