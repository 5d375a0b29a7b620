"""Random lives of small groups, many of them, in parts that add up in a file."""

import json
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.unplug.trips.world import live

PART = 50


@dataclass(frozen=True, slots=True)
class Part:
    """What came of some lives.

    Attributes:
        first: the seed of the first.
        count: how many.
        forks: that were made in them.
        wrong: what was wrong, a sentence each.
        cpu_s: the time of the processor.
    """

    first: int
    count: int
    forks: int
    wrong: list[str]
    cpu_s: float


def lead(first: int, count: int) -> Part:
    """Lead that many lives, from seed ``first``."""
    before, forks, wrong = time.process_time(), 0, []
    for seed in range(first, first + count):
        world, verdict = live(seed)
        forks += len(world.forks())
        if verdict:
            wrong.append(f"life {seed}: {verdict}")
    cpu_s = round(time.process_time() - before, 3)
    return Part(first, count, forks, wrong, cpu_s)


def hold_together(seeds: range, jobs: int, into: Path | None = None) -> bool:
    """Lead the lives that are not done yet; whether all went well.

    Args:
        seeds: those of all lives.
        jobs: processes.
        into: where parts are kept and found again.
    """
    began = time.perf_counter()
    parts = {(part.first, part.count): part for part in _kept(into)}
    wanted = [(first, min(PART, seeds.stop - first)) for first in seeds[::PART]]
    todo = [asked for asked in wanted if asked not in parts]
    with ProcessPoolExecutor(jobs) as pool:
        for part in pool.map(lead, *zip(*todo, strict=True)) if todo else ():
            parts[part.first, part.count] = part
            _keep(part, into)
    done = [parts[asked] for asked in wanted]
    wrong = [sentence for part in done for sentence in part.wrong]
    print(
        f"trips: {sum(p.count for p in done)} lives, {sum(p.forks for p in done)} "
        f"forks and all shown, {len(wrong)} diverged or stuck, "
        f"{sum(p.cpu_s for p in done):.0f} s of CPU, "
        f"{time.perf_counter() - began:.0f} s this time"
    )
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    return not wrong


def _kept(into: Path | None) -> Iterator[Part]:
    if into is not None and into.exists():
        for line in into.read_text().splitlines():
            yield Part(**json.loads(line))


def _keep(part: Part, into: Path | None) -> None:
    if into is not None:
        with into.open("a") as file:
            file.write(json.dumps(asdict(part)) + os.linesep)
