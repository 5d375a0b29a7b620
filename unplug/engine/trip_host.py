"""What may be a broker for the trips of this device, and the ways that lead over it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from unplug import settings
from unplug.engine.trip_ways import OWN
from unplug.errors import UnplugError
from unplug.settings.sections import OwnBroker as Chosen
from unplug.trips.bodies import Role

if TYPE_CHECKING:
    from unplug.engine.travelling import Travelling

Json = dict[str, Any]


class Host(Protocol):
    """What may be a broker for the trips of this device."""

    @property
    def place(self) -> str:
        """The URL of the own broker; empty while it does not listen."""

    @property
    def trouble(self) -> str:
        """Why it does not, although it is wanted; empty where all is well."""

    def look(self) -> None:
        """See what is to be done."""

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""

    def switch(self, *, on: bool) -> None:
        """The user wants it, or does not any more.

        Raises:
            UnplugError: it cannot be; nothing has changed.
        """

    def shown(self) -> Json:
        """How it stands, for people."""


class NoHost:
    """Where no app runs nothing listens; the wish alone is kept.

    Args:
        travelling: whose trips they are.
        folder: the data folder, with the settings; None: there are none.
    """

    place = ""
    trouble = ""

    def __init__(self, travelling: "Travelling", folder: Path | None = None) -> None:
        self._travelling = travelling
        self._folder = folder

    def look(self) -> None:
        """There is nothing to do."""

    def next_deadline_ms(self) -> int | None:
        """It sleeps."""
        return None

    def switch(self, *, on: bool) -> None:
        """Keep the wish for the app."""
        if on:
            from unplug.trips.transports.own_broker import (  # noqa: PLC0415  (seldom)
                check_installed,
            )

            check_installed()
        if self._folder is not None:
            settings.change(self._folder / settings.FILE_NAME, "own_broker.on", on)
        if not on:
            drop_ways(self._travelling)

    def shown(self) -> Json:
        """What is wished."""
        chosen = Chosen()
        if self._folder is not None:
            chosen = settings.read(
                self._folder / settings.FILE_NAME
            ).settings.own_broker
        error = "it listens once unplug runs: unplug" if chosen.on else ""
        return host_shown(self, chosen, "", error, [])


def organised(travelling: "Travelling") -> list[str]:
    """The trips that the user organises."""
    found = []
    for trip in travelling.book.forms():
        try:
            me = travelling.book.open(trip).me
        except UnplugError:
            continue  # without its keys nobody organises it from here
        if me is not None and me.gone is None and me.role is Role.ORGANISER:
            found.append(trip)
    return found


def move_ways(travelling: "Travelling", trips: list[str], place: str) -> None:
    """Have trips travel over the own broker, where it is now."""
    for trip in travelling.book.forms():
        own = [w.place for w in travelling.book.ways(trip) if w.kind == OWN]
        for old in own:
            if old != place:
                travelling.posting.drop(trip, OWN, old)
        if place not in own and (own or trip in trips):
            travelling.posting.add(trip, OWN, place)


def drop_ways(travelling: "Travelling") -> None:
    """Have no trip travel over the own broker any more."""
    for trip in travelling.book.forms():
        for known in travelling.book.ways(trip):
            if known.kind == OWN:
                travelling.posting.drop(trip, OWN, known.place)


def host_shown(
    host: Host, chosen: Chosen, name: str, error: str, trips: list[str]
) -> Json:
    """How it stands, as ``trip host`` has it."""
    return {
        "on": chosen.on,
        "listening": bool(host.place),
        "place": host.place or None,
        "name": name or None,
        "port": chosen.port,
        "trips": trips,
        "error": error or None,
    }
