"""What a trip does together: circles, the put-away list, activities."""

from unplug.engine.trips.finding import listed
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import organiser, voice
from unplug.engine.trips.texts import said
from unplug.trips import bodies as b
from unplug.trips import primitives
from unplug.trips.circles import USUAL_SIZE


def draw_circles(trip: OpenTrip, size: int | None) -> None:
    """Draw the circles anew."""
    organiser(trip)
    salt = primitives.random_bytes(16)
    trip.replica.write(b.Circles(salt=salt, size=size or USUAL_SIZE))


def put_item(trip: OpenTrip, text: str) -> None:
    """Put something on the put-away list."""
    voice(trip)
    trip.replica.write(said(b.Item, text=text))


def tick(trip: OpenTrip, n: int, *, done: bool) -> None:
    """Say that one has done an item, by its number."""
    voice(trip)
    trip.replica.write(b.Tick(item=listed(trip, n, activities=False), done=done))


def put_activity(trip: OpenTrip, text: str, people: int) -> None:
    """Suggest something to do together."""
    voice(trip)
    trip.replica.write(said(b.Activity, text=text, people=people))


def take_part(trip: OpenTrip, n: int, *, joins: bool) -> None:
    """Take part in an activity, by its number."""
    voice(trip)
    name = listed(trip, n, activities=True)
    trip.replica.write(b.Join(activity=name, taking_part=joins))


def strike(trip: OpenTrip, n: int, *, activities: bool) -> None:
    """Take something off a list; organisers anything, others what they put there."""
    voice(trip)
    trip.replica.write(b.Strike(target=listed(trip, n, activities=activities)))
