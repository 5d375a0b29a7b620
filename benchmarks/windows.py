"""Does an offline window begin, whatever the machine and its clock do before?

Random lives of one app: it sleeps, is restarted, its clock is wrong by up to a day and
set to anything meanwhile, around the nights in which clocks change. Where the machine
was awake the window has to begin at the group's instant; where it was asleep or off,
that has to be noted as time unplugged. None may be missed.

    python -m benchmarks.windows [--lives 10000] [--jobs 2] [--first 0]
"""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from benchmarks import FULL
from benchmarks._window_lives import Verdict, run

SPREAD_MS = 250


def main() -> int:
    """Print the figures; 1 where a window was missed or began late."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lives", type=int, default=10_000 if FULL else 100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    began = time.perf_counter()
    seeds = range(asked.first, asked.first + asked.lives)
    with ProcessPoolExecutor(asked.jobs) as pool:
        verdicts = list(pool.map(run, seeds, chunksize=10))
    took = time.perf_counter() - began
    late = sorted(abs(v.late_ms) for v in verdicts if v.how == "began")
    p99 = late[len(late) * 99 // 100] if late else 0
    missed = [s for s, v in zip(seeds, verdicts, strict=True) if v.how == "missed"]
    print(
        f"windows: {len(verdicts)} lives, {len(late)} began, off by {p99} ms p99 and "
        f"{max(late, default=0)} ms at most of {SPREAD_MS}; {_away(verdicts)} slept or "
        f"off at the start and noted; {len(missed)} missed; {took:.0f} s"
    )
    if missed:
        print(f"windows: missed in lives {missed[:20]}")
    return 1 if missed or p99 > SPREAD_MS else 0


def _away(verdicts: list[Verdict]) -> int:
    return sum(v.how == "away" for v in verdicts)


if __name__ == "__main__":
    sys.exit(main())
