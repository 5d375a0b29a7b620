"""Requests that carry a trip from here to there: syncing, files, what leaves."""

from pathlib import Path
from typing import Any

from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips import files as trip_files
from unplug.engine.trips import shown as trip_shown
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.travelling import Travelling
from unplug.engine.trips.ways import BROKER, FOLDER, OWN, address_of
from unplug.store.trips import StoredWay

Asked = dict[str, Any]
MOST_ROUNDS = 4


def _leaving(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    if asked.get("by_way"):
        _look_at_ways(travelling, trip, asked)
    said = {"name": trip.name, "shown": trip.form.shown}
    return {**said, **trip_shown.leaving(trip)}


def _export(travelling: Travelling, asked: Asked) -> Message:
    trip, file = travelling.open(asked.get("trip")), Path(asked["file"])
    trip_files.export(trip, file, travelling.group_ms(trip.form))
    return {"file": str(file)}


def _import(travelling: Travelling, asked: Asked) -> Message:
    return trip_files.take_in(travelling, asked.get("trip"), Path(asked["file"]))


def _sync(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    posting = travelling.posting
    if not (trip.form.shown or asked.get("agreed")):
        todo = "look at what leaves, and say yes to it: trip sync --yes"
        refuse("nothing was sent", trip.name, todo)
    named = [
        posting.add_broker(trip.id, place, asked.get("files") or {})
        if kind == BROKER
        else posting.add(trip.id, kind, place)
        for kind, place in _look_at_ways(travelling, trip, asked)
    ]
    trip_files.mark_shown(travelling, trip)
    for known in _usable(travelling, trip):
        went = posting.go(trip.id, known)
        went.asked = any((w.kind, w.place) == (known.kind, known.place) for w in named)
    if posting.by_itself:
        _follow(travelling, trip)
    return _synced(travelling, {"trip": trip.id})


def _follow(travelling: Travelling, trip: OpenTrip) -> None:
    """Go on to where an organiser's broker is now, if one has moved."""
    before = travelling.posting.usable(trip.id)
    travelling.posting.seeking.look()
    for known in travelling.posting.usable(trip.id):
        if known.place not in {way.place for way in before}:
            travelling.posting.go(trip.id, known)


def _usable(travelling: Travelling, trip: OpenTrip) -> list[StoredWay]:
    """The ways there are now.

    Raises:
        UnplugError: there is only the own broker, and it does not listen.
    """
    ways = travelling.posting.usable(trip.id)
    if not ways:
        failed, why = "your own broker does not listen", travelling.hosting.trouble
        refuse(failed, why, "start unplug, or choose another way")
    return ways


def _synced(travelling: Travelling, asked: Asked) -> Message:
    trip, posting = travelling.found(asked.get("trip")), travelling.posting
    for _ in range(MOST_ROUNDS):
        if not posting.go_on(trip):
            break
    rounds = posting.rounds(trip)
    failed = sorted((r for r in rounds if r.error), key=lambda r: not r.asked)
    if failed and failed[0].error is not None and all(r.done for r in rounds):
        raise failed[0].error
    return {
        "trip": trip,
        "done": all(r.done for r in rounds) and not posting.presses(trip),
        "received": sum(r.received for r in rounds),
        "written": sum(r.written for r in rounds),
        "ways": posting.told.shown(trip),
    }


def _look_at_ways(
    travelling: Travelling, trip: OpenTrip, asked: Asked
) -> list[tuple[str, str]]:
    """The ways that are asked for, if they are ways at all."""
    new = [(kind, str(asked[kind])) for kind in (FOLDER, BROKER) if asked.get(kind)]
    for kind, place in new:
        travelling.posting.look_at(kind, place)
    if not new and not travelling.book.ways(trip.id):
        todo = "say where: --folder DIR or --broker URL"
        refuse("there is no way to sync yet", trip.name, todo)
    return new


def _forget_way(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.found(asked.get("trip"))
    known = _way_named(travelling, trip, str(asked["place"]))
    if known.kind == OWN:
        todo = "switch it off: unplug trip host off"
        refuse("cannot give up your own broker for one trip", known.place, todo)
    travelling.posting.drop(trip, known.kind, known.place)
    return {
        "trip": trip,
        "place": known.place,
        "ways": travelling.posting.told.shown(trip),
    }


def _way_named(travelling: Travelling, trip: str, said: str) -> StoredWay:
    """The way that is meant by a place, as it is shown or as it was once given.

    Raises:
        UnplugError: the trip does not travel there.
    """
    ways = travelling.book.ways(trip)
    meant = {said, str(Path(said).expanduser().absolute())}
    if "://" in said:
        meant.add(address_of(said, None).place)
    for known in ways:
        if known.place in meant:
            return known
    there = ", ".join(known.place for known in ways) or "by no way at all"
    return refuse("the trip does not travel there", said, f"it travels: {there}")


CARRYING = {
    "leaving": _leaving,
    "export": _export,
    "import": _import,
    "sync": _sync,
    "synced": _synced,
    "forget-way": _forget_way,
}
