"""logind as others understand it: the template of python-dbusmock."""

import subprocess
from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, Message, new_method_call

from tests.unplug.sensing.buses import (
    FakeService,
    PrivateBus,
    eventually,
    hear,
    hear_until,
)
from unplug.sensing.facts import Locked, Sleep, Unlocked, Wake
from unplug.sensing.logind import LogindSource, open_session
from unplug.sensing.source import SensingOptions

LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
SESSION = f"{MANAGER}/session/c1"
MOCK = "org.freedesktop.DBus.Mock"


class MockedLogind:
    def __init__(self, bus: PrivateBus) -> None:
        self._process = subprocess.Popen(
            ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"],
            env={"DBUS_SYSTEM_BUS_ADDRESS": bus.address},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._client = FakeService(bus)
        connection = bus.connect()
        owners: list[str] = []
        connection.follow(LOGIN, lambda _name, owner: owners.append(owner))
        while not owners:
            connection.wait(10_000)
            assert list(connection.receive_all()) == []
        connection.close()
        self.mock("AddSession", "ssusb", "c1", "seat0", 1000, "me", 1)

    def mock(self, member: str, signature: str, *body: object) -> Message:
        return self._call(DBusAddress(MANAGER, LOGIN, MOCK), member, signature, *body)

    def emit(self, path: str, interface: str, member: str, *values: int) -> None:
        signature = "b" * len(values)
        arguments = [("b", value) for value in values]
        where = DBusAddress(path, LOGIN, MOCK)
        emission = (f"{LOGIN}.{interface}", member, signature, arguments)
        self._call(where, "EmitSignal", "sssav", *emission)

    def update(self, **values: tuple[str, object]) -> None:
        where = DBusAddress(SESSION, LOGIN, MOCK)
        self._call(where, "UpdateProperties", "sa{sv}", f"{LOGIN}.Session", values)

    @property
    def inhibitors(self) -> list[tuple[str, ...]]:
        where = DBusAddress(MANAGER, LOGIN, f"{LOGIN}.Manager")
        ((*held,),) = self._call(where, "ListInhibitors", "").body
        return [each[:4] for each in held]

    def close(self) -> None:
        self._client.close()
        self._process.kill()
        self._process.wait()

    def _call(
        self, where: DBusAddress, member: str, signature: str, *body: object
    ) -> Message:
        message = new_method_call(where, member, signature or None, body)
        return self._client.call(message)


@pytest.fixture
def logind(bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockedLogind]:
    monkeypatch.setenv("XDG_SESSION_ID", "c1")
    logind = MockedLogind(bus)
    yield logind
    logind.close()


@pytest.fixture
def source(logind: MockedLogind) -> Iterator[LogindSource]:
    source = open_session(SensingOptions())
    assert logind.inhibitors
    source.dispatch()
    yield source
    source.close()


def test_lock_and_user_switch_are_told(
    logind: MockedLogind, source: LogindSource
) -> None:
    logind.emit(SESSION, "Session", "Lock")
    assert hear(source) == [Locked("logind")]
    logind.emit(SESSION, "Session", "Unlock")
    assert hear(source) == [Unlocked("logind")]
    logind.update(Active=("b", False))
    hear_until(source, Locked("user-switch"))
    logind.update(Active=("b", True))
    assert hear(source) == [Unlocked("user-switch")]


def test_sleep_is_held_back_until_it_is_settled(
    logind: MockedLogind, source: LogindSource
) -> None:
    why = "to note the time before the machine sleeps"
    assert logind.inhibitors == [("sleep", "unplug", why, "delay")]
    logind.emit(MANAGER, "Manager", "PrepareForSleep", 1)
    assert hear(source) == [Sleep()]
    assert logind.inhibitors
    source.settled()
    eventually(lambda: logind.inhibitors == [])
    logind.emit(MANAGER, "Manager", "PrepareForSleep", 0)
    assert hear(source) == [Wake()]
    while not source.delays_sleep:
        source._bus.wait(1_000)
        source.dispatch()
    assert logind.inhibitors == [("sleep", "unplug", why, "delay")]
