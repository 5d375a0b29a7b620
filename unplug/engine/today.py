"""Today's running totals, kept up to date span by span."""

from collections import Counter
from collections.abc import Iterable

from unplug.days import split_by_day
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

Key = tuple[str | None, State]


class Today:
    """Milliseconds of one local day by app and state.

    Args:
        day: the day's number (see ``unplug.days``).
        day_start_min: minutes after midnight at which a day starts.
        so_far: what the store knows of the day.
    """

    def __init__(
        self, day: int, day_start_min: int, so_far: dict[Key, int] | None = None
    ) -> None:
        self.day = day
        self._day_start_min = day_start_min
        self._ms: Counter[Key] = Counter(so_far or {})

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
