"""A group of 15: does it hold together, how many bytes is it, how fast does it meet?

1. Random lives of a small group: organisers who remove, promote and hand over at once,
   members without rights, devices that are copied, restored, paired and dropped,
   streams that are torn, doubled, reordered and tampered with. At the end all who are
   in must hold the same, every fork must be shown, and the lead must still be able to
   lock a window and let somebody in.
2. Sizes, each against its limit.
3. 15 members with 1,000 edits each, made offline and exchanged in memory: bytes,
   and the time until one member holds everything.
4. How far apart the apps of 15 begin that have talked over a broker, seven clocks being
   wrong by up to a day.

    python -m benchmarks.trips [--lives 100000] [--jobs 2] [--edits 1000]

A long run can be made in parts, which add up in a file: ``--lives 100000 --into FILE``
goes on where the last one ended.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import FULL
from benchmarks._lives import hold_together
from tests.unplug.trips.groups import DAY_MS, NOW_MS, group, join, lock, me, meet
from tests.unplug.trips.transports.pretended import FarBroker
from unplug.trips import bodies as b
from unplug.trips import envelope, op, tending
from unplug.trips.invite import new_ticket, to_link
from unplug.trips.replica import Replica

MEMBERS = 15
SPREAD_MS = 250
WORDS = (
    "torch",
    "maps",
    "lake",
    "friday",
    "night",
    "bring",
    "two",
    "boat",
    "we",
    "for",
)


def sizes() -> Iterator[tuple[str, int, int]]:
    """What is measured, its size, and its limit."""
    names = [f"Somebody {i}" for i in range(MEMBERS)]
    founder, *others = group(*names)
    plan = lock(founder)
    meet(founder, *others)
    others[0].write(b.Answer(plan, b.Say.YES))
    [answer] = others[0].seal()
    yield "answer, bytes", len(answer), 300
    for replica in (founder, *others):
        for proposal in replica.state().proposals:
            replica.write(b.Vote(proposal, b.Say.YES))
        replica.write(b.Answer(plan, b.Say.YES))
        replica.write(b.Share(b.Tier.KEPT))
        replica.write(b.Item(text="something to bring along"))
        replica.write(b.Reflect(plan, "It was quiet, and that was good." * 4))
        replica.write(b.Recap(plan, "We swam, cooked and talked until late." * 4))
    meet(founder, *others)
    whole = sum(map(len, founder.envelopes()))
    yield f"whole trip of {MEMBERS}, bytes", whole, 64 * 1024
    place = "mqtts://broker.example.org:8883/friends"
    ticket = new_ticket(founder.trip, expires_ms=NOW_MS + DAY_MS, place=place)
    yield "invite, characters", len(to_link(ticket)), 180
    last = join(founder, "One more")
    tending.remove(founder, me(last))
    founder.seal()
    before = founder.heads()
    tending.begin_epoch(founder)
    [raw] = founder.missing_for(before)
    yield f"new epoch for {MEMBERS}, bytes", len(raw), 1_500


def edit(replica: Replica, count: int, rng: random.Random) -> None:
    """Things people do offline."""
    proposal = next(iter(replica.state().proposals))
    for _ in range(count):
        text = " ".join(rng.choices(WORDS, k=6))
        chance = rng.random()
        if chance < 0.5:
            replica.write(b.Vote(proposal, rng.randrange(3)))
        elif chance < 0.7:
            replica.write(b.Item(text=f"{text} {rng.randbytes(6).hex()}"))
        elif chance < 0.85:
            replica.write(b.Rename(name=text[:40].strip()))
        else:
            replica.write(b.Share(rng.randrange(3)))
    replica.seal()


def meet_again(edits: int) -> bool:
    replicas = group(*(f"Somebody {i}" for i in range(MEMBERS)))
    lock(replicas[0])
    meet(*replicas)
    began = time.perf_counter()
    for i, replica in enumerate(replicas):
        edit(replica, edits, random.Random(i))
    wrote = time.perf_counter() - began
    sent = [
        replica.missing_for(replicas[i - 1].heads())
        for i, replica in enumerate(replicas)
    ]
    segments = list(envelope.segments([raw for run in sent for raw in run]))
    size = sum(map(len, segments))
    took = []
    op._held.clear()  # what somebody in this process has written is new to the first
    for replica in replicas:
        began = time.perf_counter()
        for segment in segments:
            replica.receive(segment)
        took.append(time.perf_counter() - began)
    began = time.perf_counter()
    digests = {replica.state().digest() for replica in replicas[:3]}
    folded = (time.perf_counter() - began) / 3
    equal = len(digests) == 1 and len({str(r.heads()) for r in replicas}) == 1
    ops = sum(b.next_seq - b.seq for b in replicas[0].history)
    print(
        f"trips: {MEMBERS} members x {edits} offline edits ({ops} ops), "
        f"{size / 1e6:.2f} MB to send, written in {wrote / MEMBERS:.2f} s each; "
        f"read and verified in {took[0]:.2f} s by one, and in {max(took[1:]):.2f} s by "
        f"each other in the same process; folded in {folded:.2f} s; "
        f"{'equal' if equal else 'DIFFERENT'}"
    )
    return equal and size <= 1_500_000 and max(took) <= 1.0


def start_together(talks: int, rng: random.Random) -> bool:
    """How far apart apps begin, seven of fifteen clocks being wrong by up to a day.

    They have talked over a broker for a quarter of a minute, each way of a message
    taking 1 to 120 ms.
    """
    members = group(*(f"Somebody {i}" for i in range(MEMBERS)))
    spreads, peers = [], MEMBERS
    for seed in range(talks):
        ahead_ms = [round(rng.gauss(0, 40)) for _ in members]
        for liar in rng.sample(range(MEMBERS), MEMBERS // 2):
            ahead_ms[liar] = rng.randint(-DAY_MS, DAY_MS)
        broker = FarBroker(*members, ahead_ms=ahead_ms, seed=seed)
        broker.run(15_000)
        spreads.append(broker.spread_ms())
        peers = min(peers, *(found.peers for found in broker.corrections()))
    spreads.sort()
    p99 = spreads[len(spreads) * 99 // 100]
    print(
        f"trips: start spread among {MEMBERS} apps that have talked, {MEMBERS // 2} "
        f"clocks wrong: {spreads[len(spreads) // 2]} ms median, {p99} ms p99, "
        f"{spreads[-1]} ms at most of {SPREAD_MS} in {talks} talks; each heard "
        f"{peers} others or more"
    )
    return p99 <= SPREAD_MS


def main() -> int:
    """Print the figures; 1 where one misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lives", type=int, default=100_000 if FULL else 300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--first", type=int, default=0, help="the first life's seed")
    parser.add_argument("--into", type=Path, help="a file in which parts add up")
    parser.add_argument("--edits", type=int, default=1_000)
    asked = parser.parse_args()
    right = True
    for what, size, limit in sizes():
        print(f"trips: {what}: {size} of at most {limit}")
        right &= size <= limit
    right &= meet_again(asked.edits)
    right &= start_together(400 if FULL else 25, random.Random(1))
    right &= hold_together(
        range(asked.first, asked.first + asked.lives), asked.jobs, asked.into
    )
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
