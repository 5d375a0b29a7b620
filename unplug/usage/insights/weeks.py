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
    weeks = [
        [screen_ms.get(start + step) for step in range(DAYS_A_WEEK)]
        for start in (inputs.until - 2 * DAYS_A_WEEK, inputs.until - DAYS_A_WEEK)
    ]
    before, now = (_mean([ms for ms in days if ms is not None]) for days in weeks)
    small = abs(found.by) < max(LEAST_MS, LEAST_SHARE * before)
    if small or not found.is_clear:
        return Look(found.p)
    rows = tuple(
        Evidence(
            Day(date_of(inputs.until - DAYS_A_WEEK + step)),
            Length(weeks[1][step] or 0),
            Length(weeks[0][step] or 0),
        )
        for step in range(DAYS_A_WEEK)
    )
    less = found.by < 0
    action = (
        Action(Doing.KEEP_ON, "keep_on")
        if less
        else Action(Doing.PLAN_SESSION, "plan_any")
    )
    return Look(
        found.p,
        Insight(
            kind=Kind.WEEK,
            form="week_less" if less else "week_more",
            values={
                "by": Length(round(abs(now - before))),
                "now": Length(round(now)),
                "before": Length(round(before)),
            },
            n=sum(ms is not None for days in weeks for ms in days),
            p=found.p,
            evidence=rows,
            picture=Picture(Chart.PAIRS, rows),
            action=action,
        ),
    )


def _between(
    values: Mapping[int, int], first: int, end: int
) -> list[tuple[int, float]]:
    return [(day, values[day]) for day in range(first, end) if day in values]


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)
