"""Who is what in a trip, and who goes."""

from unplug.engine.refusing import refuse
from unplug.engine.trips.finding import somebody
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import has_counted, member, organiser
from unplug.engine.trips.texts import said
from unplug.trips import bodies as b
from unplug.trips import tending


def remove(trip: OpenTrip, name: str) -> None:
    """Put somebody out."""
    me, them = organiser(trip), somebody(trip, name)
    if them.id == me.id:
        refuse("cannot remove oneself", name, "leave instead: trip leave")
    tending.remove(trip.replica, them.id)
    has_counted(trip, trip.state.members[them.id].gone is not None, them.name)


def promote(trip: OpenTrip, name: str) -> None:
    """Make somebody an organiser."""
    organiser(trip)
    trip.replica.write(b.Promote(member=somebody(trip, name).id))


def hand_over(trip: OpenTrip, name: str) -> None:
    """Let somebody lead from now on."""
    me, them = organiser(trip), somebody(trip, name)
    if trip.state.lead != me.id:
        refuse("only who leads the trip can hand it over", trip.name)
    trip.replica.write(b.HandOver(member=them.id))
    has_counted(trip, trip.state.lead == them.id, them.name)


def leave(trip: OpenTrip) -> None:
    """Leave; one step, and final."""
    me = member(trip)
    if len(list(trip.state.present())) == 1:
        todo = "delete it here: unplug trip forget"
        refuse("there is nobody to leave it to", trip.name, todo)
    if trip.state.lead == me.id:
        todo = "hand it over first: unplug trip hand-over NAME"
        refuse("who leads a trip cannot leave it", trip.name, todo)
    trip.replica.write(b.Leave())


def rename(trip: OpenTrip, name: str) -> None:
    """Go by another name."""
    member(trip)
    trip.replica.write(said(b.Rename, name=name))
