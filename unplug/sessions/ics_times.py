"""Dates, times and zones as iCalendar files write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.ical.lines import Component, Line
from unplug.sessions.lasting import instant_of
from unplug.sessions.plan import zone_named

_VALUE = re.compile(r"(\d{8})(?:T(\d{4}(?:\d\d)?)(Z?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as it is written: local to a zone, floating, or a whole date.

    Attributes:
        local: naive; midnight, where only the date is given.
        zone: an IANA name; None: floating.
    """

    local: datetime
    zone: str | None
    is_date: bool

    def instant(self, here: ZoneInfo) -> datetime:
        """The instant, in UTC; floating times go by the clock of ``here``."""
        return instant_of(self.local, zone_named(self.zone) if self.zone else here)

    def seen_in(self, zone: str | None) -> datetime | None:
        """The local time in a plan's zone; None: nobody can tell."""
        if self.is_date or self.zone == zone:
            return self.local
        if self.zone is None or zone is None:
            return None
        there = self.instant(zone_named(self.zone)).astimezone(zone_named(zone))
        return there.replace(tzinfo=None, fold=0)


def read_moments(line: Line, zones: dict[str, str | None]) -> list[Moment]:
    """Read a line's comma-separated times; of a period, its start.

    Args:
        line: DTSTART, EXDATE and the like.
        zones: what the file itself says of its zones, from ``zones_of``.

    Raises:
        UnplugError: a value is no time, or its zone is unknown.
    """
    tzid = line.parameter("TZID")
    values = line.value.split(",")
    return [_moment(value.strip().partition("/")[0], tzid, zones) for value in values]


def _moment(value: str, tzid: str | None, zones: dict[str, str | None]) -> Moment:
    found = _VALUE.fullmatch(value)
    try:
        if found is None:
            day = date.fromisoformat(value)  # not as RFC 5545 has it, but clear
            return Moment(datetime(day.year, day.month, day.day), None, is_date=True)  # noqa: DTZ001
        day = date.fromisoformat(found[1])
        if found[2] is None:
            return Moment(datetime(day.year, day.month, day.day), None, is_date=True)  # noqa: DTZ001
        second = min(found[2].ljust(6, "0"), found[2][:4] + "59")  # a leap second
        local = datetime.fromisoformat(f"{found[1]}T{second}")
    except ValueError as error:
        failed, todo = "cannot read a time", "it is no date such as 20261224T150000"
        raise UnplugError(failed, value[:40] or '""', todo) from error
    if found[3]:
        return Moment(local, "UTC", is_date=False)
    zone = _zone(tzid, zones) if tzid else None
    return Moment(local, zone, is_date=False)


def zones_of(calendar: Component) -> dict[str, str | None]:
    """The zones that a file describes: its own name for each, and what that is.

    None where the file does not say which IANA zone it means.
    """
    zones: dict[str, str | None] = {}
    for part in calendar.within("VTIMEZONE"):
        tzid, location = part.first("TZID"), part.first("X-LIC-LOCATION")
        if tzid is not None:
            zones[tzid.text.strip()] = location.text.strip() if location else None
    return zones


def _zone(tzid: str, zones: dict[str, str | None]) -> str:
    """The IANA name of a zone's name in a file.

    Files name zones by IANA, by IANA after a prefix of their program's, as Windows
    does, or say it in X-LIC-LOCATION.
    """
    parts = tzid.strip().strip("/").split("/")
    tries = ["/".join(parts[start:]) for start in range(len(parts))]
    for name in (*tries, zones.get(tzid.strip()), _windows(tzid.strip())):
        if name and _exists(name):
            return name
    failed, todo = "cannot find a time zone", "use a name like Europe/Madrid"
    raise UnplugError(failed, tzid[:60], todo)


@lru_cache(maxsize=256)
def _exists(name: str) -> bool:
    try:
        zone_named(name)
    except UnplugError:
        return False
    return True


def _windows(name: str) -> str | None:
    from tzlocal.windows_tz import win_tz  # noqa: PLC0415  (few files need it)

    return win_tz.get(name)
