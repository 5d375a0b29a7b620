"""What is meant in a trip by a name or a number."""

from unplug.engine.refusing import refuse
from unplug.engine.trips.open_trip import OpenTrip
from unplug.trips.state import Member, Plan, Proposal


def somebody(trip: OpenTrip, name: str) -> Member:
    """The member of a name or the start of an id.

    Raises:
        UnplugError: there is none, or more than one.
    """
    folded = name.strip().casefold()
    here = list(trip.state.present())
    found = [m for m in here if m.name.casefold() == folded]
    found = found or [m for m in here if folded and m.id.hex().startswith(folded)]
    if len(found) == 1:
        return found[0]
    if found:
        todo = f"say which: {', '.join(m.id.hex()[:8] for m in found)}"
        refuse("more than one goes by this name", name, todo)
    todo = f"who is in: {', '.join(m.name for m in here)}"
    return refuse("nobody in the trip has this name", name, todo)


def proposal(trip: OpenTrip, n: int) -> Proposal:
    """A proposal by its number, from 1 up.

    Raises:
        UnplugError: there is none, or it was withdrawn.
    """
    known = list(trip.state.proposals.values())
    todo = "see the proposals: unplug trip show"
    if not 1 <= n <= len(known):
        refuse("cannot find a proposal", n, todo)
    if known[n - 1].withdrawn:
        refuse("the proposal was withdrawn", n, todo)
    return known[n - 1]


def plan(trip: OpenTrip) -> Plan:
    """The window in force.

    Raises:
        UnplugError: none is locked.
    """
    found = trip.state.plan
    if found is None:
        todo = "an organiser locks a proposal first: unplug trip lock N"
        refuse("no window is locked yet", trip.name, todo)
    return found


def latest(trip: OpenTrip) -> Plan:
    """The last window there was, for what comes after it.

    Raises:
        UnplugError: there was none.
    """
    return trip.state.plans[-1] if trip.state.plans else plan(trip)


def listed(trip: OpenTrip, n: int, *, activities: bool) -> bytes:
    """A line of a list by its number, from 1 up.

    Raises:
        UnplugError: there is none.
    """
    names = list(trip.state.activities if activities else trip.state.items)
    if not 1 <= n <= len(names):
        refuse("there is no such line on the list", n, "unplug trip show")
    return names[n - 1]
