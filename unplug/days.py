"""Local days: they start at 04:00 by default, so that a late night is one evening."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms

DAY_START_MIN = 4 * 60
QUARTER_MS = 15 * 60_000
DAY_MS = 24 * 60 * 60_000
_ORDINAL_1970 = date(1970, 1, 1).toordinal()


def minute_of_day(text: str) -> int:
    """Minutes after midnight of a time such as "21:30"."""
    of_hour, _, minute = text.partition(":")
    return int(of_hour) * 60 + int(minute)


def in_hours(local: datetime, start_min: int, end_min: int) -> bool:
    """Whether a local time is in ``[start, end)``, hours that every day has.

    Args:
        local: the time.
        start_min: minutes after midnight.
        end_min: the same; at or before the start it is on the next day.
    """
    minute = 60 * local.hour + local.minute
    if start_min < end_min:
        return start_min <= minute < end_min
    return minute >= start_min or minute < end_min


def offset_quarters(wall_ms: int, zone: ZoneInfo) -> int:
    """Quarter hours east of UTC that hold in ``zone`` at an instant."""
    offset = from_ms(wall_ms).astimezone(zone).utcoffset() or timedelta()
    return round(offset / timedelta(minutes=15))


def day_number(wall_ms: int, offset_q: int, day_start_min: int) -> int:
    """The local day an instant falls in, in days since 1970-01-01.

    Args:
        wall_ms: the instant, UTC.
        offset_q: quarter hours east of UTC that held then.
        day_start_min: minutes after local midnight at which a day starts.
    """
    return (wall_ms + offset_q * QUARTER_MS - day_start_min * 60_000) // DAY_MS


def split_by_day(
    start_ms: int, dur_ms: int, offset_q: int, day_start_min: int
) -> Iterator[tuple[int, int]]:
    """Cut ``[start_ms, start_ms + dur_ms)`` at local day starts.

    Yields:
        ``(day number, milliseconds of it)``, in order; the parts sum to ``dur_ms``.
    """
    at, left = start_ms, dur_ms
    while left > 0:
        day = day_number(at, offset_q, day_start_min)
        day_end = (day + 1) * DAY_MS - offset_q * QUARTER_MS + day_start_min * 60_000
        part = min(left, day_end - at)
        yield day, part
        at += part
        left -= part


def number_of(day: date) -> int:
    """The day number of a calendar date."""
    return day.toordinal() - _ORDINAL_1970


def date_of(number: int) -> date:
    """The calendar date of a day number."""
    return date.fromordinal(number + _ORDINAL_1970)


def day_at(instant: datetime, zone: ZoneInfo, day_start_min: int) -> date:
    """The local day that an aware instant falls in."""
    wall_ms = to_ms(instant)
    return date_of(day_number(wall_ms, offset_quarters(wall_ms, zone), day_start_min))


def start_of(day: date, zone: ZoneInfo, day_start_min: int) -> datetime:
    """The instant at which a local day starts, in ``zone``.

    A start inside a gap of the local clock moves forward by the gap.
    """
    naive = datetime.combine(day, time()) + timedelta(minutes=day_start_min)
    local = naive.replace(tzinfo=zone)
    return local.astimezone(UTC).astimezone(zone)
