"""Fixtures for sources on a message bus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unplug.sensing.buses import PATIENCE_S, FakeService, PrivateBus, private_bus
from unplug.sensing.bus.source import BusSource


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    """One bus that is session bus and system bus at once."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    # Answers come at once, but a busy machine may not let them.
    monkeypatch.setattr(BusSource, "patience_ms", 1_000 * PATIENCE_S)
    with private_bus(tmp_path) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture
def serve(bus: PrivateBus) -> Iterator[Callable[..., FakeService]]:
    services: list[FakeService] = []

    def start(*names: str) -> FakeService:
        services.append(FakeService(bus, *names))
        return services[-1]

    yield start
    for service in services:
        service.close()
