"""Random talks of small groups over a broker that loses, forgets and is wiped.

Some write, some come late, some restore a backup and so write two branches of one
device, and some are never there themselves. Once the broker loses nothing any more, all
who are connected have to come to hold the same: how long that takes on the talk's own
clock, and with how many words.

    python -m benchmarks.talks [--talks N] [--first SEED]
"""

import argparse
import random
import sys
import time
from dataclasses import dataclass

from benchmarks import FULL
from tests.unplug.trips.groups import group
from tests.unplug.trips.transports.pretended import LossyBroker, same, write
from unplug.trips.replica import Replica

LONGEST_MS, MOST_WORDS = 60_000, 300
HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Talk:
    """How one went.

    Attributes:
        took_ms: until all held the same, since nothing was lost any more; an hour
            where they never did.
        words: that were said in that time.
    """

    took_ms: int
    words: int

    @property
    def went_well(self) -> bool:
        """Whether all came to hold the same, soon and without much ado."""
        return self.took_ms <= LONGEST_MS and self.words <= MOST_WORDS


def lead(seed: int) -> Talk:
    """Lead one talk."""
    rng = random.Random(seed)
    size = rng.randrange(2, 10)
    everybody = group(*(f"Somebody {i}" for i in range(size + rng.randrange(3))))
    members = everybody[:size]
    for _ in range(rng.randrange(12)):
        _write_somewhere(everybody, members, rng)
    broker = LossyBroker(*members, seed=seed, loss=rng.choice([0, 0, 0.1, 0.3]))
    for _ in range(rng.randrange(6)):
        broker.run(rng.randrange(10, 3_000))
        _disturb(broker, members, rng)
    broker.loss = 0
    before = len(broker.seen)
    took_ms = broker.run(HOUR_MS, lambda: same(members))
    return Talk(took_ms, len(broker.seen) - before)


def _write_somewhere(
    everybody: list[Replica], members: list[Replica], rng: random.Random
) -> None:
    """Somebody writes, perhaps on two branches, and some hear of it."""
    author = rng.choice(everybody)
    written = [author]
    if rng.random() < 0.15:
        restored = Replica(author.ring)
        restored.load(author.envelopes())
        written.append(restored)
    for replica in written:
        write(replica, f"{rng.random()}")
        for member in rng.sample(members, rng.randrange(len(members) + 1)):
            if member is not author:
                member.receive(b"".join(replica.envelopes()))


def _disturb(broker: LossyBroker, members: list[Replica], rng: random.Random) -> None:
    i, chance = rng.randrange(len(members)), rng.random()
    if chance < 0.3:
        broker.disconnect(i)
        broker.connect(i)
    elif chance < 0.5:
        write(members[i], f"{rng.random()}")
        broker.gossips[i].written(broker.clock.stamp())
    elif chance < 0.6:
        broker.wipe()


def _spread(figures: list[int]) -> str:
    figures = sorted(figures)
    last = len(figures) - 1
    return (
        f"{figures[last // 2]}, p99 {figures[last * 99 // 100]}, at most {figures[-1]}"
    )


def main() -> int:
    """Print the figures; 1 where a talk did not go well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--talks", type=int, default=3_000 if FULL else 100)
    parser.add_argument("--first", type=int, default=0, help="the first talk's seed")
    asked = parser.parse_args()
    began = time.process_time()
    talks = {s: lead(s) for s in range(asked.first, asked.first + asked.talks)}
    bad = [seed for seed, talk in talks.items() if not talk.went_well]
    print(
        f"talks: {len(talks)}, until all hold the same: "
        f"{_spread([talk.took_ms for talk in talks.values()])} ms, "
        f"{_spread([talk.words for talk in talks.values()])} words; "
        f"{len(bad)} went badly {bad[:10] or ''}; "
        f"{time.process_time() - began:.0f} s of CPU"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
