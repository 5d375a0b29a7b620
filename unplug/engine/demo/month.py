"""A believable month of somebody made up, to look at unplug with."""

import random
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from unplug.clock import Clock, SetClock, to_ms
from unplug.days import DAY_START_MIN, day_at, number_of, offset_quarters
from unplug.engine.app import App
from unplug.engine.demo.moods import furnish_moods
from unplug.engine.demo.people import furnish_people
from unplug.engine.demo.sessions import furnish_sessions, left_alone, past_sessions
from unplug.engine.demo.trip import furnish_trip
from unplug.engine.first_run import FirstRun
from unplug.engine.made_up import MadeUp
from unplug.engine.patterns.digesting import make_missing
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestStore
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

DAYS = 35
"""A month, and the days before it that weeks are compared with."""
SEED = 2026
_PICTURED = date(2026, 6, 25)
_SATURDAY = 5
_FIRST_AFTER_AWAY, _FIRST_CHANCE = "slack", 0.85
"""A habit that stands out: what is opened first by somebody who comes back."""
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A habit: some hours of a day, and the apps of it with their weights.

    Attributes:
        starts: when it begins, hours of the day.
        hours: how long it lasts.
        chance: on how many of the days.
        apps: weights by app.
        watching: the share of time without input while something plays.
        visit_min: how long one look at an app lasts, on average.
    """

    starts: float
    hours: float
    chance: float
    apps: dict[str, int]
    watching: float = 0.0
    visit_min: float = 6.0


_WORK = {"code": 9, "firefox": 6, "org.gnome.Terminal": 4, "thunderbird": 3, "slack": 3}
_SCROLL = {"firefox": 5, "discord": 3, "org.telegram.desktop": 2, "chatgpt": 2}
_FILM = {"vlc": 8, "firefox": 2}
_WORKDAY = (
    Stretch(8.6, 3.4, 0.95, _WORK),
    Stretch(13.1, 4.2, 0.95, _WORK),
    Stretch(20.3, 1.4, 0.6, _SCROLL, visit_min=9),
    Stretch(21.8, 1.6, 0.5, _FILM, watching=0.8, visit_min=25),
    Stretch(23.6, 0.9, 0.2, _SCROLL, visit_min=14),
)
_WEEKEND = (
    Stretch(10.4, 1.2, 0.7, _SCROLL, visit_min=8),
    Stretch(16.5, 1.0, 0.4, {"steam": 5, "discord": 2}, visit_min=20),
    Stretch(20.8, 2.2, 0.6, _FILM, watching=0.85, visit_min=35),
)


def afternoon(clock: Clock) -> SetClock:
    """A clock at one afternoon, whenever pictures are made."""
    at = datetime.combine(_PICTURED, time(17, 20), tzinfo=clock.zone())
    return SetClock(to_ms(at), clock.zone())


def furnish(folder: Path, clock: Clock, seed: int = SEED) -> None:
    """Fill a data folder with the month up to now; the same for the same seed."""
    zone, now = clock.zone(), clock.stamp()
    today = day_at(now.utc, zone, DAY_START_MIN)
    past = [today - timedelta(days=back) for back in range(DAYS, 0, -1)]
    sessions = past_sessions(past, zone, seed)
    alone = tuple(left_alone(sessions, zone))
    spans = _around(alone, month(today, zone, now.wall_ms, seed))
    with closing(Database(folder, clock)) as database:
        UsageStore(database, DAY_START_MIN).append(spans, 1)
        furnish_people(database, clock, seed)
        digests, days = DigestStore(database), DaySpans(database.connection)
        while make_missing(days, digests, number_of(today) - 1):
            pass
        furnish_sessions(database, clock, sessions)
        furnish_moods(database, past, sessions, spans, clock)
        furnish_trip(folder, database, clock)
        FirstRun(lambda: database).over()  # nobody is there to be welcomed
        MadeUp(lambda: database).mark()
    _suggest(folder, clock)


def _suggest(folder: Path, clock: Clock) -> None:
    """Have somebody suggested."""
    app = App(folder, clock)
    with closing(app), suppress(UnplugError):  # there may be nobody to suggest
        app.suggestions.desk.ask()


def month(today: date, zone: ZoneInfo, now_ms: int, seed: int) -> Iterator[ScreenSpan]:
    """The month's spans, by start, none after now."""
    for back in range(DAYS, -1, -1):
        day = today - timedelta(days=back)
        rng = random.Random(f"{seed} {back}")  # noqa: S311  (a story, no secret)
        yield from _until(now_ms, _day(day, zone, rng))


def _day(day: date, zone: ZoneInfo, rng: random.Random) -> Iterator[ScreenSpan]:
    at_ms = 0
    for stretch in _WEEKEND if day.weekday() >= _SATURDAY else _WORKDAY:
        if rng.random() > stretch.chance:
            continue
        midnight = datetime.combine(day, time(), tzinfo=zone)
        hours = stretch.starts + rng.gauss(0, 0.3)
        start_ms = to_ms(midnight) + round(hours * 60) * _MINUTE_MS
        at_ms = max(at_ms, start_ms)
        end_ms = at_ms + round(stretch.hours * rng.uniform(0.7, 1.25) * 60) * _MINUTE_MS
        for span in _visits(stretch, at_ms, end_ms, zone, rng):
            yield span
            at_ms = span.end_ms


def _visits(
    stretch: Stretch, at_ms: int, end_ms: int, zone: ZoneInfo, rng: random.Random
) -> Iterator[ScreenSpan]:
    apps, weights = list(stretch.apps), list(stretch.apps.values())
    back = True
    while at_ms < end_ms:
        length_ms = max(4_000, round(rng.expovariate(1 / stretch.visit_min) * 60_000))
        offset_q = offset_quarters(at_ms, zone)
        state = State.WATCHING if rng.random() < stretch.watching else State.ACTIVE
        app = rng.choices(apps, weights)[0]
        if back and _FIRST_AFTER_AWAY in apps and rng.random() < _FIRST_CHANCE:
            app = _FIRST_AFTER_AWAY
        back = False
        yield ScreenSpan(at_ms, length_ms, state, app, None, offset_q)
        at_ms += length_ms
        if rng.random() < 0.08:  # noqa: PLR2004  (a coffee now and then)
            away_ms = round(rng.uniform(3, 14) * _MINUTE_MS)
            yield ScreenSpan(at_ms, away_ms, State.IDLE, None, None, offset_q)
            at_ms += away_ms
            back = True


def _until(now_ms: int, spans: Iterator[ScreenSpan]) -> Iterator[ScreenSpan]:
    return (span for span in spans if span.end_ms <= now_ms)


def _around(
    alone: tuple[ScreenSpan, ...], spans: Iterator[ScreenSpan]
) -> list[ScreenSpan]:
    """The same month with the screen left alone for some time, by start."""
    rest = (
        span
        for span in spans
        if not any(s.start_ms < span.end_ms and span.start_ms < s.end_ms for s in alone)
    )
    return sorted((*rest, *alone), key=lambda span: span.start_ms)
