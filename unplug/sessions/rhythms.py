"""Plans that follow use, and the edges of the day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NoReturn

from unplug.errors import UnplugError
from unplug.sessions.lasting import Until
from unplug.sessions.plan import Plan, Strictness, check_purpose
from unplug.sessions.rule import Freq, Rule

EVERY_DAY = frozenset(range(7))
_LEAST_USE, _MOST_USE = timedelta(minutes=1), timedelta(hours=12)
_LEAST_OFF, _MOST_OFF = timedelta(seconds=10), timedelta(hours=4)
_MOST_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalPlan:
    """A short time off after so much *use*; every so often a longer one.

    Attributes:
        use: time with the screen in use, after which a break is due.
        off: how long a break is.
        long_every: every how many breaks one is long; None: never.
        long_off: how long a long one is.
        natural: idle time that counts as a break taken; None: as long as the break.
        purpose: what the breaks are for.
        person: the contact they are spent with, by uid.
        on: whether they come at all; off, the plan is kept for later.

    Raises:
        UnplugError: a length is out of its bounds, or the long break is shorter.
    """

    uid: str
    name: str
    use: timedelta
    off: timedelta
    long_every: int | None = None
    long_off: timedelta | None = None
    natural: timedelta | None = None
    strictness: Strictness = Strictness.GENTLE
    purpose: str = ""
    person: str | None = None
    on: bool = True

    def __post_init__(self) -> None:
        check_purpose(self.purpose)
        if not _LEAST_USE <= self.use <= _MOST_USE:
            _refuse(f"after {self.use} of use", "use 1 min to 12 h")
        for length in (self.off, self.long_off, self.natural):
            if length is not None and not _LEAST_OFF <= length <= _MOST_OFF:
                _refuse(f"{length} off", "use 10 s to 4 h")
        if (self.long_every is None) != (self.long_off is None):
            _refuse("a long break", "say both how often and how long")
        if self.long_every is not None and not 2 <= self.long_every <= _MOST_EVERY:  # noqa: PLR2004
            _refuse(f"every {self.long_every}", f"use 2 to {_MOST_EVERY} breaks")
        if self.long_off is not None and self.long_off < self.off:
            _refuse(f"{self.long_off} off", "a long break is longer than a short one")

    def off_after(self, taken: int) -> timedelta:
        """How long the next break is, after so many of them."""
        if self.long_every and self.long_off and (taken + 1) % self.long_every == 0:
            return self.long_off
        return self.off


@dataclass(frozen=True, slots=True, kw_only=True)
class WindDown:
    """An evening that gets quiet: from ``starts`` until ``bed``, local times.

    A bed time that is not after the start is on the next date.

    Attributes:
        weekdays: the evenings it is for, Monday = 0.
    """

    uid: str
    name: str
    starts: time
    bed: time
    weekdays: frozenset[int] = EVERY_DAY
    strictness: Strictness = Strictness.GENTLE
    purpose: str = ""
    person: str | None = None
    on: bool = True

    def __post_init__(self) -> None:
        check_purpose(self.purpose)
        _check_weekdays(self.weekdays)
        if self.starts == self.bed:
            _refuse(f"{self.starts:%H:%M} to {self.bed:%H:%M}", "give it some length")

    def plan(self, since: date) -> Plan:
        """The recurring plan that this comes to, from a date on."""
        return _daily(self, self.starts, self.bed, since)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenHours:
    """The first and the last screen time of a day; between last and first it is off.

    Attributes:
        first: from when screens are welcome, local time.
        last: until when; not after ``first``: past midnight.
        weekdays: the days whose evening (and next morning) this is for, Monday = 0.
    """

    uid: str
    name: str
    first: time
    last: time
    weekdays: frozenset[int] = EVERY_DAY
    strictness: Strictness = Strictness.GENTLE
    purpose: str = ""
    person: str | None = None
    on: bool = True

    def __post_init__(self) -> None:
        check_purpose(self.purpose)
        _check_weekdays(self.weekdays)
        if self.first == self.last:
            _refuse(f"{self.first:%H:%M}", "leave some time between first and last")

    def plan(self, since: date) -> Plan:
        """The nights off as a recurring plan, from a date on."""
        if self.last > self.first:
            return _daily(self, self.last, self.first, since)
        # Screens until after midnight: the night starts on the next date.
        moved = frozenset((day + 1) % 7 for day in self.weekdays)
        return _daily(self, self.last, self.first, since, weekdays=moved)


def _daily(
    of: WindDown | ScreenHours,
    start: time,
    end: time,
    since: date,
    *,
    weekdays: frozenset[int] | None = None,
) -> Plan:
    days = sorted(weekdays or of.weekdays)
    if len(days) == len(EVERY_DAY):
        rule = Rule(freq=Freq.DAILY)
    else:
        rule = Rule(freq=Freq.WEEKLY, weekdays=tuple((0, day) for day in days))
    return Plan(
        uid=of.uid,
        name=of.name,
        first=datetime.combine(since, start),
        lasting=Until(days=0 if end > start else 1, at=end),
        rule=rule,
        strictness=of.strictness,
        purpose=of.purpose,
        person=of.person,
        on=of.on,
    )


def _check_weekdays(weekdays: frozenset[int]) -> None:
    if not weekdays or not weekdays <= EVERY_DAY:
        _refuse(str(sorted(weekdays)), "choose at least one day, Monday = 0")


def _refuse(value: str, todo: str) -> NoReturn:
    failed = "cannot make such a rhythm"
    raise UnplugError(failed, value, todo)
