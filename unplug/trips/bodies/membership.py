"""What is said about who is in a trip, as what."""

from dataclasses import dataclass

from unplug.trips import fields as f
from unplug.trips.bodies.choices import Role
from unplug.trips.fields import Body, checked


@dataclass(frozen=True, slots=True)
class Create(Body):
    """The first op: the trip's name, its founder, and the name of its first key."""

    key: bytes = checked(f.data(16))
    title: str = checked(f.LINE)
    salt: bytes = checked(f.data(16))
    name: str = checked(f.NAME)


@dataclass(frozen=True, slots=True)
class Invite(Body):
    """Whoever signs with ``key`` may ask to join, until ``expires_ms``."""

    key: bytes = checked(f.KEY)
    expires_ms: int = checked(f.INSTANT)
    uses: int = checked(f.whole(1, 50))
    approval: bool = checked(f.is_true_or_false)
    role: int = checked(f.whole(Role.GUEST, Role.MEMBER))


@dataclass(frozen=True, slots=True)
class Revoke(Body):
    """An invite holds no longer; those in ``kept`` came in by it before."""

    key: bytes = checked(f.KEY)
    kept: tuple[bytes, ...] = checked(f.several(f.MEMBER, 50))


@dataclass(frozen=True, slots=True)
class Request(Body):
    """Somebody asks to join; ``proof`` is the invite's signature over it."""

    invite: bytes = checked(f.KEY)
    name: str = checked(f.NAME)
    device: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Admit(Body):
    """Somebody comes in; ``invite`` and ``proof`` as they were in the request."""

    invite: bytes = checked(f.KEY)
    name: str = checked(f.NAME)
    device: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)
    role: int = checked(f.whole(Role.GUEST, Role.MEMBER))
    at_ms: int = checked(f.INSTANT)


@dataclass(frozen=True, slots=True)
class Remove(Body):
    """Somebody is out; of what they did only what the op's ``seen`` covers stays."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class Promote(Body):
    """Somebody becomes an organiser."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class HandOver(Body):
    """Somebody leads the trip from now on; who led it stays an organiser."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class Leave(Body):
    """The author's member leaves."""


@dataclass(frozen=True, slots=True)
class Rename(Body):
    """The author's member goes by another name."""

    name: str = checked(f.NAME)
