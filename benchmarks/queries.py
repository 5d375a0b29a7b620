"""How long questions about ten years of screen time take, and how much room it needs.

Usage: python benchmarks/queries.py [--years N]
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from unplug.clock import SystemClock
from unplug.days import DAY_START_MIN
from unplug.store.database import Database
from unplug.store.usage import UsageStore
from unplug.usage.states import APP_STATES, ScreenSpan, State

SPANS_A_DAY = 1_288  # 4.7 million in ten years
DAY_MS = 86_400_000
FIRST_DAY = 16_801  # 2016-01-01
FIRST_MS = FIRST_DAY * DAY_MS + 4 * 3_600_000
APPS = [f"org.example.App{number}" for number in range(60)]
BATCH = 20_000


def spans(years: float) -> Iterator[ScreenSpan]:
    """Waking hours in short stretches with some twenty apps a day, nights asleep."""
    rng = random.Random(2026)
    mean_ms = 16 * 3_600_000 / (SPANS_A_DAY - 1)
    for day in range(round(years * 365.25)):
        at = FIRST_MS + day * DAY_MS
        end = at + DAY_MS
        today = rng.sample(APPS, 20)
        yield ScreenSpan(at, 4 * 3_600_000, State.ASLEEP, offset_q=4)
        at += 4 * 3_600_000
        for _ in range(SPANS_A_DAY - 2):
            state = rng.choices(list(State), (70, 10, 12, 4, 1, 1, 2))[0]
            app = rng.choice(today) if state in APP_STATES else None
            dur = min(int(rng.expovariate(1 / mean_ms)) + 1, end - at - 1_000)
            if dur <= 0:
                break
            yield ScreenSpan(at, dur, state, app, offset_q=4)
            at += dur
        yield ScreenSpan(at, end - at, State.LOCKED, offset_q=4)


def fill(store: UsageStore, years: int) -> int:
    return fill_from(store, spans(years))


def fill_from(store: UsageStore, source: Iterator[ScreenSpan]) -> int:
    batch: list[ScreenSpan] = []
    count = 0
    for span in source:
        batch.append(span)
        if len(batch) == BATCH:
            store.append(batch, store.last_commit_id + 1)
            count += len(batch)
            batch.clear()
    store.append(batch, store.last_commit_id + 1)
    return count + len(batch)


def best_ms(question: Callable[[], object], rounds: int = 7) -> float:
    def once() -> float:
        began = time.perf_counter()
        question()
        return (time.perf_counter() - began) * 1000

    return min(once() for _ in range(rounds))


def say(what: str, ms: float, target_ms: float | None = None) -> bool:
    good = target_ms is None or ms <= target_ms
    wanted = (
        ""
        if target_ms is None
        else f"  (at most {target_ms:g}: {'yes' if good else 'NO'})"
    )
    print(f"{what:<44} {ms:10.2f} ms{wanted}")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    years = parser.parse_args().years
    with tempfile.TemporaryDirectory() as folder:
        return 0 if measure(Path(folder) / "data", years) else 1


def measure(folder: Path, years: int) -> bool:
    began = time.perf_counter()
    database = Database(folder, SystemClock())
    store = UsageStore(database, DAY_START_MIN)
    count = fill(store, years)
    built_s = time.perf_counter() - began
    database.close()
    size = database.files.database.stat().st_size
    print(f"{count} spans in {years} years, built in {built_s:.1f} s")
    each = size / count
    good = each <= 25
    wanted = f"(at most 25: {'yes' if good else 'NO'})"
    print(f"{each:.2f} B a span, {size / 1e6:.1f} MB {wanted}")

    opening = best_ms(lambda: Database(folder, SystemClock()).close(), 3)
    say("open and close", opening)
    database = Database(folder, SystemClock())
    store = UsageStore(database, DAY_START_MIN)
    last = FIRST_DAY + round(years * 365.25) - 10
    good &= say("7 days by app", best_ms(lambda: store.by_app(last - 6, last)), 1)
    good &= say("365 days by app", best_ms(lambda: store.by_app(last - 364, last)), 10)
    whole = (FIRST_DAY + 10, last)
    good &= say("all years by app", best_ms(lambda: store.by_app(*whole)), 5)
    say("all years by state", best_ms(lambda: store.by_state(*whole)))
    say("365 days by day", best_ms(lambda: store.by_day(last - 364, last)))
    say("today by hour", best_ms(lambda: store.by_hour(last, last)))
    say("90 days by hour", best_ms(lambda: store.by_hour(last - 89, last), 3))
    say("28 days' curves", best_ms(lambda: store.screen_curves(last - 27, last), 3))
    today = FIRST_MS + (last - FIRST_DAY) * DAY_MS
    say("a day's spans", best_ms(lambda: list(store.spans(today, today + DAY_MS))))
    commit = [ScreenSpan(today + DAY_MS * 40, 7_000, State.ACTIVE, APPS[0])]
    say("one commit", best_ms(lambda: store.append(commit, store.last_commit_id + 1)))

    steps: list[float] = []
    began = time.perf_counter()
    store.rebuild(steps.append)
    good &= say(
        f"rebuild ({len(steps)} steps)", (time.perf_counter() - began) * 1000, 15_000
    )
    began = time.perf_counter()
    rounds = 0
    while store.retire(today - 90 * DAY_MS):
        rounds += 1
        if rounds == 100:
            break
    say("retire, each batch", (time.perf_counter() - began) * 1000 / max(rounds, 1))
    database.close()
    return good


if __name__ == "__main__":
    raise SystemExit(main())
