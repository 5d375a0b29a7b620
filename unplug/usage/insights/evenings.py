"""Late evenings: whether they have become more or fewer."""

from collections.abc import Sequence
from random import Random

from unplug.days import date_of
from unplug.usage.digest import Digest
from unplug.usage.insights.chances import fisher_tail
from unplug.usage.insights.inputs import DAYS_A_WEEK, Inputs
from unplug.usage.insights.values import (
    Action,
    Chart,
    Count,
    Day,
    Doing,
    Evidence,
    Insight,
    Kind,
    Length,
    Look,
    Picture,
)
from unplug.usage.shown import LATE_FROM_HOUR, LATE_MS

DAYS, DAYS_BEFORE = 28, 56
LEAST_DAYS, LEAST_BEFORE = 20, 28
LEAST_BY = 0.2
"""A smaller change in the share of late evenings is not worth a sentence."""


def late_ms(digest: Digest, inputs: Inputs) -> int:
    """Screen time of a day from 23:00 on to its end."""
    return sum(digest.hours_ms[hour] for hour in inputs.hours_from(LATE_FROM_HOUR))


def late(inputs: Inputs, rng: Random) -> Look | None:  # noqa: ARG001  (exact)
    """Whether late evenings of the last four weeks differ from the eight before."""
    now, before = inputs.last(DAYS), inputs.last(DAYS_BEFORE, before=DAYS)
    if len(now) < LEAST_DAYS or len(before) < LEAST_BEFORE:
        return None
    n, n_before = _count(now, inputs), _count(before, inputs)
    more, all_late = n / len(now) > n_before / len(before), n + n_before
    total = len(now) + len(before)
    k, row = (n, len(now)) if more else (n_before, len(before))
    p = min(1.0, 2 * fisher_tail(k, row, all_late, total))
    if abs(n / len(now) - n_before / len(before)) < LEAST_BY:
        return Look(p)
    return Look(p, _insight(inputs, p, more=more))


def _insight(inputs: Inputs, p: float, *, more: bool) -> Insight:
    now, before = inputs.last(DAYS), inputs.last(DAYS_BEFORE, before=DAYS)
    rows = tuple(
        Evidence(Day(date_of(digest.day)), Length(late_ms(digest, inputs)))
        for digest in now
    )
    action = (
        Action(Doing.WIND_DOWN, "wind_down")
        if more
        else Action(Doing.KEEP_ON, "keep_on")
    )
    return Insight(
        kind=Kind.LATE,
        form="late_more" if more else "late_fewer",
        values={
            "n": Count(_count(now, inputs)),
            "of": Count(len(now)),
            "n_before": Count(_count(before, inputs)),
            "of_before": Count(len(before)),
        },
        n=len(now) + len(before),
        p=p,
        evidence=rows,
        picture=Picture(Chart.BARS, _by_week(now, inputs)),
        action=action,
    )


def _count(digests: Sequence[Digest], inputs: Inputs) -> int:
    return sum(late_ms(digest, inputs) >= LATE_MS for digest in digests)


def _by_week(digests: Sequence[Digest], inputs: Inputs) -> tuple[Evidence, ...]:
    """Late evenings of each week, the earliest first."""
    starts = range(inputs.until - DAYS, inputs.until, DAYS_A_WEEK)
    return tuple(
        Evidence(
            Day(date_of(start)),
            Count(
                _count(
                    [d for d in digests if start <= d.day < start + DAYS_A_WEEK], inputs
                )
            ),
        )
        for start in starts
    )
