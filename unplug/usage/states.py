"""The seven states, and a stretch of time spent in one of them."""

from dataclasses import dataclass
from enum import IntEnum


class State(IntEnum):
    """What the person was doing at the screen; at every instant exactly one.

    The numbers are what the database stores: never change one.
    """

    ACTIVE = 0  # input within the idle threshold
    WATCHING = 1  # no input, but media plays or an inhibitor says so
    IDLE = 2  # no input, back-dated to the last one
    LOCKED = 3  # the screen is locked, or another user is in front
    ASLEEP = 4  # the machine sleeps
    PAUSED = 5  # off the record
    OFFLINE = 6  # inside a device-free session


SCREEN_STATES = (State.ACTIVE, State.WATCHING)
APP_STATES = SCREEN_STATES
"""The states in which it matters which app has the focus; others carry none."""


@dataclass(frozen=True, slots=True)
class ScreenSpan:
    """A stretch in one state with one app, the unit that is stored.

    Attributes:
        start_ms: its start on the wall clock, UTC.
        dur_ms: how long it really lasted (boot clock); always positive.
        state: what the person was doing.
        app: the focused app's id in ACTIVE and WATCHING; None when none is known.
        title: the window's title where the user allowed titles.
        offset_q: quarter hours east of UTC that held, the same for the whole span.
    """

    start_ms: int
    dur_ms: int
    state: State
    app: str | None = None
    title: str | None = None
    offset_q: int = 0

    def __post_init__(self) -> None:
        if self.dur_ms <= 0:
            msg = f"a screen span lasts some time, not {self.dur_ms} ms"
            raise ValueError(msg)

    @property
    def end_ms(self) -> int:
        """Its end on the wall clock (exclusive), as if nobody had set the clock."""
        return self.start_ms + self.dur_ms
