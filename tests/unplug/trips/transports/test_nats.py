"""A group over a real cluster of three NATS servers, with TLS and a password."""

import select
from collections.abc import Callable, Iterator
from time import monotonic

import pytest

from tests.unplug.trips.groups import agree, group
from tests.unplug.trips.transports import nats
from unplug.clock import SystemClock
from unplug.errors import UnplugError
from unplug.trips import bodies as b
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.mqtt import Live, Met, visit

LONG_S = 120.0


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[nats.Node]]:
    folder = tmp_path_factory.mktemp("nats")
    made = nats.cluster(folder)
    try:
        nats.start(made)
        yield made
    finally:
        nats.stop(made, folder)


def persistently(address: BrokerAddress, replica: Replica) -> Met:
    """Visit as the app does: again, where it came to nothing."""
    ends = monotonic() + LONG_S
    while True:
        try:
            return visit(address, replica)
        except UnplugError:
            assert monotonic() < ends


@pytest.mark.timeout(300)
def test_a_visit_finds_a_node_that_is_there(nodes: list[nats.Node]) -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Item(text="torch"))
    persistently(nats.address_of(nodes), ana)
    nodes[2].kill()
    persistently(nats.address_of(nodes), bea)
    agree(ana, bea)
    nodes[2].start()
    nats.wait_until_it_lets_in(nodes[2])


@pytest.fixture
def group_of_five(nodes: list[nats.Node]) -> Iterator[list[tuple[Replica, Live]]]:
    members = [
        (replica, Live(nats.address_of(nodes), replica, clock=SystemClock()))
        for replica in group(*(f"Somebody {i}" for i in range(5)))
    ]
    yield members
    for _, live in members:
        live.close()


def until(members: list[tuple[Replica, Live]], so: Callable[[], bool]) -> None:
    """Drive all until something is so."""
    ends = monotonic() + LONG_S
    while not so():
        assert monotonic() < ends, [live.status() for _, live in members]
        waits = [live.next_deadline_ms() for _, live in members]
        wait_ms = min([1_000, *(wait for wait in waits if wait is not None)])
        select.select([live for _, live in members], [], [], wait_ms / 1000)
        for _, live in members:
            live.wake()


@pytest.mark.timeout(300)
def test_a_group_holds_together_while_nodes_are_killed_and_wiped(
    nodes: list[nats.Node], group_of_five: list[tuple[Replica, Live]]
) -> None:
    members = group_of_five
    replicas = [replica for replica, _ in members]

    def are_same() -> bool:
        return len({str(replica.heads()) for replica in replicas}) == 1

    for _, live in members:
        live.start()
    until(members, lambda: all(live.status().connected for _, live in members))
    for i, node in enumerate(nodes[:2]):
        node.kill()
        if i == 1:
            node.wipe()
        replica, live = members[i]
        replica.write(b.Item(text=f"while {node.name} is away"))
        replica.seal()
        live.written()
        until(members, are_same)
        node.start()
        nats.wait_until_it_lets_in(node)
    agree(*replicas)
    assert len(replicas[4].state().items) == 2


@pytest.mark.timeout(300)
def test_a_group_holds_together_where_nothing_can_be_acknowledged(
    nodes: list[nats.Node], group_of_five: list[tuple[Replica, Live]]
) -> None:
    replicas = [replica for replica, _ in group_of_five]
    until(group_of_five, lambda: all(node.health() == nats.WHOLE for node in nodes))
    nodes[0].lose_stream("$MQTT_msgs")  # the last test here: it does not come back
    for replica, live in group_of_five:
        replica.write(b.Item(text="torch"))
        replica.seal()
        live.start()
    until(
        group_of_five, lambda: len({str(replica.heads()) for replica in replicas}) == 1
    )
    agree(*replicas)
    assert len(replicas[4].state().items) == 5
