"""Which address is tried next, and after how long."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.trips.transports.broker_address import Node
from unplug.trips.transports.route import Backoff, Door, doors, look_up

NODES = tuple(Node(f"n{i}.example.org", 8883) for i in range(3))


def found(node: Node) -> list[Door]:
    return [Door(node, host, node.port) for host in ("fd00::1", "10.0.0.1", "fd00::2")]


def in_order(last: Door | None, seed: int) -> list[Door]:
    return list(doors(NODES, last, random.Random(seed), found))


@pytest.mark.parametrize("seed", range(20))
def test_every_door_comes_once_and_the_last_one_tried_at_the_end(seed: int) -> None:
    before = in_order(None, seed)
    assert len(set(before)) == len(before) == 9
    after = in_order(before[0], seed + 1)
    assert set(after) == set(before)
    assert after[0].node != before[0].node
    assert [door.node for door in after[-3:]] == [before[0].node] * 3
    assert [d for d in after[-3:] if d != before[0]] == after[-3:-1]


def test_the_kind_of_address_that_the_machine_prefers_comes_first() -> None:
    for seed in range(20):
        hosts = [door.host for door in in_order(None, seed)[:3]]
        assert hosts[2] == "10.0.0.1"


def test_members_spread_over_the_nodes_and_their_addresses() -> None:
    firsts = [in_order(None, seed)[0] for seed in range(300)]
    for node in NODES:
        for host in ("fd00::1", "fd00::2"):
            assert 25 <= firsts.count(Door(node, host, 8883)) <= 80


def test_a_name_that_nobody_knows_is_a_door_all_the_same() -> None:
    for name in ("no-such-broker.invalid", "a" * 64 + ".org", "x..y"):
        node = Node(name, 1883)
        assert look_up(node) == [Door(node, name, 1883)]


def test_an_address_leads_to_itself_and_keeps_its_network() -> None:
    assert look_up(Node("::1", 99)) == [Door(Node("::1", 99), "::1", 99)]
    (door,) = look_up(Node("fe80::1%lo", 99))
    assert door.host.startswith("fe80::1%")


def backoff(seed: int = 0) -> Backoff:
    return Backoff(1_000, 600_000, random.Random(seed))


def test_waits_double_while_nothing_works_and_start_anew_after_it_did() -> None:
    waits = backoff()
    grown = [waits.failed() for _ in range(15)]
    for wait_ms, most_ms in zip(grown, (1_000 << i for i in range(15)), strict=True):
        assert min(most_ms, 600_000) // 4 <= wait_ms <= min(most_ms, 600_000)
    assert waits.lost(3_600_000) <= 1_000


def test_a_connection_that_ends_at_once_again_and_again_is_no_reason_to_hurry() -> None:
    waits = backoff()
    assert sum(waits.lost(200) for _ in range(20)) >= 600_000


def test_after_one_that_worked_the_wait_is_short_however_long_it_was_away() -> None:
    waits = backoff()
    for _ in range(20):
        waits.failed()
    assert waits.lost(2_000) <= 1_000


def test_what_stays_so_until_somebody_changes_it_is_tried_seldom() -> None:
    waits = backoff()
    assert waits.failed(lasting=True) >= 150_000


def test_fifteen_who_lost_the_same_broker_come_back_apart() -> None:
    waits = sorted(backoff(seed).lost(60_000) for seed in range(15))
    assert waits[-1] - waits[0] >= 400
    assert max(later - sooner for sooner, later in pairwise(waits)) <= 400


@given(
    st.integers(1, 10_000),
    st.integers(1, 1_000_000),
    st.lists(st.one_of(st.booleans(), st.integers(0, 10_000_000)), max_size=40),
)
def test_a_wait_is_never_longer_than_the_longest(
    first_ms: int, longest_ms: int, happened: list[bool | int]
) -> None:
    waits = Backoff(first_ms, longest_ms, random.Random(1))
    for what in happened:
        known = isinstance(what, bool)
        wait_ms = waits.failed(lasting=bool(what)) if known else waits.lost(what)
        assert 0 <= wait_ms <= longest_ms
