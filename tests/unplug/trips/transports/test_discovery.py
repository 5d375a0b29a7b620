"""Brokers in the local network, here the loopback."""

from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import Announcement, find_brokers

LOOPBACK = ["127.0.0.1"]


def test_a_broker_that_is_announced_is_found_and_then_is_gone() -> None:
    address = BrokerAddress("127.0.0.1", 18831, tls=False)
    announced = Announcement("By the lake 7f3a", address, LOOPBACK)
    try:
        found = {f.name: f.address for f in find_brokers(1.5, LOOPBACK)}
        assert found["By the lake 7f3a"] == address
    finally:
        announced.close()
    names = [f.name for f in find_brokers(0.5, LOOPBACK)]
    assert "By the lake 7f3a" not in names
