"""Saying in English when a plan comes; ``english_reading`` understands all of it."""

from datetime import date, datetime, time

from unplug.sessions.english_names import MONTHS, PLACES, WEEKDAYS, listed, ordinal
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.plan import Plan
from unplug.sessions.rule import Freq, Rule
from unplug.sessions.words import Draft

_WORKDAYS = tuple((0, day) for day in range(5))
_LAST_DAY = (-1,)


def describe(plan: Plan | Draft, today: date) -> str:
    """Say when a plan comes: "every Saturday and Sunday, 9:00 for 4 h"."""
    at = plan.first.time()
    zone = f", in {plan.zone}" if plan.zone else ""
    if plan.rule is None:
        day = said_date(plan.first.date())
        return f"on {day}, {_times(at, plan.lasting, plan.first.weekday())}{zone}"
    days = _days(plan.rule, plan.first)
    if days is None:
        said, tail = f"by the rule {plan.rule.text}", ""
    else:
        said, tail = days, _end(plan.rule)
    if plan.first.date() > today or plan.rule.interval > 1 or plan.rule.count:
        tail = f", from {said_date(plan.first.date())}{tail}"
    weekday = _only_weekday(plan.rule, plan.first)
    return f"{said}, {_times(at, plan.lasting, weekday)}{tail}{zone}"


def said_date(day: date) -> str:
    """Write a date as "24 December 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _times(at: time, lasting: Lasting | Until, weekday: int | None) -> str:
    start = _time(at)
    if isinstance(lasting, Lasting):
        return f"{start} for {_length(lasting)}"
    end = _time(lasting.at)
    if at == time() == lasting.at and lasting.days == 1:
        return "all day"
    if lasting.days == (0 if lasting.at > at else 1):
        return f"{start}–{end}"
    if weekday is not None and 1 <= lasting.days < len(WEEKDAYS):
        on = WEEKDAYS[(weekday + lasting.days) % len(WEEKDAYS)]
        return f"from {start} until {on} {end}"
    return f"from {start} until {end}, {_number(lasting.days, 'day')} later"


def _time(at: time) -> str:
    seconds = f":{at.second:02}" if at.second else ""
    return f"{at.hour}:{at.minute:02}{seconds}"


def _length(lasting: Lasting) -> str:
    hours, below = divmod(int(lasting.rest.total_seconds()), 3600)
    minutes, seconds = divmod(below, 60)
    parts = [_number(lasting.days, "day")] if lasting.days else []
    for number, unit in ((hours, "h"), (minutes, "min"), (seconds, "s")):
        if number:
            parts.append(f"{number} {unit}")
    return " ".join(parts)


def _number(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _days(rule: Rule, first: datetime) -> str | None:
    """The days in words; None: only the rule itself can say it."""
    if (
        rule.year_days
        or rule.weeks
        or rule.positions
        or isinstance(rule.until, datetime)
    ):
        return None
    if rule.freq is Freq.DAILY:
        plain = not (rule.months or rule.month_days or rule.weekdays)
        return _every(rule.interval, "day") if plain else None
    if rule.freq is Freq.WEEKLY:
        return None if rule.months else _weekly(rule, first)
    if rule.weekdays and rule.month_days:
        return None
    if rule.freq is Freq.MONTHLY:
        return None if rule.months else _monthly(rule, first)
    return _yearly(rule, first) if rule.interval == 1 else None


def _weekly(rule: Rule, first: datetime) -> str | None:
    if rule.week_start and rule.interval > 1:
        return None
    days = rule.weekdays or ((0, first.weekday()),)
    if days == _WORKDAYS and rule.interval == 1:
        return "every weekday"
    names = listed([WEEKDAYS[day] for _, day in days])
    if rule.interval == 1:
        return f"every {names}"
    if rule.interval == 2 and len(days) == 1:  # noqa: PLR2004  ("other")
        return f"every other {names}"
    return f"{_every(rule.interval, 'week')} on {names}"


def _monthly(rule: Rule, first: datetime) -> str | None:
    month = "the month" if rule.interval == 1 else _every(rule.interval, "month")
    if rule.weekdays:
        day = _numbered(rule)
        return f"the {day} of {month}" if day else None
    days = rule.month_days or (first.day,)
    if days == _LAST_DAY:
        return f"the last day of {month}"
    if min(days) < 0:
        return None
    return f"the {listed([ordinal(day) for day in days])} of {month}"


def _yearly(rule: Rule, first: datetime) -> str | None:
    months = rule.months or (() if rule.month_days or rule.weekdays else (first.month,))
    if len(months) != 1:
        return None
    month = MONTHS[months[0] - 1]
    if rule.weekdays:
        day = _numbered(rule)
        return f"the {day} of {month}" if day else None
    days = rule.month_days or (first.day,)
    if len(days) != 1 or days[0] < 0:
        return None
    return f"every year on {days[0]} {month}"


def _numbered(rule: Rule) -> str | None:
    """Say "first Sunday"; None: several, or all of them."""
    n, weekday = rule.weekdays[0]
    if len(rule.weekdays) != 1 or n not in PLACES:
        return None
    return f"{PLACES[n]} {WEEKDAYS[weekday]}"


def _every(interval: int, unit: str) -> str:
    if interval == 1:
        return f"every {unit}"
    if interval == 2:  # noqa: PLR2004  ("other")
        return f"every other {unit}"
    return f"every {interval} {unit}s"


def _end(rule: Rule) -> str:
    if rule.count is not None:
        return f", {_number(rule.count, 'time')}"
    return f", until {said_date(rule.until)}" if rule.until else ""


def _only_weekday(rule: Rule, first: datetime) -> int | None:
    """The weekday that all its dates have; None: it has several."""
    if rule.freq is Freq.WEEKLY and not rule.weekdays:
        return first.weekday()
    days = {day for _, day in rule.weekdays}
    return days.pop() if len(days) == 1 else None
