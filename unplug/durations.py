"""Lengths of time as people write and read them."""

import re
from datetime import timedelta

from unplug.errors import UnplugError

_WRITTEN = re.compile(
    r"""
    (?: (?P<h>\d{1,6} (?:[.,]\d{1,3})?) \s* (?:hours?|hrs?|h) \s*
        (?: (?P<bare>[0-5]?\d) $ )? )?
    (?: (?P<min>\d{1,6} (?:[.,]\d{1,3})?) \s* (?:minutes?|mins?|m) \s* )?
    (?: (?P<s>\d{1,8} (?:[.,]\d{1,3})?) \s* (?:seconds?|secs?|s) )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_MINUTE_S = 60
_HOUR_S = 3600


def parse(text: str) -> timedelta:
    """Read "45m", "1h30", "2 h 14", "120s", "1.5 h" or "2 hours 5 min".

    Whatever ``for_people`` writes can be read back.

    Returns:
        The length, exact to the millisecond; always positive.

    Raises:
        UnplugError: it is no length of time, or is none at all.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not text.strip():
        failed, todo = "cannot read a duration", "write it like 45m, 1h30 or 120s"
        raise UnplugError(failed, text, todo)
    ms = (
        _ms(found["h"], _HOUR_S)
        + _ms(found["bare"] or found["min"], _MINUTE_S)
        + _ms(found["s"], 1)
    )
    if ms == 0:
        failed, todo = "cannot use a duration of nothing", "give at least 1s"
        raise UnplugError(failed, text, todo)
    return timedelta(milliseconds=ms)


def for_people(duration_ms: int) -> str:
    """Say a length of time briefly: "2 h 14", "14 min", "40 s".

    Rounded down to what is shown, as a clock does; below zero counts as nothing.
    """
    minutes, seconds = divmod(max(duration_ms, 0) // 1000, _MINUTE_S)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02}" if minutes else f"{hours} h"
    return f"{minutes} min" if minutes else f"{seconds} s"


def _ms(number: str | None, unit_s: int) -> int:
    """Milliseconds of a written number of units, without going through a float."""
    if number is None:
        return 0
    whole, _, fraction = number.replace(",", ".").partition(".")
    return int(whole) * unit_s * 1000 + int(fraction.ljust(3, "0")) * unit_s
