"""Understanding English words about the time of day, and how long."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import NoReturn

from unplug.errors import UnplugError
from unplug.sessions.english_patterns import WEEKDAY, weekday_of
from unplug.sessions.lasting import Lasting, Until

_NOON = 12
_DAY_H = 24
# From which hours on, of those below noon, a word means the second half of the day.
_LATE_FROM = {"afternoon": 1, "evening": 4, "night": 7}


def _clock(group: str) -> str:
    """A pattern for a time of day, its groups named after ``group``."""
    return (
        rf"(?P<{group}>(?P<{group}_h>\d{{1,2}})(?:[:.](?P<{group}_m>\d\d)"
        rf"(?::(?P<{group}_s>\d\d))?)?\s*"
        rf"(?P<{group}_half>[ap]\.?m\b\.?)?(?:h\b|o'clock\b)?|noon\b|midnight\b)"
    )


_UNITS = {"w": 7 * 86_400, "d": 86_400, "h": 3600, "m": 60, "s": 1}
_UNIT = r"(?:weeks?|days?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\b"
_AMOUNT = rf"(?:\d{{1,6}}(?:[.,]\d{{1,2}})?|half an?|an?|one|two|three)\s*{_UNIT}"
_LENGTH = rf"(?P<length>{_AMOUNT}(?:\s*(?:,|and)?\s*{_AMOUNT})*|\d{{1,3}}h\d\d\b)"
_PIECE = re.compile(r"(\d+(?:[.,]\d+)?|half an?|an?|one|two|three)\s*([wdhms])")
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_TO = r"\s*(?:-|to\b|until\b|till\b|and\b)\s*"
_AT = r"(?:\b(?:from|at|between)\s+)?(?<![\d:.-])\b"

_ALL_DAY = re.compile(r"\b(?:all day|the whole day)\b")
_LATER = re.compile(
    rf"{_AT}{_clock('a')}{_TO}{_clock('b')},?\s*(?P<days>\d{{1,2}}) days? later\b"
)
_TOWEEKDAY = re.compile(
    rf"{_AT}{_clock('a')}\s*(?:-|to\b|until\b|till\b)\s*(?P<day>{WEEKDAY})"
    rf"(?:\s+at)?\s+{_clock('b')}"
)
_FOR = re.compile(rf"{_AT}{_clock('a')}\s*,?\s*\bfor\s+{_LENGTH}")
_FOR_FIRST = re.compile(rf"\bfor\s+{_LENGTH}\s*,?\s*{_AT}{_clock('a')}")
_RANGE = re.compile(rf"{_AT}{_clock('a')}{_TO}{_clock('b')}")

CLOCK = re.compile(rf"{_AT}{_clock('a')}(?=[\s,]*(?:\||$))")

_Take = Callable[[re.Pattern[str]], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Hours:
    """From when, and for how long or until when.

    Attributes:
        start: local time.
        length: for how long, or
        end: until when, on the date ``days`` later, or on the next ``weekday``.
        days: None: on the same date, or on the next, if it would not be later.
        vague: neither time said which half of the day it means.
    """

    start: time
    length: Lasting | None = None
    end: time | None = None
    days: int | None = None
    weekday: int | None = None
    vague: bool = False

    def in_part(self, part: str) -> "Hours":
        """The hours as meant by somebody who speaks of mornings or evenings."""
        late = _LATE_FROM.get(part.rstrip("s"))
        if not self.vague or late is None or not late <= self.start.hour < _NOON:
            return self
        start = self.start.replace(hour=self.start.hour + _NOON)
        end = self.end
        if end is not None and self.start < end < time(_NOON):
            end = end.replace(hour=end.hour + _NOON)
        elif end is not None and end.hour == _NOON:
            end = end.replace(hour=0)  # "evenings 9 to 12"
        return replace(self, start=start, end=end)

    def lasting(self, weekday: int) -> Lasting | Until:
        """What it comes to when it starts on a weekday, Monday = 0."""
        if self.length is not None:
            return self.length
        end = self.end or time()
        if self.weekday is not None:
            away = (self.weekday - weekday) % 7
            days = 7 if away == 0 and end <= self.start else away
        elif self.days is not None:
            days = self.days
        else:
            days = 0 if end > self.start else 1
        return Until(days=days, at=end)


def read_times(take: _Take) -> Hours | None:
    """Take the time of day out of a text; None: there is none."""
    if take(_ALL_DAY):
        return Hours(time(), end=time(), days=1)
    if found := take(_TOWEEKDAY):
        start, end = _start_and_end(found)
        return Hours(start, end=end, weekday=weekday_of(found["day"]))
    if found := take(_LATER):
        start, end = _start_and_end(found)
        return Hours(start, end=end, days=int(found["days"]))
    if found := take(_FOR) or take(_FOR_FIRST):
        vague = _is_vague(found, "a")
        return Hours(_time(found, "a"), _length(found["length"]), vague=vague)
    if found := take(_RANGE):
        start, end = _start_and_end(found)
        vague = _is_vague(found, "a") and _is_vague(found, "b")
        return Hours(start, end=end, vague=vague)
    return None


def _start_and_end(found: re.Match[str]) -> tuple[time, time]:
    """Both times; "9-11 pm" means the evening, "9-1 pm" does not."""
    start, end = _time(found, "a"), _time(found, "b")
    late = (found["b_half"] or "").startswith("p")
    if late and _is_vague(found, "a") and start.hour < _NOON:
        moved = start.replace(hour=start.hour + _NOON)
        if moved < end:
            start = moved
    return start, end


def _is_vague(found: re.Match[str], group: str) -> bool:
    return found[f"{group}_h"] is not None and found[f"{group}_half"] is None


def _time(found: re.Match[str], group: str) -> time:
    written = found[group]
    if found[f"{group}_h"] is None:
        return time(_NOON) if written.startswith("noon") else time()
    hour = int(found[f"{group}_h"])
    half = found[f"{group}_half"]
    if half is not None:
        if not 1 <= hour <= _NOON:
            _refuse_time(written)
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    minute, second = int(found[f"{group}_m"] or 0), int(found[f"{group}_s"] or 0)
    if hour == _DAY_H and not (minute or second) and group == "b":
        return time()
    try:
        return time(hour, minute, second)
    except ValueError:
        _refuse_time(written)


def _refuse_time(written: str) -> NoReturn:
    failed, todo = "cannot understand a time", "write it like 18:00 or 6 pm"
    raise UnplugError(failed, f'"{written.strip()}"', todo)


def _length(text: str) -> Lasting:
    """Read "2 h", "1 day 4 h", "1h30", "half an hour"."""
    if found := re.fullmatch(r"(\d+)h(\d\d)", text):
        return Lasting(rest=timedelta(hours=int(found[1]), minutes=int(found[2])))
    days, seconds = 0, 0
    for amount, unit in _PIECE.findall(text):
        # In hundredths, since what is written has two decimals at most.
        hundredths = _hundredths(amount) * _UNITS[unit]
        if unit in "wd":
            whole, hundredths = divmod(hundredths, 100 * _UNITS["d"])
            days += whole
        seconds += hundredths // 100
    return Lasting(days=days, rest=timedelta(seconds=seconds))


def _hundredths(amount: str) -> int:
    if amount.startswith("half"):
        return 50
    if amount in _WORDS:
        return 100 * _WORDS[amount]
    whole, _, fraction = amount.replace(",", ".").partition(".")
    return int(whole) * 100 + int(fraction.ljust(2, "0"))
