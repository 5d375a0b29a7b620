"""Looking for brokers beside the loop, here on the loopback."""

import select
from collections.abc import Iterator

import pytest

from unplug.engine.trips.brokers import Json, look_beside
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import Announcement

LOOPBACK = ["127.0.0.1"]


class Asker:
    """Somebody who looks."""

    def __init__(self) -> None:
        self.worker = Worker()
        self.found: list[Json] | None = None
        self.ends: list[str] = []
        self.job = look_beside(
            self.worker,
            found=self._found,
            failed=self._failed,
            cancelled=lambda: self.ends.append("cancelled"),
            interfaces=LOOPBACK,
        )

    def waits(self) -> None:
        while self.worker.busy:
            select.select([self.worker], [], [], 0.02)
            self.worker.dispatch()

    def _found(self, found: list[Json]) -> None:
        self.found = found
        self.ends.append("found")

    def _failed(self, error: UnplugError) -> None:
        self.ends.append(str(error))


@pytest.fixture
def asker() -> Iterator[Asker]:
    asker = Asker()
    yield asker
    asker.worker.close()


@pytest.fixture
def announced() -> Iterator[None]:
    address = BrokerAddress("127.0.0.1", 18836, tls=False)
    announcement = Announcement("In the hut 91c2", address, LOOPBACK)
    yield
    announcement.close()


@pytest.mark.usefixtures("announced")
def test_a_look_beside_the_loop_tells_name_and_url(asker: Asker) -> None:
    asker.waits()
    assert asker.ends == ["found"]
    row = {"name": "In the hut 91c2", "url": "mqtt://127.0.0.1:18836", "tls": False}
    assert asker.found is not None
    assert row in asker.found


def test_a_look_that_is_given_up_ends_at_once_and_tells_of_nothing(
    asker: Asker,
) -> None:
    asker.job.cancel()
    asker.waits()
    assert asker.ends == ["cancelled"]
    assert asker.found is None
