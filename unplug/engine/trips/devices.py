"""One's own devices in a trip: another computer comes in, a lost one goes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unplug.clock import from_ms
from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips.files import read_file
from unplug.engine.trips.forms import TripForm
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import has_counted, member
from unplug.engine.trips.ways import BROKER, LIVE
from unplug.files import write_bytes_atomically
from unplug.trips import pairing, tending

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling

Asked = dict[str, Any]
Json = dict[str, Any]


def pair(travelling: "Travelling", trip: OpenTrip, asked: Asked) -> Message:
    """Write the file that takes a trip to another computer of the user.

    Raises:
        UnplugError: the user is not in the trip, or it cannot be written.
    """
    me, file = member(trip), Path(asked["file"])
    if file.exists():
        refuse("there is a file already", file, "name one that is not there")
    made = pairing.pair(
        trip.replica,
        title=trip.name,
        me=me.name,
        ways=_ways(travelling, trip),
        now_ms=travelling.group_ms(trip.form),
    )
    words = pairing.new_words()
    write_bytes_atomically(file, pairing.seal(made, words))
    expires = from_ms(made.expires_ms).isoformat()
    return {"file": str(file), "words": list(words), "expires": expires}


def take_up(travelling: "Travelling", asked: Asked) -> Message:
    """Go on here with a trip of another computer of the user.

    Raises:
        UnplugError: the file or the words are not right, or the trip is here already.
    """
    data = read_file(Path(asked["file"]), pairing.MAX_BYTES)
    now_ms = travelling.now_ms()
    made = pairing.unseal(data, str(asked["words"]), now_ms)
    replica = pairing.copy_of(made)
    known = travelling.book.forms().get(replica.trip.hex())
    if known is not None:
        refuse("this trip is on this computer already", known.name)
    form = TripForm(key="", name=made.title, me=made.me)
    trip = travelling.take_up(replica, form)
    for way in made.ways:
        _travel(travelling, trip.id, way)
    return {
        "trip": trip.id,
        "name": trip.name,
        "warning": travelling.book.warning,
    }


def drop(_: "Travelling", trip: OpenTrip, asked: Asked) -> Message:
    """Take a device of one's own out: it writes no more, and reads nothing new.

    Raises:
        UnplugError: it is not one's own, is this one, or another has to do it.
    """
    me, said = member(trip), str(asked["device"]).strip().casefold()
    found = [d for d in me.devices if said and d.hex().startswith(said)]
    if len(found) != 1:
        names = ", ".join(sorted(d.hex()[:8] for d in me.devices))
        refuse("none of your devices is called so", said, f"there are: {names}")
    [device] = found
    if device == trip.replica.ring.device.public:
        todo = "do it on the other one, or leave the trip: unplug trip leave"
        refuse("cannot take out the computer that you are at", said, todo)
    tending.drop_device(trip.replica, device)
    still = device in trip.state.members[me.id].devices
    has_counted(trip, not still, f"{said}: it was there first")
    return {"device": device.hex()}


def shown(trip: OpenTrip) -> list[Json]:
    """The user's devices in a trip, this one first."""
    me = trip.me
    if me is None or me.gone is not None:
        return []
    here = trip.replica.ring.device.public
    order = sorted(me.devices, key=lambda device: (device != here, device))
    heard = trip.replica.history.last_of
    return [
        {
            "device": device.hex(),
            "here": device == here,
            "heard": device == here or heard(device) is not None,
        }
        for device in order
    ]


def _ways(travelling: "Travelling", trip: OpenTrip) -> list[pairing.Way]:
    """Brokers; where a folder lies on the other computer nobody knows here."""
    found: list[pairing.Way] = []
    for known in travelling.book.ways(trip.id):
        if known.kind in LIVE:
            secret = travelling.book.secret(trip.id, known.place) or b""
            found.append((BROKER, known.place, _portable(secret)))
    return found


def _portable(secret: bytes) -> bytes:
    """What lets one in at a broker, if it needs no file of this computer."""
    if secret and set(json.loads(secret)) - {"url"}:
        return b""
    return secret


def _travel(travelling: "Travelling", trip: str, way: pairing.Way) -> None:
    kind, place, secret = way
    if kind != BROKER:
        return
    if secret:
        travelling.book.keep_secret(trip, place, secret)
    travelling.posting.add(trip, kind, place)
