"""A finished day in a few numbers: all that patterns over years are read from.

Single stretches are kept for some weeks only and are many; a digest is made of a day
while its spans are there, and stays. It holds nothing that cannot be told from them.

A *visit* is unbroken time with one app. It ends with another app, or with
`AWAY_MS` of no screen; a look elsewhere of less than `LOOK_MS` that comes back to the
same app does not end it, though it counts as two switches.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from unplug.days import DAY_MS, QUARTER_MS
from unplug.usage.states import SCREEN_STATES, ScreenSpan

HOUR_MS = 60 * 60_000
HOURS = 24
AWAY_MS = 2 * 60_000
"""So long without the screen ends a visit and a stretch."""
RETURN_MS = 10 * 60_000
"""After so long without the screen, what is opened first is a first app."""
LOOK_MS = 30_000
LONG_MS = 25 * 60_000
"""A stretch in one app of this length is a long one."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Unbroken time with one app.

    Attributes:
        app: the app's id; None where none is known.
        start_ms: its start, UTC.
        ms: the screen time in it.
        away_ms: how long there was no screen before it; -1 for the day's first.
    """

    app: str | None
    start_ms: int
    ms: int
    away_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a day was like.

    Attributes:
        day: its number (`unplug.days`).
        hours_ms: screen time by hour of the local clock, 0 to 23; in a day that
            starts at 4, hour 3 is the last.
        switches: how often the app changed on the screen.
        long_ms: screen time in visits of at least `LONG_MS`.
        longest_ms: the longest stretch at the screen, whatever the apps.
        longest_at_ms: when that began, UTC.
        last_ms: when the screen was last used, UTC; 0 where it was not.
        firsts: how often each app was the first after `RETURN_MS` of absence.
        followed: how often a visit to each app was followed by another at once.
        led_to: how often a visit to the one was followed at once by a long visit to
            the other.
    """

    day: int
    hours_ms: tuple[int, ...] = (0,) * HOURS
    switches: int = 0
    long_ms: int = 0
    longest_ms: int = 0
    longest_at_ms: int = 0
    last_ms: int = 0
    firsts: dict[str, int] = field(default_factory=dict)
    followed: dict[str, int] = field(default_factory=dict)
    led_to: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def screen_ms(self) -> int:
        """Screen time of the whole day."""
        return sum(self.hours_ms)


def digest_of(day: int, spans: Iterable[ScreenSpan], day_start_min: int) -> Digest:
    """Tell a day in a few numbers.

    Args:
        day: its number.
        spans: what was tracked, by start; parts outside the day are left out.
        day_start_min: minutes after local midnight at which a day starts.
    """
    within = _within(day, spans, day_start_min)
    on_screen = [part for part in within if part.state in SCREEN_STATES]
    hours, stretch = [0] * HOURS, (0, 0)
    for part in on_screen:
        _spread(hours, part)
    for began, ms in _stretches(on_screen):
        stretch = max(stretch, (ms, -began))
    visits, switches = _visits(on_screen)
    return Digest(
        day=day,
        hours_ms=tuple(hours),
        switches=switches,
        long_ms=sum(visit.ms for visit in visits if visit.ms >= LONG_MS),
        longest_ms=stretch[0],
        longest_at_ms=-stretch[1],
        last_ms=on_screen[-1].end_ms if on_screen else 0,
        firsts=_firsts(visits),
        followed=_followed(visits),
        led_to=_led_to(visits),
    )


def visits_of(spans: Iterable[ScreenSpan]) -> tuple[Visit, ...]:
    """The visits that some spans make up, by start."""
    return _visits([span for span in spans if span.state in SCREEN_STATES])[0]


