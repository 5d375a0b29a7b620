"""logind as python-dbusmock plays it."""

import subprocess

from jeepney import DBusAddress, Message, new_method_call

from tests.unplug.sensing.buses import FakeService, PrivateBus

LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
SESSION = f"{MANAGER}/session/c1"
MOCK = "org.freedesktop.DBus.Mock"


class MockedLogind:
    """A logind with one session, `c1`, that does as it is told."""

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
