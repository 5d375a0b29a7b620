"""AI chats and companions beside time with people: two numbers, and no judgement."""

from random import Random

from unplug.days import date_of
from unplug.usage.insights.inputs import DAYS_A_WEEK, Inputs
from unplug.usage.insights.resampling import compare
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

WEEKS = 4
DAYS = WEEKS * DAYS_A_WEEK
LEAST_DAYS = 20
LEAST_MS = 10 * 60_000
"""Below this a day in both stretches, there is nothing to tell."""
LEAST_SHARE = 0.2


def ai_and_people(inputs: Inputs, rng: Random) -> Look | None:
    """Whether time with AI chats has changed; and how many meetings there were."""
    now = _series(inputs, 0)
    before = _series(inputs, DAYS)
    if min(len(now), len(before)) < LEAST_DAYS or not inputs.seen:
        return None
    means = [sum(ms for _, ms in days) / len(days) for days in (now, before)]
    if max(means) < LEAST_MS:
        return None
    found = compare(now, before, _series(inputs, 2 * DAYS, 2 * DAYS), rng)
    if not found.is_clear or abs(found.by) < LEAST_SHARE * max(means):
        return Look(found.p)
    rows = _by_week(inputs)
    return Look(
        found.p,
        Insight(
            kind=Kind.AI,
            form="ai_more" if found.by > 0 else "ai_less",
            values={
                "now": Length(round(means[0] * DAYS_A_WEEK)),
                "before": Length(round(means[1] * DAYS_A_WEEK)),
                "met": Count(_met(inputs, 0)),
                "met_before": Count(_met(inputs, DAYS)),
            },
            n=len(now) + len(before),
            p=found.p,
            evidence=rows,
            picture=Picture(Chart.BARS, rows),
            action=Action(Doing.SEE_PEOPLE, "see_people"),
        ),
    )


def _series(inputs: Inputs, back: int, days: int = DAYS) -> list[tuple[int, float]]:
    digests = inputs.last(days, before=back)
    return [(digest.day, inputs.ai_ms.get(digest.day, 0)) for digest in digests]


def _met(inputs: Inputs, back: int, days: int = DAYS) -> int:
    """How many meetings there were in some days."""
    end = inputs.until - back
    return sum(end - days <= seen.day < end for seen in inputs.seen)


def _by_week(inputs: Inputs) -> tuple[Evidence, ...]:
    """Each week's time with AI chats beside the meetings in it, the earliest first."""
    rows = []
    for back in range(2 * DAYS - DAYS_A_WEEK, -1, -DAYS_A_WEEK):
        start = inputs.until - back - DAYS_A_WEEK
        days = range(start, start + DAYS_A_WEEK)
        ms = sum(inputs.ai_ms.get(day, 0) for day in days)
        met = _met(inputs, back, DAYS_A_WEEK)
        rows.append(Evidence(Day(date_of(start)), Length(ms), Count(met)))
    return tuple(rows)
