"""The door to the user's calendar: what it costs while none is named."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.control import Message
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.store.database import Database

if TYPE_CHECKING:
    from unplug.engine.trips.calendar_desk import CalendarDesk
    from unplug.engine.trips.travelling import Travelling
    from unplug.trips.key_stores import KeyStore

log = logging.getLogger(__name__)

NONE_NAMED: Message = {
    "url": "",
    "user": "",
    "done": True,
    "last_succeeded": None,
    "error": None,
    "windows": 0,
    "note": "",
}
"""What there is to say while none is named."""


class CalendarDoor:
    """The calendar in the running app.

    Args:
        clock: where the time comes from.
        choices: the settings.
        keys: gives where its password is kept.
        worker: does what may take long.
        database: gives the open database; None while the disk does not let it.

    Attributes:
        desk: the rest; None: it was not needed yet.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        choices: Choices,
        keys: "Callable[[], KeyStore]",
        worker: Worker,
        database: Callable[[], Database | None],
    ) -> None:
        self._clock = clock
        self._choices = choices
        self._keys = keys
        self._worker = worker
        self._database = database
        self.desk: CalendarDesk | None = None

    def look(self, travelling: "Travelling") -> None:
        """Put right whatever differs from the trips."""
        try:
            if self.desk is not None:
                self.desk.keeping.look()
            elif self._choices.running.calendar.url:
                self._open(travelling)
        except UnplugError as error:  # the disk; whoever needs it tells of it
            log.warning("%s", error)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        return None if self.desk is None else self.desk.keeping.next_deadline_ms()

    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        return () if self.desk is None else self.desk.notices()

    def answer(
        self, travelling: "Callable[[], Travelling]", request: Message
    ) -> Message:
        """Do what the command line or a window asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        named = self.desk or self._choices.running.calendar.url
        if not named and request.get("how") == "show":
            return dict(NONE_NAMED)
        return self._open(travelling()).answer(request)

    def forget_everything(self) -> None:
        """Everything is about to be erased: what lies there goes, and the password."""
        if self.desk is not None:
            self.desk.forget_everything()
        elif self._choices.running.calendar.url:
            from unplug.engine.trips.calendar_desk import PASSWORD  # noqa: PLC0415  (seldom)

            self._keys().forget(PASSWORD)

    def _open(self, travelling: "Travelling") -> "CalendarDesk":
        if self.desk is None:
            from unplug.engine.trips.calendar_desk import CalendarDesk  # noqa: PLC0415
            from unplug.engine.trips.calendar_left import Left  # noqa: PLC0415

            self.desk = CalendarDesk(
                travelling=travelling,
                clock=self._clock,
                choices=self._choices,
                keys=self._keys,
                worker=self._worker,
                left=Left(self._database),
            )
        return self.desk
