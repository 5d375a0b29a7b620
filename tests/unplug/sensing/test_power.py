from collections.abc import Callable, Iterator

import pytest

from tests.unplug.sensing.buses import FakeService, PrivateBus, hear, said
from unplug.sensing.facts import Occupied
from unplug.sensing.power import PowerSource, open_power
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions, SourceUnavailableError

Serve = Callable[..., FakeService]
UPOWER = "org.freedesktop.UPower"
PATH = "/org/freedesktop/UPower"
ON = Occupied(Reason.BATTERY, held=True)
OFF = Occupied(Reason.BATTERY, held=False)


@pytest.fixture
def source(bus: PrivateBus) -> Iterator[PowerSource]:
    assert bus.address
    source = open_power(SensingOptions())
    assert source.dispatch() == []
    yield source
    source.close()


def upower(serve: Serve, *, on_battery: bool) -> FakeService:
    service = serve()
    service.properties[UPOWER] = {"OnBattery": ("b", on_battery)}
    service.own(UPOWER)
    return service


def test_battery_is_told_at_start_and_when_it_changes(
    source: PowerSource, serve: Serve
) -> None:
    service = upower(serve, on_battery=True)
    assert said(source) == [ON]
    service.change(PATH, UPOWER, OnBattery=("b", False))
    service.change(PATH, UPOWER, LidIsClosed=("b", True))
    service.change(PATH, UPOWER, OnBattery=("b", True))
    assert said(source) == [OFF, ON]


def test_mains_say_nothing(source: PowerSource, serve: Serve) -> None:
    service = upower(serve, on_battery=False)
    service.change(PATH, UPOWER, OnBattery=("s", "odd"))
    assert said(source) == []


def test_upower_that_ends_takes_the_battery_back(
    source: PowerSource, serve: Serve
) -> None:
    service = upower(serve, on_battery=True)
    assert said(source) == [ON]
    service.close()
    assert hear(source) == [OFF]


def test_dead_bus_takes_the_battery_back(
    source: PowerSource, serve: Serve, bus: PrivateBus
) -> None:
    upower(serve, on_battery=True)
    assert said(source) == [ON]
    bus.stop()
    assert hear(source) == [OFF]


def test_no_system_bus_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(SourceUnavailableError, match="cannot reach the system bus"):
        open_power(SensingOptions())
