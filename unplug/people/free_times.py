"""Usual free times as people write them: "tue 18-21", "sat,sun 10-18", "weekdays"."""

import re
from collections.abc import Iterable, Iterator

from unplug.errors import UnplugError
from unplug.people.contact import DAYS_OF_WEEK, HOURS_OF_DAY, FreeTime

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS = {
    "weekdays": range(5),
    "weekend": range(5, DAYS_OF_WEEK),
    "daily": range(DAYS_OF_WEEK),
}
_WRITTEN = re.compile(
    r"(?P<days>[a-z]+(?:\s*[,-]\s*[a-z]+)*)"
    r"(?:\s+(?P<start>\d\d?)(?::00)?\s*[-–]\s*(?P<end>\d\d?)(?::00)?)?"
)
_SHORTEST_NAME = 2


def read_free(text: str) -> tuple[FreeTime, ...]:
    """Read when somebody is usually free, such as "mon-thu 18-22" or "sunday".

    Without hours it is the whole day.

    Raises:
        UnplugError: it cannot be read.
    """
    found = _WRITTEN.fullmatch(text.strip().lower())
    days = _days(found["days"]) if found else None
    if found is None or not days:
        raise _unread(text)
    start, end = int(found["start"] or 0), int(found["end"] or HOURS_OF_DAY)
    try:
        return tuple(FreeTime(day, start, end or HOURS_OF_DAY) for day in sorted(days))
    except ValueError:
        raise _unread(text) from None


def said(times: Iterable[FreeTime]) -> str:
    """Free times as ``read_free`` reads each of them, "tue 18-21; sat 10-18"."""
    return "; ".join(_said(time) for time in tidy(times))


def tidy(times: Iterable[FreeTime]) -> tuple[FreeTime, ...]:
    """The same hours in order, those that touch as one."""
    done: list[FreeTime] = []
    for time in sorted(times):
        last = done[-1] if done else None
        if last and last.weekday == time.weekday and time.start_hour <= last.end_hour:
            end = max(last.end_hour, time.end_hour)
            done[-1] = FreeTime(last.weekday, last.start_hour, end)
        else:
            done.append(time)
    return tuple(done)


def without(
    times: Iterable[FreeTime], taken: Iterable[FreeTime]
) -> tuple[FreeTime, ...]:
    """The free times without some hours."""
    hours = _hours(times) - _hours(taken)
    return tidy(FreeTime(day, hour, hour + 1) for day, hour in hours)


def _hours(times: Iterable[FreeTime]) -> set[tuple[int, int]]:
    return {
        (time.weekday, hour)
        for time in times
        for hour in range(time.start_hour, time.end_hour)
    }


def _said(time: FreeTime) -> str:
    day = WEEKDAYS[time.weekday]
    if (time.start_hour, time.end_hour) == (0, HOURS_OF_DAY):
        return day
    return f"{day} {time.start_hour}-{time.end_hour}"


def _days(text: str) -> set[int] | None:
    """The weekdays of "mon-wed, sat"; None where one is none."""
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        if part in _GROUPS:
            found.update(_GROUPS[part])
            continue
        ends = [_day(name) for name in part.split("-")]
        if len(ends) > _SHORTEST_NAME or None in ends:
            return None
        found.update(_between(*(day for day in ends if day is not None)))
    return found


def _between(first: int, last: int | None = None) -> Iterator[int]:
    """The days from one to another, also over the week's end."""
    yield first
    while last is not None and first != last:
        first = (first + 1) % DAYS_OF_WEEK
        yield first


def _day(name: str) -> int | None:
    """A weekday by its English name or the start of it."""
    whole = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    for number, day in enumerate((*whole, "sunday")):
        if len(name) >= _SHORTEST_NAME and day.startswith(name):
            return number
    return None


def _unread(text: str) -> UnplugError:
    failed, todo = "cannot read when somebody is free", 'write it like "tue 18-21"'
    return UnplugError(failed, text, todo)
