"""How the demo's person felt: better on days with time off, worse on long ones."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from unplug.clock import Clock, SetClock, to_ms
from unplug.engine.patterns.moods import Moods
from unplug.sessions.history import Record
from unplug.store.database import Database
from unplug.usage.states import SCREEN_STATES, ScreenSpan

_WORDS = {1: "flat", 2: "tired", 3: "", 4: "calm", 5: "light"}
_USUAL = 3.2
_LONG_MS = 7 * 3_600_000


def furnish_moods(
    database: Database,
    days: Iterable[date],
    sessions: Iterable[Record],
    spans: Iterable[ScreenSpan],
    clock: Clock,
) -> None:
    """Note a mood on most evenings of some days.

    Args:
        database: where to.
        days: the days.
        sessions: the device-free time of those days.
        spans: their screen time.
        clock: says where the person is.
    """
    zone = clock.zone()
    good = {_date(each.start_ms, zone) for each in sessions if each.kept_ms}
    long = _long_days(spans, zone)
    for day in days:
        rng = random.Random(f"mood {day}")  # noqa: S311  (a story, no secret)
        if rng.random() < 0.12:  # noqa: PLR2004  (nobody notes it every day)
            continue
        mark = round(rng.gauss(_USUAL + (day in good) - (day in long), 0.7))
        mark = min(5, max(1, mark))
        evening = datetime.combine(day, time(21, rng.randrange(60)), tzinfo=zone)
        at = SetClock(to_ms(evening), zone)
        moods = Moods(clock=at, database=lambda: database, zone=at.zone)
        moods.note(mark, _WORDS[mark] if rng.random() < 0.4 else "")  # noqa: PLR2004


def _long_days(spans: Iterable[ScreenSpan], zone: ZoneInfo) -> set[date]:
    """Days with a lot of screen time."""
    by_day: Counter[date] = Counter()
    for span in spans:
        if span.state in SCREEN_STATES:
            by_day[_date(span.start_ms, zone)] += span.dur_ms
    return {day for day, ms in by_day.items() if ms > _LONG_MS}


def _date(at_ms: int, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(at_ms / 1000, zone).date()
