"""Fragmentation: whether time at the screen is more broken up than it was."""

from collections.abc import Iterable
from random import Random

from unplug.days import date_of
from unplug.usage.digest import HOUR_MS, Digest
from unplug.usage.insights.inputs import Inputs
from unplug.usage.insights.resampling import compare
from unplug.usage.insights.values import (
    Action,
    Chart,
    Day,
    Doing,
    Evidence,
    Insight,
    Kind,
    Look,
    Number,
    Picture,
)

DAYS, DAYS_BEFORE = 14, 42
LEAST_DAYS, LEAST_BEFORE = 8, 21
LEAST_SCREEN_MS = 30 * 60_000
"""A day with less screen time says little of how broken up it was."""
LEAST_SHARE = 0.15


def fragmentation(inputs: Inputs, rng: Random) -> Look | None:
    """Whether the last two weeks had more changes of app than before, or fewer."""
    now = _series(inputs.last(DAYS))
    before = _series(inputs.last(DAYS_BEFORE, before=DAYS))
    if len(now) < LEAST_DAYS or len(before) < LEAST_BEFORE:
        return None
    found = compare(now, before, (), rng)
    means = [sum(x for _, x in days) / len(days) for days in (now, before)]
    if not found.is_clear or abs(found.by) < LEAST_SHARE * means[1]:
        return Look(found.p)
    more = found.by > 0
    rows = tuple(Evidence(Day(date_of(day)), Number(x)) for day, x in now)
    action = (
        Action(Doing.PLAN_SESSION, "plan_quiet")
        if more
        else Action(Doing.KEEP_ON, "keep_on")
    )
    return Look(
        found.p,
        Insight(
            kind=Kind.FRAGMENTS,
            form="fragments_more" if more else "fragments_fewer",
            values={"now": Number(means[0]), "before": Number(means[1])},
            n=len(now) + len(before),
            p=found.p,
            evidence=rows,
            picture=Picture(Chart.BARS, rows),
            action=action,
        ),
    )


def _series(digests: Iterable[Digest]) -> list[tuple[int, float]]:
    return [
        (digest.day, digest.switches * HOUR_MS / digest.screen_ms)
        for digest in digests
        if digest.screen_ms >= LEAST_SCREEN_MS
    ]
