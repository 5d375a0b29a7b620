"""The door to the user's Home Assistant: what it costs while none is named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.control import Message
from unplug.engine.sessions.news import SessionBegan, SessionNews
from unplug.engine.snapshot import SessionNow, Snapshot
from unplug.engine.working import Worker

if TYPE_CHECKING:
    from unplug.engine.home.telling import TellingHome
    from unplug.trips.key_stores import KeyStore
    from unplug.trips.transports.home import HomeState

RUNNING = "running"
NOT_NAMED: Message = {
    "broker": "",
    "done": True,
    "last_succeeded": None,
    "error": None,
    "note": "",
}
"""What there is to say while no broker is named."""


class Machine(Protocol):
    """The session machine, as far as this needs it."""

    def session(self) -> SessionNow | None:
        """The session that is announced, due, running or offered."""


class Sessions(Protocol):
    """Device-free sessions, as far as this needs them."""

    @property
    def unplugging(self) -> Machine:
        """The machine."""


class Home:
    """What Home Assistant may show, told to it if the user wants that.

    Args:
        clock: where the time comes from.
        choices: the settings.
        keys: gives where the broker's password is kept.
        worker: does what may take long; None: it is done on the spot.
        sessions: device-free sessions; None: there are none.
        next_window: when the next offline window begins.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        choices: Choices,
        keys: "Callable[[], KeyStore]",
        worker: Worker | None,
        sessions: Sessions | None,
        next_window: Callable[[], datetime | None],
    ) -> None:
        self._clock = clock
        self._choices = choices
        self._keys = keys
        self._worker = worker
        self._sessions = sessions
        self._next_window = next_window
        self._began = False
        self._telling: TellingHome | None = None

    def session_told(self, news: SessionNews) -> None:
        """Hear how sessions go; until one began nobody is asked for it."""
        self._began = self._began or isinstance(news, SessionBegan)

    def look(self) -> None:
        """Tell what is new."""
        if self._telling is not None:
            self._telling.look()
        elif self._choices.running.home.broker:
            self._open().look()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        return None if self._telling is None else self._telling.next_deadline_ms()

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what is wrong here."""
        if self._telling is None:
            return snapshot
        notices = (*snapshot.notices, *self._telling.notices())
        return replace(snapshot, notices=notices)

    def answer(self, request: Message) -> Message:
        """Do what the command line or a window asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        named = self._telling or self._choices.running.home.broker
        if not named and request.get("do") == "home.show":
            return dict(NOT_NAMED)
        return self._open().answer(request)

    def forget_everything(self) -> None:
        """Everything is about to be erased: forget the password with it."""
        if self._telling is not None or self._choices.running.home.broker:
            from unplug.engine.home.telling import SECRET  # noqa: PLC0415  (seldom)

            self._keys().forget(SECRET)

    def _open(self) -> "TellingHome":
        if self._telling is None:
            from unplug.engine.home.telling import TellingHome  # noqa: PLC0415  (large)

            self._telling = TellingHome(
                clock=self._clock,
                choices=self._choices,
                keys=self._keys,
                worker=self._worker,
                state=self._state,
            )
        return self._telling

    def _state(self) -> "HomeState":
        from unplug.trips.transports.home import HomeState  # noqa: PLC0415  (with it)

        session = None
        if self._began and self._sessions is not None:
            session = self._sessions.unplugging.session()
        runs = session is not None and session.state == RUNNING
        until = session.end if session is not None and runs else None
        return HomeState(until, self._next_window())
