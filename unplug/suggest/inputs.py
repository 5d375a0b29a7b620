"""What a decision is made from: small frozen values that the engine fills in.

Instants are in UTC (``datetime.UTC`` itself, so that comparing them is cheap), local
times come with their zone, and nothing here is worked out: it is only told.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from unplug.days import DAY_START_MIN
from unplug.suggest import constants as c
from unplug.suggest.asking import Answer, Asking
from unplug.suggest.weekly import EVERY_DAY, Weekly

QUIET = (Weekly(EVERY_DAY, 22 * 60, 8 * 60),)


class Busy(Enum):
    """Why now is no moment to be spoken to."""

    CALL = "call"
    SHARING = "sharing"
    FULL_SCREEN = "full screen"
    PRESENTING = "presenting"
    SESSION = "device-free session"
    DO_NOT_DISTURB = "do not disturb"


class KeptOut(Enum):
    """Why somebody is never suggested."""

    NEVER = "never suggest"
    MEMORIAL = "in memoriam"
    BLOCKED = "blocked"


class Break(Enum):
    """What sort of seam in the use of the computer this is."""

    RETURN = "return"
    APP_CLASS = "another sort of app"
    UNLOCK = "unlock"


class Season(Enum):
    """The time of the year where the user is."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Weather(Enum):
    """Whether one would like to be outside."""

    FAIR = "fair"
    FOUL = "foul"


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A seam in the use of the computer, at which speaking up interrupts least.

    Attributes:
        kind: what sort of seam.
        after_ms: RETURN: how long nothing was touched; APP_CLASS: how long apps of
            the class before were used; UNLOCK: not looked at.
    """

    kind: Break
    after_ms: int = 0


@dataclass(frozen=True, slots=True)
class Usual:
    """Own usual screen time by now on such a weekday, over 28 days.

    Attributes:
        median_ms: half of the days had less.
        mad_ms: the median of the days' distances from it.
        days: how many days that is taken from.
    """

    median_ms: int
    mad_ms: int
    days: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the user's own, and how far it is used up today.

    Attributes:
        name: what it is for, such as a category; empty for all screen time.
    """

    name: str
    used_ms: int
    limit_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The screen time that the present is judged by.

    Attributes:
        screen_ms: today so far.
        usual: None while nothing is usual yet.
        stretch_ms: the current stretch at the screen.
        long_stretch_ms: own 85th percentile of stretches; None while unknown.
        limits: those the user set.
    """

    screen_ms: int = 0
    usual: Usual | None = None
    stretch_ms: int = 0
    long_stretch_ms: int | None = None
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The present, as far as it matters for speaking up.

    Attributes:
        now: in UTC.
        zone: where the user is.
        breakpoint: the seam that this moment is; None in the middle of something.
        busy: whatever forbids to speak now.

    Raises:
        ValueError: ``now`` is not in UTC.
    """

    now: datetime
    zone: ZoneInfo
    usage: Usage = Usage()
    breakpoint: Breakpoint | None = None
    busy: frozenset[Busy] = frozenset()
    season: Season | None = None
    weather: Weather | None = None

    def __post_init__(self) -> None:
        require_utc(self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user set.

    Attributes:
        on: whether suggestions are wanted at all.
        welcome: when they are welcome; empty where the user has not said.
        quiet: when nothing may come.
        wind_down_min: minutes after local midnight; None for no wind-down.
        per_day: at most so many a day, 1 or 2.
        free: own usual free times; empty where the user has not said.
        meet_notice_min: how long before a meeting one wants to know of it.
        call_notice_min: the same before a call.
        cost_most: the most that a step may cost, 0 (nothing) to 3.
        day_start_min: minutes after local midnight at which a day starts.

    Raises:
        ValueError: something is out of bounds.
    """

    on: bool = True
    welcome: tuple[Weekly, ...] = ()
    quiet: tuple[Weekly, ...] = QUIET
    wind_down_min: int | None = None
    per_day: int = c.PER_DAY
    free: tuple[Weekly, ...] = ()
    meet_notice_min: int = c.NOTICE_MEET_MIN
    call_notice_min: int = c.NOTICE_CALL_MIN
    cost_most: int = 2
    day_start_min: int = DAY_START_MIN

    def __post_init__(self) -> None:
        if not 1 <= self.per_day <= c.PER_DAY_MOST:
            msg = f"there are 1 or {c.PER_DAY_MOST} suggestions a day: {self.per_day}"
            raise ValueError(msg)
        if min(self.meet_notice_min, self.call_notice_min, self.cost_most) < 0:
            msg = f"notice and cost are never below zero: {self}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A birthday or the like, on the day it falls on this time."""

    name: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who could be seen.

    Attributes:
        name: what to call them.
        closeness: 1 to 5.
        cadence_d: how many days after a meeting the next one is wanted.
        dormant: whether the tie has been left to sleep.
        met_at: the last meeting in person that is known.
        called_at: the last call that is known.
        felt: how meetings felt, 1 to 5, the latest first.
        zone: theirs; None for the user's own.
        free: their usual free times, in their zone; empty where unknown.
        travel_min: one way to where one would meet; None where unknown, which counts
            as close by.
        near: whether one can meet without a journey.
        occasions: those to come, in any order.
        interests: what one shares.
        topics: the user's own last topics with them.
        kept_out: why they are never suggested; empty for most.

    Raises:
        ValueError: something is out of bounds.
    """

    uid: str
    name: str
    closeness: int = 3
    cadence_d: float = 30
    dormant: bool = False
    met_at: datetime | None = None
    called_at: datetime | None = None
    felt: tuple[int, ...] = ()
    zone: ZoneInfo | None = None
    free: tuple[Weekly, ...] = ()
    travel_min: int | None = None
    near: bool = True
    occasions: tuple[Occasion, ...] = ()
    interests: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kept_out: frozenset[KeptOut] = frozenset()

    def __post_init__(self) -> None:
        felt_fit = all(1 <= felt <= c.CLOSENESS_MOST for felt in self.felt)
        if not (1 <= self.closeness <= c.CLOSENESS_MOST and felt_fit):
            msg = f"closeness and feelings are 1 to 5: {self.closeness}, {self.felt}"
            raise ValueError(msg)
        if self.cadence_d < 1 or (self.travel_min or 0) < 0:
            msg = f"no such cadence or travel: {self.cadence_d}, {self.travel_min}"
            raise ValueError(msg)
        for at in (self.met_at, self.called_at):
            if at is not None:
                require_utc(at)


@dataclass(frozen=True, slots=True)
class Asked:
    """A suggestion that was made.

    Attributes:
        uid: of the person.
        at: in UTC.
        answer: None while there is none.
        slot_start: when the suggested meeting was to begin; None where not kept.
        plan_end: when the plan made from it ends; None where there is no plan.
        instead: whether the user asked for it with "someone else", so that it
            interrupted nobody.

    Raises:
        ValueError: an instant is not in UTC.
    """

    uid: str
    at: datetime
    answer: Answer | None = None
    slot_start: datetime | None = None
    plan_end: datetime | None = None
    instead: bool = False

    def __post_init__(self) -> None:
        require_utc(self.at)
        for at in (self.slot_start, self.plan_end):
            if at is not None:
                require_utc(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that a decision is made from.

    Attributes:
        past: the suggestions made so far, in any order; those of the last 90 days
            matter.
        asking: what the user has said about being asked.
        taken: stretches in which the user has something else to do, such as a
            device-free session; in UTC.
        seed: any number, drawn once and kept.
    """

    moment: Moment
    wishes: Wishes = Wishes()
    people: tuple[Person, ...] = ()
    past: tuple[Asked, ...] = ()
    asking: Asking = field(default_factory=Asking)
    taken: tuple[tuple[datetime, datetime], ...] = ()
    seed: int = 0


def require_utc(at: datetime) -> None:
    """Refuse an instant that is not in ``datetime.UTC`` itself."""
    if at.tzinfo is not UTC:
        msg = f"instants here are in UTC: {at}"
        raise ValueError(msg)
