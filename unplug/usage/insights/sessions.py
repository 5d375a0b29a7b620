"""Did sessions help: the rest of the day after one, against such days without one."""

from collections import Counter
from random import Random

from unplug.days import date_of
from unplug.usage.digest import Digest
from unplug.usage.insights.inputs import Inputs, Unplugged, is_weekend
from unplug.usage.insights.resampling import goes_together, mean
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
    Mark,
    Picture,
    Value,
)

DAYS = 90
LEAST_SESSIONS = 8
LEAST_WITHOUT = 4
LEAST_MS = 10 * 60_000
_HOURS_LEFT = 1


def sessions(inputs: Inputs, rng: Random) -> Look | None:
    """Whether the evening after a session has less, or more, screen time than usual."""
    rows = _rows(inputs)
    if len(rows) < LEAST_SESSIONS:
        return None
    by = [after - usual for _, after, usual in rows]
    p = _chance(inputs, rng)
    if abs(mean(by)) < LEAST_MS:
        return Look(p)
    less = mean(by) < 0
    evidence = tuple(
        Evidence(Day(date_of(day)), Length(round(after)), Length(round(usual)))
        for day, after, usual in rows
    )
    values: dict[str, Value] = {
        "by": Length(round(abs(mean(by)))),
        "n": Count(len(rows)),
    }
    felt = [each.felt for each in inputs.unplugged if each.felt is not None]
    if felt:
        values["felt"] = Mark(mean(felt))
    return Look(
        p,
        Insight(
            kind=Kind.SESSIONS,
            form="sessions_less" if less else "sessions_more",
            values=values,
            n=len(rows),
            p=p,
            evidence=evidence,
            picture=Picture(Chart.PAIRS, evidence),
            action=Action(Doing.PLAN_SESSION, "plan_any"),
        ),
    )


def _rows(inputs: Inputs) -> list[tuple[int, float, float]]:
    """A row a session day: the day, the screen time after it, and the usual then."""
    digests = {digest.day: digest for digest in inputs.last(DAYS)}
    with_one: dict[int, Unplugged] = {}
    for each in sorted(inputs.unplugged, key=lambda each: (each.day, each.end_hour)):
        if each.day in digests:
            with_one[each.day] = each
    rows = []
    for day, each in with_one.items():
        hours = tuple(inputs.hours_from(each.end_hour))[1:]
        usual = [
            _in_hours(digest, hours)
            for other, digest in digests.items()
            if other not in with_one and is_weekend(other) == is_weekend(day)
        ]
        if len(hours) > _HOURS_LEFT and len(usual) >= LEAST_WITHOUT:
            rows.append((day, float(_in_hours(digests[day], hours)), mean(usual)))
    return rows


def _in_hours(digest: Digest, hours: tuple[int, ...]) -> int:
    return sum(digest.hours_ms[hour] for hour in hours)


def _chance(inputs: Inputs, rng: Random) -> float:
    """How often chance alone would tie such days to sessions as closely.

    Over all days, by the hours after the one in which most sessions end.
    """
    digests = inputs.last(DAYS)
    on = {each.day for each in inputs.unplugged}
    ends = Counter(each.end_hour for each in inputs.unplugged)
    hours = tuple(inputs.hours_from(max(ends, key=lambda hour: (ends[hour], hour))))[1:]
    after = [(d.day, float(_in_hours(d, hours))) for d in digests]
    with_one = [(d.day, float(d.day in on)) for d in digests]
    return goes_together(with_one, after, rng)[1]
