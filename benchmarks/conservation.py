"""Random fact streams: do the states always sum to the time that really passed?

Each stream is a run of facts with sleeps (announced or not, 0.1 s to 40 days), clock
steps both ways, zone changes over summer-time edges, locks, media, pauses, crashes
(the stream starts anew without a stop) and plain use. After every stream:

* the spans' lengths sum to the boot clock's time while tracking ran, to the ms;
* no span is empty, and within one run of the clock they touch without overlap;
* at least the time that the machine slept is ASLEEP, and none of it is screen time;
* what is cut into local days for the rollups sums to the spans.

    python -m benchmarks.conservation [--streams 1000000] [--jobs 2]
"""

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

from benchmarks import FULL
from unplug.clock import Stamp
from unplug.days import split_by_day
from unplug.sensing import facts as f
from unplug.usage.reducer import Reduction, initial, open_spans, step
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

ZONES = (
    "UTC",
    "Europe/Madrid",
    "America/New_York",
    "Asia/Kathmandu",
    "Africa/Casablanca",
)
IDLE_AFTER_MS = 120_000
DAY_MS = 86_400_000
YEARS_MS = 366 * 2 * DAY_MS
BATCH = 2_000


def a_fact(rng: random.Random) -> f.Fact:
    """A fact, the everyday ones more often."""
    kind = rng.randrange(24)
    app = rng.choice((None, "a", "b", "c"))
    if kind < 8:
        return f.Focus(app)
    if kind < 11:
        return f.Idle(rng.choice((0, 60_000, 120_000, 120_007, 3_600_000)))
    if kind < 13:
        return f.Active()
    return rng.choice(
        (
            f.Locked(rng.choice(("", "x"))),
            f.Unlocked(rng.choice(("", "x"))),
            f.Sleep(),
            f.Wake(),
            f.Media(playing=rng.random() < 0.6, app=app, fullscreen=rng.random() < 0.2),
            f.Inhibited(held=rng.random() < 0.5),
            f.Pause(),
            f.Resume(),
            f.Offline(on=rng.random() < 0.5),
            f.Zone(rng.choice(ZONES)),
            f.Tick(),
            f.Stop(),
            f.Start(),
        )
    )


class Life:
    """One stream, and what is true of it."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.now = Stamp(1_767_225_600_000 + self.rng.randrange(YEARS_MS), 0, 0)
        self.reduction: Reduction = initial(self.rng.choice(ZONES))
        self.spans: list[ScreenSpan] = []
        self.lived_ms = self.slept_ms = self.facts = 0
        self.stepped = False

    def run(self) -> str | None:
        """Live it; returns what was wrong, if anything."""
        self.tell(f.Start())
        for _ in range(self.rng.randrange(4, 20)):
            self.pass_time()
            self.tell(a_fact(self.rng))
        self.spans += open_spans(self.reduction)
        return self.verdict()

    def pass_time(self) -> None:
        rng, now = self.rng, self.now
        awake = rng.choice((0, rng.randrange(300), rng.randrange(600_000)))
        asleep = rng.choice(
            (0, 0, 0, rng.randrange(100, 60_000), rng.randrange(40 * DAY_MS))
        )
        asleep = asleep if asleep >= 100 else 0
        set_by = rng.choice((0, 0, 0, 0, rng.randrange(-DAY_MS, DAY_MS)))
        passed = awake + asleep
        self.stepped |= set_by != 0
        self.now = Stamp(
            now.wall_ms + passed + set_by, now.mono_ms + awake, now.boot_ms + passed
        )
        self.passed, self.asleep = passed, asleep

    def tell(self, fact: f.Fact) -> None:
        if self.reduction.at is not None and not isinstance(fact, f.Start):
            self.lived_ms += self.passed
            self.slept_ms += self.asleep
        self.reduction, final = step(
            self.reduction, f.Observed(self.now, fact), idle_after_ms=IDLE_AFTER_MS
        )
        self.spans += final
        self.facts += 1

    def verdict(self) -> str | None:
        total = sum(s.dur_ms for s in self.spans)
        if total != self.lived_ms:
            return f"{total} ms of spans in {self.lived_ms} ms of life"
        if sum(s.dur_ms for s in self.spans if s.state is State.ASLEEP) < self.slept_ms:
            return "less asleep than the machine slept"
        screen = sum(s.dur_ms for s in self.spans if s.state in SCREEN_STATES)
        if screen > self.lived_ms - self.slept_ms:
            return "screen time while the machine slept"
        days = sum(
            ms
            for s in self.spans
            for _, ms in split_by_day(s.start_ms, s.dur_ms, s.offset_q, 240)
        )
        if days != total:
            return f"{days} ms of days in {total} ms of spans"
        if not self.stepped and any(
            a.end_ms > b.start_ms for a, b in pairwise(self.spans)
        ):
            return "spans overlap"
        return None


def batch(first: int, count: int) -> tuple[int, list[str]]:
    """Live ``count`` streams from seed ``first``; facts told, and what was wrong."""
    told, wrong = 0, []
    for seed in range(first, first + count):
        life = Life(seed)
        verdict = life.run()
        told += life.facts
        if verdict:
            wrong.append(f"seed {seed}: {verdict}")
    return told, wrong


def main() -> int:
    """Print the figures; 1 where a stream broke a rule."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    length = 1_000_000 if FULL else 20_000
    parser.add_argument("--streams", type=int, default=length)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    began = time.perf_counter()
    told, wrong = 0, []
    sizes = [min(BATCH, asked.streams - i) for i in range(0, asked.streams, BATCH)]
    with ProcessPoolExecutor(asked.jobs) as pool:
        firsts = range(0, asked.streams, BATCH)
        for facts, problems in pool.map(batch, firsts, sizes):
            told += facts
            wrong += problems
    took = time.perf_counter() - began
    print(
        f"conservation: {asked.streams} streams, {told} facts, "
        f"{len(wrong)} violations, {took:.0f} s"
    )
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
