"""The dates of a recurrence rule: found period by period, never by an endless search.

Dates are worked with as ordinals (``date.toordinal``), whose weekday is
``(ordinal - 1) % 7`` from Monday = 0.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import islice

from unplug.sessions.rule import Freq, Rule

SEARCH_DAYS = 36_525  # where a century brings nothing, nothing is said to come
LAST_DAY = date(9000, 12, 31).toordinal()  # room for zones and lengths below year 9999
_MONTHS = 12
_WEEK = 7
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_Periods = Callable[[Rule, int, int], Iterator[tuple[int, list[int]]]]


def dates(rule: Rule, first: date, since: date) -> Iterator[date]:
    """All dates of a rule that starts on ``first``, from ``since`` on, in order.

    The rule's ``until`` is obeyed to the date only: the time of day is the caller's.
    Ends when a century brings no further date.
    """
    end = LAST_DAY
    if rule.count is not None:
        last = _last_of(rule, first)
        if last is None:
            return
        end = last
    elif rule.until is not None:
        until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        # An instant in UTC may lie on the next local date.
        end = min(end, until.toordinal() + 1)
    start = first.toordinal()
    for ordinal in _ordinals(_anchored(rule, first), start, since.toordinal()):
        if ordinal > end:
            return
        yield date.fromordinal(ordinal)


@lru_cache(maxsize=256)
def _last_of(rule: Rule, first: date) -> int | None:
    """The ordinal of the last date of a rule with a count; None: it has none."""
    start = first.toordinal()
    last = None
    for last in islice(_ordinals(_anchored(rule, first), start, start), rule.count):  # noqa: B007
        pass
    return last


def _ordinals(rule: Rule, start: int, since: int) -> Iterator[int]:
    """Ordinals of an anchored rule from ``since`` on, bounded."""
    since = max(start, since)
    seen = since
    for begins, days in _PERIODS[rule.freq](rule, start, since):
        if begins > LAST_DAY or begins - seen > SEARCH_DAYS:
            return
        for day in _placed(days, rule.positions) if rule.positions else days:
            if day >= since:
                seen = day
                yield day


def _placed(days: list[int], positions: tuple[int, ...]) -> list[int]:
    """Only the days at the positions asked for (BYSETPOS), in order."""
    size = len(days)
    return sorted(
        {days[n - 1 if n > 0 else n] for n in positions if abs(n) <= size},
    )


def _anchored(rule: Rule, first: date) -> Rule:
    """The rule with what it leaves open taken from its first date (RFC 5545)."""
    if rule.freq is Freq.DAILY:
        return _quicker(rule)
    if rule.weekdays or rule.month_days or rule.year_days:
        return rule
    if rule.freq is Freq.WEEKLY or rule.weeks:
        return replace(rule, weekdays=((0, first.weekday()),))
    if rule.freq is Freq.YEARLY and not rule.months:
        return replace(rule, months=(first.month,), month_days=(first.day,))
    return replace(rule, month_days=(first.day,))


def _quicker(rule: Rule) -> Rule:
    """The same days month by month, where most months have none of them."""
    if rule.interval != 1 or rule.positions or not (rule.months or rule.month_days):
        return rule
    days = () if rule.weekdays else tuple(range(1, 32))
    return replace(rule, freq=Freq.MONTHLY, month_days=rule.month_days or days)


def _by_day(rule: Rule, start: int, since: int) -> Iterator[tuple[int, list[int]]]:
    step = rule.interval
    day = since + (start - since) % step
    wanted = {weekday for _, weekday in rule.weekdays}
    plain = not (rule.months or rule.month_days)
    while True:
        if wanted and (day - 1) % _WEEK not in wanted:
            yield day, []
        elif plain or (day <= LAST_DAY and _in_month(rule, date.fromordinal(day))):
            yield day, [day]
        else:
            yield day, []
        day += step


def _in_month(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if not rule.month_days:
        return True
    from_end = day.day - _length(day.year, day.month) - 1
    return day.day in rule.month_days or from_end in rule.month_days


def _by_week(rule: Rule, start: int, since: int) -> Iterator[tuple[int, list[int]]]:
    step = _WEEK * rule.interval
    begin = start - (start - 1 - rule.week_start) % _WEEK
    begin += (since - begin) // step * step
    places = sorted((weekday - rule.week_start) % _WEEK for _, weekday in rule.weekdays)
    while begin <= LAST_DAY:
        days = [begin + place for place in places]
        if rule.months:
            days = [d for d in days if date.fromordinal(d).month in rule.months]
        yield begin, days
        begin += step


def _by_month(rule: Rule, start: int, since: int) -> Iterator[tuple[int, list[int]]]:
    begin, from_ = date.fromordinal(start), date.fromordinal(since)
    month = begin.year * _MONTHS + begin.month - 1
    now = from_.year * _MONTHS + from_.month - 1
    month += (now - month) // rule.interval * rule.interval
    while True:
        year, index = divmod(month, _MONTHS)
        begins = _ordinal(year, index + 1)
        if begins > LAST_DAY:
            return
        wanted = not rule.months or index + 1 in rule.months
        yield begins, _month(rule, year, index + 1) if wanted else []
        month += rule.interval


def _month(rule: Rule, year: int, month: int) -> list[int]:
    """The days of one month that a rule's month days and weekdays leave."""
    before, length = _ordinal(year, month) - 1, _length(year, month)
    if not rule.month_days:
        return _weekdays_within(rule, before, length)
    numbers = {n if n > 0 else length + 1 + n for n in rule.month_days}
    days = [before + n for n in sorted(numbers) if 1 <= n <= length]
    if rule.weekdays:
        wanted = set(_weekdays_within(rule, before, length))
        days = [day for day in days if day in wanted]
    return days


