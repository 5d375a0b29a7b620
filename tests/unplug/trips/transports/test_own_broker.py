"""The organiser's own broker, a real amqtt."""

from collections.abc import Iterator

import pytest

from tests.unplug.trips.groups import agree, group
from tests.unplug.trips.transports.brokers import free_port
from unplug.errors import UnplugError
from unplug.trips import bodies as b
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.mqtt import visit
from unplug.trips.transports.own_broker import OwnBroker


@pytest.fixture
def address() -> Iterator[BrokerAddress]:
    address = BrokerAddress("127.0.0.1", free_port(), tls=False)
    broker = OwnBroker(address)
    assert not broker.running
    broker.start()
    assert broker.running
    yield address
    broker.stop()
    assert not broker.running


def test_a_group_meets_on_the_organisers_own_broker(address: BrokerAddress) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.Item(text="torch"))
    for member in (ana, bea, cleo):
        assert visit(address, member).stored
    agree(ana, bea, cleo)


def test_a_port_that_is_taken_is_one_sentence(address: BrokerAddress) -> None:
    with pytest.raises(
        UnplugError, match=r"cannot start a broker.*choose another port"
    ):
        OwnBroker(address).start()
