"""Trips from outside the app: asked of it, or done on the database in its place."""

import contextlib
import select
from collections.abc import Iterator
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.preferences import preferences
from unplug.engine.refusing import refuse
from unplug.engine.trips.door import KEYS
from unplug.engine.trips.host import NoHost
from unplug.engine.trips.requests import fulfil
from unplug.engine.trips.travelling import Travelling
from unplug.settings.sections import Calendar as CalendarChosen
from unplug.store.database import Database
from unplug.store.trips import TripStore
from unplug.trips.key_stores import KeyStore, open_key_store

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
    """Do it in the app's place.

    A calendar is seen to when its trip travels, and when it is deleted.
    """
    with _opened(folder, clock) as (travelling, database):
        what, chosen = message.get("do"), preferences(folder).settings
        moves = what in {"trip.sync", "trip.forget"} or bool(travelling.expired())
        if what != "trip.calendar" and not (chosen.calendar.url and moves):
            travelling.drop_expired()
            return fulfil(travelling, message)
        from unplug.engine.trips.calendar_desk import CalendarDesk  # noqa: PLC0415  (seldom)
        from unplug.engine.trips.calendar_left import Left  # noqa: PLC0415

        desk = CalendarDesk(
            travelling=travelling,
            clock=clock,
            choices=Choices(folder, chosen),
            keys=lambda: open_key_store(folder / KEYS, keyring=chosen.trips.keyring),
            worker=None,
            left=Left(lambda: database),
        )
        travelling.drop_expired()
        if what == "trip.calendar":
            desk.keeping.look()
            return desk.answer(message)
        answer = fulfil(travelling, message)
        desk.keeping.look()
        return {**answer, "calendar": desk.status()}


def forget_secrets(folder: Path, clock: Clock) -> str:
    """Forget every key and password that is kept for trips, a calendar and a home.

    Windows are taken out of the calendar first, as long as that is possible.

    Returns:
        What is to be said where some could not be; else nothing.

    Raises:
        UnplugError: what is kept cannot be read.
    """
    from unplug.engine.home.telling import SECRET  # noqa: PLC0415
    from unplug.engine.trips.calendar_desk import PASSWORD  # noqa: PLC0415  (seldom)

    chosen = preferences(folder).settings
    named = {PASSWORD: chosen.calendar.url, SECRET: chosen.home.broker}
    keys = open_key_store(folder / KEYS, keyring=chosen.trips.keyring)
    with _opened(folder, clock) as (travelling, database):
        stays = ""
        if chosen.calendar.url:
            stays = _empty_calendar(chosen.calendar, travelling, database, keys)
        travelling.book.forget_keys()
    if any(named.values()):
        for name in named:
            keys.forget(name)
    return stays


def _empty_calendar(
    chosen: CalendarChosen, travelling: Travelling, database: Database, keys: KeyStore
) -> str:
    from unplug.engine.trips.calendar_desk import PASSWORD  # noqa: PLC0415  (seldom)
    from unplug.engine.trips.calendar_leaving import emptied, lying_in  # noqa: PLC0415
    from unplug.engine.trips.calendar_left import Left  # noqa: PLC0415
    from unplug.trips.calendar_server import Calendar  # noqa: PLC0415

    left = Left(lambda: database).read()
    there = lying_in(chosen.url, travelling.book.forms(), left)

    def calendar() -> Calendar:
        password = (keys.load(PASSWORD) or b"").decode()
        return Calendar(chosen.url, chosen.user, password)

    return emptied(calendar, there)


@contextlib.contextmanager
def travelling_in(folder: Path, clock: Clock) -> Iterator[Travelling]:
    """Trips on the database itself, while no app runs."""
    with _opened(folder, clock) as (travelling, _):
        yield travelling


@contextlib.contextmanager
def _opened(folder: Path, clock: Clock) -> Iterator[tuple[Travelling, Database]]:
    chosen = preferences(folder).settings.trips
    database = Database(folder, clock)
    with contextlib.closing(database):
        store = TripStore(database)
        keys = open_key_store(folder / KEYS, keyring=chosen.keyring)
        travelling = Travelling(clock=clock, shelf=lambda: store, keys=lambda: keys)
        travelling.hosting = NoHost(travelling, folder)
        yield travelling, database
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
