"""What the Patterns page shows: frozen values, in milliseconds and local days.

Each value that stands for a number can be opened to its rows (`Row`): what the number
is made of, which sums to it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAYS_A_WEEK = 7
LATE_FROM_HOUR = 23
"""Screen time from this hour to the day's start is a late evening's."""
LATE_MS = 20 * 60_000
"""From so much of it on, an evening counts as late."""


@dataclass(frozen=True, slots=True)
class Row:
    """One of the things that a number is made of.

    Attributes:
        day: the local day.
        ms: its part of the number, where the number is a time.
        n: its part, where the number is a count.
        what: an app's id, or a person's uid; empty where the day says it all.
    """

    day: date
    ms: int = 0
    n: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """Screen time by weekday and hour.

    Attributes:
        first: the first day.
        last: the last day, included.
        sums_ms: seven rows from Monday, each with the 24 hours of the local clock.
        days: how many days of each weekday have any screen time, from Monday.
        missing: days whose hours are not summed up yet, or no longer known.
    """

    first: date
    last: date
    sums_ms: tuple[tuple[int, ...], ...]
    days: tuple[int, ...]
    missing: int = 0

    def mean_ms(self, weekday: int, hour: int) -> int:
        """The mean screen time of an hour, on such days that have any."""
        return self.sums_ms[weekday][hour] // max(self.days[weekday], 1)


class Change(StrEnum):
    """How a week compares with the one before."""

    LESS = "less"
    MORE = "more"
    SAME = "about the same"
    UNKNOWN = "not enough days"


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days in a row.

    Attributes:
        first: its first day.
        by_day_ms: screen time of its days; 0 where nothing was tracked.
        tracked: how many of them were tracked.
    """

    first: date
    by_day_ms: tuple[int, ...]
    tracked: int

    @property
    def screen_ms(self) -> int:
        """Screen time of the week."""
        return sum(self.by_day_ms)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks beside each other, the earliest first, and how the last whole ones compare.

    Attributes:
        weeks: each of seven days; the last may not be over.
        change: of the last whole week against the one before.
        by_ms: screen time a day by which they differ, negative for less.
        low_ms: where the 90 % interval of that begins.
        high_ms: where it ends.
    """

    weeks: tuple[Week, ...]
    change: Change = Change.UNKNOWN
    by_ms: int = 0
    low_ms: int = 0
    high_ms: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """An app or a category, and its screen time in two ranges of the same length.

    Attributes:
        key: the app's id, or the category's path.
        name: what to call it.
        ms: in the range asked for.
        before_ms: in the range of the same length just before it.
    """

    key: str
    name: str
    ms: int
    before_ms: int


@dataclass(frozen=True, slots=True)
class Fragments:
    """How broken up a day at the screen was.

    Attributes:
        switches: how often the app changed.
        screen_ms: the day's screen time.
        long_ms: of that, in unbroken visits of 25 minutes or more to one app.
    """

    day: date
    switches: int
    screen_ms: int
    long_ms: int

    @property
    def switches_an_hour(self) -> float:
        """Changes of app in an hour of screen time."""
        return self.switches * 3_600_000 / self.screen_ms if self.screen_ms else 0.0


@dataclass(frozen=True, slots=True)
class Evening:
    """How late it got.

    Attributes:
        late_ms: screen time from 23:00 on to the next day's start.
        last_ms: when the screen was last used, UTC; 0 where it was not.
    """

    day: date
    late_ms: int
    last_ms: int

    @property
    def is_late(self) -> bool:
        """Whether it counts as a late evening."""
        return self.late_ms >= LATE_MS


@dataclass(frozen=True, slots=True)
class FirstApp:
    """An app that was opened first after coming back to the screen.

    Attributes:
        app: its id.
        name: what to call it.
        n: how often.
        of: how many returns there were.
    """

    app: str
    name: str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class MoodDay:
    """A day with a mood note, beside what else is known of it.

    Attributes:
        mark: the mean of the day's marks, 1 to 5.
        notes: how many there were.
        words: what was written beside them.
        screen_ms: the day's screen time.
        met: how many people were met in person.
    """

    day: date
    mark: float
    notes: int
    words: tuple[str, ...]
    screen_ms: int
    met: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in person or a call, as patterns see it.

    Attributes:
        day: the local day.
        who: the people's uids.
        call: whether it was a call.
        felt: how it felt, 1 to 5, where that was said.
    """

    day: date
    who: tuple[str, ...]
    call: bool = False
    felt: int | None = None
