"""What the session machine wants done; the engine carries it out.

Strip, overlay, do-not-disturb and the like are wanted or not: they can be said again
after a crash without harm. History is exactly once: the engine stores records in the
transaction in which it stores the state, whenever a step had any effect.
"""

from dataclasses import dataclass
from enum import StrEnum

from unplug.sessions.history import Outcome, Record
from unplug.sessions.plan import Strictness
from unplug.sessions.terms import Reason


class Stage(StrEnum):
    """What a strip is about."""

    EARLY = "early"  # in a few minutes
    LAST = "last"  # in a moment
    WAITING = "waiting"  # due, but something holds it back
    RUNNING = "running"  # a gentle session runs
    OFFERED = "offered"  # its time has begun while nobody was there


class Choice(StrEnum):
    """What a strip offers; all of them look alike."""

    NOW = "now"
    LATER = "later"
    AFTER_CALL = "after this call"
    NOT_TODAY = "not today"
    END = "end"


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment to count down to, on the wall or on the boot clock."""

    ms: int
    boot: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The small strip.

    Attributes:
        session_id: the session.
        stage: what it is about.
        title: the plan's name.
        purpose: what the time is for.
        person: with whom, by uid.
        until: when it starts, or ends once it is RUNNING or OFFERED; None while the
            countdown waits.
        why: what holds it back, or would.
        choices: what it offers.
        later_ms: by how much LATER moves it.
        discreet: show it in the tray alone, for the screen is not to be disturbed.
    """

    session_id: str
    stage: Stage
    title: str = ""
    purpose: str = ""
    person: str | None = None
    until: Instant | None = None
    why: frozenset[Reason] = frozenset()
    choices: tuple[Choice, ...] = ()
    later_ms: int = 0
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """What covers the monitors.

    Attributes:
        session_id: the session.
        title: the plan's name.
        purpose: what the time is for.
        person: with whom, by uid.
        strictness: how hard it is to leave.
        ends_boot_ms: when it ends.
        breath_until_boot_ms: a wish to leave breathes until then; None: no such wish.
        asks_reason: a reason is still missing.
        can_end: the quota has an early end left; "I need my computer" is always there.
    """

    session_id: str
    title: str
    purpose: str
    person: str | None
    strictness: Strictness
    ends_boot_ms: int
    breath_until_boot_ms: int | None = None
    asks_reason: bool = False
    can_end: bool = True


@dataclass(frozen=True, slots=True)
class ShowStrip:
    """Show the strip."""

    strip: Strip


@dataclass(frozen=True, slots=True)
class UpdateStrip:
    """Change the strip that is shown."""

    strip: Strip


@dataclass(frozen=True, slots=True)
class HideStrip:
    """Take the strip away."""


@dataclass(frozen=True, slots=True)
class ShowOverlay:
    """Cover every monitor; said again, make sure that every one is."""

    overlay: Overlay


@dataclass(frozen=True, slots=True)
class UpdateOverlay:
    """Change what the overlay says."""

    overlay: Overlay


@dataclass(frozen=True, slots=True)
class HideOverlay:
    """Free every monitor."""


@dataclass(frozen=True, slots=True)
class DoNotDisturb:
    """Hold notifications back, or restore what was before (if it was us)."""

    on: bool


@dataclass(frozen=True, slots=True)
class Offline:
    """Screen time inside a session begins or ends."""

    on: bool


@dataclass(frozen=True, slots=True)
class WatchForPause:
    """Tell of ``InputPaused`` from now on, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class RemindersPaused:
    """Reminders are paused until an instant of the boot clock; None: they are not."""

    until_boot_ms: int | None


@dataclass(frozen=True, slots=True)
class PauseMedia:
    """Pause what plays."""


@dataclass(frozen=True, slots=True)
class ScreensOff:
    """Switch the monitors off."""


@dataclass(frozen=True, slots=True)
class LockScreen:
    """Let the desktop lock the screen."""


class Moment(StrEnum):
    """What is announced to a screen reader."""

    START = "start"
    HALF = "half"
    END = "end"


@dataclass(frozen=True, slots=True)
class Announce:
    """Tell a screen reader."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class RemarkInput:
    """Say kindly that this is device-free time."""


@dataclass(frozen=True, slots=True)
class AskFeeling:
    """Ask how it felt."""

    session_id: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class RecordFeeling:
    """Store how it felt."""

    session_id: str
    felt: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """Store how a session went."""

    record: Record


@dataclass(frozen=True, slots=True)
class RetractHistory:
    """Forget how a session went: its skip was undone."""

    session_id: str


@dataclass(frozen=True, slots=True)
class TellGroup:
    """Tell the trip group, as far as the person lets it know."""

    session_id: str
    outcome: Outcome
    kept_ms: int
    meant_ms: int


class Refusal(StrEnum):
    """Why a wish cannot be granted."""

    NOTHING_PLANNED = "nothing is planned"
    NOTHING_RUNS = "no session runs"
    RUNS_ALREADY = "a session runs already"
    NO_POSTPONING_LEFT = "it was postponed as often as can be"
    NO_TIME_LEFT = "its time would be over"
    NO_SKIP_LEFT = "no skip is left this week"
    NO_EXIT_LEFT = "no early end is left this week"
    NOTHING_SKIPPED = "nothing was skipped that could still come"
    NO_LENGTH = "a session lasts at least some time and at most a month"


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish was not granted, and why."""

    why: Refusal


Effect = (
    ShowStrip
    | UpdateStrip
    | HideStrip
    | ShowOverlay
    | UpdateOverlay
    | HideOverlay
    | DoNotDisturb
    | Offline
    | WatchForPause
    | RemindersPaused
    | PauseMedia
    | ScreensOff
    | LockScreen
    | Announce
    | RemarkInput
    | AskFeeling
    | RecordFeeling
    | RecordHistory
    | RetractHistory
    | TellGroup
    | Refused
)
