"""Trips from outside the app: asked of it, or done on the database in its place."""

import contextlib
import select
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.choices import Choices
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

if TYPE_CHECKING:
    from unplug.engine.calendar_desk import CalendarDesk

PATIENCE_S = 120.0
STEP_S = 0.05


def request(folder: Path, clock: Clock, message: Message) -> Message:
    """Have the running app do something, or do it in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    try:
        return _waited(folder, message, ask(folder, message))
    except NotRunningError:
        return _done_here(folder, clock, message)


def _done_here(folder: Path, clock: Clock, message: Message) -> Message:
    """Do it in the app's place; when a trip travels, its calendar is seen to, too."""
    with travelling_in(folder, clock) as travelling:
        if message.get("do") == "trip.calendar":
            return _calendar(folder, clock, travelling).answer(message)
        answer = fulfil(travelling, message)
        chosen = preferences(folder).settings.calendar
        if message.get("do") == "trip.sync" and chosen.url:
            answer["calendar"] = _calendar(folder, clock, travelling).status()
        return answer


def _calendar(folder: Path, clock: Clock, travelling: Travelling) -> "CalendarDesk":
    from unplug.engine.calendar_desk import CalendarDesk  # noqa: PLC0415  (seldom)

    chosen = preferences(folder).settings
    return CalendarDesk(
        travelling=travelling,
        clock=clock,
        choices=Choices(folder, chosen),
        keys=lambda: open_key_store(folder / KEYS, keyring=chosen.trips.keyring),
        worker=None,
    )


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


def _waited(folder: Path, message: Message, answer: Message) -> Message:
    """The answer, once what the app does beside its loop is done."""
    if message.get("do") == "trip.calendar":
        return waited(folder, answer, {"do": "trip.calendar", "how": "done"})
    return waited(folder, answer, {"do": "trip.synced", "trip": answer.get("trip")})


def waited(folder: Path, answer: Message, again: Message) -> Message:
    """An answer of the app's, once what it does beside its loop is done.

    Args:
        folder: the data folder.
        answer: what it said first.
        again: asks how it stands.
    """
    waited_s = 0.0
    while answer.get("done") is False:
        if waited_s >= PATIENCE_S:
            todo = "the app goes on trying; see: unplug trip show"
            refuse("it takes long", answer.get("trip", ""), todo)
        select.select([], [], [], STEP_S)
        waited_s += STEP_S
        answer = ask(folder, again)
    return answer
