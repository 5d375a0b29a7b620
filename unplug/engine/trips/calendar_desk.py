"""Naming the calendar that windows are put into, and naming none any more.

The address and the user's name are among the settings; the password is kept with the
keys. Nothing changes before the new calendar has been reached.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from unplug.clock import Clock, from_ms
from unplug.engine.beside import beside
from unplug.engine.choices import Choices
from unplug.engine.control import Message
from unplug.engine.trips.calendar import TravelledTrips, TripCalendar
from unplug.engine.trips.calendar_leaving import emptied
from unplug.engine.trips.calendar_left import Left
from unplug.engine.trying import Trying
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.trips.calendar_server import (
    Calendar,
    found_calendar,
    parted,
)
from unplug.trips.key_stores import KeyStore

PASSWORD = "calendar"  # noqa: S105  (the name under which it is kept)


class CalendarDesk:
    """Which calendar is used, and what keeps it in step.

    Args:
        travelling: the trips.
        clock: where the time comes from.
        choices: the settings.
        keys: gives where the password is kept.
        worker: does what may take long; None: it is done on the spot.
        left: remembers what is to be taken out of trips that are gone.

    Attributes:
        keeping: keeps the calendar in step.
        stayed: what could not be taken out when all was erased; empty: nothing.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        travelling: TravelledTrips,
        clock: Clock,
        choices: Choices,
        keys: Callable[[], KeyStore],
        worker: Worker | None,
        left: Left,
    ) -> None:
        self._clock = clock
        self._choices = choices
        self._keys = keys
        self._worker = worker
        chosen = choices.running.calendar
        self._url, self._user = chosen.url, chosen.user
        self._trying = Trying()
        self._found_ms: int | None = None
        self.stayed = ""
        self.keeping = TripCalendar(
            travelling=travelling,
            clock=clock,
            worker=worker,
            calendar=self._calendar,
            url=self._url,
            left=left,
        )
        self.keeping.look()

    def _calendar(self) -> Calendar:
        """The calendar with its password; may block.

        Raises:
            UnplugError: the keyring does not give the password.
        """
        kept = self._keys().load(PASSWORD)
        if kept is None and self._user:
            failed, todo = "the calendar's password is not here", "give it once more"
            raise UnplugError(failed, self._url, f"{todo}: unplug trip calendar URL")
        return Calendar(self._url, self._user, (kept or b"").decode())

    def answer(self, request: Message) -> Message:
        """Do what the command line or a window asks of it.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        asked: dict[str, Any] = dict(request)
        match asked.get("how"):
            case "set":
                user, password = str(asked["user"]), str(asked["password"])
                self._choose(Calendar(str(asked["url"]), user, password))
            case "off":
                self._leave()
            case "now":
                self.keeping.hurry()
        if asked.get("how") in {"set", "off", "done"}:
            self._trying.tell()
        return self.status()

    def forget_everything(self) -> None:
        """All is about to be erased: what lies in the calendar is taken out beside it.

        Nothing of it is kept, so it is tried once; what could not be is said.
        """
        there = self.keeping.all_there()
        calendar: Calendar | None = None
        with suppress(UnplugError):  # without its password there is no way in
            calendar = self._calendar() if there else None
        self._keys().forget(PASSWORD)
        self.keeping.forget()
        if calendar is None:
            return
        found = calendar
        beside(
            self._worker,
            lambda _: emptied(lambda: found, there),
            done=self._stayed,
            failed=lambda error: self._stayed(str(error)),
        )

    def _stayed(self, told: str) -> None:
        self.stayed = told

    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        return (*self.keeping.notices(), *([self.stayed] if self.stayed else ()))

    def status(self) -> Message:
        """Which calendar it is, and how it went there lately."""
        went = self.keeping.status()
        if went["last_succeeded"] is None and self._found_ms is not None:
            went["last_succeeded"] = from_ms(self._found_ms).isoformat()
        error = self._trying.error or went["error"]
        return {
            "url": self._url,
            "user": self._user,
            "done": not (self._trying.on or self.keeping.busy),
            **went,
            "error": None if error is None else str(error),
            "note": self._trying.note or in_clear(self._url),
        }

    def _choose(self, wanted: Calendar) -> None:
        wanted = parted(wanted)
        self._begin(wanted.url)
        left = self.keeping.there()

        def work(_: Job) -> tuple[Calendar, str]:
            found = found_calendar(wanted)
            same = found.url == self._url
            note = "" if same else emptied(self._calendar, left)
            if found.password:
                self._keys().save(PASSWORD, found.password.encode())
            else:
                self._keys().forget(PASSWORD)
            return found, note

        def done(told: tuple[Calendar, str]) -> None:
            found, self._trying.note = told
            self._keep(found.url, found.user)

        beside(self._worker, work, done=done, failed=self._end)

    def _leave(self) -> None:
        if not self._url:
            return
        self._begin(self._url)
        left = self.keeping.there()

        def work(_: Job) -> str:
            note = emptied(self._calendar, left)
            self._keys().forget(PASSWORD)
            return note

        def done(note: str) -> None:
            self._trying.note = note
            self._keep("", "")

        beside(self._worker, work, done=done, failed=self._end)

    def _keep(self, url: str, user: str) -> None:
        try:
            self._choices.change("calendar.url", url)
            self._choices.change("calendar.user", user)
        except UnplugError as error:
            self._end(error)
            return
        same = url == self._url
        self._url, self._user = url, user
        self._end()
        self._found_ms = self._clock.stamp().wall_ms if url else None
        if same:
            self.keeping.hurry()
        else:
            self.keeping.use(url)

    def _begin(self, what: str) -> None:
        """Nothing is put anywhere until it is clear which calendar it is."""
        self._trying.begin(what)
        self.keeping.held = True

    def _end(self, error: UnplugError | None = None) -> None:
        self._trying.end(error)
        self.keeping.held = False


def in_clear(url: str) -> str:
    """What is to be said of an address over which a password is no secret."""
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname in {"127.0.0.1", "::1", "localhost"}:
        return ""
    return "the address is http, so the password travels in clear"
