"""Own usual screen time by this time on such a weekday.

"Usual" is the median over the last 28 days of the same weekday class (workdays, or the
weekend), and its spread is the median absolute deviation; design "When". A day counts
when something of it was tracked besides sleep and time off the record: a day on which
the machine was off, or slept through, says nothing about its owner. Today never counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from unplug.days import DAY_MS, QUARTER_MS
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

STEP_MS = QUARTER_MS
STEPS = DAY_MS // STEP_MS
WINDOW_DAYS = 28
LEAST_DAYS = 3
_SATURDAY = 5
_UNTRACKED = (State.ASLEEP, State.PAUSED)

Curve = tuple[int, ...]
"""Screen time of a day so far, ms, at its start and every quarter of an hour later.

97 values that never fall. The steps count from the day's start in real time; in a day
of 25 hours, the last value holds what came later too.
"""


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual by some time of the day.

    Attributes:
        median_ms: half of the days had less screen time by then.
        mad_ms: the median of the days' distances from it.
        days: how many days this is taken from, at least ``LEAST_DAYS``.
    """

    median_ms: int
    mad_ms: int
    days: int


@dataclass(frozen=True, slots=True)
class Band:
    """What is usual in the course of a whole day.

    Attributes:
        median_ms: the median of the days at each step.
        mad_ms: the median of their distances from it, at each step.
        days: how many days this is taken from, at least ``LEAST_DAYS``.
    """

    median_ms: Curve
    mad_ms: Curve
    days: int

    @property
    def low_ms(self) -> Curve:
        """One MAD below the median; never below nothing."""
        pairs = zip(self.median_ms, self.mad_ms, strict=True)
        return tuple(max(middle - spread, 0) for middle, spread in pairs)

    @property
    def high_ms(self) -> Curve:
        """One MAD above it."""
        pairs = zip(self.median_ms, self.mad_ms, strict=True)
        return tuple(middle + spread for middle, spread in pairs)


def band(curves: Mapping[date, Curve], today: date) -> Band | None:
    """What is usual on days like today, step by step.

    Args:
        curves: the days that count; those outside the last 28 are left out here.
        today: the day to compare with; a curve of it is left out too.

    Returns:
        None where fewer than three such days are known.
    """
    like = _like(curves, today)
    if len(like) < LEAST_DAYS:
        return None
    middles, spreads = [], []
    for by_now in zip(*like, strict=True):
        middles.append(_median(list(by_now)))
        spreads.append(_median([abs(each - middles[-1]) for each in by_now]))
    return Band(tuple(middles), tuple(spreads), len(like))


def usual(
    curves: Mapping[date, Curve], today: date, since_start_ms: int
) -> Usual | None:
    """What is usual on days like today, this long after the day's start.

    Args:
        curves: the days that count; those outside the last 28 are left out here.
        today: the day to compare with; a curve of it is left out too.
        since_start_ms: how long the day has lasted.

    Returns:
        None where fewer than three such days are known.
    """
    by_now = [at(curve, since_start_ms) for curve in _like(curves, today)]
    if len(by_now) < LEAST_DAYS:
        return None
    middle = _median(by_now)
    spread = _median([abs(each - middle) for each in by_now])
    return Usual(middle, spread, len(by_now))


def is_weekend(day: date) -> bool:
    """Whether a day is of the weekend class, Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


def at(curve: Curve, since_start_ms: int) -> int:
    """Screen time by some time of the day, ms, in a straight line between steps."""
    if since_start_ms >= STEPS * STEP_MS:
        return curve[-1]
    step, beyond = divmod(max(since_start_ms, 0), STEP_MS)
    before, after = curve[step], curve[step + 1]
    return before + (after - before) * beyond // STEP_MS


def curve_of(spans: Iterable[ScreenSpan], start_ms: int, end_ms: int) -> Curve | None:
    """The curve of a day; None for a day that does not count.

    Args:
        spans: what was tracked, in any order; parts outside the day are left out.
        start_ms: the day's start, UTC.
        end_ms: its end, exclusive.
    """
    in_step = [0] * STEPS
    counts = False
    for span in spans:
        start, end = max(span.start_ms, start_ms), min(span.end_ms, end_ms)
        if end <= start:
            continue
        counts = counts or span.state not in _UNTRACKED
        if span.state in SCREEN_STATES:
            _spread(in_step, start - start_ms, end - start_ms)
    return _added_up(in_step) if counts else None


def _like(curves: Mapping[date, Curve], today: date) -> list[Curve]:
    """The curves of the last weeks' days that are of today's class."""
    first = today - timedelta(days=WINDOW_DAYS)
    return [
        curve
        for day, curve in curves.items()
        if first <= day < today and is_weekend(day) == is_weekend(today)
    ]


def _median(values: list[int]) -> int:
    # The standard library's takes 15 ms to import; whole milliseconds are enough here.
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else sum(ordered[half - 1 : half + 1]) // 2


def _spread(in_step: list[int], start: int, end: int) -> None:
    """Add the stretch ``[start, end)``, ms into the day, to the steps it touches."""
    while start < end:
        step = min(start // STEP_MS, STEPS - 1)
        until = end if step == STEPS - 1 else min(end, (step + 1) * STEP_MS)
        in_step[step] += until - start
        start = until


def _added_up(in_step: list[int]) -> Curve:
    curve = [0]
    for ms in in_step:
        curve.append(curve[-1] + ms)
    return tuple(curve)
