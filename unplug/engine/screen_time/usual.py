"""Own usual screen time, from what is stored; worked out once a day."""

from datetime import date
from zoneinfo import ZoneInfo

from unplug.clock import to_ms
from unplug.days import date_of, day_number, offset_quarters, start_of
from unplug.store.totals import UsageReader
from unplug.usage.baseline import WINDOW_DAYS, Band, Curve, Usual, band, usual
from unplug.usage.states import State

MOST_LOOKED_AT = 200
"""So many days' curves are remembered while somebody leafs through days; 3 kB each."""
_SAYS_NOTHING = (State.ASLEEP, State.PAUSED)


class UsualDays:
    """The last weeks' days, to compare today with.

    Args:
        stored: the recorded screen time.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(self, stored: UsageReader, day_start_min: int) -> None:
        self._stored = stored
        self._day_start_min = day_start_min
        self._day: int | None = None
        self._curves: dict[int, Curve] = {}
        self._looked_at: dict[int, Curve | None] = {}

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:
        """Own usual screen time by an instant of such a day; None: too few days."""
        found = self.usual(at_ms, zone)
        return None if found is None else found.median_ms

    def usual(self, at_ms: int, zone: ZoneInfo) -> Usual | None:
        """What is usual by an instant of such a day; None: too few days."""
        offset_q = offset_quarters(at_ms, zone)
        day = day_number(at_ms, offset_q, self._day_start_min)
        if self._day != day:
            self._day, self._curves = day, self._curves_before(day)
        today = date_of(day)
        start_ms = to_ms(start_of(today, zone, self._day_start_min))
        return usual(_by_date(self._curves), today, at_ms - start_ms)

    def band(self, day: int) -> Band | None:
        """What was usual in the course of a day like that one, by the days before."""
        before = range(day - WINDOW_DAYS, day)
        missing = [number for number in before if number not in self._looked_at]
        if missing:
            first, last = missing[0], missing[-1]
            found = self._curves_between(first, last)
            for number in range(first, last + 1):
                self._looked_at[number] = found.get(number)
        known = {number: self._looked_at[number] for number in before}
        curves = {number: curve for number, curve in known.items() if curve}
        if len(self._looked_at) > MOST_LOOKED_AT:
            self._looked_at.clear()
        return band(_by_date(curves), date_of(day))

    def _curves_before(self, day: int) -> dict[int, Curve]:
        """The curves of the days of which something was tracked."""
        return self._curves_between(day - WINDOW_DAYS, day - 1)

    def _curves_between(self, first: int, last: int) -> dict[int, Curve]:
        tracked = {
            number
            for number, states in self._stored.by_day(first, last).items()
            if any(ms and state not in _SAYS_NOTHING for state, ms in states.items())
        }
        curves = self._stored.screen_curves(first, last)
        return {n: tuple(curve) for n, curve in curves.items() if n in tracked}


def _by_date(curves: dict[int, Curve]) -> dict[date, Curve]:
    return {date_of(number): curve for number, curve in curves.items()}
