"""The longest scroll: when feeds, videos and games take most, if that has a time.

Two hours of a weekday that take more than any would by chance, were the weekdays alike
(a permutation of the days, compared by the largest mean of each); or else two hours of
every day that hold a good part of it all.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from random import Random
from struct import Struct

from unplug.usage.insights.inputs import DAYS_A_WEEK, Inputs, Known, weekday_of
from unplug.usage.insights.resampling import chance, mean
from unplug.usage.insights.values import (
    Action,
    Chart,
    Doing,
    Evidence,
    Hour,
    Insight,
    Kind,
    Length,
    Look,
    Name,
    Picture,
    Value,
    Weekday,
)

WEEKS = 8
DAYS = WEEKS * DAYS_A_WEEK
LEAST_DAYS = 28
LEAST_MS = 30 * 60_000
WIDTH = 2
_DRAWS = 1_999
_CLOSE_ENOUGH_MIN = 60

Slots = Sequence[int]
"""A day's scrolling in each two hours, by the hour in which they start."""


def scroll(inputs: Inputs, rng: Random) -> Look | None:
    """Two hours of a weekday that are the longest scroll."""
    days = [digest.day for digest in inputs.last(DAYS)]
    if len(days) < LEAST_DAYS:
        return None
    hours = list(inputs.hours_from(inputs.day_start_hour))
    rows = [_slots(day, hours, inputs) for day in days]
    if not any(map(any, rows)):
        return None
    above, weekday, slot = _largest(rows, [weekday_of(day) for day in days])
    mean_ms = round(mean([r[slot] for r, d in _on(rows, days, weekday)]))
    if mean_ms < LEAST_MS:
        return Look(1.0)
    p = _chance(above, rows, sum(weekday_of(day) == weekday for day in days), rng)
    return Look(p, _insight(inputs, p, weekday, hours[slot], mean_ms))


def _on(
    rows: Sequence[Slots], days: Sequence[int], weekday: int
) -> Iterator[tuple[Slots, int]]:
    pairs = zip(rows, days, strict=True)
    return ((row, day) for row, day in pairs if weekday_of(day) == weekday)


def _slots(day: int, hours: list[int], inputs: Inputs) -> tuple[int, ...]:
    ms = [inputs.scroll_ms.get((day, hour), 0) for hour in hours]
    return tuple(map(sum, pairwise(ms)))


def _largest(rows: Sequence[Slots], weekdays: Sequence[int]) -> tuple[float, int, int]:
    """How far the farthest two hours of a weekday are above those of all days."""
    usual = _means(rows)
    return max(
        (one - all_, weekday, slot)
        for weekday in set(weekdays)
        for slot, (one, all_) in enumerate(
            zip(
                _means(
                    [r for r, on in zip(rows, weekdays, strict=True) if on == weekday]
                ),
                usual,
                strict=True,
            )
        )
    )


def _means(rows: Sequence[Slots]) -> list[float]:
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


def _chance(above: float, rows: Sequence[Slots], size: int, rng: Random) -> float:
    """How often so many days, drawn by lot, have two hours as far above all days.

    Any of the seven weekdays might have stood out, so the chance is seven times that.
    """
    usual = _means(rows)
    # The slots of a day side by side in one number: adding days adds all their slots.
    packed = [_packed(row) for row in rows]
    least = [round((above + all_) * size) for all_ in usual]

    def as_far() -> bool:
        total = sum(rng.sample(packed, size))
        return any(map(int.__ge__, _unpacked(total, len(least)), least))

    return chance(as_far, _DRAWS, DAYS_A_WEEK)


def _packed(row: Slots) -> int:
    return int.from_bytes(_fields(len(row)).pack(*row), "little")


def _unpacked(total: int, count: int) -> tuple[int, ...]:
    fields = _fields(count)
    return fields.unpack(total.to_bytes(fields.size, "little"))


@lru_cache(maxsize=2)
def _fields(count: int) -> Struct:
    return Struct(f"<{count}Q")


def _insight(
    inputs: Inputs, p: float, weekday: int, from_hour: int, mean_ms: int
) -> Insight:
    when: dict[str, Value] = {
        "weekday": Weekday(weekday),
        "from": Hour(from_hour),
        "to": Hour((from_hour + WIDTH) % 24),
    }
    days = [d.day for d in inputs.last(DAYS)]
    means = _hour_means(inputs, days)
    cells = tuple(
        Evidence(Weekday(on), Length(round(means[on, hour])), Hour(hour))
        for on in range(DAYS_A_WEEK)
        for hour in range(24)
        if (on, hour) in means
    )
    marked = tuple(
        at
        for at, cell in enumerate(cells)
        if cell.label == when["weekday"]
        and cell.beside in (Hour(from_hour), Hour((from_hour + 1) % 24))
    )
    friend = _free_then(inputs, weekday, from_hour)
    if friend is None:
        action = Action(Doing.PLAN_SESSION, "plan_then", when)
    else:
        who = {"who": Name(friend.name), "uid": Name(friend.uid)}
        action = Action(Doing.MEET, "free_then", {**when, **who})
    return Insight(
        kind=Kind.SCROLL,
        form="scroll",
        values={**when, "mean": Length(mean_ms)},
        n=sum(weekday_of(day) == weekday for day in days),
        p=p,
        evidence=tuple(cells[at] for at in marked),
        picture=Picture(Chart.HEAT, cells, marked),
        action=action,
    )


def _hour_means(inputs: Inputs, days: Sequence[int]) -> dict[tuple[int, int], float]:
    """Mean scrolling by weekday and hour, where there is any."""
    count = Counter(map(weekday_of, days))
    sums: Counter[tuple[int, int]] = Counter()
    among = set(days)
    for (day, hour), ms in inputs.scroll_ms.items():
        if day in among:
            sums[weekday_of(day), hour] += ms
    return {cell: ms / count[cell[0]] for cell, ms in sums.items() if ms}


def _free_then(inputs: Inputs, weekday: int, from_hour: int) -> Known | None:
    """Somebody close, or else anybody, who is usually free in these hours."""
    start = from_hour * 60
    free = [
        known
        for known in inputs.people
        for slot in known.free
        if slot.weekday == weekday
        and min(slot.to_min, start + WIDTH * 60) - max(slot.from_min, start)
        >= _CLOSE_ENOUGH_MIN
    ]
    return min(free, key=lambda known: (not known.close, known.name), default=None)
