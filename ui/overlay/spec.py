"""What the overlay, the strip and the card after a session have to show."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SMALLEST_TEXT = 0.8
LARGEST_TEXT = 2.0
FEELINGS = (1, 2, 3, 4, 5)


class Strictness(StrEnum):
    """How hard a session is to leave."""

    GENTLE = "gentle"
    FIRM = "firm"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How somebody likes to read.

    Attributes:
        text_scale: on top of the desktop's own font size, 0.8 to 2.0.
        reduced_motion: nothing moves.
    """

    text_scale: float = 1.0
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        if not SMALLEST_TEXT <= self.text_scale <= LARGEST_TEXT:
            msg = f"text scales from 0.8 to 2.0, not {self.text_scale}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A wish to leave, which costs one slow breath.

    Attributes:
        breath_until_boot_ms: the breath ends then, on the boot clock.
        asks_reason: the session goes on until a reason is given.
        reason: the one that was given.
    """

    breath_until_boot_ms: int
    asks_reason: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SceneSpec:
    """What every monitor shows while a session runs.

    Attributes:
        session_id: the session.
        ends_boot_ms: when it ends, on the boot clock.
        ends_at: when that is for people; local, with zone.
        title: the plan's name.
        purpose: what this time is for.
        person: with whom, by name.
        idea: something to do, where the time was planned for nothing.
        strictness: how hard it is to leave.
        breathing: the breathing guide is wanted from the start.
        can_end: ending early is offered beside "I need my computer".
        leaving: how far a wish to leave has come; None: there is none.
        comfort: how it is read.
    """

    session_id: str
    ends_boot_ms: int
    ends_at: datetime | None = None
    title: str = ""
    purpose: str = ""
    person: str = ""
    idea: str = ""
    strictness: Strictness = Strictness.FIRM
    breathing: bool = False
    can_end: bool = False
    leaving: Leaving | None = None
    comfort: Comfort = field(default_factory=Comfort)


class Stage(StrEnum):
    """What a strip is about."""

    EARLY = "early"
    LAST = "last"
    WAITING = "waiting"
    RUNNING = "running"
    OFFERED = "offered"


class Choice(StrEnum):
    """What a strip offers; all of them look alike."""

    NOW = "now"
    LATER = "later"
    AFTER_CALL = "after this call"
    NOT_TODAY = "not today"
    END = "end"


@dataclass(frozen=True, slots=True)
class StripSpec:
    """The small strip before a session, or beside a gentle one.

    Attributes:
        session_id: the session.
        stage: what it is about.
        until_boot_ms: when it starts, or ends once it runs or is offered, on the boot
            clock; None while the countdown waits.
        title: the plan's name.
        purpose: what the time is for.
        person: with whom, by name.
        why: what holds it back, by the names of the reasons.
        choices: what it offers, in this order.
        later_ms: by how much LATER moves it.
        comfort: how it is read.
    """

    session_id: str
    stage: Stage
    until_boot_ms: int | None = None
    title: str = ""
    purpose: str = ""
    person: str = ""
    why: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = (Choice.NOW, Choice.LATER, Choice.NOT_TODAY)
    later_ms: int = 5 * 60_000
    comfort: Comfort = field(default_factory=Comfort)


@dataclass(frozen=True, slots=True)
class FeelingSpec:
    """The question after a session.

    Attributes:
        session_id: the session.
        person: with whom, by name; then it asks about the meeting.
        comfort: how it is read.
    """

    session_id: str
    person: str = ""
    comfort: Comfort = field(default_factory=Comfort)


class Moment(StrEnum):
    """What is said to a screen reader."""

    START = "start"
    HALF = "half"
    END = "end"