def _weekdays_within(rule: Rule, before: int, length: int) -> list[int]:
    """The rule's weekdays in the ``length`` days after the ordinal ``before``."""
    days: set[int] = set()
    for n, weekday in rule.weekdays:
        every = range(
            before + 1 + (weekday - before) % _WEEK, before + length + 1, _WEEK
        )
        if n == 0:
            days.update(every)
        elif abs(n) <= len(every):
            days.add(every[n - 1 if n > 0 else n])
    return sorted(days)


def _by_year(rule: Rule, start: int, since: int) -> Iterator[tuple[int, list[int]]]:
    year, now = date.fromordinal(start).year, date.fromordinal(since).year
    year += (now - year) // rule.interval * rule.interval
    while True:
        begins = _ordinal(year, 1)
        if begins > LAST_DAY:
            return
        yield begins, _year(rule, year)
        year += rule.interval


def _year(rule: Rule, year: int) -> list[int]:
    """The days of one year that a rule leaves."""
    numbered = any(n for n, _ in rule.weekdays) and not rule.months
    if not (rule.year_days or rule.weeks or numbered):
        months = rule.months or range(1, _MONTHS + 1)
        return [day for month in months for day in _month(rule, year, month)]
    before, length = _ordinal(year, 1) - 1, 366 if _is_leap(year) else 365
    days: list[int] | range = range(before + 1, before + length + 1)
    if rule.year_days:
        numbers = {n if n > 0 else length + 1 + n for n in rule.year_days}
        days = [before + n for n in sorted(numbers) if 1 <= n <= length]
    if rule.weekdays:
        wanted = set(_weekdays_of_year(rule, year))
        days = [day for day in days if day in wanted]
    if rule.months or rule.month_days:
        days = [day for day in days if _in_month(rule, date.fromordinal(day))]
    if rule.weeks:
        days = _in_weeks(rule, year, days)
    return list(days)


def _weekdays_of_year(rule: Rule, year: int) -> list[int]:
    """Numbered weekdays count within each of the rule's months, else in the year."""
    if rule.months:
        return [
            day
            for month in rule.months
            for day in _weekdays_within(
                rule, _ordinal(year, month) - 1, _length(year, month)
            )
        ]
    return _weekdays_within(rule, _ordinal(year, 1) - 1, 366 if _is_leap(year) else 365)


def _in_weeks(rule: Rule, year: int, days: Iterable[int]) -> list[int]:
    """Those days of a year whose week has one of the rule's numbers.

    Weeks are numbered as in ISO 8601, with WKST: a week is its fourth day's year's.
    """
    ones = [_week_one(rule, y) for y in range(year - 1, year + 3)]
    kept = []
    for day in days:
        at = bisect_right(ones, day) - 1
        number = (day - ones[at]) // _WEEK + 1
        weeks = (ones[at + 1] - ones[at]) // _WEEK
        if number in rule.weeks or number - weeks - 1 in rule.weeks:
            kept.append(day)
    return kept


def _week_one(rule: Rule, year: int) -> int:
    """The ordinal on which a year's first week starts."""
    fourth = date(year, 1, 4).toordinal()
    return fourth - (fourth - 1 - rule.week_start) % _WEEK


def _ordinal(year: int, month: int) -> int:
    return date(year, month, 1).toordinal() if year <= 9990 else LAST_DAY + 1  # noqa: PLR2004


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month - 1]  # noqa: PLR2004


_PERIODS: dict[Freq, _Periods] = {
    Freq.DAILY: _by_day,
    Freq.WEEKLY: _by_week,
    Freq.MONTHLY: _by_month,
    Freq.YEARLY: _by_year,
}
