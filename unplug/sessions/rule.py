"""Recurrence rules: RFC 5545's RRULE, as far as a day-by-day plan needs it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum
from functools import lru_cache
from typing import NoReturn

from unplug.errors import UnplugError

MOST = 36_525  # a century of days
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EXAMPLE = "write it like FREQ=WEEKLY;BYDAY=SA,SU"
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_LONGEST_TEXT = 2000


class Freq(IntEnum):
    """How often the pattern repeats."""

    DAILY = 0
    WEEKLY = 1
    MONTHLY = 2
    YEARLY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A recurrence rule, daily or coarser.

    Attributes:
        interval: every so many days, weeks, months or years.
        count: how many occurrences, counted before exceptions are taken out.
        until: the last moment at which one may start, itself included: a date, a
            naive local time, or an aware UTC time.
        months, month_days, year_days, weeks, positions: as BYMONTH, BYMONTHDAY,
            BYYEARDAY, BYWEEKNO and BYSETPOS; negative ones count from the end.
        weekdays: (n, weekday from Monday = 0); n = 0 is every such day.
        week_start: the weekday on which weeks start, Monday = 0.

    Raises:
        UnplugError: a number is out of its range, or parts do not go together.
    """

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    def __post_init__(self) -> None:
        _check_numbers(self)
        _check_together(self)

    @property
    def text(self) -> str:
        """The rule as RFC 5545 writes it."""
        return ";".join(_parts(self))

    @staticmethod
    def read(text: str) -> "Rule":
        """Read an RRULE value, with or without ``RRULE:`` before it.

        BYHOUR, BYMINUTE and BYSECOND are refused: a plan has one time of day.
        """
        return _read(text)


@lru_cache(maxsize=512)
def _read(text: str) -> Rule:
    fields = _fields(text.strip().upper().removeprefix("RRULE:"), text)
    freq = fields.pop("FREQ")
    if freq not in Freq.__members__:
        if freq in {"SECONDLY", "MINUTELY", "HOURLY"}:
            _refuse(f"FREQ={freq}", "a plan comes once a day at most, use FREQ=DAILY")
        _refuse(f"FREQ={freq}", "use DAILY, WEEKLY, MONTHLY or YEARLY")
    values: dict[str, object] = {"freq": Freq[freq]}
    for key, value in fields.items():
        name, read = _READERS[key]
        values[name] = read(key, value)
    return Rule(**values)  # type: ignore[arg-type]  # each reader gives its field's type


def _fields(bare: str, text: str) -> dict[str, str]:
    if len(text) > _LONGEST_TEXT:
        _refuse(f"{text[:40]}…", "it is far too long")
    fields: dict[str, str] = {}
    for part in bare.rstrip(";").split(";"):
        key, equals, value = part.partition("=")
        if key in {"BYHOUR", "BYMINUTE", "BYSECOND"}:
            _refuse(part, "a plan has one time of day, make one plan for each time")
        if not equals or not value or (key != "FREQ" and key not in _READERS):
            _refuse(part[:60] or '""', EXAMPLE)
        if key in fields:
            _refuse(part[:60], f"{key} is there twice")
        fields[key] = value
    if "FREQ" not in fields:
        _refuse(bare[:60], f"FREQ is missing, {EXAMPLE}")
    return fields


def _number(key: str, value: str) -> int:
    if not _NUMBER.fullmatch(value):
        _refuse(f"{key}={value[:40]}", "it needs a whole number")
    return int(value)


def _count(key: str, value: str) -> int:
    if value.isascii() and value.isdigit() and int(value[:12]) > MOST:
        _refuse(f"{key}={value[:40]}", f"use at most {MOST}, or none for without end")
    return _number(key, value)


def _numbers(key: str, value: str) -> tuple[int, ...]:
    return tuple(sorted({_number(key, part) for part in value.split(",")}))


def _weekday(key: str, value: str) -> int:
    if value not in WEEKDAYS:
        _refuse(f"{key}={value[:40]}", "name a weekday like MO")
    return WEEKDAYS.index(value)


def _weekdays(key: str, value: str) -> tuple[tuple[int, int], ...]:
    days = set()
    for part in value.split(","):
        found = _DAY.fullmatch(part)
        if found is None or (found[1] and int(found[1]) == 0):
            _refuse(f"{key}={part[:40]}", "name weekdays like SA,SU or 1SU or -1FR")
        days.add((int(found[1] or 0), WEEKDAYS.index(found[2])))
    return tuple(sorted(days, key=lambda day: (day[0], day[1])))


