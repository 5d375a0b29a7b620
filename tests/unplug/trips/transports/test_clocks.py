"""Clocks compared by those who talk over a broker."""

import random

import pytest

from tests.unplug.trips.groups import group
from tests.unplug.trips.transports.pretended import FarBroker, write

DAY_MS = 24 * 3_600_000
HOUR_MS = 3_600_000
SPREAD_MS = 250


@pytest.mark.parametrize("seed", range(3))
def test_fifteen_begin_together_though_seven_clocks_are_wrong_by_up_to_a_day(
    seed: int,
) -> None:
    rng = random.Random(seed)
    members = group(*(f"Somebody {i}" for i in range(15)))
    wrong = set(rng.sample(range(15), 7))
    ahead = [rng.randint(-DAY_MS, DAY_MS) if i in wrong else 0 for i in range(15)]
    broker = FarBroker(*members, ahead_ms=ahead, seed=seed)
    broker.run(30_000)
    found = broker.corrections()
    assert [c.peers for c in found] == [14] * 15
    assert broker.spread_ms() <= SPREAD_MS
    assert {i for i, c in enumerate(found) if c.warning} == wrong


def test_who_was_there_first_and_who_comes_last_know_the_time_of_all() -> None:
    members = group("Ana", "Bea", "Cleo", "Dora")
    broker = FarBroker(*members, ahead_ms=[2 * HOUR_MS, 0, 5, -5])
    for i in range(4):
        broker.disconnect(i)
    for i in range(4):
        broker.connect(i)
        broker.run(60_000)
    assert [c.peers for c in broker.corrections()] == [3] * 4
    assert broker.spread_ms() <= SPREAD_MS
    assert [c.warning for c in broker.corrections()] == [True, False, False, False]


def test_who_sets_the_clock_asks_again_and_knows_the_time_again() -> None:
    members = group("Ana", "Bea", "Cleo", "Dora")
    broker = FarBroker(*members, ahead_ms=[0, 0, 0, 0])
    broker.run(30_000)
    broker.ahead_ms[1] = -3 * HOUR_MS
    assert not broker.gossips[1].talk.offsets_ms(broker.now(1))  # it knows nothing now
    broker.run(60_000)
    assert broker.spread_ms() <= SPREAD_MS
    write(members[0], "news")
    broker.gossips[0].written(broker.now(0))
    broker.run(60_000)
    assert [c.warning for c in broker.corrections()] == [False, True, False, False]


def test_far_away_it_is_tried_three_times_and_then_there_is_silence() -> None:
    members = group(*(f"Somebody {i}" for i in range(6)))
    broker = FarBroker(*members, ahead_ms=[0] * 6, way_ms=(400, 500))
    broker.run(300_000)
    before = len(broker.seen)
    broker.run(10 * 60_000)
    assert len(broker.seen) - before <= 2
    assert broker.spread_ms() <= 500
