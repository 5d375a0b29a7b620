"""Dates, times and instants as people write them on the command line."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def local_time(text: str) -> time:
    """A time of day, "18:00".

    Raises:
        UnplugError: it is none.
    """
    found = _CLOCK.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2])) if found else _no_time(text)
    except ValueError:
        return _no_time(text)


def local_date(text: str) -> date:
    """A date, "2026-03-01".

    Raises:
        UnplugError: it is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        failed, todo = "cannot read a date", "write it like 2026-03-01"
        raise UnplugError(failed, text, todo) from error


def instant(text: str, zone: ZoneInfo) -> datetime:
    """An instant in ISO 8601; without an offset, by the clock of a zone.

    Raises:
        UnplugError: it is none.
    """
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError as error:
        failed, todo = "cannot read an instant", "write it like 2026-03-01T18:00+01:00"
        raise UnplugError(failed, text, todo) from error
    return when if when.tzinfo is not None else when.replace(tzinfo=zone)


def lately(text: str, now: datetime) -> str:
    """An instant in ISO 8601 as people say it soon after: "today 14:05".

    Args:
        text: the instant, with an offset.
        now: the present in the zone of whoever reads it.
    """
    at = datetime.fromisoformat(text).astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"today {at:%H:%M}"
    if at.date() == now.date() - timedelta(days=1):
        return f"yesterday {at:%H:%M}"
    return f"{at:%d %b %Y %H:%M}"


def _no_time(text: str) -> time:
    failed, todo = "cannot read a time of day", "write it like 18:00"
    raise UnplugError(failed, text, todo)
