"""Offline windows as device-free sessions: planned by this clock, begun by the group's.

The session is announced as others are; at the group's instant it begins at once, so
that all unplug at the same moment. Where a call or a shared screen holds it back it
waits, as others do; who is asleep or away has unplugged already.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from unplug.clock import Stamp, from_ms
from unplug.engine.session_news import SessionNews, SessionOver
from unplug.engine.trip_forms import TripForm, Went, Window
from unplug.errors import UnplugError
from unplug.sessions.states import HeadsUp, Settling

if TYPE_CHECKING:
    from datetime import datetime

    from unplug.sessions.states import SessionState

log = logging.getLogger(__name__)

SECOND_MS = 1_000
AT_ONCE_MS = 60_000
"""So long after the instant a session that is announced still begins at once."""
_PREFIX, _HOST = "trip-", "@unplug"


class Machine(Protocol):
    """The session machine, as far as this needs it."""

    @property
    def state(self) -> "SessionState":
        """What it remembers."""


class Sessions(Protocol):
    """Device-free sessions, as `unplug.engine.device_free.DeviceFree` has them."""

    @property
    def unplugging(self) -> Machine:
        """The machine."""

    def add_window(  # noqa: PLR0913  (as it has it)
        self,
        uid: str,
        start: "datetime",
        end: "datetime",
        title: str,
        purpose: str = "",
        *,
        strictness: str = "gentle",
        shared: bool = False,
    ) -> None:
        """Plan device-free time between two instants."""

    def remove_window(self, uid: str) -> None:
        """Take that back."""

    def wish(self, name: str, *arguments: object) -> None:
        """Take in what the person wants."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What sessions were told of a trip's window."""

    uid: str
    start_ms: int
    strictness: str


class TripWindows:
    """Carries windows out.

    Args:
        sessions: device-free sessions.
        went: told how a window went, with the trip's id.
    """

    def __init__(
        self, sessions: Sessions, went: Callable[[str, Went, bool], None]
    ) -> None:
        self._sessions = sessions
        self._went = went
        self._told: dict[str, _Told] = {}

    def agreed(self, trip: str, form: TripForm, now: Stamp, group_ms: int) -> None:
        """A trip's window is as its form says; None there: it has none."""
        try:
            self._agree(trip, form, now, group_ms)
        except UnplugError as error:  # the disk; the next wake-up tries again
            log.warning("%s", error)

    def told(self, news: SessionNews) -> None:
        """Hear how sessions went; those of trips are passed on."""
        if not isinstance(news, SessionOver) or not news.began:
            return
        for uid in news.plans:
            if uid.startswith(_PREFIX) and uid.endswith(_HOST):
                trip, _, plan = uid[len(_PREFIX) : -len(_HOST)].partition("-")
                kept, meant = (
                    round(length.total_seconds() * 1_000)
                    for length in (news.kept, news.meant)
                )
                self._went(trip, Went(plan, kept, meant), news.shared)

    def _agree(self, trip: str, form: TripForm, now: Stamp, group_ms: int) -> None:
        window, told = form.window, self._told.get(trip)
        takes_part = window is not None and window.taking_part
        if window is None or not takes_part or group_ms >= window.end_ms:
            if told is not None and (window is None or not takes_part):
                self._sessions.remove_window(told.uid)
            self._told.pop(trip, None)
            return
        if told is not None and told.uid != uid_of(trip, window):
            self._sessions.remove_window(told.uid)
            told = None
        if told is None or group_ms < window.start_ms:
            self._plan(trip, form, window, now.wall_ms - group_ms)
        if 0 <= group_ms - window.start_ms < AT_ONCE_MS:
            self._begin(uid_of(trip, window))

    def _plan(self, trip: str, form: TripForm, window: Window, behind_ms: int) -> None:
        """Tell sessions, by this clock; to the next second, for they know no parts."""
        start_ms = -(-(window.start_ms + behind_ms) // SECOND_MS) * SECOND_MS
        wanted = _Told(uid_of(trip, window), start_ms, form.strictness)
        if self._told.get(trip) == wanted:
            return
        self._sessions.add_window(
            wanted.uid,
            from_ms(start_ms),
            from_ms(start_ms + window.end_ms - window.start_ms),
            form.name,
            window.place,
            strictness=form.strictness,
            shared=form.strictness == "promise",
        )
        self._told[trip] = wanted

    def _begin(self, uid: str) -> None:
        """Begin now what would wait for a pause of typing."""
        phase = self._sessions.unplugging.state.phase
        if not isinstance(phase, HeadsUp | Settling):
            return
        if any(part.plan == uid for part in phase.session.parts):
            self._sessions.wish("Begin")


def uid_of(trip: str, window: Window) -> str:
    """How sessions call a window; another revision is another plan."""
    return f"{_PREFIX}{trip}-{window.plan}{_HOST}"
