import pytest

from unplug.sensing.bus.address import session_address, socket_names, system_address


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("unix:path=/run/user/1000/bus", [b"/run/user/1000/bus"]),
        ("unix:path=/x/a,guid=0011;unix:path=/x/b", [b"/x/a", b"/x/b"]),
        ("unix:abstract=/x/dbus-x,guid=00", [b"\0/x/dbus-x"]),
        ("tcp:host=localhost,port=1;unix:path=/x/b", [b"/x/b"]),
        ("unix:path=/x/caf%c3%a9%20x", ["/x/café x".encode()]),
        ("unix:runtime=yes", [b"/run/user/7/bus"]),
        ("", []),
        ("unix", []),
        ("unix:", []),
        ("unix:path", []),
        ("nonsense;;unix:path=;unix:=x", []),
    ],
)
def test_local_sockets_are_named_in_order_and_the_rest_is_passed_over(
    address: str, names: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert list(socket_names(address)) == names


def test_runtime_directory_stands_in_for_a_missing_session_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert list(socket_names(session_address())) == [b"/run/user/7/bus"]


def test_outside_a_session_there_is_no_session_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert session_address() == ""


def test_system_bus_has_its_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    assert list(socket_names(system_address())) == [b"/run/dbus/system_bus_socket"]
