"""Does anything but what members say leave the machine, and what does a relay see?

In each of many data folders there is random usage, with names of apps and titles that
stand nowhere else, and a trip in which its user does random things. Everything that
went into the shared folder is opened with the trip's own keys: it may hold the known
kinds of ops and nothing else, their texts only what the user typed, and no name, title
or figure of the usage. Closed, it has to look like noise in steps of 256 bytes.

    python -m benchmarks.sharing [--databases 10000] [--jobs 2]
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks import FULL
from tests.unplug.engine.trip_house import HOUR_MS, House
from unplug.store.usage import UsageStore
from unplug.trips import bodies, canonical
from unplug.trips.envelope import BLOCK
from unplug.trips.op import Op
from unplug.usage.states import ScreenSpan, State

SPANS = 30
ACTS = 12
DEGREES = 255
MOST_CHI = 350.0
"""Chi-square of 256 counts: noise is above it in fewer than one of 10,000 cases."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one folder showed.

    Attributes:
        ops: how many ops there were.
        wrong: what was wrong, a sentence each.
        bytes: how many bytes lay in the folder.
        counts: how often each byte was there.
    """

    ops: int
    wrong: tuple[str, ...]
    bytes: int
    counts: tuple[int, ...]


def look(seed: int) -> Seen:
    """One data folder with a trip, and what left it."""
    rng = random.Random(seed)
    home = Path(tempfile.mkdtemp(prefix="unplug-sharing-"))
    try:
        house = House(home / "data")
        usage = _use(house, rng)
        typed = _act(house, rng, home / "shared")
        trip = house.trips.travelling.open()
        ops = [op for batch in trip.replica.history for op in batch.ops()]
        raw = b"".join(p.read_bytes() for p in sorted((home / "shared").iterdir()))
        names = "".join(p.name for p in (home / "shared").iterdir())
        house.close()
        wrong = [
            *_wrong_ops(ops, typed, usage),
            *_wrong_bytes(raw, names, usage, typed),
        ]
        counts = tuple(raw.count(bytes([b])) for b in range(256))
        return Seen(len(ops), tuple(f"{seed}: {w}" for w in wrong), len(raw), counts)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _use(house: House, rng: random.Random) -> tuple[set[str], set[int]]:
    """Random usage; its words and its figures."""
    names = {f"app{rng.randbytes(6).hex()}" for _ in range(5)}
    titles = {f"title{rng.randbytes(6).hex()}" for _ in range(5)}
    at_ms = house.clock.stamp().wall_ms - 90 * HOUR_MS
    spans, figures = [], set()
    for _ in range(SPANS):
        length_ms = rng.randint(1_001, 2 * HOUR_MS)
        state = rng.choice((State.ACTIVE, State.WATCHING))
        app, title = rng.choice(sorted(names)), rng.choice(sorted(titles))
        spans.append(ScreenSpan(at_ms, length_ms, state, app, title))
        figures |= {length_ms, at_ms}
        at_ms += length_ms
    UsageStore(house.database, 240).append(spans, 1)
    return names | titles, figures


def _act(house: House, rng: random.Random, shared: Path) -> set[str]:
    """Random things a user does in a trip; what was typed."""
    shared.mkdir()
    # Too long to stand in noise by chance, as three letters do in every 16 MB.
    typed = {"By the lake", "Anastasia", "Europe/Madrid"}
    house.asks("create", name="By the lake", **{"as": "Anastasia"})
    start_ms = house.clock.stamp().wall_ms + 5 * HOUR_MS
    house.locks(start_ms, HOUR_MS)
    for _ in range(ACTS):
        text = rng.randbytes(5).hex()
        act, asked = rng.choice(
            (
                ("vote", {"n": 1, "say": rng.choice(("yes", "maybe", "no"))}),
                ("answer", {"say": "yes"}),
                ("share", {"tier": rng.choice(("answer_only", "kept", "bucket"))}),
                ("list-change", {"how": "add", "text": text}),
                ("reflect", {"text": text}),
                ("recap", {"text": text}),
                ("rename", {"name": text}),
                ("draw", {}),
            )
        )
        house.asks(act, **asked)
        typed.add(text)
    house.asks("share", tier=rng.choice(("answer_only", "kept", "bucket")))
    house.asks("answer", say="yes", strictness=rng.choice(("gentle", "promise")))
    house.lives(8 * HOUR_MS)  # the window, and what is told of it by itself
    house.asks("sync", folder=str(shared), agreed=True)
    house.works()
    return typed


def _wrong_ops(
    ops: list[Op], typed: set[str], usage: tuple[set[str], set[int]]
) -> list[str]:
    """What is said that is not on the list, or that nobody typed."""
    wrong = []
    for op in ops:
        if type(op.body) not in bodies.NUMBERS:
            wrong.append(f"an op that is not on the list: {op.body!r}")
            continue
        for value in _values(op.body.plain() if op.body is not None else ()):
            if isinstance(value, str) and value and value not in typed:
                wrong.append(f"a text that nobody typed: {value!r}")
            if isinstance(value, int) and value in usage[1]:
                wrong.append(f"a figure of the usage: {value}")
    return wrong


def _values(plain: canonical.Plain) -> list[canonical.Plain]:
    if isinstance(plain, tuple):
        return [value for part in plain for value in _values(part)]
    return [plain]


def _wrong_bytes(
    raw: bytes, names: str, usage: tuple[set[str], set[int]], typed: set[str]
) -> list[str]:
    """What a relay could tell from noise."""
    wrong = []
    if len(raw) % BLOCK:
        wrong.append(f"{len(raw)} bytes are not a multiple of {BLOCK}")
    if len(zlib.compress(raw, 9)) < len(raw):
        wrong.append("what lies in the folder can be compressed")
    words = (*usage[0], *typed)
    clear = [word for word in words if word.encode() in raw or word in names]
    wrong += [f"{word!r} stands in clear" for word in clear]
    return wrong


def main() -> int:
    """Print the figures; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--databases", type=int, default=10_000 if FULL else 60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    began = time.perf_counter()
    seeds = range(asked.first, asked.first + asked.databases)
    with ProcessPoolExecutor(asked.jobs) as pool:
        seen = list(pool.map(look, seeds, chunksize=5))
    wrong = [sentence for each in seen for sentence in each.wrong]
    total = sum(each.bytes for each in seen)
    counts = [sum(each.counts[b] for each in seen) for b in range(256)]
    chi = sum((count - total / 256) ** 2 / (total / 256) for count in counts)
    print(
        f"sharing: {len(seen)} databases, {sum(e.ops for e in seen)} ops opened, "
        f"{total / 1e6:.2f} MB closed; chi-square of its bytes {chi:.0f} of at most "
        f"{MOST_CHI:.0f} ({DEGREES} degrees); {len(wrong)} wrong; "
        f"{time.perf_counter() - began:.0f} s"
    )
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    return 1 if wrong or chi > MOST_CHI else 0


if __name__ == "__main__":
    sys.exit(main())
