"""The organiser's own broker, a real amqtt."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic

import pytest

from tests.unplug.trips.groups import agree, group
from tests.unplug.trips.transports.brokers import free_port, select_a_moment
from unplug.trips import bodies as b
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import find_brokers
from unplug.trips.transports.mqtt import visit
from unplug.trips.transports.own_broker import OwnBroker

PATIENCE_S = 30.0
LOOPBACK = ["127.0.0.1"]
LOOK_S = 2.5  # the first question may be answered to another of this machine


@pytest.fixture
def broker() -> Iterator[OwnBroker]:
    broker = OwnBroker(BrokerAddress("127.0.0.1", free_port(), tls=False))
    broker.start()
    yield broker
    broker.close()
    assert broker.ended
    assert broker.fileno() == -1


def hear(broker: OwnBroker) -> None:
    """Until it has said something more."""
    assert select.select([broker], [], [], PATIENCE_S)[0], "it says nothing"
    broker.dispatch()


def up(broker: OwnBroker) -> OwnBroker:
    while not broker.listening:
        hear(broker)
        assert broker.error is None
    return broker


def is_found(broker: OwnBroker) -> bool:
    return broker.address in [f.address for f in find_brokers(LOOK_S, LOOPBACK)]


def test_a_group_meets_on_the_organisers_own_broker(broker: OwnBroker) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.Item(text="torch"))
    for member in (ana, bea, cleo):
        assert visit(up(broker).address, member).stored
    agree(ana, bea, cleo)


def test_it_tells_the_network_where_it_is_and_then_that_it_is_gone(
    broker: OwnBroker,
) -> None:
    up(broker)
    while not broker.announced:
        hear(broker)
    assert broker.announced.startswith("unplug")
    assert any(is_found(broker) for _ in range(3))
    broker.stop()
    assert not broker.listening
    while not broker.ended:
        hear(broker)
    assert broker.error is None
    assert not is_found(broker)


def test_a_port_that_is_taken_is_one_sentence_that_says_what_to_do(
    broker: OwnBroker,
) -> None:
    second = OwnBroker(up(broker).address)
    second.start()
    while not second.ended:
        hear(second)
    assert str(second.error) == (
        f"cannot start a broker of your own: {broker.address} (the port is in use) —"
        " choose another: own_broker.port in the settings, or use what listens there"
    )


def test_an_address_of_another_computer_is_one_sentence() -> None:
    broker = OwnBroker(BrokerAddress("203.0.113.9", free_port(), tls=False))
    broker.start()
    while not broker.ended:
        hear(broker)
    assert "(this computer has no such address)" in str(broker.error)


def test_one_that_is_killed_says_that_it_was_lost(broker: OwnBroker) -> None:
    pid = up(broker).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while not broker.ended:
        hear(broker)
    assert "lost your own broker" in str(broker.error)


def test_it_ends_with_an_app_that_is_killed() -> None:
    """The app cannot say good-bye; the broker notices all the same."""
    port = free_port()
    app = (
        "import select\n"
        "from unplug.trips.transports.own_broker import BrokerAddress, OwnBroker\n"
        f"broker = OwnBroker(BrokerAddress('127.0.0.1', {port}, tls=False))\n"
        "broker.start()\n"
        "while not broker.listening:\n"
        "    select.select([broker], [], [])\n"
        "    broker.dispatch()\n"
        "print(broker.pid, flush=True)\n"
        "select.select([], [], [])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", app], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        pid = int(running.stdout.readline())
        assert _lives(pid)
        running.kill()
    ends = monotonic() + PATIENCE_S
    while _lives(pid):
        assert monotonic() < ends, "it lives on"
        select_a_moment()


def _lives(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_fifteen_who_wrote_offline_end_up_with_the_same(broker: OwnBroker) -> None:
    members = group(*(f"M{n}" for n in range(15)))
    for member in members:
        for n in range(10):
            member.write(b.Item(text=f"thing {n}"))
    address = up(broker).address
    with ThreadPoolExecutor(len(members)) as pool:
        for _ in range(5):  # who comes first leaves before the last has come
            list(pool.map(partial(visit, address), members))
            if len({member.state().digest() for member in members}) == 1:
                break
    assert len(members[0].state().items) == 15 * 10
    agree(*members)
