"""Stretches of the week in local time, such as "Tuesdays from 18:00 to 22:00"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from unplug.clock import to_ms
from unplug.days import in_hours

DAY_MIN = 24 * 60
WEEK = 7
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WORKDAYS, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
_DAY_NAMES = (
    *("Mondays", "Tuesdays", "Wednesdays", "Thursdays"),
    *("Fridays", "Saturdays", "Sundays"),
)
WEEKDAYS_SHORT = tuple(name[:3] for name in _DAY_NAMES)
_FROM_TILL = 2

Stretch = tuple[int, int]
"""``[start, end)`` in whole minutes since 1970-01-01, UTC."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """The same hours on some days of the week, local time, ``[start, end)``.

    Attributes:
        days: the weekdays it starts on, Monday is 0, each once.
        start_min: minutes after midnight, 0 to 1439.
        end_min: 1 to 1440; at or before the start it is on the next day.

    Raises:
        ValueError: there are no such hours.
    """

    days: tuple[int, ...]
    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        days_fit = self.days and set(self.days) <= set(EVERY_DAY)
        once = len(set(self.days)) == len(self.days)
        if not (days_fit and once and 0 <= self.start_min < DAY_MIN) or not (
            0 < self.end_min <= DAY_MIN
        ):
            msg = f"no such hours in a week: {self}"
            raise ValueError(msg)

    @property
    def length_min(self) -> int:
        """How long it lasts by the clock on the wall."""
        return (self.end_min - self.start_min - 1) % DAY_MIN + 1

    def covers(self, local: datetime) -> bool:
        """Whether a local time lies in it."""
        if not in_hours(local, self.start_min, self.end_min):
            return False
        since_midnight = 60 * local.hour + local.minute < self.start_min
        began = local.weekday() - since_midnight
        return began % WEEK in self.days


def covered(weeklies: Iterable[Weekly], local: datetime) -> bool:
    """Whether a local time lies in any of them."""
    return any(each.covers(local) for each in weeklies)


def day_names(weeklies: Iterable[Weekly]) -> str:
    """The days they start on, such as "Tuesdays" or "weekends"."""
    days = tuple(sorted({day for each in weeklies for day in each.days}))
    for known, name in (
        ((), "never"),
        (EVERY_DAY, "any day"),
        (WORKDAYS, "workdays"),
        (WEEKEND, "weekends"),
    ):
        if days == known:
            return name
    if len(days) <= _FROM_TILL:
        return ", ".join(_DAY_NAMES[day] for day in days)
    return ", ".join(_DAY_NAMES[day][:3] for day in days)


def stretches(
    weeklies: Iterable[Weekly], zone: ZoneInfo, first_min: int, last_min: int
) -> list[Stretch]:
    """The real stretches between two instants, merged and in order.

    A start inside a gap of the local clock moves forward by the gap.

    Args:
        weeklies: the hours, in local time.
        zone: whose local time.
        first_min: minutes since 1970, UTC; nothing before it is given.
        last_min: the same; nothing from it on is given.
    """
    first = _local_ordinal(zone, first_min) - 1  # yesterday's may reach into today
    last = _local_ordinal(zone, last_min)
    found: list[Stretch] = []
    for weekly in weeklies:
        start_min, length_min = weekly.start_min, weekly.length_min
        for ordinal in range(first, last + 1):
            if (ordinal - 1) % WEEK not in weekly.days:
                continue
            start = _utc_min(zone, ordinal, start_min)
            end = _utc_min(zone, ordinal, start_min + length_min)
            start, end = max(start, first_min), min(end, last_min)
            if start < end:
                found.append((start, end))
    return _merged(found)


def common(ours: Iterable[Stretch], theirs: list[Stretch]) -> list[Stretch]:
    """Where two ordered lists of stretches overlap."""
    both = []
    for start, end in ours:
        for other_start, other_end in theirs:
            if other_start >= end:
                break
            if other_end > start:
                both.append((max(start, other_start), min(end, other_end)))
    return both


def without(ours: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """What is left of an ordered list of stretches when others are taken out."""
    left = list(ours)
    for taken_start, taken_end in taken:
        rest: list[Stretch] = []
        for start, end in left:
            rest += [
                (a, b)
                for a, b in (
                    (start, min(end, taken_start)),
                    (max(start, taken_end), end),
                )
                if a < b
            ]
        left = rest
    return left


def minute_of(instant: datetime) -> int:
    """Whole minutes since 1970 of an aware instant, rounded down."""
    return to_ms(instant) // 60_000


def _merged(found: list[Stretch]) -> list[Stretch]:
    found.sort()
    merged: list[Stretch] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


@lru_cache(maxsize=1024)
def _local_ordinal(zone: ZoneInfo, minute: int) -> int:
    instant = datetime.fromtimestamp(minute * 60, UTC)
    return instant.astimezone(zone).toordinal()


@lru_cache(maxsize=8192)
def _utc_min(zone: ZoneInfo, ordinal: int, minute: int) -> int:
    # 500 people in a handful of zones ask for the same few local times again and again.
    naive = datetime.fromordinal(ordinal) + timedelta(minutes=minute)
    return minute_of(naive.replace(tzinfo=zone))
