"""Fixtures for those who act on a message bus."""

from collections.abc import Iterator

import pytest

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.bus_fixtures import bus, serve
from tests.unplug.sensing.buses import PrivateBus
from unplug.acting.desk import Desk

__all__ = ["bus", "desk", "pump_until", "serve"]


@pytest.fixture
def desk(bus: PrivateBus) -> Iterator[Desk]:
    desk = Desk(bus.connect)
    yield desk
    desk.close()
