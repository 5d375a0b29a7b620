"""What the front-ends show: one frozen picture of the present."""

from dataclasses import dataclass, field
from datetime import datetime

from unplug.usage.states import State

TOP_APPS = 3
"""So many apps are shown beside the screen time."""


@dataclass(frozen=True, slots=True)
class AppTime:
    """An app and its screen time today.

    Attributes:
        app: the app's id.
        name: what its desktop entry calls it, else the id.
        screen_ms: active plus watching.
    """

    app: str
    name: str
    screen_ms: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The present, as far as tracking knows it.

    Attributes:
        at: when it was taken, aware, in the desktop's zone.
        state: what the person is doing.
        app: the focused app's id, if one is known.
        by_state_ms: today's milliseconds in each state, the open stretch included.
        usual_ms: own usual screen time by this time on such a day; None while
            fewer than three such days are known.
        top: the apps with most screen time today, at most three, most first.
        paused_until: when tracking resumes by itself; None when it is not paused,
            and ``datetime.max`` when only the user ends the pause.
        notices: sentences about what is wrong at present, most urgent first.
    """

    at: datetime
    state: State
    app: str | None = None
    by_state_ms: dict[State, int] = field(default_factory=dict)
    usual_ms: int | None = None
    top: tuple[AppTime, ...] = ()
    paused_until: datetime | None = None
    notices: tuple[str, ...] = ()

    @property
    def screen_ms(self) -> int:
        """Screen time today: active plus watching."""
        by = self.by_state_ms
        return by.get(State.ACTIVE, 0) + by.get(State.WATCHING, 0)
