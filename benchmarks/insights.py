"""What insights find where something is planted, and where nothing is; and how fast.

Usage: python -m benchmarks.insights [--seeds N]
"""

import argparse
import os
import time
from dataclasses import replace
from random import Random

from benchmarks._insight_lives import UNTIL, everything, life, longer
from unplug.usage.insights.inputs import Inputs
from unplug.usage.insights.looking import DETECTORS, found, look
from unplug.usage.insights.values import Kind

LEAST_RECALL, MOST_FALSE = 0.9, 0.1


def kinds(inputs: Inputs, seed: int) -> set[Kind]:
    return {insight.kind for insight in found(inputs, Random(seed))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    full = os.environ.get("BENCH") == "full"
    parser.add_argument("--seeds", type=int, default=1_000 if full else 200)
    seeds = parser.parse_args().seeds
    good = planted(seeds)
    good &= nothing(seeds, trend=False)
    good &= nothing(seeds, trend=True)
    good &= speed()
    return 0 if good else 1


def planted(seeds: int) -> bool:
    """A row a kind: how often it is found, and what else is said that is not there."""
    good, true, false = True, 0, 0
    print(f"planted, {seeds} lives each          recall   also said, in vain")
    for kind in Kind:
        hits = others = 0
        for seed in range(seeds):
            said = kinds(life(seed, kind), seed)
            hits += kind in said
            others += len(said - {kind} - _follows(kind))
        true, false = true + hits, false + others
        enough = hits / seeds >= LEAST_RECALL
        good &= enough
        print(f"  {kind:<28} {hits / seeds:8.3f}   {others / seeds:.3f}{_no(enough)}")
    share = false / max(true + false, 1)
    held = share <= MOST_FALSE
    print(f"  of all that was said, false  {share:8.3f}{_no(held)}")
    return good and held


def _follows(kind: Kind) -> set[Kind]:
    """What is truly there as well, where one thing is planted."""
    return {Kind.SESSIONS: {Kind.WEEK}, Kind.LATE: {Kind.WEEK}}.get(kind, set())


def nothing(seeds: int, *, trend: bool) -> bool:
    """How often something is said of lives in which there is nothing."""
    made = [life(seed, trend=trend) for seed in range(seeds)]
    said = [kinds(each, seed) for seed, each in enumerate(made)]
    lives = sum(map(bool, said)) / seeds
    held = lives <= MOST_FALSE
    what = "drifting, but unrelated" if trend else "nothing at all"
    print(f"{what}: lives of which something is said {lives:.3f}{_no(held)}")
    for kind in Kind:
        alone = sum(kind in one for one in said) / seeds
        raw = 0
        for seed, each in enumerate(made):
            seen = DETECTORS[kind](each, Random(seed))
            raw += seen is not None and seen.insight is not None and seen.p <= 0.1
        print(f"  {kind:<28} {alone:8.3f}   (looked at alone {raw / seeds:.3f})")
    return held


def speed() -> bool:
    """The best of some rounds, of processor time."""
    good = True
    season = life(1)
    season = _cut(season, 90)
    for name, inputs, most_ms in (
        ("90 days", season, 50),
        ("10 years", longer(life(1), 10), 300),
        ("90 days, a pattern everywhere", _cut(everything(), 90), 50),
    ):
        times = []
        for seed in range(5):
            began = time.process_time()
            look(inputs, Random(seed))
            times.append((time.process_time() - began) * 1_000)
        held = min(times) <= most_ms
        good &= held
        print(f"{name:<32} {min(times):7.1f} ms (at most {most_ms}){_no(held)}")
    return good


def _cut(inputs: Inputs, days: int) -> Inputs:
    kept = tuple(d for d in inputs.digests if d.day >= UNTIL - days)
    return replace(inputs, digests=kept)


def _no(good: bool) -> str:  # noqa: FBT001  (prints it)
    return "" if good else "   MISSED"


if __name__ == "__main__":
    raise SystemExit(main())
