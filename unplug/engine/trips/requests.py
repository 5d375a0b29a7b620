"""What the command line and the windows ask of trips, done by whoever has them."""

from collections.abc import Callable
from typing import Any

from unplug.clock import from_ms
from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips import devices as trip_devices
from unplug.engine.trips import files as trip_files
from unplug.engine.trips import shown as trip_shown
from unplug.engine.trips.act_requests import ACTS
from unplug.engine.trips.broker_requests import BROKERS
from unplug.engine.trips.carrying import CARRYING
from unplug.engine.trips.travelling import Travelling

Asked = dict[str, Any]


def fulfil(travelling: Travelling, request: Message) -> Message:
    """Do what a request asks for.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: Asked = dict(request)
    what = str(asked.get("do")).removeprefix("trip.")
    if what in _LOOKING:
        return _LOOKING[what](travelling, asked)
    if what in ACTS:
        with travelling.acting(asked.get("trip")) as trip:
            answer = ACTS[what](travelling, trip, asked)
        return {"trip": trip.id, "name": trip.name, **(answer or {})}
    failed = "the running app cannot do this"
    return refuse(failed, what, "quit it and try again")


def _create(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.create(asked["name"], asked["as"])
    return {"trip": trip.id, "name": trip.name, "warning": travelling.book.warning}


def _join(travelling: Travelling, asked: Asked) -> Message:
    ticket = trip_files.ticket(asked["invite"])
    trip = travelling.join(ticket, asked["as"])
    words = trip_shown.shown(trip, 0)["words"]
    return {"trip": trip.id, "words": words, "warning": travelling.book.warning}


def _list(travelling: Travelling, _: Asked) -> Message:
    rows = []
    for trip, form in travelling.book.forms().items():
        window = form.window
        rows.append(
            {
                "trip": trip,
                "name": form.name,
                "me": form.me,
                "start": None if window is None else _utc(window.start_ms),
                "end": None if window is None else _utc(window.end_ms),
            }
        )
    return {"trips": rows}


def _show(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    shown = trip_shown.shown(trip, travelling.group_ms(trip.form))
    return {
        **shown,
        "ways": travelling.posting.told.shown(trip.id),
        "shown": trip.form.shown,
        "devices": trip_devices.shown(trip),
    }


def _circles(travelling: Travelling, asked: Asked) -> Message:
    return {"circles": trip_shown.circles(travelling.open(asked.get("trip")))}


def _forget(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.found(asked.get("trip"))
    travelling.drop(trip)
    return {"trip": trip}


def _utc(ms: int) -> str:
    return from_ms(ms).isoformat()


_LOOKING: dict[str, Callable[[Travelling, Asked], Message]] = {
    "create": _create,
    "join": _join,
    "list": _list,
    "show": _show,
    "circles": _circles,
    "forget": _forget,
    "take-up": trip_devices.take_up,
    **CARRYING,
    **BROKERS,
}
