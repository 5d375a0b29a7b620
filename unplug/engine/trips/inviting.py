"""Who comes into a trip: invites, and letting in who asks."""

from dataclasses import dataclass

from unplug.engine.refusing import refuse
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import organiser
from unplug.trips import bodies as b
from unplug.trips import tending
from unplug.trips.bodies import Role
from unplug.trips.invite import Ticket, new_ticket


@dataclass(frozen=True, slots=True)
class Asked:
    """What an invite is to be good for."""

    expires_ms: int
    uses: int = 1
    approval: bool = True
    guest: bool = False
    place: str = ""


def invite(trip: OpenTrip, asked: Asked) -> Ticket:
    """Make an invite."""
    organiser(trip)
    ticket = new_ticket(
        trip.replica.trip, expires_ms=asked.expires_ms, place=asked.place
    )
    role = Role.GUEST if asked.guest else Role.MEMBER
    trip.replica.write(
        ticket.invite(uses=asked.uses, approval=asked.approval, role=role)
    )
    return ticket


def revoke(trip: OpenTrip, key: bytes) -> None:
    """Let an invite hold no longer; who came in by it stays."""
    organiser(trip)
    known = trip.state.invites.get(key)
    if known is None:
        refuse("cannot find the invite in this trip", key.hex()[:8])
    trip.replica.write(b.Revoke(key=key, kept=tuple(known.used_by)))


def admit(trip: OpenTrip, name: str, now_ms: int) -> str:
    """Let in who asks under a name; the name."""
    organiser(trip)
    folded = name.strip().casefold()
    asking = {device: invite for invite, device in trip.state.requests()}
    found = [
        device
        for device, invite in asking.items()
        if invite.asking[device].name.casefold() == folded
        or (folded and device.hex().startswith(folded))
    ]
    if len(found) > 1:
        todo = f"say which: {', '.join(d.hex()[:8] for d in found)}"
        refuse("more than one asks under this name", name, todo)
    if not found:
        names = sorted(i.asking[d].name for d, i in asking.items())
        todo = f"who asks: {', '.join(names)}" if names else "sync first"
        refuse("nobody asks to join under this name", name, todo)
    tending.admit(trip.replica, found[0], now_ms)
    return asking[found[0]].asking[found[0]].name
