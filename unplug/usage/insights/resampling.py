"""Comparisons that ask the data themselves how much chance there is in them.

Days that follow each other resemble each other, and a week has a shape. So values are
first freed of their weekday class (and, for correlations, of their trend), and what
is left is drawn in blocks of neighbouring days: H. R. Künsch, Annals of Statistics 17
(1989), 1217-1241. Everything is drawn from a generator that is handed in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul
from random import Random

from unplug.usage.insights.inputs import is_weekend

WEEK_DAYS = 7
"""Means are compared by drawing whole weeks, or parts of one."""
BLOCK_DAYS = 4
"""Correlations, which may rest on three weeks, shuffle shorter blocks."""
DRAWS = 999
_FIRST_DRAWS = 99
_HOPELESS = 0.25
_HOPELESS_AFTER = {99: 0.25, 299: 0.12, 599: 0.08}
LEVEL = 0.90
_NOTHING = 1e-9

Series = Sequence[tuple[int, float]]
"""Day numbers and values, by day."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The difference of two means.

    Attributes:
        by: how much larger the mean of the first is.
        low: where the 90 % interval of that begins.
        high: where it ends.
        p: how often chance alone differs as much, in either direction.
    """

    by: float
    low: float
    high: float
    p: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def compare(now: Series, before: Series, past: Series, rng: Random) -> Compared:
    """Compare two stretches of days by block bootstrap.

    Args:
        now: the days asked about.
        before: those they are held against.
        past: still earlier days, which only say how days scatter.
        rng: the generator.
    """
    flat = _without_weekend(now, before, past)
    groups = [_centred(group) for group in flat if len(group) > 1]
    left = [value for group in groups for value in group]
    weeks = len(left) / WEEK_DAYS
    free = weeks - len(groups)
    by = mean(flat[0]) - mean(flat[1])
    if free <= 0 or not any(left):
        return Compared(by, by, by, 0.0 if by else 1.0)
    # Each group's mean was taken out of it, and with it some of the scatter of weeks;
    # and from few weeks scatter is known only roughly, as Student's t has it.
    wider = (weeks / free) ** 0.5 * (1 + 1 / free)
    drawn = _Blocks(left, rng)
    drawn_by: list[float] = []
    p = 1.0
    for draws in (_FIRST_DRAWS, DRAWS - _FIRST_DRAWS):
        for _ in range(draws):
            one = drawn.mean(len(now)) - drawn.mean(len(before))
            drawn_by.append(one * wider)
        as_far = sum(abs(one) >= abs(by) for one in drawn_by)
        p = (1 + as_far) / (1 + len(drawn_by))
        if p > _HOPELESS:
            break
    drawn_by.sort()
    edge = round((1 - LEVEL) / 2 * len(drawn_by))
    return Compared(by, by - drawn_by[-1 - edge], by - drawn_by[edge], p)


def goes_together(x: Series, y: Series, rng: Random) -> tuple[float, float]:
    """Whether two values of the same days rise and fall together.

    Both are freed of their trend and of the weekend, so that it is the days of one
    person that are compared; then blocks of days are shuffled.

    Returns:
        The correlation, and how often chance alone shows as much, in either direction.
    """
    xs, ys = _detrended(x), _detrended(y)
    size = (sum(map(mul, xs, xs)) * sum(map(mul, ys, ys))) ** 0.5
    if size <= _NOTHING:
        return 0.0, 1.0
    found = sum(map(mul, xs, ys))
    blocks = [ys[at : at + BLOCK_DAYS] for at in range(0, len(ys), BLOCK_DAYS)]

    def as_far() -> bool:
        rng.shuffle(blocks)
        mixed = [value for block in blocks for value in block]
        shift = int(rng.random() * len(mixed))
        drawn: float = sum(map(mul, xs, mixed[shift:] + mixed[:shift]))
        return bool(abs(drawn) >= abs(found))

    return found / size, chance(as_far, DRAWS)


def chance(as_far: Callable[[], bool], draws: int, times: int = 1) -> float:
    """How often a draw goes as far as what was found.

    Stops early where it will be no small chance, which most are.

    Args:
        as_far: draws once, and says whether it does.
        draws: at most so many.
        times: how many might have been found instead; the chance is of any of them.
    """
    hits = drawn = 0
    for drawn in range(1, draws + 1):
        hits += as_far()
        if times * hits > drawn * _HOPELESS_AFTER.get(drawn, times):
            break
    return min(1.0, times * (1 + hits) / (1 + drawn))


class _Blocks:
    """Means of days drawn in blocks, the end joined to the beginning."""

    def __init__(self, left: Sequence[float], rng: Random) -> None:
        self._n = len(left)
        self._random = rng.random
        ring = [*left, *left[: WEEK_DAYS - 1]]
        sums = [0.0, *accumulate(ring)]
        self._sums = {
            size: [sums[at + size] - sums[at] for at in range(self._n)]
            for size in range(1, WEEK_DAYS + 1)
        }

    def mean(self, days: int) -> float:
        n, draw, whole = self._n, self._random, self._sums[WEEK_DAYS]
        blocks, rest = divmod(days, WEEK_DAYS)
        total = 0.0
        for _ in range(blocks):
            total += whole[int(draw() * n)]
        if rest:
            total += self._sums[rest][int(draw() * n)]
        return total / days


def _without_weekend(*groups: Series) -> list[list[float]]:
    """The values freed of how weekends differ from workdays within each group."""
    differences: list[float] = []
    for group in groups:
        ends = [value for day, value in group if is_weekend(day)]
        works = [value for day, value in group if not is_weekend(day)]
        if ends and works:
            differences.append(mean(ends) - mean(works))
    extra = mean(differences) if differences else 0.0
    return [
        [value - extra if is_weekend(day) else value for day, value in group]
        for group in groups
    ]


def _centred(values: Sequence[float]) -> list[float]:
    middle = mean(values)
    return [value - middle for value in values]


def _detrended(series: Series) -> list[float]:
    """What is left without a straight trend and the weekend (least squares)."""
    days = _centred([float(day) for day, _ in series])
    weekend = _without(days, _centred([float(is_weekend(day)) for day, _ in series]))
    values = _without(days, _centred([value for _, value in series]))
    return _without(weekend, values)


def _without(known: Sequence[float], values: Sequence[float]) -> list[float]:
    """What is left of values that average 0 once what goes with others is out."""
    spread = sum(map(mul, known, known))
    slope = sum(map(mul, known, values)) / spread if spread > _NOTHING else 0.0
    return [value - slope * x for x, value in zip(known, values, strict=True)]


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 0 of nothing.

    The standard library's module takes 15 ms to import.
    """
    return sum(values) / len(values) if values else 0.0
