"""Week on week: the last whole week against the one before."""

from collections.abc import Mapping
from random import Random

from unplug.days import date_of
from unplug.usage.insights.inputs import DAYS_A_WEEK, Inputs
from unplug.usage.insights.resampling import Compared, compare
from unplug.usage.insights.values import (
    Action,
    Chart,
    Day,
    Doing,
    Evidence,
    Insight,
    Kind,
    Length,
    Look,
    Picture,
)

PAST_DAYS = 84
"""So many days before the two weeks say how days scatter."""
LEAST_DAYS = 5
LEAST_PAST = 14
LEAST_SHARE, LEAST_MS = 0.10, 10 * 60_000
"""A smaller difference a day is not worth a sentence."""
_Week = list[int | None]
"""Screen time of each day, in ms; None where nothing is known of it."""


def compared(screen_ms: Mapping[int, int], until: int, rng: Random) -> Compared | None:
    """Compare the seven days before ``until`` with the seven before those.

    Args:
        screen_ms: screen time of tracked days by number.
        until: the first day that does not count.
        rng: the generator.

    Returns:
        None where too few days were tracked.
    """
    now = _between(screen_ms, until - DAYS_A_WEEK, until)
    before = _between(screen_ms, until - 2 * DAYS_A_WEEK, until - DAYS_A_WEEK)
    first = until - 2 * DAYS_A_WEEK - PAST_DAYS
    past = _between(screen_ms, first, until - 2 * DAYS_A_WEEK)
    if min(len(now), len(before)) < LEAST_DAYS or len(past) < LEAST_PAST:
        return None
    return compare(now, before, past, rng)


def week(inputs: Inputs, rng: Random) -> Look | None:
    """Whether the last week was less or more than the one before."""
    screen_ms = {digest.day: digest.screen_ms for digest in inputs.digests}
    found = compared(screen_ms, inputs.until, rng)
    if found is None:
        return None
    before, now = (
        [screen_ms.get(first + step) for step in range(DAYS_A_WEEK)]
        for first in (inputs.until - 2 * DAYS_A_WEEK, inputs.until - DAYS_A_WEEK)
    )
    small = abs(found.by) < max(LEAST_MS, LEAST_SHARE * _mean(before))
    if small or not found.is_clear:
        return Look(found.p)
    return Look(found.p, _told(before, now, found, inputs.until - DAYS_A_WEEK))


def _told(before: _Week, now: _Week, found: Compared, first: int) -> Insight:
    """What there is to say of two weeks that differ.

    Args:
        before: the week before.
        now: the last week.
        found: how they differ.
        first: the first day of the last week.
    """
    rows = tuple(
        Evidence(
            Day(date_of(first + step)),
            Length(now[step] or 0),
            Length(before[step] or 0),
        )
        for step in range(DAYS_A_WEEK)
    )
    less = found.by < 0
    keep_on = Action(Doing.KEEP_ON, "keep_on")
    return Insight(
        kind=Kind.WEEK,
        form="week_less" if less else "week_more",
        values={
            "by": Length(round(abs(_mean(now) - _mean(before)))),
            "now": Length(round(_mean(now))),
            "before": Length(round(_mean(before))),
        },
        n=sum(ms is not None for ms in (*before, *now)),
        p=found.p,
        evidence=rows,
        picture=Picture(Chart.PAIRS, rows),
        action=keep_on if less else Action(Doing.PLAN_SESSION, "plan_any"),
    )


def _between(
    values: Mapping[int, int], first: int, end: int
) -> list[tuple[int, float]]:
    return [(day, values[day]) for day in range(first, end) if day in values]


def _mean(week: _Week) -> float:
    """The mean of the days that are known; there is at least one."""
    known = [ms for ms in week if ms is not None]
    return sum(known) / len(known)
