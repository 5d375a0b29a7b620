"""Letters between an invited person and the members, before they share a key.

*Request*: my name, my device, and the invite's signature over both. *Welcome*: the keys
of the trip's epochs, wrapped for that device. Both travel as envelopes under the
invite's ``door_key``; a relay cannot tell them from others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from unplug.trips import bodies, canonical, envelope, keys, primitives
from unplug.trips.bodies import Request
from unplug.trips.canonical import MalformedError
from unplug.trips.envelope import SealKey
from unplug.trips.invite import Ticket, door_key
from unplug.trips.invites import prove_request, proves

MAX_EPOCHS = 64
_REQUEST, _WELCOME = 0, 1
_REQUEST_FIELDS, _WELCOME_FIELDS = 4, 4
_CORE_FIELDS = 4
_DOMAIN = b"unplug trip welcome 1\x00"


@dataclass(frozen=True, slots=True)
class Welcome:
    """The keys of a trip for one device.

    Attributes:
        device: the device that it is for.
        ephemeral: the public half of the key that wrapped them.
        epochs: the epoch's number for each wrap.
        wraps: the wrapped keys.
        signer: the member's device that says so; members heed no other's welcomes.
    """

    device: bytes
    ephemeral: bytes
    epochs: tuple[int, ...]
    wraps: tuple[keys.Wrap, ...]
    signer: bytes


def write_request(ticket: Ticket, *, name: str, device: bytes) -> bytes:
    """The envelope in which somebody asks to join.

    Raises:
        ValueError: the name is empty, too long, or has characters that cannot be seen.
    """
    proof = prove_request(
        ticket.signing_seed, trip=ticket.trip, name=name, device=device
    )
    said = Request(invite=ticket.public, name=name, device=device, proof=proof)
    payload = canonical.encode((_REQUEST, said.name, said.device, said.proof))
    return envelope.seal(door_key(ticket.trip, ticket.public), payload)


def write_welcome(
    ring: keys.KeyRing, invite: bytes, device: bytes, epochs: Sequence[SealKey]
) -> bytes:
    """The envelope that brings ``epochs`` to a device that was admitted."""
    trip = ring.trip
    # The first epoch's key too: in it the later ones are announced.
    kept = [*epochs[:1], *epochs[1:][-MAX_EPOCHS + 1 :]]
    ephemeral, wraps = keys.wrap([(device, key.secret) for key in kept], trip=trip)
    numbers = tuple(key.epoch or 0 for key in kept)
    core = canonical.encode((device, ephemeral, numbers, wraps))
    signature = primitives.sign(ring.device.seed, _DOMAIN + trip + core)
    payload = canonical.encode((_WELCOME, ring.device.public, signature, core))
    return envelope.seal(door_key(trip, invite), payload)


@lru_cache(maxsize=128)
def read_letter(payload: bytes, trip: bytes, invite: bytes) -> Request | Welcome | None:
    """What is in an envelope that the invite's door key opened, if it is right."""
    try:
        what, *said = canonical.decode(payload)
    except (MalformedError, ValueError):
        return None
    if what == _REQUEST and len(said) == _REQUEST_FIELDS - 1:
        kind = bodies.NUMBERS[Request]
        request = bodies.read(kind, (invite, *said))
        if isinstance(request, Request) and proves(
            invite, request.proof, trip, request.name, request.device
        ):
            return request
    if what == _WELCOME and len(said) == _WELCOME_FIELDS - 1:
        return _signed_welcome(said, trip)
    return None


def accept(ring: keys.KeyRing, welcome: Welcome) -> keys.KeyRing:
    """The ring with the keys of a welcome, if it is for this device."""
    for device in (ring.device, *ring.former):
        if device.public == welcome.device:
            secrets = keys.unwrap(
                welcome.ephemeral, welcome.wraps, device, trip=ring.trip
            )
            if len(secrets) == len(welcome.epochs):
                for number, secret in zip(
                    welcome.epochs, secrets.values(), strict=True
                ):
                    ring = ring.with_epoch(number, secret)
    return ring


def _signed_welcome(said: Sequence[canonical.Plain], trip: bytes) -> Welcome | None:
    signer, signature, core = said
    if not (isinstance(signer, bytes) and isinstance(signature, bytes)):
        return None
    if not isinstance(core, bytes):
        return None
    if not primitives.verifies(signer, _DOMAIN + trip + core, signature):
        return None
    try:
        return _welcome(canonical.decode(core), signer)
    except MalformedError:
        return None


def _welcome(said: Sequence[canonical.Plain], signer: bytes) -> Welcome | None:
    if len(said) != _CORE_FIELDS:
        return None
    device, ephemeral, epochs, wraps = said
    if not isinstance(epochs, tuple) or not isinstance(wraps, tuple):
        return None
    as_rekey = bodies.read(
        bodies.NUMBERS[bodies.Rekey], (1, bytes(16), ephemeral, wraps)
    )
    right = (
        isinstance(as_rekey, bodies.Rekey)
        and isinstance(device, bytes)
        and len(epochs) == len(wraps)
    )
    if (
        not right
        or not isinstance(as_rekey, bodies.Rekey)
        or not isinstance(device, bytes)
    ):
        return None
    numbers = tuple(n for n in epochs if type(n) is int and 0 <= n < 2**16)
    if len(numbers) != len(epochs):
        return None
    return Welcome(device, as_rekey.ephemeral, numbers, as_rekey.wraps, signer)
