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
from unplug.engine.sessions.news import SessionNews, SessionOver
from unplug.engine.trips.forms import TripForm, Went, Window
from unplug.errors import UnplugError
from unplug.sessions.states import HeadsUp, Quiet, Settling

if TYPE_CHECKING:
    from datetime import datetime

    from unplug.sessions.forms import AnyPlan
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

    @property
    def plans(self) -> "tuple[AnyPlan, ...]":
        """The plans."""


class Sessions(Protocol):
    """Device-free sessions, as ``DeviceFree`` has them."""

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
    plan: str
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
        self._looked: set[str] = set()

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
                trip, plan, _ = uid[len(_PREFIX) : -len(_HOST)].split("-")
                kept, meant = (
                    round(length.total_seconds() * 1_000)
                    for length in (news.kept, news.meant)
                )
                self._went(trip, Went(plan, kept, meant), news.shared)

    def _agree(self, trip: str, form: TripForm, now: Stamp, group_ms: int) -> None:
        window = form.window
        if window is None or not window.taking_part:
            if trip in self._told or trip not in self._looked:
                self._keep_only(trip, None)
            return
        if group_ms >= window.end_ms:
            self._told.pop(trip, None)
            return
        told = self._told.get(trip)
        if told is None or group_ms < window.start_ms or told.plan != window.plan:
            self._plan(trip, form, window, now.wall_ms - group_ms)
        since_ms = group_ms - window.start_ms
        if 0 <= since_ms < AT_ONCE_MS:
            self._begin(self._told[trip].uid, back=since_ms < SECOND_MS)

    def _plan(self, trip: str, form: TripForm, window: Window, behind_ms: int) -> None:
        """Tell sessions, by this clock; to the next second, for they know no parts."""
        start_ms = -(-(window.start_ms + behind_ms) // SECOND_MS) * SECOND_MS
        uid = uid_of(trip, window.plan, start_ms)
        wanted = _Told(uid, window.plan, start_ms, form.strictness)
        if self._told.get(trip) == wanted:
            return
        self._keep_only(trip, uid)
        self._sessions.add_window(
            uid,
            from_ms(start_ms),
            from_ms(start_ms + window.end_ms - window.start_ms),
            form.name,
            window.place,
            strictness=form.strictness,
            shared=form.strictness == "promise",
        )
        self._told[trip] = wanted

    def _keep_only(self, trip: str, uid: str | None) -> None:
        """Take back whatever else was planned for a trip, also by an earlier run."""
        mine = f"{_PREFIX}{trip}-"
        for plan in tuple(self._sessions.unplugging.plans):
            if plan.uid.startswith(mine) and plan.uid != uid:
                self._sessions.remove_window(plan.uid)
        self._told.pop(trip, None)
        self._looked.add(trip)

    def _begin(self, uid: str, *, back: bool) -> None:
        """Begin now what would wait for a pause of typing.

        Args:
            uid: the plan.
            back: also what is only offered: the wall clock was set past its start
                while somebody was there all the time.
        """
        phase = self._sessions.unplugging.state.phase
        begins = HeadsUp | Settling | Quiet if back else HeadsUp | Settling
        if not isinstance(phase, begins):
            return
        if any(part.plan == uid for part in phase.session.parts):
            self._sessions.wish("Begin")


def uid_of(trip: str, plan: str, start_ms: int) -> str:
    """How sessions call a window.

    Another revision is another plan, and so is the same one by a clock that was set:
    what sessions did of it by the wrong clock is then nothing to it.
    """
    return f"{_PREFIX}{trip}-{plan}-{start_ms // SECOND_MS}{_HOST}"
