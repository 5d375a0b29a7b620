"""Kill the recording process at random points; see what is lost and what breaks.

A child records made-up time, a second at most a step, as fast as it can, and notes
how far it is in memory that outlives it. After each SIGKILL it is compared with what
can be recovered: half of the time by the next child, which may be killed while it
recovers, otherwise by the parent, which also checks every page and the totals.

Usage: python benchmarks/kill.py [--kills N] [--seed N]
"""

import argparse
import mmap
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from unplug.clock import SystemClock
from unplug.days import DAY_START_MIN
from unplug.store.database import Database
from unplug.store.restoring import recover_into
from unplug.store.tail import Tail
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

START_MS = 1_790_000_000_000
COMMIT_EVERY_MS = 30_000
LONGEST_RUN_S = 0.04
PASSED, WORST, DOUBLED, RECOVERED = range(4)  # words of the shared memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a series of kills did.

    Attributes:
        kills: how many there were.
        recorded_ms: the made-up time that was recorded in all.
        worst_ms: the most that one kill lost.
        doubled: kills after which there was more time than had passed.
        damaged: kills after which the database was not sound.
        recovered: kills after which the tail had something to give.
    """

    kills: int
    recorded_ms: int
    worst_ms: int
    doubled: int
    damaged: int
    recovered: int


def settle(store: UsageStore, tail: Tail, shared: memoryview) -> int:
    """Recover, and note what is missing of the time that has passed."""
    shared[RECOVERED] += recover_into(store, tail) is not None
    assert recover_into(store, tail) is None, "recovered twice"
    [(stored,)] = store._rows("SELECT coalesce(sum(dur_ms), 0) FROM span")
    shared[WORST] = max(shared[WORST], shared[PASSED] - min(stored, shared[PASSED]))
    shared[DOUBLED] += stored > shared[PASSED]
    shared[PASSED] = stored
    return int(stored)


def record(folder: Path, shared: memoryview, seed: int) -> None:
    """Record until killed, from where the database ends."""
    rng = random.Random(seed)
    database = Database(folder, SystemClock())
    store = UsageStore(database, DAY_START_MIN)
    tail = Tail(database.files.tail, store.database_id)
    assert not tail.trouble, tail.trouble
    passed = settle(store, tail, shared)
    running: ScreenSpan | None = None
    closed: list[ScreenSpan] = []
    commit_id = store.last_commit_id + 1
    committed = passed
    while True:
        step = rng.randint(1, 1_000)
        passed += step
        shared[PASSED] = passed
        if running is None:
            app = rng.choice(("app", "browser", "editor", None))
            running = ScreenSpan(START_MS + passed - step, step, State.ACTIVE, app)
            tail.write(commit_id, closed, [running])
        else:
            running = replace(running, dur_ms=running.dur_ms + step)
            assert tail.beat(running.dur_ms)
        if rng.random() < 0.3:
            closed.append(running)
            running = None
        open_ = [running] if running else []
        if passed - committed >= COMMIT_EVERY_MS:
            tail.write(commit_id, closed, open_)
            store.append(closed, commit_id)
            committed = passed
            commit_id += 1
            closed = []
            tail.write(commit_id, closed, open_)


def run(folder: Path, kills: int, seed: int) -> Outcome:
    rng = random.Random(seed)
    shared = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("Q")
    damaged = recorded = 0
    for kill in range(kills):
        child_seed = rng.getrandbits(32)
        pid = os.fork()
        if pid == 0:
            try:
                record(folder, shared, child_seed)
            finally:  # it ends by being killed only
                traceback.print_exc()
                os._exit(1)
        time.sleep(rng.uniform(0, LONGEST_RUN_S))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        assert os.WIFSIGNALED(status), "the child died by itself"
        if kill == kills - 1 or rng.random() < 0.5:
            damaged += look_through(folder, shared)
        recorded = max(recorded, shared[PASSED])
    return Outcome(
        kills, recorded, shared[WORST], shared[DOUBLED], damaged, shared[RECOVERED]
    )


def look_through(folder: Path, shared: memoryview) -> bool:
    """Recover and check everything.

    Returns:
        Whether the database was damaged.
    """
    database = Database(folder, SystemClock(), thorough=True)
    store = UsageStore(database, DAY_START_MIN)
    tail = Tail(database.files.tail, store.database_id)
    stored = settle(store, tail, shared)
    [(in_totals,)] = store._rows("SELECT coalesce(sum(ms), 0) FROM day")
    assert stored == in_totals, "totals differ from spans"
    tail.close()
    database.close()
    return bool(database.notices)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder) / "data", options.kills, options.seed)
    hours = outcome.recorded_ms / 3_600_000
    print(f"{outcome.kills} kills over {hours:.1f} h of made-up time")
    print(f"worst loss {outcome.worst_ms} ms (at most 1000)")
    print(
        f"more time than passed: {outcome.doubled}; damaged: {outcome.damaged} (none)"
    )
    print(f"recovered from the tail {outcome.recovered} times")
    good = outcome.worst_ms <= 1_000 and not outcome.doubled and not outcome.damaged
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
