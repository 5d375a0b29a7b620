"""Brokers in the local network, here the loopback."""

from collections.abc import Callable

import pytest

from unplug.trips import primitives
from unplug.trips.marks import is_marked, marks_of
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import Announcement, FoundBroker, find_brokers

LOOPBACK = ["127.0.0.1"]


@pytest.fixture
def name() -> str:
    """A name that no other test takes at the same time in the same network."""
    return f"By the lake {primitives.random_bytes(4).hex()}"


def found_as(name: str, so: Callable[[FoundBroker], bool]) -> FoundBroker:
    """A broker by its name, once it is so; a first question may go unanswered."""
    for _ in range(10):
        for found in find_brokers(1.5, LOOPBACK):
            if found.name == name and so(found):
                return found
    pytest.fail(f"{name} is not found")


def test_a_broker_is_known_again_by_whom_it_is_for_and_by_nobody_else(
    name: str,
) -> None:
    mine, theirs = b"m" * 16, b"t" * 16
    address = BrokerAddress("127.0.0.1", 21883, tls=False)
    made = Announcement(name, address, LOOPBACK, marks_of([mine]))
    try:
        for trip, other in ((mine, theirs), (theirs, mine)):
            found = found_as(name, lambda f: is_marked(f.marks, trip))  # noqa: B023  (at once)
            assert not is_marked(found.marks, other)
            made.mark(marks_of([theirs]))
    finally:
        made.close()


def test_a_broker_that_is_announced_is_found_and_then_is_gone(name: str) -> None:
    address = BrokerAddress("127.0.0.1", 18831, tls=False)
    announced = Announcement(name, address, LOOPBACK)
    try:
        assert found_as(name, lambda f: f.address == address)
    finally:
        announced.close()
    assert name not in [f.name for f in find_brokers(0.5, LOOPBACK)]
