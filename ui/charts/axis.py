"""Where the lines of an axis go."""

from bisect import bisect_left
from dataclasses import dataclass

_MINUTE_MS = 60_000
_LENGTHS_MS = tuple(
    minutes * _MINUTE_MS
    for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440)
)
_TIDY = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from 0 up.

    Attributes:
        top: the highest value, on a line.
        step: from line to line.
    """

    top: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values of the lines, 0 first."""
        return tuple(self.step * at for at in range(round(self.top / self.step) + 1))


def axis_of_lengths(highest_ms: float, most: int = 4) -> Axis:
    """A scale for lengths of time, with lines at full minutes or hours."""
    wanted = max(highest_ms, _LENGTHS_MS[0]) / most
    at = bisect_left(_LENGTHS_MS, wanted)
    day = _LENGTHS_MS[-1]
    step = _LENGTHS_MS[at] if at < len(_LENGTHS_MS) else -(-wanted // day) * day
    return _up_to(highest_ms, step)


def axis_of_numbers(highest: float, most: int = 4) -> Axis:
    """A scale for plain numbers, with lines at round ones."""
    wanted = max(highest, 1e-9) / most
    power = 1.0
    while power * 10 <= wanted:
        power *= 10
    while power > wanted:
        power /= 10
    step = next(power * tidy for tidy in _TIDY if power * tidy >= wanted * 0.999999)
    return _up_to(highest, step)


def _up_to(highest: float, step: float) -> Axis:
    lines = max(1, -(-highest // step))
    return Axis(lines * step, step)
