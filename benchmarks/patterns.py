"""How long the Patterns page's questions take over ten years.

Usage: python -m benchmarks.patterns [--years N]
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.queries import FIRST_DAY, fill
from unplug.clock import SystemClock
from unplug.days import DAY_START_MIN, date_of
from unplug.engine.patterns.digesting import make_missing
from unplug.engine.patterns.reads import PatternReads
from unplug.engine.preferences import categories
from unplug.store.database import Database
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestStore
from unplug.store.moods import MoodStore
from unplug.store.pattern_shelf import PatternShelf
from unplug.store.usage import UsageStore
from unplug.usage.moods import Mood

MOST_MS = 50
DAY_MS = 86_400_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--folder", type=Path, help="one that was filled before")
    asked = parser.parse_args()
    if asked.folder is not None:
        return 0 if measure(asked.folder, asked.years) else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(folder, SystemClock())
        fill(UsageStore(database, DAY_START_MIN), asked.years)
        began = time.process_time()
        last = FIRST_DAY + round(asked.years * 365.25)
        spans, digests = DaySpans(database.connection), DigestStore(database)
        while make_missing(spans, digests, last, limit=200_000):
            pass
        taken_s = time.process_time() - began
        print(f"digests of {asked.years} years made in {taken_s:.1f} s")
        moods = MoodStore(database)
        for day in range(FIRST_DAY, last, 2):
            moods.put(Mood(day * DAY_MS + DAY_MS // 2, day % 5 + 1))
        database.close()
        return 0 if measure(folder, asked.years) else 1


def measure(folder: Path, years: int) -> bool:
    database = Database(folder, SystemClock())
    last = date_of(FIRST_DAY + round(years * 365.25) - 1)
    now = datetime(last.year, last.month, last.day, 20, tzinfo=UTC)
    category_of = categories(folder).of

    def reads() -> PatternReads:
        return PatternReads(
            shelf=PatternShelf.of(database),
            now=now,
            zone=ZoneInfo("UTC"),
            day_start_min=DAY_START_MIN,
            category_of=category_of,
        )

    good = True
    for days in (28, 90, 365, round(years * 365.25)):
        first = last - timedelta(days=days - 1)
        questions: dict[str, Callable[[], object]] = {
            "heat map": lambda first=first: reads().heat(first, last),
            "one cell's days": lambda first=first: reads().heat_rows(first, last, 1, 9),
            "weeks": lambda days=days: reads().weeks(last, max(2, days // 7)),
            "apps": lambda first=first: reads().apps(first, last),
            "categories": lambda first=first: reads().categories(first, last),
            "one app's days": lambda first=first: reads().app_rows(
                first, last, "org.example.App3"
            ),
            "fragmentation": lambda first=first: reads().fragments(first, last),
            "evenings": lambda first=first: reads().evenings(first, last),
            "first apps": lambda first=first: reads().first_apps(first, last),
            "mood": lambda first=first: reads().mood_days(first, last),
        }
        for name, question in questions.items():
            ms = best_ms(question)
            held = ms <= MOST_MS
            good &= held
            missed = "" if held else "   MISSED"
            print(f"{days:5} days, {name:<18} {ms:8.1f} ms (at most {MOST_MS}){missed}")
    database.close()
    return good


def best_ms(question: Callable[[], object], rounds: int = 4) -> float:
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        question()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


if __name__ == "__main__":
    raise SystemExit(main())
