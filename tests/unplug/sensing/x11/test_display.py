"""What DISPLAY means."""

import os
import socket
from contextlib import closing

import pytest

from unplug.sensing.x11.display import Display


@pytest.mark.parametrize(
    ("text", "display"),
    [
        (":0", Display("", 0, 0)),
        (":10.2", Display("", 10, 2)),
        ("unix:3", Display("", 3, 0)),
        ("unix/unix:3", Display("", 3, 0)),
        ("localhost:10.0", Display("localhost", 10, 0)),
        ("tcp/desk.example:1", Display("desk.example", 1, 0)),
        ("[::1]:4.1", Display("::1", 4, 1)),
        ("::1:4", Display("::1", 4, 0)),
    ],
)
def test_displays_are_here_or_on_a_host(text: str, display: Display) -> None:
    assert Display.parse(text) == display


@pytest.mark.parametrize(
    "text",
    ["", "0", ":", ":x", ":-1", ":0.", ":0.x", ":٣", ":0 ", "/a/socket:0", ":1e9"],
)
def test_anything_else_is_no_display(text: str) -> None:
    with pytest.raises(ValueError, match="not the name of a display"):
        Display.parse(text)


def test_local_server_is_found_at_its_abstract_socket() -> None:
    number = 40_000 + os.getpid() % 20_000  # that no other run of these tests has
    name = f"\0/tmp/.X11-unix/X{number}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        with closing(Display.parse(f":{number}").connect(1)) as sock:
            assert sock.getpeername() == name.encode()


@pytest.mark.parametrize("text", [":64999", "127.0.0.1:59500", "127.0.0.1:99999"])
def test_nobody_there_is_an_error_of_the_system(text: str) -> None:
    with pytest.raises(OSError, match=r"."):
        Display.parse(text).connect(1)


def test_server_on_a_host_is_reached_by_its_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if port < 6000:
            pytest.fail("the system gives out ports that no display has")
        with closing(Display.parse(f"127.0.0.1:{port - 6000}").connect(1)) as sock:
            assert sock.getpeername()[1] == port
