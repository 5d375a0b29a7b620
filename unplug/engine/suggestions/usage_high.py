"""The screen time that a moment is judged by: today, the usual, the present stretch."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms
from unplug.days import DAY_MS, day_at, start_of
from unplug.engine.screen_time.usual import UsualDays
from unplug.engine.suggestions.seams import BREAK_MS
from unplug.store.stretches import Stretches
from unplug.store.totals import UsageReader
from unplug.suggest import high
from unplug.suggest.inputs import Limit, Usage, Usual
from unplug.usage.baseline import WINDOW_DAYS
from unplug.usage.states import SCREEN_STATES, ScreenSpan

_MINUTE_MS = 60_000


@dataclass(slots=True)
class Judge:
    """Judges instants by what is recorded; what holds for a day is found once.

    Attributes:
        stored: the recorded screen time.
        stretches: the same, in stretches.
        usual: own usual days.
        day_start_min: minutes after local midnight at which a day starts.
    """

    stored: UsageReader
    stretches: Stretches
    usual: UsualDays
    day_start_min: int
    _long_of_day: tuple[int, int | None] | None = None

    def usage(
        self,
        at_ms: int,
        zone: ZoneInfo,
        *,
        limit_min: int = 0,
        open_spans: Iterable[ScreenSpan] = (),
    ) -> Usage:
        """What an instant is judged by.

        Args:
            at_ms: the instant, UTC; what is later does not count.
            zone: the user's.
            limit_min: the user's own limit for a day; 0 for none.
            open_spans: what is not stored yet.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        day = day_at(from_ms(at_ms), zone, self.day_start_min)
        start_ms = to_ms(start_of(day, zone, self.day_start_min))
        spans = [*self.stored.spans(min(start_ms, at_ms - DAY_MS), at_ms), *open_spans]
        screen = sorted(
            (span.start_ms, min(span.end_ms, at_ms))
            for span in spans
            if span.state in SCREEN_STATES and span.start_ms < at_ms
        )
        today_ms = sum(max(0, end - max(start, start_ms)) for start, end in screen)
        found = self.usual.usual(at_ms, zone)
        usual = None
        if found is not None:
            usual = Usual(found.median_ms, found.mad_ms, found.days)
        limit = Limit("", today_ms, limit_min * _MINUTE_MS)
        return Usage(
            screen_ms=today_ms,
            usual=usual,
            stretch_ms=_last_stretch_ms(screen, at_ms),
            long_stretch_ms=self._long_stretch_ms(start_ms),
            limits=(limit,) if limit_min else (),
        )

    def _long_stretch_ms(self, start_ms: int) -> int | None:
        """Own long stretch over the 28 days before a day starts."""
        if self._long_of_day is None or self._long_of_day[0] != start_ms:
            first_ms = start_ms - WINDOW_DAYS * DAY_MS
            lengths = self.stretches.lengths_ms(first_ms, start_ms, BREAK_MS)
            self._long_of_day = start_ms, high.long_stretch_ms(lengths)
        return self._long_of_day[1]


def _last_stretch_ms(screen: list[tuple[int, int]], at_ms: int) -> int:
    """Screen time since the last break of two minutes; 0 during a break.

    Args:
        screen: ``[start, end)`` of the spans at the screen, in order.
        at_ms: now.
    """
    stretch_ms, until_ms = 0, None
    for start, end in screen:
        if until_ms is not None and start - until_ms >= BREAK_MS:
            stretch_ms = 0
        stretch_ms += end - start
        until_ms = end
    return 0 if until_ms is None or at_ms - until_ms >= BREAK_MS else stretch_ms
