"""Understanding English words about when a plan comes.

Each reader takes its phrase out of the text; what nobody took is named as not
understood. So the parts may come in any order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NoReturn

from unplug.errors import UnplugError
from unplug.sessions import english_patterns as p
from unplug.sessions.english_times import CLOCK, Hours, read_times
from unplug.sessions.rule import Freq, Rule
from unplug.sessions.rule_days import dates
from unplug.sessions.words import Draft, fitting

EXAMPLE = "write it like every Saturday and Sunday, 9:00–13:00"
_LONGEST = 500
_FILLERS = re.compile(r"[\s,;.]+|\b(?:at|on|and|the|of)\b")


class _Text:
    """Words of which some are taken already."""

    def __init__(self, text: str) -> None:
        self.left = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Take the first place that fits; the words around it stay apart."""
        found = pattern.search(self.left)
        if found:
            self.left = f"{self.left[: found.start()]} | {self.left[found.end() :]}"
        return found


@dataclass(frozen=True, slots=True)
class _Days:
    """On which days: a rule, or one date; and what hours alone leave open."""

    rule: Rule | None = None
    day: date | None = None
    part: str = ""


def read(text: str, today: date) -> Draft:
    """Understand English words about when a plan comes."""
    if len(text) > _LONGEST:
        _refuse(f"{text[:40]}…", "that is far too long")
    words = _Text(" ".join(p.plain(text).split()))
    by_rule = words.take(p.BY_RULE)
    zone = words.take(p.ZONE)
    words.left = words.left.lower()
    until, since = words.take(p.UNTIL_DATE), words.take(p.FROM_DATE)
    times = words.take(p.TIMES)
    start = p.date_of(since, today) if since else None
    hours = read_times(words.take)
    days = _Days(Rule.read(by_rule[1])) if by_rule else _read_days(words, today)
    if hours is None and words.take(CLOCK):
        _refuse(f'"{text}"', "say how long, like 18:00 for 2 h or 18:00–20:00")
    _check_all_taken(words.left)
    if days is None and start is None:
        _refuse(f'"{text}"', f"say on which days, {EXAMPLE}")
    days = days or _Days(day=start)
    if hours is None:
        _refuse(f'"{text}"', "say when, like 18:00 for 2 h or 18:00–20:00")
    rule = _ending(
        days.rule,
        count=int(times[1]) if times else None,
        until=p.date_of(until, start or today) if until else None,
        text=text,
    )
    first = days.day or start or _nearest(days.rule, today)
    return _draft(first, hours.in_part(days.part), rule, zone[1] if zone else None)


def _nearest(rule: Rule | None, today: date) -> date:
    """Where to count "every other" from: the first such day from today on."""
    if rule is None:
        return today
    return next(dates(replace(rule, interval=1, count=None), today, today), today)


def _draft(day: date, hours: Hours, rule: Rule | None, zone: str | None) -> Draft:
    placed = fitting(
        Draft(
            first=datetime.combine(day, hours.start),
            lasting=hours.lasting(day.weekday()),
            rule=rule,
            zone=zone,
        )
    )
    # "until Sunday" counts from the weekday on which it really starts.
    return replace(placed, lasting=hours.lasting(placed.first.weekday()))


def _ending(
    rule: Rule | None, *, count: int | None, until: date | None, text: str
) -> Rule | None:
    if count is None and until is None:
        return rule
    if rule is None:
        _refuse(f'"{text}"', f"only what comes again has an end, {EXAMPLE}")
    return replace(rule, count=count or rule.count, until=until or rule.until)


def _check_all_taken(left: str) -> None:
    for piece in left.split("|"):
        rest = " ".join(_FILLERS.sub(" ", piece).split())
        if rest:
            _refuse(f'"{rest}"', EXAMPLE)


def _read_days(words: _Text, today: date) -> _Days | None:
    for pattern, build in _DAYS:
        found = words.take(pattern)
        if found:
            return build(found, today)
    return None


def _every_day(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    return _Days(Rule(freq=Freq.DAILY), part=found["part"] or "")


def _every_days(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    return _Days(Rule(freq=Freq.DAILY, interval=p.interval_of(found)))


def _workdays(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    return _Days(_weekly(range(5)), part=found["part"] or "")


def _weekend(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    return _Days(_weekly((5, 6)), part=found["part"] or "")


def _weekdays(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    part = found["part"] or ""
    days = p.weekdays_of(found["days"])
    return _Days(_weekly(days, p.interval_of(found)), part=part)


def _weekly(days: range | tuple[int, ...], interval: int = 1) -> Rule:
    every = tuple((0, day) for day in days)
    return Rule(freq=Freq.WEEKLY, interval=interval, weekdays=every)


def _nth_weekday(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    day = (p.place_of(found["place"]), p.weekday_of(found["day"]))
    if found["month"]:
        months = (p.month_of(found["month"]),)
        return _Days(Rule(freq=Freq.YEARLY, months=months, weekdays=(day,)))
    interval = p.interval_of(found)
    return _Days(Rule(freq=Freq.MONTHLY, interval=interval, weekdays=(day,)))


def _month_days(found: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    numbers = sorted({int(n) for n in re.findall(r"\d+", found["numbers"] or "")})
    days = tuple(numbers) or (-1,)
    interval = p.interval_of(found)
    return _Days(Rule(freq=Freq.MONTHLY, interval=interval, month_days=days))


def _every_year(found: re.Match[str], today: date) -> _Days:
    day, month = p.day_and_month(found)
    p.date_of(found, today, leap=True)  # refuses 30 February
    return _Days(Rule(freq=Freq.YEARLY, months=(month,), month_days=(day,)))


def _one_date(found: re.Match[str], today: date) -> _Days:
    return _Days(day=p.date_of(found, today))


def _near(found: re.Match[str], today: date) -> _Days:
    word = found["near"]
    later = 2 if "after" in word else int("tomorrow" in word)
    part = "evening" if "tonight" in word else found["part"] or ""
    return _Days(day=today + timedelta(days=later), part=part)


def _next_weekday(found: re.Match[str], today: date) -> _Days:
    away = (p.weekday_of(found["day"]) - today.weekday()) % 7
    if found["next"] and away == 0:
        away = 7
    return _Days(day=today + timedelta(days=away), part=found["part"] or "")


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Days]], ...] = (
    (p.EVERY_YEAR, _every_year),
    (p.NTH_WEEKDAY, _nth_weekday),
    (p.MONTH_DAYS, _month_days),
    (p.WORKDAYS, _workdays),
    (p.WEEKEND, _weekend),
    (p.EVERY_WEEKDAYS, _weekdays),
    (p.EVERY_DAY, _every_day),
    (p.EVERY_DAYS, _every_days),
    (p.ONE_DATE, _one_date),
    (p.NEAR, _near),
    (p.NEXT_WEEKDAY, _next_weekday),
)


def _refuse(value: str, todo: str) -> NoReturn:
    failed = "cannot understand these words"
    raise UnplugError(failed, value, todo)
