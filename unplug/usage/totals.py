"""Adding up spans, exact to the millisecond."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from unplug.clock import from_ms
from unplug.days import QUARTER_MS, date_of, split_by_day
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

HOUR_MS = 60 * 60_000
_K = TypeVar("_K", bound=Hashable)
Part = tuple[ScreenSpan, int, int]
"""A span and the piece of it that counts: its start, UTC ms, and its length, ms."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Milliseconds in each state."""

    active_ms: int = 0
    watching_ms: int = 0
    idle_ms: int = 0
    locked_ms: int = 0
    asleep_ms: int = 0
    paused_ms: int = 0
    offline_ms: int = 0

    @classmethod
    def of(cls, by_state_ms: dict[State, int]) -> "Totals":
        """Totals from milliseconds by state; a state left out has none."""
        return cls(*(by_state_ms.get(state, 0) for state in State))

    @property
    def screen_ms(self) -> int:
        """Screen time: active plus watching."""
        return self.active_ms + self.watching_ms

    @property
    def all_ms(self) -> int:
        """All the time that was tracked."""
        return sum(self.by_state_ms().values())

    def by_state_ms(self) -> dict[State, int]:
        """Milliseconds by state, every state in its order."""
        return {state: self.in_state_ms(state) for state in State}

    def in_state_ms(self, state: State) -> int:
        """Milliseconds in one state."""
        return int(getattr(self, f"{state.name.lower()}_ms"))

    def in_seconds(self) -> dict[str, float]:
        """The totals as the command line prints them; exact to the millisecond."""
        names = {
            f"{state.name.lower()}_s": ms for state, ms in self.by_state_ms().items()
        }
        return {
            name: ms / 1000
            for name, ms in (names | {"screen_s": self.screen_ms}).items()
        }

    def __add__(self, other: "Totals") -> "Totals":
        mine, others = self.by_state_ms(), other.by_state_ms()
        return Totals.of({state: mine[state] + others[state] for state in State})


def clipped(spans: Iterable[ScreenSpan], start_ms: int, end_ms: int) -> Iterator[Part]:
    """The part of each span that lies in ``[start_ms, end_ms)``, where there is any."""
    for span in spans:
        start = max(span.start_ms, start_ms)
        end = min(span.end_ms, end_ms)
        if end > start:
            yield span, start, end - start


def of_spans(spans: Iterable[ScreenSpan], start_ms: int, end_ms: int) -> Totals:
    """What was spent in each state within ``[start_ms, end_ms)``."""
    by_state: dict[State, int] = {}
    for span, _, dur_ms in clipped(spans, start_ms, end_ms):
        by_state[span.state] = by_state.get(span.state, 0) + dur_ms
    return Totals.of(by_state)


def by_app(
    spans: Iterable[ScreenSpan], start_ms: int, end_ms: int
) -> dict[str | None, Totals]:
    """Screen time by app, most first; None stands for time with no known app."""
    parts = _on_screen(clipped(spans, start_ms, end_ms))
    return _most_first(_grouped(parts, lambda part: part[0].app))


def by_hour(
    spans: Iterable[ScreenSpan], start_ms: int, end_ms: int
) -> dict[datetime, Totals]:
    """Totals by local hour, in order; each key is the hour's start with its offset."""
    parts = (
        piece
        for part in clipped(spans, start_ms, end_ms)
        for piece in _cut_at_hours(part)
    )
    return dict(sorted(_grouped(parts, _hour_of).items()))


def by_day(
    spans: Iterable[ScreenSpan], start_ms: int, end_ms: int, day_start_min: int
) -> dict[date, Totals]:
    """Totals by local day, in order; a day starts ``day_start_min`` after midnight."""
    by: dict[int, dict[State, int]] = {}
    for span, start, dur in clipped(spans, start_ms, end_ms):
        for day, part_ms in split_by_day(start, dur, span.offset_q, day_start_min):
            states = by.setdefault(day, {})
            states[span.state] = states.get(span.state, 0) + part_ms
    return {date_of(day): Totals.of(by[day]) for day in sorted(by)}


def _on_screen(parts: Iterable[Part]) -> Iterator[Part]:
    return (part for part in parts if part[0].state in SCREEN_STATES)


def _grouped(parts: Iterable[Part], key: Callable[[Part], _K]) -> dict[_K, Totals]:
    by: dict[_K, dict[State, int]] = {}
    for part in parts:
        span, _, dur_ms = part
        states = by.setdefault(key(part), {})
        states[span.state] = states.get(span.state, 0) + dur_ms
    return {group: Totals.of(states) for group, states in by.items()}


def _most_first(totals: dict[_K, Totals]) -> dict[_K, Totals]:
    order = sorted(totals.items(), key=lambda item: (-item[1].screen_ms, str(item[0])))
    return dict(order)


def _hour_of(part: Part) -> datetime:
    span, start_ms, _ = part
    offset_ms = span.offset_q * QUARTER_MS
    hour_ms = (start_ms + offset_ms) // HOUR_MS * HOUR_MS - offset_ms
    return from_ms(hour_ms).astimezone(timezone(timedelta(milliseconds=offset_ms)))


def _cut_at_hours(part: Part) -> Iterator[Part]:
    span, at, left = part
    offset_ms = span.offset_q * QUARTER_MS
    while left > 0:
        until_next = HOUR_MS - (at + offset_ms) % HOUR_MS
        piece = min(left, until_next)
        yield span, at, piece
        at += piece
        left -= piece
