"""Whose device is whose.

A member is named after the first device, ``member_of(device)``. A device adds others by
``Device``, which the new one signs too, and takes away by ``Drop`` those that it added
itself, or that were added by those: nearer to the first wins, so that two devices can
never drop each other. All this rests on one member's ops alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from unplug.trips import primitives
from unplug.trips.bodies import Device, Drop
from unplug.trips.history import History
from unplug.trips.op import Op

_DOMAIN = b"unplug trip device 1\x00"


@lru_cache(maxsize=4096)
def member_of(device: bytes) -> bytes:
    """The member whose first device this is or would be."""
    return primitives.digest("member", device, size=primitives.SHORT_BYTES)


def prove_device(seed: bytes, *, trip: bytes, member: bytes) -> bytes:
    """A device's own word that it belongs to ``member``."""
    return primitives.sign(seed, _DOMAIN + trip + member)


@lru_cache(maxsize=4096)
def _proven(device: bytes, proof: bytes, trip: bytes, member: bytes) -> bool:
    return primitives.verifies(device, _DOMAIN + trip + member, proof)


def owners(
    trip: bytes, first: Iterable[bytes], ops: Sequence[Op]
) -> dict[bytes, bytes]:
    """Every device and its member, before any right is looked at.

    Args:
        trip: the trip.
        first: the first devices of all who were ever named.
        ops: those that add devices.
    """
    added: dict[bytes, list[Device]] = {}
    for op in ops:
        if isinstance(op.body, Device):
            added.setdefault(op.author, []).append(op.body)
    owner = {device: member_of(device) for device in first}
    claims: dict[bytes, set[bytes]] = {}
    for start, member in owner.items():
        reached = [start]
        for device in reached:
            for body in added.get(device, ()):
                known = body.key in reached or body.key in owner
                if not known and _proven(body.key, body.proof, trip, member):
                    reached.append(body.key)
                    claims.setdefault(body.key, set()).add(member)
    # A key that signed for two members only harms itself; the choice must be the same.
    return owner | {device: min(members) for device, members in claims.items()}


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices of one member.

    Attributes:
        in_use: those that may write.
        kept: of those that were dropped, the batches that stay; nothing else of theirs.
        cut: where the member was removed, the batches that stay.
    """

    in_use: frozenset[bytes]
    kept: dict[bytes, frozenset[bytes]]
    cut: frozenset[bytes] | None

    def wrote(self, op: Op) -> bool:
        """Whether an op counts as the member's."""
        if self.cut is not None and op.batch not in self.cut:
            return False
        return op.author in self.in_use or op.batch in self.kept.get(op.author, ())


def devices_of(
    first: bytes,
    ops: Sequence[Op],
    *,
    owner: dict[bytes, bytes],
    history: History,
    cut: frozenset[bytes] | None = None,
) -> Devices:
    """The devices of a member, from its own ops that add and drop them.

    Args:
        first: the member's first device.
        ops: at least all its ``Device`` and ``Drop``.
        owner: as from ``owners``.
        history: to follow the chains that a drop has seen.
        cut: what stays of the member's batches where it was removed.
    """
    if not any(isinstance(op.body, Device | Drop) for op in ops):
        return Devices(frozenset((first,)), {}, cut)
    member = owner[first]
    depth = {first: 0}
    kept: dict[bytes, frozenset[bytes]] = {}
    level = 0
    while any(d == level for d in depth.values()):
        so_far = Devices(frozenset(depth.keys() - kept), kept, cut)
        acts = [o for o in ops if depth.get(o.author) == level and so_far.wrote(o)]
        for op in acts:
            body = op.body
            if isinstance(body, Device) and owner.get(body.key) == member:
                depth.setdefault(body.key, level + 1)
        for op in acts:
            body = op.body
            if isinstance(body, Drop) and owner.get(body.key) == member:
                if depth.get(body.key, level + 1) <= level:
                    continue
                past = frozenset(history.past_of(op.seen))
                kept[body.key] = kept.get(body.key, past) & past
        level += 1
    return Devices(frozenset(depth.keys() - kept), kept, cut)
