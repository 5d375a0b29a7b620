"""What a member's app does for the group by itself whenever it has synced.

It says that it holds the plan, passes on who asks to join, lets in who needs no
approval, hands keys to who lacks them, and begins a new epoch when somebody who is out
still has the key. Each is done by whichever app comes first; twice does no harm.
"""

from unplug.trips import doors, keys, primitives
from unplug.trips.bodies import (
    MAX_WRAPS,
    Admit,
    Device,
    Drop,
    Ready,
    Remove,
    Request,
    Role,
)
from unplug.trips.devices import member_of, prove_device
from unplug.trips.invites import OpenInvite
from unplug.trips.keys import DeviceKey
from unplug.trips.replica import Replica
from unplug.trips.state import Member, TripState


def tend(replica: Replica, now_ms: int) -> tuple[bytes, ...]:
    """Do what is to be done.

    Args:
        replica: the member's copy.
        now_ms: the time, corrected by the peers' clocks.

    Returns:
        New envelopes to send: sealed ops, then letters.
    """
    me = replica.state().members.get(replica.me or b"")
    if me is None or me.gone is not None:
        return replica.seal()  # such as the word that one leaves
    _hold_plan(replica, me)
    if me.role is not Role.GUEST:
        _pass_on_requests(replica)
        _let_in(replica, now_ms)
        _hand_out_keys(replica)
    if me.role is Role.ORGANISER and key_has_leaked(replica.state()):
        begin_epoch(replica)
    sealed = replica.seal()
    return (*sealed, *_welcome(replica))


def admit(
    replica: Replica, device: bytes, now_ms: int, role: Role | None = None
) -> bool:
    """Let in somebody who asks; whether there was such a request.

    Args:
        replica: an organiser's copy.
        device: the device that asks.
        now_ms: the time.
        role: other than what the invite is for.
    """
    found = _request(replica, device)
    if found is None:
        return False
    invite, request = found
    _admit(replica, request, role or Role(invite.invite.role), now_ms)
    return True


def remove(replica: Replica, member: bytes) -> None:
    """Put somebody out; what they did that is held here stays, nothing else.

    The new epoch follows by ``tend``.
    """
    state, heads = replica.state(), replica.heads()
    theirs = [d for d, owner in state.owner.items() if owner == member]
    seen = [head for d in theirs for _, head in heads.get(d, ())]
    replica.write(Remove(member=member), seen=seen)


def begin_epoch(replica: Replica) -> None:
    """Make a key that only those who are in will have."""
    state = replica.state()
    devices = [d for m in state.present() for d in sorted(m.devices)]
    number = (state.epoch.number if state.epoch else 0) + 1
    secret = primitives.random_bytes(primitives.KEY_BYTES)
    replica.write(keys.rekey(number, secret, devices, trip=replica.trip))
    replica.seal()


def key_has_leaked(state: TripState) -> bool:
    """Whether somebody who is out can read what is sealed now."""
    epoch = state.epoch
    inside = {d for m in state.present() for d in m.devices}
    for device, owner in state.owner.items():
        member = state.members.get(owner)
        if device in inside or member is None:
            continue
        if epoch is None or keys.hint(device) in epoch.hints:
            return True
        if member.gone is not None and member.since > epoch.since:
            return True
    return False


def pair_device(replica: Replica) -> bytes:
    """Take in another device of one's own.

    Returns:
        A whole ``KeyRing`` for it, in clear: it goes from hand to hand only.
    """
    if replica.me is None:
        msg = "nobody can add a device before being in"
        raise ValueError(msg)
    new = DeviceKey.new()
    proof = prove_device(new.seed, trip=replica.trip, member=replica.me)
    replica.write(Device(key=new.public, proof=proof))
    replica.seal()
    return keys.KeyRing(replica.trip, new, tuple(replica.named_keys())).to_bytes()


def drop_device(replica: Replica, device: bytes) -> None:
    """Take out a device of one's own; what it did that is held here stays.

    The new epoch follows by ``tend`` of an organiser.
    """
    seen = [head for _, head in replica.heads().get(device, ())]
    replica.write(Drop(key=device), seen=seen)


def _hold_plan(replica: Replica, me: Member) -> None:
    plan = replica.state().plan
    if plan is not None and me.id not in plan.ready:
        replica.write(Ready(plan=plan.ref))


def _pass_on_requests(replica: Replica) -> None:
    state = replica.state()
    for device, request in list(replica.asking.items()):
        invite = state.invites.get(request.invite)
        if invite is not None and device not in invite.asking and not invite.revoked:
            replica.write(request)
        del replica.asking[device]


def _let_in(replica: Replica, now_ms: int) -> None:
    for invite, device in replica.state().requests():
        request = invite.asking[device]
        said = _admission(request, Role(invite.invite.role), now_ms)
        if said is not None and invite.lets_in(replica.trip, said):
            replica.write(said)


def _admission(request: Request, role: Role, now_ms: int) -> Admit | None:
    if role not in (Role.GUEST, Role.MEMBER):
        return None
    return Admit(
        invite=request.invite,
        name=request.name,
        device=request.device,
        proof=request.proof,
        role=role,
        at_ms=now_ms,
    )


def _admit(replica: Replica, request: Request, role: Role, now_ms: int) -> None:
    said = _admission(request, min(role, Role.MEMBER), now_ms)
    if said is not None:
        replica.write(said)


def _request(replica: Replica, device: bytes) -> tuple[OpenInvite, Request] | None:
    for invite, asking in replica.state().requests():
        if asking == device:
            return invite, invite.asking[asking]
    return None


def _hand_out_keys(replica: Replica) -> None:
    """Bring keys to devices that the organiser who began an epoch did not know."""
    state, ring = replica.state(), replica.ring
    have = {keys.key_id(key.secret): key for key in ring.epochs}
    missed = [
        (device, have[epoch.key])
        for member in state.present()
        for device in sorted(member.devices)
        for epoch in state.epochs
        if keys.hint(device) not in epoch.hints
        and epoch.key in have
        and not _awaits_letter(replica, member, device)
    ]
    for i in range(0, len(missed), MAX_WRAPS):
        replica.write(keys.hand_out(missed[i : i + MAX_WRAPS], trip=ring.trip))


def _welcome(replica: Replica) -> list[bytes]:
    """Letters with the keys for those who are in and have not been heard of since."""
    letters = []
    for member in replica.state().present():
        for device in sorted(member.devices):
            if member.door is None or not _awaits_letter(replica, member, device):
                continue
            if not replica.has_welcome(device):
                letter = doors.write_welcome(
                    replica.ring, member.door, device, replica.named_keys()
                )
                letters.append(letter)
                replica.receive(letter)
    return letters


def _awaits_letter(replica: Replica, member: Member, device: bytes) -> bool:
    """Whether a device came by an invite and has not been heard of since."""
    epoch = replica.state().epoch
    return (
        member.door is not None
        and member_of(device) == member.id
        and device != replica.ring.device.public
        and replica.history.last_of(device) is None
        and (epoch is None or keys.hint(device) not in epoch.hints)
    )
