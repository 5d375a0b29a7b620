"""What the session machine is told."""

from dataclasses import dataclass, field
from enum import StrEnum

from unplug.sessions.appointments import Appointment, Interval
from unplug.sessions.rules import Rules
from unplug.sessions.terms import Reason, Terms


class Absence(StrEnum):
    """How somebody can be away from the screen."""

    IDLE = "idle"
    LOCKED = "locked"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing new; only the time (also after a wake-up or a step of the clock)."""


@dataclass(frozen=True, slots=True)
class PlansKnown:
    """The plans as they are now: at start, after an edit, a new zone, a new day.

    Attributes:
        appointments: every occurrence that ends after ``asked_from_ms(state)``, up
            to some horizon of at least a day; those that are over are recorded.
        intervals: all interval plans.
    """

    appointments: tuple[Appointment, ...] = ()
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesSet:
    """The settings that hold for all sessions."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class Held:
    """Something that sessions may wait for is there, or no longer is."""

    reason: Reason
    on: bool


@dataclass(frozen=True, slots=True)
class Away:
    """Nobody is at the screen; ``for_ms`` says since when (idle: the last input)."""

    absence: Absence
    for_ms: int = 0


@dataclass(frozen=True, slots=True)
class Back:
    """An absence is over."""

    absence: Absence


@dataclass(frozen=True, slots=True)
class InputPaused:
    """No key and no click for ``for_ms``; told while ``WatchForPause`` is on."""

    for_ms: int


@dataclass(frozen=True, slots=True)
class Input:
    """Keys or clicks came; told while a session runs."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The person wants the announced session now."""


@dataclass(frozen=True, slots=True)
class Postpone:
    """The person wants it later; None: by as much as is offered."""

    by_ms: int | None = None


@dataclass(frozen=True, slots=True)
class AfterThisCall:
    """The person wants it when the call is over."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Not today."""


@dataclass(frozen=True, slots=True)
class UndoSkip:
    """The last skip was not meant."""


@dataclass(frozen=True, slots=True)
class UnplugNow:
    """A session on the spot, for a length or until an instant (wall clock)."""

    for_ms: int | None = None
    until_ms: int | None = None
    terms: Terms = field(default_factory=Terms)


@dataclass(frozen=True, slots=True)
class EndEarly:
    """The person wants to end it; the reason may come in a second event."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class NeedComputer:
    """The person needs the computer. No reason, no quota."""


@dataclass(frozen=True, slots=True)
class StayAfterAll:
    """The person takes back the wish to leave."""


@dataclass(frozen=True, slots=True)
class PauseReminders:
    """No reminders for so long; it always ends by itself."""

    for_ms: int


@dataclass(frozen=True, slots=True)
class ResumeReminders:
    """The person ends the pause of reminders."""


@dataclass(frozen=True, slots=True)
class Felt:
    """How it felt, 1 to 5; None: rather not say."""

    felt: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MonitorsChanged:
    """A monitor came, went or turned."""


@dataclass(frozen=True, slots=True)
class OverlayFreed:
    """The watchdog freed the screen: the overlay painted nothing."""


Event = (
    Tick
    | PlansKnown
    | RulesSet
    | Held
    | Away
    | Back
    | InputPaused
    | Input
    | Begin
    | Postpone
    | AfterThisCall
    | Skip
    | UndoSkip
    | UnplugNow
    | EndEarly
    | NeedComputer
    | StayAfterAll
    | PauseReminders
    | ResumeReminders
    | Felt
    | MonitorsChanged
    | OverlayFreed
)
