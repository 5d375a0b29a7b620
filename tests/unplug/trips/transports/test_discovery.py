"""Brokers in the local network, here the loopback."""

from unplug.trips.marks import is_marked, marks_of
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import Announcement, find_brokers

LOOPBACK = ["127.0.0.1"]


def test_a_broker_is_known_again_by_whom_it_is_for_and_by_nobody_else() -> None:
    mine, theirs = b"m" * 16, b"t" * 16
    address = BrokerAddress("127.0.0.1", 21883, tls=False)
    made = Announcement("marked", address, LOOPBACK, marks_of([mine]))
    try:
        for trip, other in ((mine, theirs), (theirs, mine)):
            marks = marks_once(trip)
            assert is_marked(marks, trip)
            assert not is_marked(marks, other)
            made.mark(marks_of([theirs]))
    finally:
        made.close()


def marks_once(trip: bytes) -> str:
    """The marks, once they name a trip; a first question may go unanswered."""
    found = ""
    for _ in range(5):
        seen = find_brokers(1.5, LOOPBACK)
        found = next((f.marks for f in seen if f.name == "marked"), found)
        if is_marked(found, trip):
            break
    return found


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
