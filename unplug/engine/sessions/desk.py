"""What the windows want of sessions and plans; loaded with the first such wish."""

from collections.abc import Callable
from datetime import datetime, timedelta

from unplug.clock import Clock, to_ms
from unplug.days import day_at, start_of
from unplug.engine.sessions.unplugging import Unplugging
from unplug.sessions import events as ev
from unplug.sessions.plan import Strictness
from unplug.sessions.terms import Terms


class SessionDesk:
    """Takes wishes in the words of windows: lengths, local times, names.

    Args:
        unplugging: gives the use case that grants them; another one after an erase.
        clock: where the time comes from.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(
        self, *, unplugging: Callable[[], Unplugging], clock: Clock, day_start_min: int
    ) -> None:
        self._unplugging = unplugging
        self._clock = clock
        self._day_start_min = day_start_min

    def unplug_for(self, length: timedelta) -> None:
        """Begin a session on the spot, of some length.

        Raises:
            UnplugError: it is too short or too long.
        """
        for_ms = length // timedelta(milliseconds=1)
        self._unplugging().wish(ev.UnplugNow(for_ms=for_ms, terms=_ON_THE_SPOT))

    def unplug_until(self, until: datetime) -> None:
        """Begin a session on the spot, until an aware instant.

        Raises:
            UnplugError: that is too soon or too late.
        """
        event = ev.UnplugNow(until_ms=to_ms(until), terms=_ON_THE_SPOT)
        self._unplugging().wish(event)

    def remember(self, session_id: str, felt: int, note: str = "") -> None:
        """Keep how a session that is over felt, and a word to remember it by."""
        self._unplugging().remember(session_id, felt, note)

    def pause_reminders(self, length: timedelta) -> None:
        """Announce and begin nothing for some time."""
        for_ms = length // timedelta(milliseconds=1)
        self._unplugging().wish(ev.PauseReminders(for_ms))

    def pause_reminders_until_tomorrow(self) -> None:
        """Announce and begin nothing until the next day starts."""
        now, zone = self._clock.stamp().utc, self._clock.zone()
        today = day_at(now, zone, self._day_start_min)
        tomorrow = start_of(today + timedelta(days=1), zone, self._day_start_min)
        self.pause_reminders(tomorrow - now)


_ON_THE_SPOT = Terms(strictness=Strictness.FIRM, keeps_end=False)
"""Who asks for it wants to see it: the monitors are covered, and a breath lets go."""
