"""A trip of the demo's people: who is in, two weekends, and what they think of them."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from unplug import settings
from unplug.clock import Clock, to_ms
from unplug.engine.trips.door import Trips
from unplug.engine.working import Worker
from unplug.store.database import Database

if TYPE_CHECKING:
    from unplug.engine.trips.open_trip import OpenTrip
    from unplug.engine.trips.travelling import Travelling
    from unplug.trips.invite import Ticket
    from unplug.trips.replica import Replica

_TITLE, _ME = "A hut above the lake", "Robin"
_DAY_MS = 24 * 3_600_000
_LATEST_VOTE = timedelta(days=5)
_OTHERS = {"Mara": "yes yes", "Tomasz": "yes no", "Ольга": "maybe yes", "Haruto": "yes"}
_THINGS = ("Two lamps and matches", "The big pot", "Phones stay in the tin")


def furnish_trip(folder: Path, database: Database, clock: Clock) -> None:
    """Have a trip in a data folder, whose keys stay in that folder."""
    settings.change(folder / settings.FILE_NAME, "trips.keyring", value=False)
    with _travelling(folder, database, clock) as travelling:
        travelling.create(_TITLE, _ME)
        others = [_joined(travelling, name, clock) for name in _OTHERS]
        _proposed(travelling, clock)
        _meet(travelling, others, clock)
        for replica, votes in zip(others, _OTHERS.values(), strict=True):
            _vote(replica, votes.split())
        _meet(travelling, others, clock)


@contextmanager
def _travelling(
    folder: Path, database: Database, clock: Clock
) -> "Iterator[Travelling]":
    worker = Worker()
    with closing(worker):
        trips = Trips(
            folder=folder,
            clock=clock,
            database=lambda: database,
            worker=worker,
            keyring=False,
        )
        with closing(trips):
            yield trips.travelling


def _joined(travelling: "Travelling", name: str, clock: Clock) -> "Replica":
    """Somebody's own copy of the trip, who was let in by an invite."""
    from unplug.engine.trips import inviting as trip_inviting  # noqa: PLC0415  (with the first trip)
    from unplug.trips import doors  # noqa: PLC0415
    from unplug.trips.keys import DeviceKey, KeyRing  # noqa: PLC0415
    from unplug.trips.replica import Replica  # noqa: PLC0415

    until_ms = clock.stamp().wall_ms + _DAY_MS
    with travelling.acting() as trip:
        asked = trip_inviting.Asked(expires_ms=until_ms, approval=False)
        ticket: Ticket = trip_inviting.invite(trip, asked)
    device = DeviceKey.new()
    letter = doors.write_request(ticket, name=name, device=device.public)
    replica = Replica(KeyRing(ticket.trip, device), [ticket.public])
    replica.receive(letter)
    _meet(travelling, [replica], clock)
    return replica


def _meet(travelling: "Travelling", others: Sequence["Replica"], clock: Clock) -> None:
    """All hear all there is, and their apps do their part."""
    from unplug.trips import tending  # noqa: PLC0415  (with the first trip)

    for _ in range(3):
        with travelling.acting() as trip:
            replicas = (trip.replica, *others)
            stream = dict.fromkeys(
                envelope
                for each in replicas
                for envelope in (*each.envelopes(), *each.letters.values())
            )
            for replica in replicas:
                replica.receive(b"".join(stream))
        for replica in others:
            tending.tend(replica, clock.stamp().wall_ms)


def _proposed(travelling: "Travelling", clock: Clock) -> None:
    """Two weekends to choose from, and what is to be put away."""
    from unplug.engine.trips import deciding as trip_deciding  # noqa: PLC0415  (with the first trip)
    from unplug.trips.bodies import Say  # noqa: PLC0415

    zone, now_ms = clock.zone(), clock.stamp().wall_ms
    today = clock.stamp().utc.astimezone(zone).date()
    friday = today + timedelta(days=14 + (4 - today.weekday()) % 7)
    with travelling.acting() as trip:
        for weeks in (0, 1):
            starts = datetime.combine(friday, time(18), zone) + timedelta(weeks=weeks)
            n = trip_deciding.propose(
                trip,
                start_ms=to_ms(starts),
                end_ms=to_ms(starts + timedelta(hours=45)),
                zone=str(zone),
                place="The hut",
                now_ms=now_ms,
            )
            trip_deciding.vote(trip, n, Say.YES)
        latest_ms = now_ms + _LATEST_VOTE // timedelta(milliseconds=1)
        trip_deciding.deadline(trip, latest_ms, now_ms)
        _list(trip)


def _list(trip: "OpenTrip") -> None:
    from unplug.engine.trips import together as trip_together  # noqa: PLC0415  (with the first trip)

    for thing in _THINGS:
        trip_together.put_item(trip, thing)
    trip_together.put_activity(trip, "Swim before breakfast", 3)


def _vote(replica: "Replica", votes: Sequence[str]) -> None:
    from unplug.trips.bodies import Say, Vote  # noqa: PLC0415  (with the first trip)

    says: dict[str, Say] = {"yes": Say.YES, "maybe": Say.MAYBE, "no": Say.NO}
    for proposal, vote in zip(replica.state().proposals, votes, strict=False):
        replica.write(Vote(proposal=proposal, say=says[vote]))
    replica.seal()
