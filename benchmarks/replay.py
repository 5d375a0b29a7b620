"""A million facts through the resident process: how fast, and does it grow?

The facts go the way they go in the running app: from a source through tracking, its
rules, the tail and the database. They are a working life's: windows in turn, absences,
locks, media, sleep, days and nights. Memory is what the process has to itself (USS),
after some that fill SQLite's cache; the target is 1 MB of growth.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import FULL
from tests.unplug.engine.life import Life
from unplug.sensing import facts as f

FACTS = 1_000_000 if FULL else 60_000
WARM_UP = 30_000
TARGET_MB = 1.0
APPS = tuple(f"org.example.App{number}" for number in range(60))
CHECK_EVERY = 20_000


def day(rng: random.Random) -> Iterator[tuple[int, f.Fact]]:
    """What a day's desktop says: milliseconds to wait, then a fact."""
    for _ in range(rng.randint(200, 900)):
        kind = rng.random()
        yield rng.randint(200, 90_000), f.Focus(rng.choice(APPS), "a title")
        if kind < 0.06:
            yield 120_000, f.Idle(120_000)
            yield rng.randint(1_000, 3_600_000), f.Active()
        elif kind < 0.1:
            player = rng.choice(APPS)
            yield 1_000, f.Media(playing=True, app=player)
            yield 60_000, f.Media(playing=False, app=player)
        elif kind < 0.12:
            yield 500, f.Locked()
            yield rng.randint(1_000, 1_800_000), f.Unlocked()
        elif kind < 0.13:
            yield 500, f.Focus(None)
    yield 1_000, f.Sleep()
    yield 7 * 3_600_000, f.Wake()


def own_kib() -> int:
    """Memory that only this process has, in KiB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    own = (line for line in lines if line.startswith("Private_"))
    return sum(int(line.split()[1]) for line in own)


def main() -> int:
    """Print the figures; 1 where it grew too much."""
    rng = random.Random(2026)
    told = started_at = 0
    started_kib = 0
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        life = Life(Path(name) / "data")
        while told < FACTS:
            for wait_ms, fact in day(rng):
                life.clock.advance(wait_ms)
                life.tracker.wake()  # what was due in between
                life.says(fact)
                told += 1
                if told % CHECK_EVERY == 0:
                    life.tracker.snapshot()
                if not started_kib and told >= WARM_UP:
                    started_at, started_kib = told, own_kib()
                    began = time.perf_counter()
        took_s = time.perf_counter() - began
        grew_mb = (own_kib() - started_kib) / 1024
        life.close()
    print(
        f"replay: {told} facts, {(told - started_at) / took_s:.0f} a second,"
        f" grew by {grew_mb:.2f} MB"
    )
    return int(grew_mb > TARGET_MB)


if __name__ == "__main__":
    sys.exit(main())