def _within(
    day: int, spans: Iterable[ScreenSpan], day_start_min: int
) -> Iterator[ScreenSpan]:
    start_local = day * DAY_MS + day_start_min * 60_000
    for span in spans:
        local = span.start_ms + span.offset_q * QUARTER_MS
        low = max(start_local - local, 0)
        high = min(start_local + DAY_MS - local, span.dur_ms)
        if high <= low:
            continue
        if low == 0 and high == span.dur_ms:
            yield span
        else:
            yield ScreenSpan(
                span.start_ms + low,
                high - low,
                span.state,
                span.app,
                span.title,
                span.offset_q,
            )


def _spread(hours: list[int], span: ScreenSpan) -> None:
    """Add a span to the hours of the local clock that it touches."""
    at, left = (span.start_ms + span.offset_q * QUARTER_MS) % DAY_MS, span.dur_ms
    while left > 0:
        piece = min(left, HOUR_MS - at % HOUR_MS)
        hours[at // HOUR_MS % HOURS] += piece
        at += piece
        left -= piece


def _stretches(on_screen: list[ScreenSpan]) -> Iterator[tuple[int, int]]:
    """Time at the screen that nothing broke: start and length, ms."""
    began = end = ms = 0
    for span in on_screen:
        if ms and span.start_ms - end >= AWAY_MS:
            yield began, ms
            ms = 0
        if not ms:
            began = span.start_ms
        ms += span.dur_ms
        end = span.end_ms
    if ms:
        yield began, ms


def _visits(on_screen: list[ScreenSpan]) -> tuple[tuple[Visit, ...], int]:
    """The visits, and how often the app changed."""
    runs = _runs(on_screen)
    switches = sum(
        late.away_ms < AWAY_MS and late.app != early.app
        for early, late in pairwise(runs)
    )
    kept: list[Visit] = []
    for run in runs:
        looked = len(kept) > 1 and _was_a_look(kept[-2], kept[-1], run)
        if looked:
            del kept[-1]
        if looked or _goes_on(kept, run):
            had = kept[-1]
            kept[-1] = Visit(had.app, had.start_ms, had.ms + run.ms, had.away_ms)
        else:
            kept.append(run)
    return tuple(kept), switches


def _runs(on_screen: list[ScreenSpan]) -> list[Visit]:
    """Spans of the same app joined, each with the absence before it."""
    runs: list[Visit] = []
    end = 0
    for span in on_screen:
        away = span.start_ms - end if runs else -1
        end = span.end_ms
        last = runs[-1] if runs else None
        if last is not None and last.app == span.app and away < AWAY_MS:
            runs[-1] = Visit(
                last.app, last.start_ms, last.ms + span.dur_ms, last.away_ms
            )
        else:
            runs.append(Visit(span.app, span.start_ms, span.dur_ms, away))
    return runs


def _was_a_look(before: Visit, look: Visit, after: Visit) -> bool:
    return (
        look.ms < LOOK_MS
        and before.app == after.app
        and max(look.away_ms, after.away_ms) < AWAY_MS
    )


def _goes_on(kept: list[Visit], run: Visit) -> bool:
    return bool(kept) and kept[-1].app == run.app and run.away_ms < AWAY_MS


def _firsts(visits: tuple[Visit, ...]) -> dict[str, int]:
    return dict(
        Counter(
            visit.app
            for visit in visits
            if visit.app is not None
            and (visit.away_ms >= RETURN_MS or visit.away_ms < 0)
        )
    )


def _followed(visits: tuple[Visit, ...]) -> dict[str, int]:
    return dict(Counter(early for early, _ in _steps(visits)))


def _led_to(visits: tuple[Visit, ...]) -> dict[tuple[str, str], int]:
    return dict(
        Counter(
            (early, late.app)
            for early, late in _steps(visits)
            if late.app is not None and late.ms >= LONG_MS
        )
    )


def _steps(visits: tuple[Visit, ...]) -> Iterator[tuple[str, Visit]]:
    """Each visit to a known app that follows another such one at once."""
    for early, late in pairwise(visits):
        known = early.app is not None and late.app is not None
        if known and early.app != late.app and late.away_ms < AWAY_MS:
            yield str(early.app), late
