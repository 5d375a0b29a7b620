"""When a broker that has moved is looked for, and when it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unplug.engine.trip_house import House
from unplug.engine.trips.files import mark_shown
from unplug.engine.trips.seeking import Seeking
from unplug.engine.trips.ways import BROKER, WayForm, way
from unplug.engine.working import Job

OLD, NEW = "mqtt://192.168.1.5", "mqtt://192.168.1.77"
MIN_MS = 60_000


class Ana:
    """Somebody whose broker does not answer; what is looked for is noted."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.trip = house.asks("create", name="By the lake", **{"as": "Ana"})["trip"]
        travelling = house.trips.travelling
        self.book = travelling.book
        self.seeking = Seeking(travelling, house.clock, None)
        self.seeking.find = self._find
        self.there: dict[str, str] = {}
        self.looked: list[int] = []

    def travels(self, place: str, failures: int = 1, *, shown: bool = True) -> None:
        if shown:
            mark_shown(self.house.trips.travelling, self.book.open(self.trip))
        self.book.keep_way(self.trip, way(BROKER, place, WayForm(failures=failures)))

    def lives(self, ms: int) -> None:
        end_ms = self.house.clock.stamp().mono_ms + ms
        while (left := end_ms - self.house.clock.stamp().mono_ms) >= 0:
            wait_ms = self.seeking.next_deadline_ms()
            if wait_ms is None or wait_ms > left:
                self.house.clock.advance(left)
                return
            self.house.clock.advance(wait_ms)
            self.seeking.wake()

    def brokers(self) -> list[str]:
        return [w.place for w in self.book.ways(self.trip) if w.kind == BROKER]

    def _find(self, trips: list[str], job: Job) -> dict[str, str]:
        assert not job.cancelled
        self.looked.append(self.house.clock.stamp().mono_ms)
        return {trip: self.there[trip] for trip in trips if trip in self.there}


@pytest.fixture
def ana(tmp_path: Path) -> Iterator[Ana]:
    house = House(tmp_path / "Ana")
    yield Ana(house)
    house.close()


def test_the_trip_goes_over_to_where_the_broker_is_now(ana: Ana) -> None:
    ana.travels(OLD)
    ana.there = {ana.trip: NEW}
    ana.lives(MIN_MS)
    assert ana.brokers() == [NEW]
    assert len(ana.looked) == 1


def test_in_vain_it_looks_at_once_and_then_after_longer_and_longer(ana: Ana) -> None:
    ana.travels(OLD)
    ana.lives(24 * 60 * MIN_MS)
    waits = [b - a for a, b in zip(ana.looked, ana.looked[1:], strict=False)]
    assert waits[:5] == [n * MIN_MS for n in (1, 2, 5, 15, 60)]
    assert set(waits[5:]) == {60 * MIN_MS}
    assert ana.brokers() == [OLD]


@pytest.mark.parametrize(
    "place",
    [
        "mqtt://5.9.0.1",  # strangers reach it
        "mqtt://broker.example.org",  # its name will lead there
        "mqtts://192.168.1.5",  # a certificate is for one address
        "mqtt://192.168.1.5,192.168.1.6",
        "mqtt://127.0.0.1",  # this computer itself
    ],
)
def test_what_is_no_organisers_computer_is_never_looked_for(
    ana: Ana, place: str
) -> None:
    ana.travels(place)
    ana.lives(60 * MIN_MS)
    assert ana.looked == []
    assert ana.seeking.next_deadline_ms() is None


def test_a_broker_with_a_password_is_not_looked_for(ana: Ana) -> None:
    ana.book.keep_secret(ana.trip, OLD, b"{}")
    ana.travels(OLD)
    ana.lives(60 * MIN_MS)
    assert ana.looked == []


def test_nothing_is_looked_for_while_it_answers_or_before_a_yes(ana: Ana) -> None:
    ana.travels(OLD, shown=False)
    ana.lives(60 * MIN_MS)
    ana.travels(OLD, failures=0)
    ana.lives(60 * MIN_MS)
    assert ana.looked == []


def test_once_it_answered_the_next_loss_is_looked_into_at_once(ana: Ana) -> None:
    ana.travels(OLD)
    ana.lives(5 * MIN_MS)
    ana.travels(OLD, failures=0)
    assert ana.seeking.next_deadline_ms() is None
    ana.travels(OLD)
    assert ana.seeking.next_deadline_ms() == 0
