"""The secrets of one device in one trip, and how an epoch's key reaches the others.

A member may have several devices; each has an Ed25519 key of its own, from which its
X25519 key follows, and is an author of its own. An epoch's key is wrapped for all of
them under one ephemeral key: 52 bytes a device.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unplug.errors import UnplugError
from unplug.trips import canonical, primitives
from unplug.trips.bodies import HINT_BYTES, Handout, Rekey
from unplug.trips.canonical import MalformedError, Plain
from unplug.trips.envelope import SealKey
from unplug.trips.primitives import KEY_BYTES

Wrap = tuple[bytes, bytes]
_FORMAT = 1
_NO_NONCE = bytes(primitives.NONCE_BYTES)  # each wrapping key is used exactly once


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """What makes a device an author; whoever has the seed speaks for it."""

    seed: bytes = field(repr=False)
    public: bytes

    @classmethod
    def new(cls) -> "DeviceKey":
        """Make one that nobody else has."""
        return cls.from_seed(primitives.random_bytes(KEY_BYTES))

    @classmethod
    def from_seed(cls, seed: bytes) -> "DeviceKey":
        """Take up the one that a seed stands for."""
        return cls(seed, primitives.public_key(seed))


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Everything secret that a device holds for one trip.

    Attributes:
        trip: the trip.
        device: the key it writes with.
        former: keys it wrote with before; it still reads what is wrapped for them.
        epochs: the keys of all epochs it has been given. Two organisers may begin an
            epoch of the same number at the same time: both keys are kept.
    """

    trip: bytes
    device: DeviceKey
    epochs: tuple[SealKey, ...] = ()
    former: tuple[DeviceKey, ...] = ()

    def with_epoch(self, number: int, secret: bytes) -> "KeyRing":
        """The same with another epoch's key."""
        key = SealKey(self.trip, number, secret)
        if key in self.epochs:
            return self
        return KeyRing(self.trip, self.device, (*self.epochs, key), self.former)

    def with_device(self, device: DeviceKey) -> "KeyRing":
        """The same, writing with another device key from now on."""
        former = (self.device, *self.former)
        return KeyRing(self.trip, device, self.epochs, former)

    def to_bytes(self) -> bytes:
        """All of it, in clear; where it is kept is the business of a ``KeyStore``."""
        epochs: list[Plain] = [(key.epoch, key.secret) for key in self.epochs]
        seeds: list[Plain] = [d.seed for d in (self.device, *self.former)]
        return canonical.encode((_FORMAT, self.trip, tuple(seeds), tuple(epochs)))

    @classmethod
    def from_bytes(cls, data: bytes) -> "KeyRing":
        """Read what ``to_bytes`` made.

        Raises:
            UnplugError: it is something else.
        """
        try:
            version, trip, seeds, epochs = canonical.decode(data)
            if version != _FORMAT:
                raise MalformedError(version)
            own, *former = (DeviceKey.from_seed(seed) for seed in seeds)  # type: ignore[union-attr, arg-type]
            keys = tuple(SealKey(trip, n, secret) for n, secret in epochs)  # type: ignore[union-attr, arg-type, misc, str-unpack]
            return cls(trip, own, keys, tuple(former))  # type: ignore[arg-type]
        except (ValueError, TypeError) as error:
            failed = "cannot read the keys of a trip"
            todo = "restore them from a backup, or join the trip anew"
            raise UnplugError(failed, "they are damaged", todo) from error


def key_id(secret: bytes) -> bytes:
    """What an epoch's key is called where it cannot be said itself."""
    return primitives.digest("epoch key", secret, size=primitives.SHORT_BYTES)


def wrap(
    secrets: Sequence[tuple[bytes, bytes]], *, trip: bytes
) -> tuple[bytes, tuple[Wrap, ...]]:
    """Wrap secrets for devices.

    Args:
        secrets: pairs of a device's public key and the 32 bytes that are for it.
        trip: the trip it is about.

    Returns:
        The ephemeral public key, and a wrap for each pair in the given order.

    Raises:
        ValueError: a key is no key.
    """
    ephemeral = DeviceKey.new()
    wraps = []
    for i, (device, secret) in enumerate(secrets):
        shared = primitives.shared_secret(ephemeral.seed, device, "wrap")
        if shared is None:
            msg = "not a device key"
            raise ValueError(msg)
        key = primitives.digest("wrap at", shared, i.to_bytes(4, "little"))
        sealed = primitives.encrypt(key, _NO_NONCE, secret, trip + device)
        wraps.append((hint(device), sealed))
    return ephemeral.public, tuple(wraps)


def unwrap(
    ephemeral: bytes, wraps: Iterable[Wrap], device: DeviceKey, *, trip: bytes
) -> dict[int, bytes]:
    """The secrets that are for ``device``, by their places among the wraps."""
    own = hint(device.public)
    shared = primitives.shared_secret(device.seed, ephemeral, "wrap")
    if shared is None:
        return {}
    found = {}
    for i, (to, sealed) in enumerate(wraps):
        if to == own:
            key = primitives.digest("wrap at", shared, i.to_bytes(4, "little"))
            secret = primitives.decrypt(key, _NO_NONCE, sealed, trip + device.public)
            if secret is not None and len(secret) == KEY_BYTES:
                found[i] = secret
    return found


def rekey(epoch: int, secret: bytes, devices: Iterable[bytes], *, trip: bytes) -> Rekey:
    """The op that begins an epoch whose key only ``devices`` get."""
    ephemeral, wraps = wrap([(d, secret) for d in sorted(devices)], trip=trip)
    name = key_id(secret)
    return Rekey(epoch=epoch, key=name, ephemeral=ephemeral, wraps=wraps)


def hand_out(missed: Sequence[tuple[bytes, SealKey]], *, trip: bytes) -> Handout:
    """The op that brings keys to devices, each with the key it was not given."""
    ephemeral, wraps = wrap([(d, key.secret) for d, key in missed], trip=trip)
    epochs = tuple((key.epoch or 0, key_id(key.secret)) for _, key in missed)
    return Handout(ephemeral=ephemeral, wraps=wraps, epochs=epochs)


def take_keys(ring: KeyRing, op: Rekey | Handout) -> KeyRing:
    """The ring with the keys that ``op`` has for this device, if it has some."""
    for device in (ring.device, *ring.former):
        found = unwrap(op.ephemeral, op.wraps, device, trip=ring.trip)
        for i, secret in found.items():
            if isinstance(op, Rekey):
                ring = ring.with_epoch(op.epoch, secret)
            elif i < len(op.epochs):
                ring = ring.with_epoch(op.epochs[i][0], secret)
    return ring


def hint(device: bytes) -> bytes:
    """How a wrap says for which device it is, in 4 bytes."""
    return primitives.digest("wrap hint", device, size=HINT_BYTES)
