"""What every source of facts has in common."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from unplug.errors import UnplugError
from unplug.sensing.facts import Fact


class Signal(Enum):
    """What the app needs to hear about; a source serves one or more."""

    FOCUS = "focused window"
    IDLE = "input and idleness"
    SESSION = "lock and sleep"
    MEDIA = "playing media"
    TIME = "clock and zone changes"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    SHARING = "screen sharing"
    QUIET = "do-not-disturb"
    PRESENTING = "presentations"
    POWER = "battery"


TRACKING = (
    Signal.FOCUS,
    Signal.IDLE,
    Signal.SESSION,
    Signal.MEDIA,
    Signal.TIME,
)
"""What screen time is made of; a focus source may tell full screen, too."""
OCCUPATIONS = (
    Signal.CAMERA,
    Signal.MICROPHONE,
    Signal.SHARING,
    Signal.QUIET,
    Signal.PRESENTING,
    Signal.POWER,
)
"""What sessions wait for; their sources say ``Occupied`` and take it back if lost."""


@dataclass(frozen=True, slots=True)
class SensingOptions:
    """What a source has to know.

    Attributes:
        idle_after_ms: without input for this long, somebody is idle.
        titles: whether window titles may be read at all.
    """

    idle_after_ms: int = 120_000
    titles: bool = False


class Source(Protocol):
    """Something that says facts when the desktop has something to say.

    A loop watches ``fileno()`` and calls ``dispatch()`` when it is readable, and
    once right after opening: that first call yields the present state.
    """

    name: str

    def fileno(self) -> int:
        """The file descriptor to watch for reading."""

    def dispatch(self) -> list[Fact]:
        """Read all that has arrived, without blocking, and say what it means.

        Raises:
            SourceLostError: the other side is gone; close this source.
        """

    def close(self) -> None:
        """Let go of everything; safe to call twice and after a loss."""


class SourceUnavailableError(UnplugError):
    """This desktop does not offer what a source needs; says how to get it."""


class SourceLostError(UnplugError):
    """The connection behind a source died."""