def _until(key: str, value: str) -> date | datetime:
    found = _UNTIL.fullmatch(value)
    try:
        day = date.fromisoformat(found[1] if found else value)
        if found is None or found[2] is None:
            return day
        local = datetime.fromisoformat(f"{found[1]}T{found[2]}")
        return local.replace(tzinfo=UTC) if found[3] else local
    except ValueError:
        _refuse(f"{key}={value[:40]}", "write it like 20271231 or 20271231T220000Z")


_READERS: dict[str, tuple[str, Callable[[str, str], object]]] = {
    "INTERVAL": ("interval", _number),
    "COUNT": ("count", _count),
    "UNTIL": ("until", _until),
    "BYMONTH": ("months", _numbers),
    "BYMONTHDAY": ("month_days", _numbers),
    "BYYEARDAY": ("year_days", _numbers),
    "BYWEEKNO": ("weeks", _numbers),
    "BYDAY": ("weekdays", _weekdays),
    "BYSETPOS": ("positions", _numbers),
    "WKST": ("week_start", _weekday),
}


def _check_numbers(rule: Rule) -> None:
    if not 1 <= rule.interval <= MOST:
        _refuse(f"INTERVAL={rule.interval}", f"use a number from 1 to {MOST}")
    if rule.count is not None and not 1 <= rule.count <= MOST:
        _refuse(f"COUNT={rule.count}", f"use a number from 1 to {MOST}")
    for name, numbers, most in (
        ("BYMONTHDAY", rule.month_days, 31),
        ("BYYEARDAY", rule.year_days, 366),
        ("BYWEEKNO", rule.weeks, 53),
        ("BYSETPOS", rule.positions, 366),
        ("BYDAY", tuple(n for n, _ in rule.weekdays if n), 53),
    ):
        for number in numbers:
            if not 1 <= abs(number) <= most:
                _refuse(f"{name}={number}", f"use 1 to {most}, or -1 to -{most}")
    for month in rule.months:
        if not 1 <= month <= 12:  # noqa: PLR2004  (months of a year)
            _refuse(f"BYMONTH={month}", "use 1 to 12")


def _check_together(rule: Rule) -> None:
    """Refuse what RFC 5545, 3.3.10, does not allow together."""
    if rule.count is not None and rule.until is not None:
        _refuse("COUNT and UNTIL", "use one of them")
    if rule.freq is not Freq.YEARLY and (rule.year_days or rule.weeks):
        _refuse("BYYEARDAY or BYWEEKNO", "they need FREQ=YEARLY")
    if rule.freq is Freq.WEEKLY and rule.month_days:
        _refuse("BYMONTHDAY with FREQ=WEEKLY", "use FREQ=MONTHLY")
    if any(n for n, _ in rule.weekdays):
        if rule.freq < Freq.MONTHLY or rule.weeks:
            _refuse(
                "a numbered BYDAY", "it needs FREQ=MONTHLY or YEARLY, without weeks"
            )
        if rule.freq is Freq.MONTHLY and any(abs(n) > 5 for n, _ in rule.weekdays):  # noqa: PLR2004
            _refuse("BYDAY", "a month has no sixth weekday, use 1 to 5 or -1 to -5")
    if rule.positions and not (
        rule.months or rule.month_days or rule.year_days or rule.weeks or rule.weekdays
    ):
        _refuse("BYSETPOS alone", "say of which days, like BYDAY=MO;BYSETPOS=1")


def _parts(rule: Rule) -> list[str]:
    """The rule's parts, those that say nothing new left out."""
    parts = [f"FREQ={rule.freq.name}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={written_time(rule.until)}")
    for name, numbers in (
        ("BYMONTH", rule.months),
        ("BYWEEKNO", rule.weeks),
        ("BYYEARDAY", rule.year_days),
        ("BYMONTHDAY", rule.month_days),
    ):
        if numbers:
            parts.append(f"{name}={','.join(map(str, numbers))}")
    if rule.weekdays:
        days = (f"{n or ''}{WEEKDAYS[day]}" for n, day in rule.weekdays)
        parts.append(f"BYDAY={','.join(days)}")
    if rule.positions:
        parts.append(f"BYSETPOS={','.join(map(str, rule.positions))}")
    if rule.week_start:
        parts.append(f"WKST={WEEKDAYS[rule.week_start]}")
    return parts


def written_time(when: date | datetime) -> str:
    """A date, local time or UTC time as RFC 5545 writes it."""
    if not isinstance(when, datetime):
        return f"{when:%Y%m%d}"
    return f"{when:%Y%m%dT%H%M%S}" + ("Z" if when.tzinfo else "")


def _refuse(value: str, todo: str) -> NoReturn:
    failed = "cannot use a recurrence rule"
    raise UnplugError(failed, value, todo)
