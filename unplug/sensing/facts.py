"""The facts: what a source can say about the person at the screen."""

from dataclasses import dataclass

from unplug.clock import Stamp
from unplug.sensing.reasons import Reason


@dataclass(frozen=True, slots=True)
class Start:
    """Tracking begins; whatever was before is nobody's time."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A window of ``app`` has the keyboard focus; None when no window has."""

    app: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Idle:
    """No input for ``idle_ms`` by the display server's own counter."""

    idle_ms: int


@dataclass(frozen=True, slots=True)
class Active:
    """Input came back."""


@dataclass(frozen=True, slots=True)
class Locked:
    """The screen is locked, or another user's session is in front.

    Several things can hold the lock at once; ``by`` tells them apart.
    """

    by: str = ""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """``by`` no longer holds the lock."""

    by: str = ""


@dataclass(frozen=True, slots=True)
class Sleep:
    """The machine is about to sleep."""


@dataclass(frozen=True, slots=True)
class Wake:
    """The machine is back from sleep."""


@dataclass(frozen=True, slots=True)
class Media:
    """A player of ``app`` plays, or no longer does."""

    playing: bool
    app: str | None = None
    fullscreen: bool = False


@dataclass(frozen=True, slots=True)
class Inhibited:
    """``by`` keeps the screen from going idle, or no longer does.

    Some desktops show it only when idleness fails to come: ``for_ms`` says for how
    long it has been held already.
    """

    held: bool
    by: str = ""
    for_ms: int = 0


@dataclass(frozen=True, slots=True)
class Occupied:
    """``reason`` not to disturb holds because of ``by``, or no longer does.

    Several can hold the same reason at once; ``by`` (an app, a desktop's service)
    tells them apart. It is nobody's screen time: only sessions listen to it.
    """

    reason: Reason
    held: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """The user goes off the record."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The user is back on the record."""


@dataclass(frozen=True, slots=True)
class Offline:
    """A device-free session runs, or no longer does."""

    on: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """The desktop is in this zone (an IANA name) from now on."""

    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing new; only the time."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Tracking ends."""


Fact = (
    Start
    | Focus
    | Idle
    | Active
    | Locked
    | Unlocked
    | Sleep
    | Wake
    | Media
    | Inhibited
    | Occupied
    | Pause
    | Resume
    | Offline
    | Zone
    | Tick
    | Stop
)


@dataclass(frozen=True, slots=True)
class Observed:
    """A fact, and when it was seen."""

    at: Stamp
    fact: Fact
