"""The spans of single days, and hours by app, while they are kept."""

from collections import defaultdict

from unplug.days import DAY_MS
from unplug.store.totals import (
    FARTHEST_OFFSET_MS,
    HOUR_MS,
    UsageReader,
)
from unplug.usage.states import ScreenSpan

AppHours = dict[tuple[int, int], dict[str, int]]


class DaySpans(UsageReader):
    """Questions about the stretches of a day."""

    def of_day(self, day: int) -> list[ScreenSpan]:
        """The spans that touch a local day, by start; each by its own offset."""
        start = day * DAY_MS + self.day_start_min * 60_000
        rows = self._rows(_OF_DAY, _bounds(start, start + DAY_MS))
        return list(self._named(rows))

    def app_hours(self, first_day: int, last_day: int) -> AppHours:
        """Screen time of each app by hour, where it began.

        Returns:
            Keyed by ``(day, hour of the local clock)``, then by app. A span counts
            in the hour in which it starts: good enough to see where hours go, and
            ten times as fast as cutting it.
        """
        start_min = self.day_start_min
        start = first_day * DAY_MS + start_min * 60_000
        end = (last_day + 1) * DAY_MS + start_min * 60_000
        given = _bounds(start, end) | {"day_start": start_min * 60_000}
        rows = self._rows(_APP_HOURS, given)
        names = self._names_of(app for _, _, app, _ in rows)
        hours: AppHours = defaultdict(dict)
        for day, hour, app, ms in rows:
            if app in names:
                hours[day, hour][names[app]] = ms
        return dict(hours)

    def screen_by_day(self, first_day: int, last_day: int) -> dict[int, int]:
        """Screen time of each day that has any."""
        rows = self._rows(_SCREEN_BY_DAY, (first_day, last_day))
        return {day: ms for day, ms in rows if ms}

    def app_by_day(self, app: str, first_day: int, last_day: int) -> dict[int, int]:
        """An app's screen time on each day that has any."""
        return dict(self._rows(_APP_BY_DAY, (app, first_day, last_day)))

    def app_by_month(self, app: str, first: int, last: int) -> dict[int, int]:
        """An app's screen time in each month that has any; months since 1970."""
        return dict(self._rows(_APP_BY_MONTH, (app, first, last)))


def _bounds(start_local: int, end_local: int) -> dict[str, int]:
    return {
        "start": start_local,
        "end": end_local,
        "low": start_local - FARTHEST_OFFSET_MS - DAY_MS,
        "high": end_local + FARTHEST_OFFSET_MS,
    }


_SCREEN_BY_DAY = (
    "SELECT day, sum(ms) FROM day WHERE day BETWEEN ? AND ? AND state < 2 GROUP BY day"
)
_APP_BY_DAY = (
    "SELECT day, sum(ms) FROM day WHERE app = (SELECT id FROM name WHERE s = ?)"
    " AND day BETWEEN ? AND ? AND state < 2 GROUP BY day"
)
_APP_BY_MONTH = _APP_BY_DAY.replace("day", "month")
_LOCAL = "start_ms + offset_q * 900000"
_OF_DAY = (
    "SELECT start_ms, dur_ms, app, title, state, offset_q FROM span"
    f" WHERE start_ms > :low AND start_ms < :high AND {_LOCAL} < :end"
    f" AND {_LOCAL} + dur_ms > :start ORDER BY start_ms"
)
_SHIFT_DAYS = 1_000_000
_SHIFTED = f"({_LOCAL} - :day_start + {_SHIFT_DAYS * DAY_MS})"
_APP_HOURS = (
    f"SELECT {_SHIFTED} / {DAY_MS} - {_SHIFT_DAYS},"
    f" ({_LOCAL} + {_SHIFT_DAYS * DAY_MS}) % {DAY_MS} / {HOUR_MS}, app, sum(dur_ms)"
    f" FROM span WHERE start_ms > :low AND start_ms < :high AND state < 2"
    f" AND {_LOCAL} >= :start AND {_LOCAL} < :end GROUP BY 1, 2, 3"
)
