"""What a window can ask for; `ui.tray_app` hears it, `ui.app` says who sees to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class PauseLength(Enum):
    """How long tracking can be paused from a menu; every pause has an end."""

    QUARTER_HOUR = "15 min"
    HOUR = "1 h"
    UNTIL_TOMORROW = "until tomorrow"


@dataclass(frozen=True, slots=True)
class PauseWish:
    """Pause tracking for so long."""

    length: PauseLength


@dataclass(frozen=True, slots=True)
class ResumeWish:
    """End the pause."""


@dataclass(frozen=True, slots=True)
class QuitWish:
    """End the app."""


@dataclass(frozen=True, slots=True)
class WelcomedWish:
    """The welcome was seen; it is not to come again by itself."""


@dataclass(frozen=True, slots=True)
class EraseWish:
    """Delete everything that was recorded; it was asked twice already."""


@dataclass(frozen=True, slots=True)
class MoodWish:
    """Note how somebody feels.

    Attributes:
        mark: 1 (low) to 5 (good).
        word: what they wrote beside it; empty for nothing.
    """

    mark: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class LoginWish:
    """Start at login from now on, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class UnplugWish:
    """A device-free session on the spot: for a length, or until an aware instant."""

    length: timedelta | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        if (self.length is None) == (self.until is None):
            msg = "a session has a length or an end, and not both"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class RemindersWish:
    """Announce no sessions for so long; None: announce them again."""

    length: PauseLength | None


@dataclass(frozen=True, slots=True)
class PlansChanged:
    """Plans are others now: what comes next is to be shown and waited for."""


@dataclass(frozen=True, slots=True)
class NoteWish:
    """How a session that is over felt, and a word to remember it by.

    Attributes:
        session_id: the session.
        felt: 1 to 5.
        note: the word; empty for none.
    """

    session_id: str
    felt: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionWish:
    """Something is wanted of a device-free session.

    Attributes:
        name: the event of the session machine that says so.
        arguments: its fields, in order.
    """

    name: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingChosen:
    """A setting was changed: the app may go by it already."""


@dataclass(frozen=True, slots=True)
class TripActed:
    """Something was done in a trip: the app has more to do than before."""
