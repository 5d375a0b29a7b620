"""How long a plan lasts: a length, or a time by the clock on the wall."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=31)
_ISO = re.compile(
    r"\+?P(?:(?P<w>\d{1,4})W)?(?:(?P<d>\d{1,4})D)?"
    r"(?:T(?=\d)(?:(?P<h>\d{1,5})H)?(?:(?P<m>\d{1,6})M)?(?:(?P<s>\d{1,8})S)?)?",
    re.ASCII,
)
_WALL = re.compile(r"\+(\d{1,2})D ([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """A length: days are nominal (same time by the clock), the rest is exact.

    Raises:
        UnplugError: shorter than a minute or longer than 31 days.
    """

    days: int = 0
    rest: timedelta = timedelta()

    def __post_init__(self) -> None:
        if self.days < 0 or self.rest < timedelta() or self.longest < SHORTEST:
            failed, todo = "cannot plan a length", "give at least a minute"
            raise UnplugError(failed, self.longest, todo)
        if self.longest > LONGEST:
            failed, todo = "cannot plan a length", "give at most 31 days"
            raise UnplugError(failed, f"{self.longest.days} days", todo)

    @property
    def longest(self) -> timedelta:
        """The length where the clock changes nothing."""
        return timedelta(days=min(self.days, 99_999)) + self.rest

    @property
    def text(self) -> str:
        """The length as ISO 8601 writes it: ``P1DT18H``."""
        hours, below = divmod(int(self.rest.total_seconds()), 3600)
        minutes, seconds = divmod(below, 60)
        parts = zip((hours, minutes, seconds), "HMS", strict=True)
        clock = "".join(f"{number}{unit}" for number, unit in parts if number)
        days = f"{self.days}D" if self.days else ""
        return f"P{days}T{clock}" if clock else f"P{days}"

    @classmethod
    def read(cls, text: str) -> Self:
        """Read ISO 8601: ``PT2H``, ``P2D``, ``P1DT18H``, ``P1W``."""
        found = _ISO.fullmatch(text.strip().upper())
        if found is None or not any(found.groups()):
            failed, todo = "cannot read a length", "write it like PT2H or P1DT18H"
            raise UnplugError(failed, text[:60], todo)
        week, day, hour, minute, second = (int(part or 0) for part in found.groups())
        rest = timedelta(hours=hour, minutes=minute, seconds=second)
        return cls(days=7 * week + day, rest=rest)

    def end_of(
        self,
        start: datetime,
        nominal: datetime,  # noqa: ARG002  (as Until has it)
        zone: ZoneInfo,
        usual: time,  # noqa: ARG002  (as Until has it)
    ) -> datetime:
        """The end, in UTC, of what starts at ``start`` (UTC)."""
        if not self.days:
            return start + self.rest
        local = start.astimezone(zone).replace(tzinfo=None, fold=0)
        return instant_of(local + timedelta(days=self.days), zone) + self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """An end by the clock on the wall: at a local time, some dates later.

    "Friday 18:00 until Sunday 12:00" ends on Sunday at 12:00, also in the night in
    which the clocks change.

    Raises:
        UnplugError: more than 31 dates later.
    """

    days: int = 0
    at: time

    def __post_init__(self) -> None:
        if not 0 <= self.days <= LONGEST.days:
            failed, todo = "cannot plan an end so late", "let it end within 31 days"
            raise UnplugError(failed, f"{self.days} days later", todo)
        if self.at.tzinfo is not None or self.at.microsecond:
            msg = f"the end is a local time in whole seconds: {self.at!r}"
            raise ValueError(msg)

    @property
    def longest(self) -> timedelta:
        """A length that is never exceeded, were the clocks left alone."""
        return timedelta(days=self.days + 1)

    @property
    def text(self) -> str:
        """The end as it is stored: ``+2D 12:00``."""
        return f"+{self.days}D {self.at:%H:%M}"

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what ``text`` writes."""
        found = _WALL.fullmatch(text.strip())
        if found is None:
            failed, todo = "cannot read an end", "write it like +2D 12:00"
            raise UnplugError(failed, text[:60], todo)
        at = time(int(found[2]), int(found[3]))
        return cls(days=int(found[1]), at=at)

    def wall_length(self, usual: time) -> timedelta:
        """The length that the clock on the wall shows, from the usual start."""
        some_day = date(2000, 1, 1)
        end = datetime.combine(some_day + timedelta(days=self.days), self.at)
        return end - datetime.combine(some_day, usual)

    def end_of(
        self, start: datetime, nominal: datetime, zone: ZoneInfo, usual: time
    ) -> datetime:
        """The end, in UTC, of what starts at ``start`` (UTC), at ``nominal`` locally.

        Where the clocks skip all of it, it keeps its length instead; so does what
        starts at another time of day than the usual.
        """
        length = self.wall_length(usual)
        end = instant_of(nominal + length, zone)
        return end if end > start else start + length


def read_lasting(text: str) -> Lasting | Until:
    """Read either kind from its ``text``."""
    return Until.read(text) if text.startswith("+") else Lasting.read(text)


def instant_of(local: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a naive local time, in UTC, as RFC 5545 has it.

    A time that the clocks skip moves forward by the gap; of a repeated one the first.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
