"""The door to single days, as windows look at them: what was when, and how it grew."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from unplug.clock import Clock, to_ms
from unplug.days import day_at, number_of, start_of
from unplug.usage.states import ScreenSpan

if TYPE_CHECKING:
    from datetime import timedelta
    from zoneinfo import ZoneInfo

    from unplug.usage.baseline import Band


class StoredDays(Protocol):
    """What the books know of days."""

    def spans(self, from_ms: int, to_ms: int) -> tuple[ScreenSpan, ...]:
        """The stored spans that overlap ``[from_ms, to_ms)``, by start."""

    def usual_band(self, day: int) -> "Band | None":
        """What was usual in the course of a day like that one."""


class Running(Protocol):
    """What tracking knows besides."""

    @property
    def waiting(self) -> tuple[ScreenSpan, ...]:
        """The spans that are not in the database yet."""

    @property
    def zone(self) -> "ZoneInfo":
        """Where the user is."""


@dataclass(frozen=True, slots=True)
class SeenDay:
    """A day as it is looked at.

    Attributes:
        day: the local day.
        start_ms: where it starts, UTC.
        end_ms: where it ends, exclusive.
        now_ms: where it has come to; its end for a day that is over.
        offset: east of UTC, when it starts.
        spans: what was tracked, by start, cut at its ends.
        grown_ms: screen time up to each quarter of an hour, as far as it has come;
            the last is up to ``now_ms``.
        usual: what is usual on such days; None while too few are known.
    """

    day: date
    start_ms: int
    end_ms: int
    now_ms: int
    offset: "timedelta"
    spans: tuple[ScreenSpan, ...]
    grown_ms: tuple[int, ...]
    usual: "Band | None"

    @property
    def screen_ms(self) -> int:
        """Its screen time."""
        return self.grown_ms[-1] if self.grown_ms else 0


class DaysSeen:
    """Single days.

    Args:
        clock: where the time comes from.
        stored: what the books know.
        running: what tracking knows.
        day_start_min: minutes after local midnight at which a day starts.
        name_of: what an app is called.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        stored: StoredDays,
        running: Running,
        day_start_min: int,
        name_of: Callable[[str], str],
    ) -> None:
        self._clock = clock
        self._stored = stored
        self._running = running
        self._day_start_min = day_start_min
        self.name_of = name_of

    def today(self) -> date:
        """The present local day."""
        zone = self._running.zone
        return day_at(self._clock.stamp().utc, zone, self._day_start_min)

    def day(self, day: date) -> SeenDay:
        """Look at a day."""
        from unplug.engine.screen_time.growing import grown  # noqa: PLC0415  (only for windows)

        zone = self._running.zone
        start = start_of(day, zone, self._day_start_min)
        start_ms = to_ms(start)
        end_ms = to_ms(start_of(_after(day), zone, self._day_start_min))
        now_ms = min(max(self._clock.stamp().wall_ms, start_ms), end_ms)
        spans = tuple(self._spans(start_ms, end_ms))
        return SeenDay(
            day=day,
            start_ms=start_ms,
            end_ms=end_ms,
            now_ms=now_ms,
            offset=start.utcoffset() or start - start,
            spans=spans,
            grown_ms=grown(spans, start_ms, now_ms),
            usual=self._stored.usual_band(number_of(day)),
        )

    def spans(self, from_ms: int, to_ms: int) -> tuple[ScreenSpan, ...]:
        """What was tracked in ``[from_ms, to_ms)``, cut at its ends, by start."""
        return tuple(self._spans(from_ms, to_ms))

    def _spans(self, from_ms: int, to_ms: int) -> list[ScreenSpan]:
        from unplug.engine.screen_time.growing import cut  # noqa: PLC0415  (only for windows)

        stored = self._stored.spans(from_ms, to_ms)
        return cut((*stored, *self._running.waiting), from_ms, to_ms)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
