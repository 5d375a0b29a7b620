"""Trips from outside the app: asked of it, or done on the database in its place."""

import contextlib
import select
from collections.abc import Iterator
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.preferences import preferences
from unplug.engine.refusing import refuse
from unplug.engine.travelling import Travelling
from unplug.engine.trip_hosting import NoHost
from unplug.engine.trip_requests import fulfil
from unplug.engine.trips import KEYS
from unplug.store.database import Database
from unplug.store.trips import TripStore
from unplug.trips.key_stores import open_key_store

PATIENCE_S = 120.0
STEP_S = 0.05


def request(folder: Path, clock: Clock, message: Message) -> Message:
    """Have the running app do something, or do it in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    try:
        return _waited(folder, ask(folder, message))
    except NotRunningError:
        with travelling_in(folder, clock) as travelling:
            return fulfil(travelling, message)


@contextlib.contextmanager
def travelling_in(folder: Path, clock: Clock) -> Iterator[Travelling]:
    """Trips on the database itself, while no app runs."""
    chosen = preferences(folder).settings.trips
    database = Database(folder, clock)
    with contextlib.closing(database):
        store = TripStore(database)
        keys = open_key_store(folder / KEYS, keyring=chosen.keyring)
        travelling = Travelling(clock=clock, shelf=lambda: store, keys=lambda: keys)
        travelling.hosting = NoHost(travelling, folder)
        yield travelling
        travelling.close()


def _waited(folder: Path, answer: Message) -> Message:
    """The answer, once what the app does beside its loop is done."""
    waited_s = 0.0
    while answer.get("done") is False:
        if waited_s >= PATIENCE_S:
            todo = "the app goes on trying; see: unplug trip show"
            refuse("syncing takes long", answer.get("trip"), todo)
        select.select([], [], [], STEP_S)
        waited_s += STEP_S
        answer = ask(folder, {"do": "trip.synced", "trip": answer["trip"]})
    return answer
