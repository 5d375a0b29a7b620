"""Today's running totals, kept up to date span by span."""

from collections import Counter
from collections.abc import Iterable

from unplug.clock import Stamp
from unplug.days import DAY_MS, QUARTER_MS, day_number, split_by_day
from unplug.usage.offsets import offset_until
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

Key = tuple[str | None, State]


class Today:
    """Milliseconds of one local day by app and state.

    Args:
        day: the day's number (see ``unplug.days``).
        day_start_min: minutes after local midnight at which a day starts.
        zone: whose local day it is, an IANA name.
        valid_ms: instants, UTC, that are of this day for certain.
    """

    def __init__(
        self, day: int, day_start_min: int, zone: str, valid_ms: range
    ) -> None:
        self.day = day
        self._day_start_min = day_start_min
        self._zone = zone
        self._valid_ms = valid_ms
        self._ms: Counter[Key] = Counter()

    @classmethod
    def at(cls, now: Stamp, zone: str, day_start_min: int) -> "Today":
        """The day of an instant, with nothing counted yet."""
        offset_q, until_ms = offset_until(zone, now.wall_ms)
        day = day_number(now.wall_ms, offset_q, day_start_min)
        end_ms = (day + 1) * DAY_MS - offset_q * QUARTER_MS + day_start_min * 60_000
        valid_ms = range(now.wall_ms, min(end_ms, until_ms))
        return cls(day, day_start_min, zone, valid_ms)

    def holds(self, now: Stamp, zone: str) -> bool:
        """Whether an instant is of this day; False where it has to be looked up."""
        return zone == self._zone and now.wall_ms in self._valid_ms

    def load(self, so_far: dict[Key, int]) -> None:
        """Count what the store knows of the day."""
        self._ms.update(so_far)

    def add(self, spans: Iterable[ScreenSpan]) -> None:
        """Count spans that are final."""
        self._ms.update(self._parts(spans))

    def with_open(self, spans: Iterable[ScreenSpan]) -> dict[Key, int]:
        """The totals with spans that are still open counted in."""
        return dict(self._ms + self._parts(spans))

    def _parts(self, spans: Iterable[ScreenSpan]) -> Counter[Key]:
        parts: Counter[Key] = Counter()
        for span in spans:
            cut = split_by_day(
                span.start_ms, span.dur_ms, span.offset_q, self._day_start_min
            )
            for day, ms in cut:
                if day == self.day:
                    parts[span.app, span.state] += ms
        return parts


def by_state(totals: dict[Key, int]) -> dict[State, int]:
    """The totals over all apps."""
    states: Counter[State] = Counter()
    for (_, state), ms in totals.items():
        states[state] += ms
    return dict(states)


def by_app(totals: dict[Key, int]) -> dict[str, int]:
    """Screen time by app; time without a known app is left out."""
    apps: Counter[str] = Counter()
    for (app, state), ms in totals.items():
        if app is not None and state in SCREEN_STATES:
            apps[app] += ms
    return dict(apps)
