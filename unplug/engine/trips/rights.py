"""Who may do what in a trip, each with the sentence for when they may not.

An op without the right would be passed over by everybody, in silence; so the right is
asked for here, before anything is written.
"""

from unplug.engine.refusing import refuse
from unplug.engine.trips.open_trip import OpenTrip
from unplug.trips.bodies import Role
from unplug.trips.state import Gone, Member

NOT_YET = "wait until the organiser lets you in, and sync again"


def member(trip: OpenTrip) -> Member:
    """The user in the trip.

    Raises:
        UnplugError: not let in yet, or not in any more.
    """
    me = trip.me
    failed = "cannot do this in the trip"
    if me is None:
        refuse(failed, f"{trip.name}: you are not in it yet", NOT_YET)
    if me.gone is Gone.LEFT:
        todo = "ask for a new invite to come back"
        refuse(failed, f"{trip.name}: you have left it", todo)
    if me.gone is Gone.REMOVED:
        todo = "ask the organiser for a new invite"
        refuse(failed, f"{trip.name}: you were removed from it", todo)
    return me


def voice(trip: OpenTrip) -> Member:
    """The user, with a say.

    Raises:
        UnplugError: a guest has none.
    """
    me = member(trip)
    if me.role is Role.GUEST:
        failed, todo = "guests only look on", "ask an organiser for a member's invite"
        refuse(failed, trip.name, todo)
    return me


def organiser(trip: OpenTrip) -> Member:
    """The user, as an organiser.

    Raises:
        UnplugError: the user is none.
    """
    me = member(trip)
    if me.role is not Role.ORGANISER:
        lead = trip.state.members.get(trip.state.lead or b"")
        todo = "ask an organiser"
        if lead is not None:
            todo = f"ask who leads it: {lead.name}"
        refuse("only organisers can do this", trip.name, todo)
    return me


def has_counted(trip: OpenTrip, counted: bool, name: str) -> None:  # noqa: FBT001  (a condition)
    """Stop before a word is sealed that nobody would heed."""
    if not counted:
        todo = "whoever made them an organiser, or leads the trip, can"
        refuse("you cannot do this with them", f"{trip.name}, {name}", todo)
